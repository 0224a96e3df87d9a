import Support
import Testing

/// A ledger that an older version has written is read as it is, and taken over by the next pass.
@Suite(.scratch) struct OlderLedgerTests {
    /// What versions kept that found a submission's events by its id.
    private let older = """
        CREATE INDEX events_by_submission ON events (submission) WHERE submission IS NOT NULL;
        CREATE INDEX assignments_by_submission ON assignments (submission, event);
        DROP INDEX assignments_by_event;
        """

    /// One submission earned, one in review, one withdrawn and accepted anew, one returned.
    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        try workspace.drop("one")
        let submission = try workspace.accept("one")
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.drop("two", educator: Educator("E2"))
        try workspace.drop("three", educator: Educator("E3"), evidence: [.plan])
        try workspace.drop("four", educator: Educator("E4"))
        try workspace.run()
        let fourth = try #require(
            try workspace.ask("list").array.first { $0["bundle"].string == "four" }?["submission"].string)
        #expect(try workspace.assay(["withdraw", fourth, "--reason", "dropped too early"]).exit == 0)
        try workspace.drop("four", educator: Educator("E4"))
        try workspace.run()
        return workspace
    }

    private func sqlite(_ workspace: Workspace, _ statements: String) throws -> String {
        let result = try command("/usr/bin/sqlite3", [workspace.path(".assay/ledger.sqlite"), statements])
        try #require(result.exit == 0, "\(statements): \(result)")
        return result.stdout
    }

    /// What anybody may ask of it.
    private func answers(_ workspace: Workspace) throws -> [String] {
        let ids = try workspace.ask("list").array.compactMap { $0["submission"].string }
        #expect(ids.count == 3)
        let questions =
            ids.map { ["show", $0, "--json"] } + [["list", "--json"], ["verify"], ["queue", "--json"]]
        return try questions.map { question in
            let answer = try workspace.assay(question)
            #expect(answer.exit == 0, "\(answer)")
            return answer.stdout
        }
    }

    private let history = "SELECT first, event FROM history"
    private let indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"

    @Test func `it answers the same before the next pass, and the pass takes it over`() throws {
        let workspace = try workspace()
        let asked = try (answers(workspace), sqlite(workspace, history), sqlite(workspace, indexes))
        _ = try sqlite(workspace, older + "DROP TABLE history")
        #expect(try answers(workspace) == asked.0)
        try workspace.run()
        #expect(try answers(workspace) == asked.0)
        #expect(try sqlite(workspace, history) == asked.1)
        #expect(try sqlite(workspace, indexes) == asked.2)
    }

    @Test func `where an older version went on in it, the next pass adds what that left out`() throws {
        let workspace = try workspace()
        let asked = try (answers(workspace), sqlite(workspace, history), sqlite(workspace, indexes))
        _ = try sqlite(workspace, older + "DELETE FROM history WHERE event > 4")
        try workspace.run()
        #expect(try answers(workspace) == asked.0)
        #expect(try sqlite(workspace, history) == asked.1)
        #expect(try sqlite(workspace, indexes) == asked.2)
    }

    /// Each such index is one more page of the file to be written for a new bundle, wherever many were decided.
    @Test func `only three indexes are kept in the order of what is drawn from content`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let first = """
            SELECT tables.name || '(' || (SELECT name FROM pragma_index_info(indexes.name) ORDER BY seqno LIMIT 1) || ')'
            FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes
            WHERE tables.name IN ('events', 'submissions', 'assignments', 'history', 'drops', 'blobs') ORDER BY 1
            """
        let drawn = try sqlite(workspace, first).split(separator: "\n").filter { index in
            ["(id)", "(submission)", "(ticket)", "(sha256)", "(hash)"].contains { index.hasSuffix($0) }
        }
        #expect(drawn == ["assignments(ticket)", "blobs(sha256)", "submissions(id)"])
    }
}
