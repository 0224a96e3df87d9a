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
    private let history = "SELECT first, event FROM history"
    private let indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"

    /// What anybody may ask of it.
    private func answers(_ workspace: Workspace) throws -> String {
        let verified = try workspace.assay(["verify"])
        #expect(verified.exit == 0, "\(verified)")
        return try workspace.facts() + workspace.ask("queue").description + verified.stdout
    }

    @Test(arguments: ["DROP TABLE history", "DELETE FROM history WHERE event > 4"])
    func `wherever an older version stopped, it answers the same before the next pass, and the pass takes it over`(
        statement: String
    ) throws {
        let workspace = try Workspace.busy()
        let withdrawn = try #require(try workspace.show("b2")["submission"].string)
        #expect(try workspace.assay(["withdraw", withdrawn, "--reason", "dropped too early"]).exit == 0)
        try workspace.drop("b2", educator: Educator("E2"))
        let taken = try Workspace(copy: workspace, named: "older")
        for round in 1...2 {
            try taken.sqlite(older + statement)
            #expect(try answers(taken) == answers(workspace), "\(round)")
            try workspace.run()
            try taken.run()
            #expect(try answers(taken) == answers(workspace), "\(round)")
            #expect(try taken.sqlite(history) == workspace.sqlite(history))
            #expect(try taken.sqlite(indexes) == workspace.sqlite(indexes))
        }
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
        let drawn = try workspace.sqlite(first).split(separator: "\n").filter { index in
            ["(id)", "(submission)", "(ticket)", "(sha256)", "(hash)"].contains { index.hasSuffix($0) }
        }
        #expect(drawn == ["assignments(ticket)", "blobs(sha256)", "submissions(id)"])
    }
}
