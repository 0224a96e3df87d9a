/// What is wrong (or worth knowing) about a bundle, a document or a decision file: data, never an error.
package struct Finding: Hashable, Codable, Sendable {
    package enum Severity: String, Codable, Sendable {
        case error, warning
    }

    /// A `FindingCode`'s stable word, such as `evidence.missing`, or a rubric's rule, such as `rule.two-students`.
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

    /// As severe as its code, unless it is said to be otherwise.
    package init(
        _ code: FindingCode, _ severity: Severity? = nil, file: String? = nil, line: Int? = nil, column: Int? = nil,
        _ message: String, remedy: String
    ) {
        self.code = code.rawValue
        self.severity = severity ?? code.severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    /// About a bundle or a file as a whole.
    package init(_ code: FindingCode, _ message: String, remedy: String) {
        self.init(code, nil, file: nil, message, remedy: remedy)
    }

    /// A rule of a rubric's own that doesn't hold.
    package init(
        rule: IntakeRule, file: String?, line: Int?, column: Int?, _ message: String, remedy: String
    ) {
        self.init(.rule, rule.severity, file: file, line: line, column: column, message, remedy: remedy)
        code = FindingCode.rulePrefix + rule.id
    }

    /// Whether it bears this code.
    package func isA(_ code: FindingCode) -> Bool { self.code == code.rawValue }
}

extension [Finding] {
    package var hasError: Bool { contains { $0.severity == .error } }
}
