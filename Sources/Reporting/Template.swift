import Assessment
public import Mustache

/// A page's template with its fields filled in; compiled once, and used by every thread.
struct Template: Sendable {
    private let mustache: MustacheTemplate

    /// Compiles a page whose body is `body`; the templates are part of the program, so a fault in one is ours.
    ///
    /// Only a page with `images` may show pictures, and only from beside itself.
    init(images: Bool = false, wide: Bool = false, skipTo: String? = nil, body: String) {
        let skip = skipTo.map { "<a class=\"skip\" href=\"#\($0)\">{{skip}}</a>\n" } ?? ""
        let start = "<body\(wide ? " class=\"wide\"" : "")>\n\(skip)<main>\n"
        let head = pageHead(sources: images ? "; img-src 'self' file:" : "")
        self.init(compiling: head + start + body + pageFoot)
    }

    /// Compiles a part of pages that is filled in by itself, to be kept and set into several of them as it is.
    init(part: String) {
        // The line ends here, so that the tags of the part's first line stand alone on theirs.
        self.init(compiling: "\n" + part)
    }

    private init(compiling text: String) {
        MustacheContentTypes.register(Markup(), named: "PAGE")
        do {
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + text)
        } catch {
            preconditionFailure("a page's template doesn't compile: \(error)")
        }
    }

    func filled(with fields: Fields) -> String { mustache.render(fields) }
}

/// What fills a template: strings, booleans, and lists of the same. A type of its own: of a plain dictionary the library
/// asks, at each name, whether its keys are strings, which takes more time than finding what they stand for.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: Any]

    init(dictionaryLiteral elements: (String, Any)...) { values = Dictionary(uniqueKeysWithValues: elements) }

    subscript(name: String) -> Any? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? { values[name] }
}

/// The texts of a struct of labels by their names.
struct Labels: MustacheParent, Sendable {
    private let texts: [String: String]

    /// By reflection, which takes its time: once for each struct.
    init(of labels: some Sendable) {
        let texts = Mirror(reflecting: labels).children.compactMap { child in
            child.label.flatMap { label in (child.value as? String).map { (label, $0) } }
        }
        self.texts = Dictionary(texts) { first, _ in first }
    }

    func child(named name: String) -> Any? { texts[name] }
}

/// Within a section that a string opens, that string is searched for every name first: it has none. Without this the
/// library asks for its parts by reflection, which takes more time than all the rest of a page.
extension String: @retroactive MustacheParent {
    public func child(named: String) -> Any? { nil }
}

/// What a string is written as; without this the library asks what else it might be.
extension String: @retroactive MustacheCustomRenderable {
    public var renderText: String { self }
    public var isNull: Bool { false }
}

/// Escaping for text and for quoted attributes alike.
///
/// The library's own works by characters, and takes a quote with an accent upon it for another character than a quote;
/// a browser doesn't. This one doesn't.
private struct Markup: MustacheContentType {
    func escapeText(_ text: String) -> String {
        // All that is replaced is ASCII, so that bytes will do.
        guard text.utf8.contains(where: { Self.entity($0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            if let entity = Self.entity(byte) { escaped += entity.utf8 } else { escaped.append(byte) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch Unicode.Scalar(byte) {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }
}

/// A comment's lines as a page shows them, with empty ones left out.
func lines(of text: String) -> [String] {
    text.split { $0.isNewline }.map { line in
        pageText(String(decoding: line.utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self).trimmed)
    }.filter { !$0.isEmpty }
}

/// Somebody's text as a page shows it: its lines kept, what could break out of its place or reorder it replaced.
func pageText(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 || $0 == 0x0A || $0 == 0x09 }) { return text }
    var shown = ""
    shown.reserveCapacity(text.utf8.count)
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0D: shown += "\n"
        case 0x0A: if !isAfterReturn { shown += "\n" }
        case 0x09: shown += "\t"
        case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: shown += "\u{FFFD}"
        default: shown.unicodeScalars.append(scalar)
        }
        isAfterReturn = scalar.value == 0x0D
    }
    return shown
}

/// A path below a page as the address of a link: everything but plain letters, digits and `/` percent-encoded.
func address(of path: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF")
    var text = ""
    for byte in path {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
            text.unicodeScalars.append(Unicode.Scalar(byte))
        default: text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
    }
    return text
}
