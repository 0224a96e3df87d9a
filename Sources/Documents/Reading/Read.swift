package import Assessment
package import Markup

/// What came of reading one document: its value as far as it could be read, and everything that is wrong with it.
///
/// A value may be used for its own sake only when no finding is an error; until then it serves to look for more faults.
package struct Read<Value: Sendable>: Sendable {
    /// Nil when the root element is another document's, or there is none.
    package var value: Value?
    package var findings: [Finding]
    /// Beside each finding that a schema makes as well: the line of its element.
    private var restated: [Int?]

    package init(value: Value?, findings: [Finding]) {
        self.init(value: value, findings: findings, restated: findings.map { _ in nil })
    }

    init(value: Value?, findings: [Finding], restated: [Int?]) {
        (self.value, self.findings, self.restated) = (value, findings, restated)
    }

    /// Puts the parser's and the schema's faults before the reader's own, and says nothing twice.
    mutating func join(_ faults: [Fault], file: String) {
        let told = Set(faults.filter { $0.kind == .invalid }.map(\.line))
        let kept = zip(findings, restated).filter { finding, elementLine in
            guard let elementLine else { return true }
            return !told.contains(elementLine) && !told.contains(finding.line ?? elementLine)
        }
        self.findings = inOrderOfPlace(Documents.findings(from: faults, file: file) + kept.map(\.0))
        restated = findings.map { _ in nil }
    }
}

/// Reads a parsed document with one of the readers and joins the parser's and the schema's faults with the reader's.
package func readDocument<Value>(
    _ reading: Reading, file: String, by reader: (Element, String) -> Read<Value>
) -> Read<Value> {
    var result = reading.root.map { reader($0, file) } ?? Read(value: nil, findings: [])
    result.join(reading.faults, file: file)
    return result
}

/// The parser's and the schema's faults as findings; `root` is what the document must be, where its place says so.
package func findings(from faults: [Fault], file: String, as root: String? = nil) -> [Finding] {
    faults.map { fault in
        if fault.kind == .unknownRoot, let root {
            return Finding(
                .xmlInvalid, file: file, line: fault.line, column: fault.column,
                "The first element of this document isn't '\(root)'.",
                remedy: "Begin the document with <\(root) xmlns=\"urn:assay:1\" …>.")
        }
        let code: FindingCode =
            switch fault.kind {
            case .encoding: .xmlEncoding
            case .notWellFormed: .xmlNotWellFormed
            case .doctype: .xmlDoctype
            case .tooLarge: .xmlTooLarge
            case .invalid, .unknownRoot: .xmlInvalid
            case .unjudged: .xmlUnjudged
            }
        return Finding(
            code, file: file, line: fault.line, column: fault.column, fault.message, remedy: fault.remedy)
    }
}

/// Findings by file, line and column; those of one place stay in their order.
func inOrderOfPlace(_ findings: [Finding]) -> [Finding] {
    let order = findings.enumerated().sorted { a, b in
        let (x, y) = (a.element, b.element)
        return (x.file ?? "", x.line ?? 0, x.column ?? 0, a.offset) < (
            y.file ?? "", y.line ?? 0, y.column ?? 0, b.offset
        )
    }
    return order.map(\.element)
}
