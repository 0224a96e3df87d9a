/// What is wrong (or worth knowing) about a bundle, a document or a decision file: data, never an error.
package struct Finding: Hashable, Codable, Sendable {
    package enum Severity: String, Codable, Sendable {
        case error, warning
    }

    /// A stable word of the README's list, such as `evidence.missing`.
    package var code: String
    package var severity: Severity
    /// The file inside the bundle, or the document's path below the workspace.
    package var file: String?
    /// Counted from 1.
    package var line: Int?
    /// Counted from 1, in characters.
    package var column: Int?
    /// What was found, in words for a school secretary.
    package var message: String
    /// What to do about it.
    package var remedy: String

    package init(
        _ code: String, _ severity: Severity = .error, file: String? = nil, line: Int? = nil, column: Int? = nil,
        _ message: String, remedy: String
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    /// An error about a bundle as a whole.
    package init(_ code: String, _ message: String, remedy: String) {
        self.init(code, .error, file: nil, message, remedy: remedy)
    }
}

extension [Finding] {
    package var hasError: Bool { contains { $0.severity == .error } }
}
