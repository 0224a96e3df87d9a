/// Builds the text of one document; the same calls give the same bytes.
///
/// Elements are indented by two spaces. An element that was given text keeps everything inside it on one line, since
/// white space beside text would change the text.
package struct XMLWriter {
    /// How lines end.
    package enum Newline: String, Sendable {
        case lf = "\n"
        /// For Notepad.
        case crlf = "\r\n"
    }

    private struct Open {
        var name: String
        var hasText = false
        var hasChildren = false
    }

    private let newline: String
    private var output = ""
    private var open: [Open] = []
    private var isTagOpen = false

    /// Begins a document with its XML declaration.
    package init(newline: Newline = .lf) {
        self.newline = newline.rawValue
        output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    }

    /// Begins an element.
    package mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes: attributes.map { ($0.key, $0.value) })
    }

    /// Begins an element with attributes in the order given; those that are nil are left out.
    package mutating func start(_ name: String, attributes: [(String, String?)]) {
        beginNode()
        output += "<" + name
        for case (let name, let value?) in attributes {
            output += " \(name)=\"\(Self.escaped(value, newline: nil))\""
        }
        open.append(Open(name: name))
        isTagOpen = true
    }

    /// Ends the element begun last.
    package mutating func end() {
        guard let element = open.popLast() else { return }
        if isTagOpen {
            output += "/>"
            isTagOpen = false
            return
        }
        if element.hasChildren && !element.hasText { breakLine() }
        output += "</\(element.name)>"
    }

    /// An element without content.
    package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes)
        end()
    }

    /// An element that holds only text; without text it is begun and ended all the same.
    package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        start(name, attributes)
        self.text(text)
        end()
    }

    /// An element around further ones.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout XMLWriter) -> Void
    ) {
        start(name, attributes)
        content(&self)
        end()
    }

    /// Text, escaped.
    package mutating func text(_ text: String) {
        closeTag()
        markText()
        output += Self.escaped(text, newline: newline)
    }

    /// Text in a CDATA section, for people to edit; `]]>` is divided between two sections.
    package mutating func cdata(_ text: String) {
        closeTag()
        markText()
        // Lone carriage returns can't be written in a section: they come back as line ends anyway.
        let allowed = Self.allowed(text).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        output += "<![CDATA[" + allowed.replacing("]]>", with: "]]]]><![CDATA[>").replacing("\n", with: newline) + "]]>"
    }

    /// A comment on lines of its own; hyphens that would end it are set apart.
    package mutating func comment(_ text: String) {
        beginNode()
        var body = ""
        for scalar in Self.allowed(text).replacing("\r\n", with: "\n").unicodeScalars {
            if scalar == "-" && body.unicodeScalars.last == "-" { body += " " }
            body.unicodeScalars.append(scalar)
        }
        if body.unicodeScalars.last == "-" { body += " " }
        output += "<!--" + body.replacing("\n", with: newline) + "-->"
    }

    /// The whole text, ended with a line end; elements still open are ended.
    package consuming func finish() -> String {
        while !open.isEmpty { end() }
        return output + newline
    }

    private mutating func beginNode() {
        closeTag()
        if let last = open.indices.last {
            open[last].hasChildren = true
            if open[last].hasText { return }
        }
        breakLine()
    }

    private mutating func closeTag() {
        if isTagOpen { output += ">" }
        isTagOpen = false
    }

    private mutating func markText() {
        if let last = open.indices.last { open[last].hasText = true }
    }

    private mutating func breakLine() {
        output += newline + String(repeating: "  ", count: open.count)
    }

    /// What XML 1.0 can't hold becomes U+FFFD: nothing is dropped without a trace.
    private static func allowed(_ text: String) -> String {
        // Of nearly every text this is all that is done.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isForbidden =
                scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
                || scalar.value == 0xFFFE || scalar.value == 0xFFFF
            result.append(isForbidden ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    /// Content of an element, its lines ended by `newline`; of an attribute, which has no lines, where that is nil.
    private static func escaped(_ text: String, newline: String?) -> String {
        let text = allowed(text)
        if !text.utf8.contains(where: isEscaped) { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 64)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch Unicode.Scalar(byte) {
            case "&": result += "&amp;".utf8
            case "<": result += "&lt;".utf8
            case ">": result += "&gt;".utf8
            case "\"" where newline == nil: result += "&quot;".utf8
            case "\t" where newline == nil: result += "&#9;".utf8
            case "\n": result += (newline ?? "&#10;").utf8
            case "\r" where newline != nil && rest.first == 0x0A: continue
            case "\r": result += "&#13;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a byte stands for something else in content or in an attribute.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "&", "<", ">", "\"", "\t", "\n", "\r": true
        default: false
        }
    }
}
