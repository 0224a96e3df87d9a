import Foundation
import Support
import Testing

/// `assay new` lays out a bundle to fill in.
@Suite(.scratch) struct NewTests {
    @Test func `a new bundle, its educator's line and its folders filled, is accepted`() throws {
        let intake = usualIntake.replacing("form=\"text\"", with: "form=\"text\" max-words=\"300\"")
        let workspace = try Workspace(rubrics: [rubricXML(intake: intake)])
        let bundle = workspace.path("mine")
        let report = try workspace.ask("new", "checking", bundle)
        #expect(report["version"].string == "1.0")
        #expect(workspace.names(in: "mine") == ["lesson-plan", "manifest.xml", "reflection", "student-work", "video"])
        #expect(try workspace.text("mine/reflection/_what-goes-here.txt").contains("At most 300 words.\r\n"))
        // Blank as it is it says what is to be done, and changes nothing.
        let blank = try workspace.ask("check", bundle, exit: 1)
        #expect(
            blank["findings"].array.contains {
                $0["message"].string?.contains("educator") == true
                    || $0["line"].int == 3
            }, "\(blank)")
        let manifest = try workspace.text("mine/manifest.xml").replacing("id=\"\"", with: "id=\"E7\"")
            .replacing("name=\"\"", with: "name=\"Jo\"").replacing("email=\"\"", with: "email=\"jo@d.example\"")
            .replacing("school=\"\"", with: "school=\"lincoln-es\"")
        try workspace.write("mine/manifest.xml", manifest)
        try workspace.write("mine/lesson-plan/plan.md", "# A plan")
        try workspace.write("mine/student-work/one.txt", "Twelve.")
        try workspace.write("mine/reflection/mine.txt", "Half of them guessed.")
        #expect(try workspace.ask("check", bundle)["acceptable"].bool == true)
        try workspace.move("mine", to: "Inbox/mine")
        let pass = try workspace.run()
        #expect(pass.state("mine") == "accepted", "\(pass.json)")
        #expect(pass.findings("mine").isEmpty)
    }

    @Test func `an empty bundle of each active rubric lies in Outbox, as a folder and packed`() throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(), rubricXML(id: "second", version: "1.10"), rubricXML(id: "draft", status: "draft"),
        ])
        try workspace.run()
        let names = ["checking-1.0", "checking-1.0.zip", "second-1.10", "second-1.10.zip"]
        #expect(workspace.names(in: "Outbox/Templates") == names)
        let folder = try workspace.tree("Outbox/Templates/checking-1.0")
        try workspace.shell(
            "unzip -q -d out Outbox/Templates/checking-1.0.zip && unzip -tq Outbox/Templates/second-1.10.zip")
        #expect(try workspace.tree("out/checking-1.0") == folder)
        // Somebody takes them out: they come back when asked for, or when a document changes.
        try workspace.remove("Outbox/Templates")
        try workspace.run()
        #expect(!workspace.exists("Outbox/Templates"))
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(workspace.names(in: "Outbox/Templates") == names)
        #expect(try workspace.tree("Outbox/Templates/checking-1.0") == folder)
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(id: "second", version: "1.10", status: "retired"))
        try workspace.run()
        #expect(workspace.names(in: "Outbox/Templates") == ["checking-1.0", "checking-1.0.zip"])
        #expect(workspace.names(in: "Outbox").contains(".assay-tmp") == false)
    }

    @Test func `an unknown rubric and a folder that holds something are refused`() throws {
        let workspace = try Workspace()
        #expect(try workspace.assay(["new", "nothing", workspace.path("a")]).exit == 66)
        #expect(try workspace.assay(["new", "checking", workspace.path("a"), "--rubric-version", "9"]).exit == 66)
        #expect(!workspace.exists("a"))
        try workspace.write("full/x", "x")
        #expect(try workspace.assay(["new", "checking", workspace.path("full")]).exit == 64)
        #expect(try workspace.assay(["new", "checking", workspace.path("no/where")]).exit == 64)
    }

    @Test func `an educator's line that isn't filled in is told once for each thing, in the secretary's words`() throws
    {
        let workspace = try Workspace()
        _ = try workspace.assay(["new", "checking", workspace.path("blank")])
        let findings = try workspace.ask("check", workspace.path("blank"), exit: 1)["findings"].array.map(Finding.init)
        let told = findings.filter { $0.code != "evidence.too-few" }
        #expect(
            told.map(\.message)
                == ["id", "name", "e-mail address", "school"].map { "The educator's \($0) isn't filled in." })
        #expect(told.allSatisfy { $0.mentions("Write the educator's", "between the quotation marks") })
    }
}
