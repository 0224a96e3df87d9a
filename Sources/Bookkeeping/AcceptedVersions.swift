internal import GRDB

/// Of the content that was accepted more than once, each acceptance: a submission's row tells of the last one alone.
private let acceptedAnew = """
    SELECT json_extract(body, '$.rubric.id') AS rubric, json_extract(body, '$.rubric.version') AS version,
        json_extract(body, '$.rubric.sha256') AS sha256, number
    FROM events
    WHERE kind = 'accepted' AND number IN
        (SELECT event FROM history WHERE first IN (SELECT first FROM submissions WHERE accepted > first))
    """

extension Book {
    /// The digest under which a rubric version was first accepted, nil where none was.
    package func acceptedDigest(rubric: String, version: String) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT sha256 FROM (
                        SELECT * FROM (
                            SELECT rubric_sha256 AS sha256, accepted AS number FROM submissions
                            WHERE rubric = :rubric AND version = :version ORDER BY accepted LIMIT 1)
                        UNION ALL
                        SELECT sha256, number FROM (\(acceptedAnew)) WHERE rubric = :rubric AND version = :version)
                    ORDER BY number LIMIT 1
                    """),
            arguments: ["rubric": rubric, "version": version])
    }

    /// The same for all versions, keyed by id and version with a space between.
    package func acceptedDigests() throws -> [String: String] {
        var digests: [String: String] = [:]
        for (rubric, version) in try acceptedVersions() {
            digests["\(rubric) \(version)"] = try acceptedDigest(rubric: rubric, version: version)
        }
        return digests
    }

    /// Each version under which anything was accepted; one may stand here twice.
    private func acceptedVersions() throws -> [(rubric: String, version: String)] {
        let anew = try Row.fetchAll(db, sql: "SELECT DISTINCT rubric, version FROM (\(acceptedAnew))")
        var found: [(rubric: String, version: String)] = anew.map { ($0[0], $0[1]) }
        // From one to the next: there are few among very many submissions.
        var last = (rubric: "", version: "")
        while let next = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT rubric, version FROM submissions WHERE (rubric, version) > (?, ?)
                    ORDER BY rubric, version LIMIT 1
                    """),
            arguments: [last.rubric, last.version])
        {
            last = (next[0], next[1])
            found.append(last)
        }
        return found
    }
}
