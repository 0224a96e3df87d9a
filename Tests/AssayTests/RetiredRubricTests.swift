import Foundation
import Support
import Testing

/// What an educator reads when her rubric was retired before the decision.
@Suite(.scratch) struct RetiredRubricTests {
    /// Not yet earned, after `change` to the rubrics.
    private func decided(
        lang: String = "en", exit: Int32 = 0, _ change: (Workspace) throws -> Void
    ) throws -> (Workspace, folder: String) {
        let workspace = try Workspace()
        try workspace.drop(
            manifest: manifestXML().replacing(
                "school=\"lincoln-es\"/>", with: "school=\"lincoln-es\" lang=\"\(lang)\"/>"))
        let submission = try workspace.accept()
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try change(workspace)
        try workspace.run(exit: exit)
        #expect(try workspace.state(submission) == "not-yet-earned")
        return (workspace, "Outbox/Decisions/2026-11/\(submission)")
    }

    private func retire(_ workspace: Workspace) throws {
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(status: "retired"))
    }

    @Test(arguments: [
        ("en", "no new attempt is possible", "attempts are left"),
        ("es", "ya no es posible otro intento", "Quedan 2 intentos"),
    ])
    func `the letter says that no new attempt is possible, and goes on saying so`(
        lang: String, words: String, promise: String
    ) throws {
        let (workspace, folder) = try decided(lang: lang, retire)
        let letter = try workspace.text(folder + "/feedback.html")
        #expect(letter.contains(words), "\(letter)")
        for word in [promise, "resubmission", "What is kept", "Lo que se conserva", "<dd><bdi>2</bdi></dd>"] {
            #expect(!letter.contains(word), "\(word)")
        }
        try workspace.validate(folder + "/record.xml", by: "record")
        let before = try workspace.tree(folder)
        try workspace.write("Rubrics/rubric-1.xml", rubricXML())
        try workspace.remove("Outbox/Decisions")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree(folder) == before)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: ["active", "draft", "unreadable"])
    func `where another version is there, or may be, it speaks of the next attempt`(successor: String) throws {
        let isUnreadable = successor == "unreadable"
        let (workspace, folder) = try decided(exit: isUnreadable ? 65 : 0) { workspace in
            try retire(workspace)
            try workspace.write(
                "Rubrics/rubric-2.xml", isUnreadable ? "<rubric" : rubricXML(version: "1.1", status: successor))
        }
        let letter = try workspace.text(folder + "/feedback.html")
        #expect(letter.contains("2 attempts are left.") && letter.contains("&lt;resubmission"), "\(letter)")
        #expect(!letter.contains("retired"), "\(letter)")
    }
}
