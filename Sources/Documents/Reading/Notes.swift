import Assessment
import Markup

/// Gathers what is found while one document is read.
struct Notes {
    let file: String
    private var findings: [Finding] = []
    private var restated: [Int?] = []

    init(file: String) { self.file = file }

    /// `restating` names the element of a fault that the schema finds too.
    mutating func add(
        _ code: FindingCode, at place: Place, restating element: Element? = nil,
        _ message: String, remedy: String
    ) {
        findings.append(
            Finding(
                code, file: file, line: place.line, column: place.column, message, remedy: remedy))
        restated.append(element?.line)
    }

    func read<Value>(_ value: Value?) -> Read<Value> {
        var order = Array(findings.indices)
        order.sort { a, b in
            let (x, y) = (findings[a], findings[b])
            return (x.line ?? 0, x.column ?? 0, a) < (y.line ?? 0, y.column ?? 0, b)
        }
        return Read(value: value, findings: order.map { findings[$0] }, restated: order.map { restated[$0] })
    }

    mutating func isRoot(_ root: Element, _ name: String) -> Bool {
        if root.name == name { return true }
        add(
            .xmlInvalid, at: root.place, restating: root,
            "This document's first element is \(quoted(root.name)), not '\(name)'.",
            remedy: "Begin the document with <\(name) xmlns=\"urn:assay:1\" …>.")
        return false
    }
}

extension Element {
    var place: Place { Place(line: line, column: column) }

    /// Where an attribute stands, or the element where it has none.
    func place(of name: String) -> Place {
        attribute(name).map { Place(line: $0.line, column: $0.column) } ?? place
    }

    /// An attribute's value without the white space around it; nil when it is absent.
    func trimmed(_ name: String) -> String? { self[name]?.trimmed }

    /// An attribute's value, each run of white space as one space; nil when it is absent or blank.
    func filled(_ name: String) -> String? {
        let value = collapsed(self[name] ?? "")
        return value.isEmpty ? nil : value
    }

    /// The element's text with each run of white space as one space.
    var words: String { collapsed(text) }
}

/// What somebody wrote, as it may stand in a message: quoted, on one line, shortened, and unable to steer a terminal.
func quoted(_ text: String) -> String {
    let shown = text.count > 120 ? text.prefix(120) + "…" : text[...]
    return "'" + printable(String(shown)) + "'"
}

/// Some of the names that somebody may write, quoted.
func listed(_ names: [String]) -> String {
    names.prefix(12).map(quoted).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
}

/// Each run of white space as one space, none around it.
func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// `1 file`, `2 files`.
package func counted(_ number: some BinaryInteger, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
