/// The parts of a validator's message, such as `Element '{urn:assay:1}file', attribute 'min': 'x' is not …`.
struct Complaint {
    private(set) var element = ""
    /// Whether the element is in our namespace.
    private(set) var isOurs = false
    /// Without its namespace, which it never has here.
    private(set) var attribute: String?
    /// What follows the names.
    private(set) var rest: String

    init(_ message: String) {
        rest = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard rest.hasPrefix("Element '"), let name = between("Element '", "'") else { return }
        isOurs = name.hasPrefix("{\(assayNamespace)}")
        element = Self.local(name)
        rest.removeFirst("Element '\(name)'".count)
        if rest.hasPrefix(", attribute '"), let name = between(", attribute '", "'") {
            attribute = name
            rest.removeFirst(", attribute '\(name)'".count)
        }
        if rest.hasPrefix(": ") { rest.removeFirst(2) }
        if rest.hasPrefix("[facet '"), let end = rest.firstIndex(of: "]") {
            rest = String(rest[rest.index(after: end)...].drop { $0 == " " })
        }
    }

    /// Whether the value that is refused is empty.
    var isOfNothing: Bool {
        ["The value '' ", "'' is not ", "The value has a length of '0'"].contains { rest.hasPrefix($0) }
    }

    /// The names after "Expected is", those of any-element wildcards left out.
    var expected: [String] {
        guard let list = between("Expected is one of ( ", " ).") ?? between("Expected is ( ", " ).") else { return [] }
        return list.split(separator: ", ").map { Self.local(String($0)) }.filter { !$0.hasPrefix("#") && $0 != "*" }
    }

    /// The members of an enumeration.
    var choices: [String]? {
        guard let list = between("' is not an element of the set {", "}.") else { return nil }
        return list.split(separator: ", ").map { $0.trimming("'") }
    }

    /// The simple type that refused a value; ours without their namespace.
    var type: String? {
        guard rest.contains("' is not a valid value of the ") else { return nil }
        for kind in ["atomic", "union", "list"] {
            if let name = after("' is not a valid value of the \(kind) type '", upTo: "'.") { return Self.local(name) }
        }
        return ""
    }

    /// What stands between two markers of the message.
    func between(_ opening: String, _ closing: String) -> String? { after(opening, upTo: closing) }

    /// By bytes, so that combining characters in a value can't hide a marker.
    private func after(_ opening: String, upTo closing: String) -> String? {
        let bytes = Array(rest.utf8)
        guard let start = bytes.firstRange(of: Array(opening.utf8))?.upperBound,
            let end = bytes[start...].firstRange(of: Array(closing.utf8))?.lowerBound
        else { return nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func local(_ name: String) -> String {
        guard let brace = name.lastIndex(of: "}") else { return name }
        return String(name[name.index(after: brace)...])
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> String {
        var part = self
        if part.first == character { part.removeFirst() }
        if part.last == character { part.removeLast() }
        return String(part)
    }
}

extension Collection where Element: Equatable {
    fileprivate func firstRange(of part: [Element]) -> Range<Index>? {
        var start = startIndex
        while start != endIndex {
            if self[start...].starts(with: part) {
                return start..<(index(start, offsetBy: part.count))
            }
            formIndex(after: &start)
        }
        return nil
    }
}
