package import Assessment
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
}
