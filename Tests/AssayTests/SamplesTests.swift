import Foundation
import Samples
import Support
import Testing

/// Every sample's whole life, by the readings that the samples themselves bring.
@Suite(.scratch) struct SamplesTests {
    private func laidOut() throws -> Workspace {
        let workspace = try Workspace()
        for folder in ["Rubrics", "Inbox"] {
            try workspace.remove(folder)
            try workspace.makeFolder(folder)
        }
        #expect(try workspace.assay(["init", "--samples"]).exit == 0)
        return workspace
    }

    private func lay(_ files: [Samples.File], in workspace: Workspace) throws {
        for file in files { try workspace.write(file.path, Data(file.bytes)) }
    }

    /// Each open assignment of a bundle's submission is filled in as its reading says.
    private func read(_ bundle: String, _ id: String, in workspace: Workspace) throws {
        let assignments = try workspace.show(id)["assignments"].array
        let readers = assignments.filter { $0["role"].string == "reader" }
        for assignment in assignments where assignment["state"].string == "open" {
            let reviewer = try #require(assignment["reviewer"].string)
            let place = readers.firstIndex { $0["reviewer"].string == reviewer } ?? 0
            let label = assignment["role"].string == "adjudicator" ? "adjudicator" : "reader-\(place + 1)"
            let reading = try #require(Samples.readings.first { $0.bundle == bundle && $0.by == label })
            for mark in reading.marks {
                try workspace.fill(
                    id, as: reviewer, levels: [mark.criterion: mark.level], comment: mark.comment)
            }
        }
    }

    private func pass(_ workspace: Workspace) throws -> Pass { try workspace.run(["--settle", "PT0S"]) }

    @Test func `one pass gives each sample its first fate`() throws {
        let workspace = try laidOut()
        let pass = try pass(workspace)
        let states = Dictionary(
            uniqueKeysWithValues: pass.json["bundles"].array.map {
                ($0["bundle"].string ?? "", $0["state"].string ?? "")
            })
        #expect(
            states == [
                "brandt-feedback": "accepted", "haddad-checking": "accepted", "lindqvist-wrong-school": "returned",
                "nunez-checking": "accepted", "nunez-checking-copy": "duplicate", "okoro-feedback": "accepted",
                "park-unreadable-link": "returned", "reyes-missing-file": "waiting",
            ])
        #expect(
            Set(pass.findings("park-unreadable-link").compactMap { $0.json["code"].string }) == [
                "evidence.no-release", "link.refused", "link.host", "evidence.too-few-words", "rule.two-students",
            ])
        #expect(Set(Samples.fates.map(\.bundle)) == Set(states.keys).union(["brandt-feedback-again"]))
        workspace.advance(hours: 2)
        #expect(try self.pass(workspace).state("reyes-missing-file") == "returned")
    }

    @Test(arguments: [("nunez-checking", "earned"), ("okoro-feedback", "earned")])
    func `readers who agree decide a sample`(bundle: String, outcome: String) throws {
        let workspace = try laidOut()
        let id = try #require(try pass(workspace).bundle(bundle)["submission"].string)
        try read(bundle, id, in: workspace)
        #expect(try pass(workspace)["decided"] == 1)
        #expect(try workspace.state(id) == outcome)
    }

    @Test func `the adjudicated sample goes to a lead for one criterion`() throws {
        let workspace = try laidOut()
        let id = try #require(try pass(workspace).bundle("haddad-checking")["submission"].string)
        try read("haddad-checking", id, in: workspace)
        #expect(try pass(workspace)["decided"] == 0)
        #expect(try workspace.state(id) == "adjudication")
        try read("haddad-checking", id, in: workspace)
        #expect(try pass(workspace)["decided"] == 1)
        #expect(try workspace.state(id) == "earned")
        #expect(try workspace.criteria(id)["2.3"] == "demonstrated, adjudicated")
    }

    @Test func `the resubmitted sample keeps what it met and is earned the second time`() throws {
        let workspace = try laidOut()
        let id = try #require(try pass(workspace).bundle("brandt-feedback")["submission"].string)
        try read("brandt-feedback", id, in: workspace)
        #expect(try pass(workspace)["decided"] == 1)
        #expect(try workspace.state(id) == "not-yet-earned")
        try lay(Samples.later, in: workspace)
        let again = try #require(try pass(workspace).bundle("brandt-feedback-again")["submission"].string)
        #expect(try workspace.show(again)["attempt"].int == 2)
        try read("brandt-feedback-again", again, in: workspace)
        #expect(try pass(workspace)["decided"] == 1)
        #expect(try workspace.state(again) == "earned")
        let carried = try workspace.criteria(again).filter { $0.value.hasSuffix("carried") }.keys.sorted()
        #expect(carried == ["1.1", "1.2", "1.3"])
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
