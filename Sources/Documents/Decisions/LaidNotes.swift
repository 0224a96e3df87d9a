package import Assessment
package import Markup

/// The notes of a decision.xml as they were laid, its XML comments: what else stands in them a reviewer typed, and
/// nobody would read it.
package struct LaidNotes: Sendable {
    private let form: String
    private let former: @Sendable () -> String
    private let limits: Limits

    /// More of her lines than this aren't told apart.
    private static let most = 20

    /// By the whole file as it is laid now, and, made where it is needed, as it was laid before.
    package init(_ form: String, former: @escaping @Sendable () -> String, limits: Limits) {
        (self.form, self.former, self.limits) = (form, former, limits)
    }

    /// Her words in the notes of a well-formed file, by the wording that fits best.
    package func unread(in bytes: [UInt8]) -> [UnreadWords] {
        let (notes, form) = (comments(in: bytes, limits: limits), comments(in: Array(self.form.utf8), limits: limits))
        // Most files come back with their notes as they were.
        if notes.elementsEqual(form, by: { $0.text.utf8.elementsEqual($1.text.utf8) }) { return [] }
        let (lines, laid) = (LaidNotes.lines(of: notes), LaidNotes.lines(of: form))
        if lines.elementsEqual(laid, by: { $0.typed == $1.typed }) { return [] }
        let words = LaidNotes.changes(NoteLines(laid.map(\.text)), in: lines)
        if words.isEmpty { return [] }
        let before = LaidNotes.lines(of: comments(in: Array(former().utf8), limits: limits))
        let others = LaidNotes.changes(NoteLines(before.map(\.text)), in: lines)
        return others.count < words.count ? others : words
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

    private static func lines(of comments: [WrittenComment]) -> [Line] {
        comments.flatMap { comment in
            let lines = comment.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return lines.enumerated().map { number, line in
                Line(number: comment.line + number, column: number == 0 ? comment.column : 1, typed: String(line))
            }
        }
    }
}
