package import Assessment
package import Markup

/// The notes of a decision.xml as they were laid, its XML comments: what else stands in them a reviewer typed, and
/// nobody would read it.
package struct LaidNotes: Sendable {
    private let forms: [NoteLines]
    private let limits: Limits

    /// More of her lines than this aren't told apart.
    private static let most = 20

    /// `forms` are the whole file in each of the wordings with which it may have been laid.
    package init(_ forms: [String], limits: Limits) {
        self.limits = limits
        self.forms = forms.map { NoteLines(LaidNotes.lines(of: Array($0.utf8), limits).map(\.text)) }
    }

    /// Her words in the notes of a well-formed file, by the wording that fits best.
    package func unread(in bytes: [UInt8]) -> [UnreadWords] {
        let lines = LaidNotes.lines(of: bytes, limits)
        var fewest: [UnreadWords]?
        for form in forms {
            let words = LaidNotes.changes(form, in: lines)
            if words.isEmpty { return [] }
            if words.count < fewest?.count ?? .max { fewest = words }
        }
        return fewest ?? []
    }

    private static func changes(_ form: NoteLines, in lines: [Line]) -> [UnreadWords] {
        let texts = lines.map(\.text)
        var found: [UnreadWords] = []
        var next = texts.startIndex
        while found.count < most, let change = form.change(in: texts, next..<texts.endIndex) {
            let line = lines[change.line]
            var words = line.typed
            var column = line.column + line.typed.prefix(while: \.isWhitespace).count
            if case .added(let added) = change.kind {
                words = added
                column = line.column + max(0, change.column - 1 - Line.mark.count)
            }
            found.append(UnreadWords(words: words.trimmed, place: Place(line: line.number, column: column)))
            next = change.line + 1
        }
        return found
    }

    /// One line of a comment.
    private struct Line {
        var number: Int
        var column: Int
        var typed: String

        static let mark = "# "

        /// With the mark by which lines that were laid are known from others.
        var text: String { Line.mark + typed }
    }

    private static func lines(of bytes: [UInt8], _ limits: Limits) -> [Line] {
        comments(in: bytes, limits: limits).flatMap { comment in
            let lines = comment.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return lines.enumerated().map { number, line in
                Line(number: comment.line + number, column: number == 0 ? comment.column : 1, typed: String(line))
            }
        }
    }
}
