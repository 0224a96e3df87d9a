import Assessment
import Mustache

/// A page's template with its fields filled in; compiled once, and used by every thread.
struct Template: Sendable {
    private let mustache: MustacheTemplate

    /// Compiles a page whose body is `body`; the templates are part of the program, so a fault in one is ours.
    init(body: String) {
        MustacheContentTypes.register(Markup(), named: "PAGE")
        do {
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:PAGE}}" + pageHead + body + pageFoot)
        } catch {
            preconditionFailure("a page's template doesn't compile: \(error)")
        }
    }

    func filled(with fields: Fields) -> String { mustache.render(fields) }
}

/// What fills a template: strings, booleans, and lists of the same.
typealias Fields = [String: Any]

/// Escaping for text and for quoted attributes alike.
///
/// The library's own works by characters, and takes a quote with an accent upon it for another character than a quote;
/// a browser doesn't. This one works by scalars.
private struct Markup: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// A comment's lines, each made printable, with empty ones left out.
func lines(of text: String) -> [String] {
    text.split { $0.isNewline }.map { line in
        printable(line.map { $0 == "\t" ? " " : String($0) }.joined().trimmed)
    }.filter { !$0.isEmpty }
}
