internal import GRDB

/// Of each acceptance the rubric's id, version and digest, and the event's number. A submission's row tells of the last
/// one alone: those before are in the events of what was accepted more than once.
private func acceptances(under condition: String = "1") -> String {
    """
    SELECT rubric, version, rubric_sha256 AS sha256, accepted AS number FROM submissions WHERE \(condition)
    UNION ALL
    SELECT json_extract(body, '$.rubric.id'), json_extract(body, '$.rubric.version'),
        json_extract(body, '$.rubric.sha256'), number
    FROM events
    WHERE kind = 'accepted' AND submission IN (SELECT id FROM submissions WHERE accepted > first AND \(condition))
    """
}

extension Book {
    /// The digest under which a rubric version was first accepted, nil where none was.
    package func acceptedDigest(rubric: String, version: String) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT sha256 FROM (\(acceptances(under: "rubric = :rubric"))) WHERE version = :version
                    ORDER BY number LIMIT 1
                    """),
            arguments: ["rubric": rubric, "version": version])
    }

    /// The same for all versions, keyed by id and version with a space between.
    package func acceptedDigests() throws -> [String: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT rubric, version, sha256, min(number) FROM (\(acceptances())) GROUP BY rubric, version")
        return Dictionary(
            rows.map { ("\($0[0] as String) \($0[1] as String)", $0[2]) }, uniquingKeysWith: { first, _ in first })
    }
}
