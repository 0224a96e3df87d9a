package import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Markup
internal import Reporting
internal import Workers

/// `rubric show --json`.
package struct ShownRubric: Encodable, Sendable {
    package var rubric: String?
    package var version: String?
    /// Nil for a document that is no valid rubric.
    package var html: String?
    package var findings: [Finding]
}

/// `rubric accepted --json`.
package struct AcceptedRubric: Encodable, Sendable {
    package var rubric: String
    package var version: String
    package var sha256: String
    /// The file itself; as JSON its text.
    package var bytes: [UInt8]

    private enum Keys: String, CodingKey { case rubric, version, sha256, text }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(rubric, forKey: .rubric)
        try container.encode(version, forKey: .version)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(String(decoding: bytes, as: UTF8.self), forKey: .text)
    }
}

extension Questions {
    /// A rubric's file as the page that a reviewer sees.
    package func showRubric(_ path: String) throws -> ShownRubric {
        let (parent, name) = split(path)
        let folder = try openFolder(of: path, parent)
        guard try folder.status(name)?.kind == .file else {
            throw Refusal.unknown("There is no file '\(printable(path))'.")
        }
        let workers = WorkerPool(size: 1)
        defer { workers.shutDown() }
        let reading = try workers.read(try folder.read(name, limit: 4_194_304), limits: .document)
        let read = readDocument(reading, file: path, by: readRubric)
        guard reading.root?.name == "rubric", let rubric = read.value, !read.findings.hasError else {
            return ShownRubric(rubric: nil, version: nil, html: nil, findings: read.findings)
        }
        return ShownRubric(
            rubric: rubric.id, version: rubric.version, html: rubricHTML(rubric), findings: read.findings)
    }

    /// A version's file as submissions were accepted under it, from the ledger's own copy.
    package func acceptedRubric(_ id: String, version: String) throws -> AcceptedRubric {
        let kept = try withBook { book -> AcceptedRubric? in
            guard let digest = try book.acceptedDigest(rubric: id, version: version) else { return nil }
            guard let bytes = try book.bytes(sha256: digest) else {
                throw Refusal.fault("The ledger lacks the rubric \(digest). Run 'assay verify'.")
            }
            return AcceptedRubric(rubric: id, version: version, sha256: digest, bytes: bytes)
        }
        if let kept = kept ?? nil { return kept }
        let known = try withBook { try $0.acceptedDigests().keys.sorted() } ?? []
        throw Refusal.unknown(
            "Nothing was accepted under the rubric '\(printable(id))' in version '\(printable(version))'. "
                + (known.isEmpty
                    ? "Nothing was accepted in this workspace yet."
                    : "There is: \(known.prefix(20).map(printable).joined(separator: ", ")).")
        )
    }
}
