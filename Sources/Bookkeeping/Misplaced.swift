internal import GRDB

extension Book {
    /// Keeps in mind to which assignment something belongs that lies in the wrong place of the queues, as long as that
    /// is a problem; without a ticket it is forgotten. `path` is below the workspace.
    package func noteMisplaced(_ path: String, of ticket: String?) throws {
        if let ticket {
            try execute("INSERT OR REPLACE INTO misplaced (path, ticket) VALUES (?, ?)", [path, ticket])
        } else {
            try execute("DELETE FROM misplaced WHERE path = ?", [path])
        }
    }

    /// What is no problem any more is in its place, or gone.
    package func forgetPlaced() throws {
        try execute("DELETE FROM misplaced WHERE path NOT IN (SELECT path FROM problems)", [])
    }

    /// The assignments by the paths of what belongs to them and lies elsewhere.
    package func misplaced() throws -> [String: AssignmentRow] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT path, ticket FROM misplaced WHERE path IN (SELECT path FROM problems)"))
        var found: [String: AssignmentRow] = [:]
        for row in rows { found[row[0]] = try assignment(row[1]) }
        return found
    }
}
