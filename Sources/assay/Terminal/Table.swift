/// One cell of a table. Its text is fit to print: what comes from outside has gone through `printable`.
struct Cell: ExpressibleByStringInterpolation {
    var text: String
    var tone: Tone

    init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }

    init(stringLiteral text: String) { self.init(text) }

    /// A state, in its color.
    static func state(_ word: String) -> Cell { Cell(word, .of(state: word)) }
}

/// How a last column that is too long for the terminal is shown. In a pipe it is always whole.
enum LastColumn {
    /// Broken between words, and going on below itself.
    case prose
    /// With its middle left out.
    case name
}

/// Columns as wide as their widest cell; the last one as wide as the terminal leaves room. Numbers in the first column
/// end below each other.
func sayTable(_ rows: [[Cell]], last: LastColumn = .prose, numbered: Bool = false, indent: Int = 2) {
    guard let first = rows.first else { return }
    let widths = first.indices.map { column in rows.map { displayWidth($0[column].text) }.max() ?? 0 }
    let start = indent + widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let isNarrow = Screen.output.isTerminal && Screen.output.columns - start < (last == .name ? 12 : 24)
    for row in rows {
        let cells = row.enumerated().dropLast().map { column, cell in
            let gap = String(repeating: " ", count: widths[column] - displayWidth(cell.text))
            let text = toned(cell.text, cell.tone)
            return (numbered && column == 0 ? gap + text : text + gap) + "  "
        }
        let margin = String(repeating: " ", count: indent) + cells.joined()
        guard let cell = row.last else { continue }
        guard Screen.output.isTerminal else {
            say(margin + cell.text)
            continue
        }
        // Where nearly no room is left, the last column has lines of its own.
        if isNarrow { say(margin.trimmedEnd) }
        let edge = isNarrow ? indent + 4 : start
        let room = Screen.output.columns - edge
        let lines = last == .name ? [fitted(cell.text, to: room)] : broken(cell.text, to: room)
        for (number, line) in lines.enumerated() {
            let before = number == 0 && !isNarrow ? margin : String(repeating: " ", count: edge)
            say(before + toned(line, cell.tone))
        }
    }
}

/// A sentence with a margin: broken between words on a terminal, on one line elsewhere.
func saySentence(_ text: String, indent: Int = 0, hanging: Int = 2, tone: Tone = .plain) {
    let room = Screen.output.columns
    let lines = room == .max ? [text] : broken(text, to: room - indent - hanging)
    for (number, line) in lines.enumerated() {
        say(String(repeating: " ", count: number == 0 ? indent : indent + hanging) + toned(line, tone))
    }
}

/// How many columns a terminal gives to the text.
func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: width
        default: width + (wideScalars.contains { $0.contains(scalar.value) } ? 2 : 1)
        }
    }
}

/// Scripts whose signs take two columns: Hangul, Han, kana, full-width forms, pictures.
private let wideScalars: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
]

/// The text in at most so many columns, its middle left out where it has more: names often differ at their end.
func fitted(_ text: String, to room: Int) -> String {
    guard displayWidth(text) > room, room > 3 else { return text }
    let head = prefix(of: text, columns: (room - 1) / 2)
    let tail = String(prefix(of: String(text.reversed()), columns: room - 1 - displayWidth(head)).reversed())
    return head + "…" + tail
}

private func prefix(of text: String, columns: Int) -> String {
    var result = ""
    var width = 0
    for character in text {
        width += displayWidth(String(character))
        if width > columns { break }
        result.append(character)
    }
    return result
}

/// The text in lines of at most so many columns, broken between words; a word that is longer has a line of its own.
func broken(_ text: String, to room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        if line.isEmpty {
            line = String(word)
        } else if displayWidth(line) + 1 + displayWidth(String(word)) <= room {
            line += " " + word
        } else {
            lines.append(line)
            line = String(word)
        }
    }
    return lines + [line]
}

/// A number as people read it: 1,024.
func grouped(_ number: Int) -> String {
    var digits = Array("\(number.magnitude)")
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
}

/// A number and its noun: 1 file, 1,024 files.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
