import Support
import Testing

/// What engineers are told: by `--verbose`, on standard error.
@Suite(.scratch) struct VerboseTests {
    @Test func `verbose tells of each step, bundle and reader process, and of nobody's words`() throws {
        let workspace = try Workspace()
        let name = "red\u{1B}[31m bundle"
        try workspace.drop(name)
        let result = try workspace.assay(["run", "--verbose", "--json"])
        #expect(result.exit == 0)
        #expect(try result.json["accepted"].int == 1)
        for words in [
            "reader ", ": started", "read the documents: ", " findings, 1 rubrics,", "look at Inbox: ", "1 to read",
            "claimed red\\u{1B}[31m bundle to vault/arriving/", "take bundles: 1 accepted, 1 assigned",
            "find reviewers for what waits: 0 assigned",
            "move-in: ", "Outbox/Queues/r-one/S-", "the whole pass: ", " ms", "ended, since",
        ] { #expect(result.stderr.contains(words), "\(words) is not in: \(result.stderr)") }
        #expect(!result.stderr.contains("\u{1B}"))
        #expect(!result.stderr.contains("guessed"))
    }

    @Test func `verbose tells of decisions without what was written in them`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let words = "Never to be seen in a log."
        try workspace.fill(submission, levels: ["1.1": "not-met", "1.2": "not-met"], comment: words)
        let result = try workspace.assay(["run", "--verbose"])
        #expect(result.stderr.contains("take decisions: 1 decided, 1 decision files taken"), "\(result)")
        #expect(!result.stderr.contains(words))
    }

    @Test func `without verbose, and under quiet, nothing is logged`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        #expect(try workspace.assay(["run", "--verbose", "--quiet"]).stderr.isEmpty)
        try workspace.drop("other", educator: Educator("E2"))
        #expect(try workspace.assay(["run"]).stderr.isEmpty)
    }
}
