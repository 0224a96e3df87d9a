import Foundation
import Samples
import Support
import Testing

/// The samples as they are laid: the documents, and that they hold what a district may want to see.
@Suite(.scratch) struct SamplesTests {
    @Test func `six rubrics are offered and a roster of eighteen reads, and none of it is found fault with`() throws {
        let workspace = try SampleDistrict().workspace
        let checked = try workspace.ask("rubric", "check")
        #expect(checked["findings"].array.isEmpty, "\(checked)")
        let roots = try workspace.tree("Rubrics").keys.filter { $0.hasSuffix(".xml") }.map { path in
            (path, try workspace.text("Rubrics/" + path))
        }
        let rubrics = roots.filter { $0.1.contains("<rubric ") }
        #expect(rubrics.filter { $0.1.contains("status=\"active\"") }.count == 6)
        #expect(rubrics.count == 8)
        let reviewers = try workspace.ask("status")["reviewers"].array
        #expect(reviewers.count == 18)
        let roster = try workspace.text("Rubrics/reviewers.xml")
        for words in [
            "role=\"lead\"", "form=\"text\"", "<qualified rubric=", "<qualified tag=", "<conflict educator=",
            "<conflict school=", "<away ",
        ] {
            #expect(roster.contains(words), "\(words)")
        }
        let all = rubrics.map(\.1).joined()
        for words in [
            "policy=\"all-meet\"", "policy=\"points\"", "agree=\"meets\"", "agree=\"level\"", "agree=\"outcome\"",
            "blind=\"double\"", "blind=\"single\"", "blind=\"none\"", "reviewers=\"1\"", "reviewers=\"2\"",
            "reviewers=\"3\"", "comment=\"always\"", "comment=\"optional\"", "keep=\"nothing\"", "<valid ", "<credit ",
            "<prerequisite ", "kind=\"school-goal\"", "kind=\"evaluation\"", "kind=\"competency\"", "form=\"file\"",
            "form=\"link\"", "form=\"text\"", "severity=\"warning\"", "status=\"draft\"", "status=\"retired\"",
        ] {
            #expect(all.contains(words), "\(words)")
        }
    }

    @Test func `each document of the samples validates with the schema for editors`() throws {
        let workspace = try SampleDistrict().workspace
        var judged = 0
        for path in try workspace.tree("Rubrics").keys.sorted() where path.hasSuffix(".xml") {
            let text = try workspace.text("Rubrics/" + path)
            let schema = try #require(["rubric", "program", "reviewers"].first { text.contains("<\($0) xmlns=") })
            try workspace.validate("Rubrics/" + path, by: schema)
            judged += 1
        }
        #expect(judged == Samples.documents.count)
        let manifests = try workspace.files(named: "manifest.xml", in: "Inbox")
        #expect(manifests.count >= 15)
        for manifest in manifests { try workspace.validate(manifest, by: "submission") }
    }

    @Test func `every level of every criterion says what is seen`() throws {
        let workspace = try SampleDistrict().workspace
        var rubrics = 0
        for path in try workspace.tree("Rubrics").keys where path.hasSuffix(".xml") {
            guard try workspace.text("Rubrics/" + path).contains("<rubric ") else { continue }
            func count(_ name: String) throws -> Int {
                let counted = try command(
                    "/usr/bin/xmllint",
                    ["--xpath", "count(//*[local-name()='\(name)'])", workspace.path("Rubrics/" + path)])
                return try #require(Int(counted.stdout.trimmingCharacters(in: .whitespacesAndNewlines)), "\(counted)")
            }
            // Each sample has one scale, and a criterion can't describe a level twice.
            #expect(try count("scale") == 1 && count("criterion") > 1, "\(path)")
            #expect(try count("criterion") * count("level") == count("at"), "\(path)")
            rubrics += 1
        }
        #expect(rubrics == 8)
    }

    @Test func `the same bytes are laid each time`() throws {
        let (one, other) = (try SampleDistrict("one").workspace, try SampleDistrict("other").workspace)
        for folder in ["Rubrics", "Inbox"] {
            let laid = try one.tree(folder)
            #expect(laid.count > 10)
            #expect(try laid == other.tree(folder))
        }
    }
}
