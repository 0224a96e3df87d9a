import Assessment

/// A plain text file in lines, however it was saved.
enum TextLines {
    case lines([String])
    /// Not plain text: what it is instead, as the end of a sentence, with its line where there is one.
    case other(String, line: Int?)

    /// UTF-8, UTF-16, else Windows-1252; lines end in CR LF, LF or CR. A line that was broken with the sign of a word
    /// processor (a vertical tab, or a form feed) is one line here, with that sign in it.
    ///
    /// A line is judged by itself, for an editor that took UTF-8 for Windows-1252 leaves some lines in each.
    init(_ bytes: [UInt8]) {
        for (magic, name) in TextLines.foreign where bytes.starts(with: magic) {
            self = .other(name, line: nil)
            return
        }
        let text = TextLines.unmarked(bytes)
        let pieces = TextLines.split(text)
        if let index = pieces.firstIndex(where: { text[$0].contains(0) }) {
            self = .other("holds zero bytes: it isn't plain text, or a copy of it didn't finish", line: index + 1)
            return
        }
        var lines: [String] = []
        for piece in pieces {
            if let line = String(validating: text[piece], as: UTF8.self) {
                lines.append(line)
                continue
            }
            if let byte = text[piece].first(where: TextLines.meaningless.contains) {
                self = .other(
                    "isn't in UTF-8, nor in another encoding that can be told: nobody knows which letter the byte "
                        + "\(byte) in this line stands for", line: lines.count + 1)
                return
            }
            lines.append(TextLines.windows1252(text[piece]))
        }
        self = .lines(lines)
    }

    private static let foreign: [(magic: [UInt8], name: String)] = [
        (Array("{\\rtf".utf8), "is in rich text (RTF)"), ([0x50, 0x4B, 0x03, 0x04], "is an office document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an office document"), (Array("%PDF".utf8), "is a PDF"),
    ]

    /// Without its byte-order mark and its end-of-file sign, and UTF-16 as UTF-8.
    private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        var text = (utf16Units(bytes).map { Array(String(decoding: $0, as: UTF16.self).utf8) } ?? bytes)[...]
        // Some programs write the mark again before one that is there.
        while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        // Programs from the days of DOS end a text with Ctrl-Z.
        let end = text.lastIndex { ![0x1A, 0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 + 1 } ?? text.startIndex
        return Array(text[..<end]) + text[end...].filter { $0 != 0x1A }
    }

    /// Nil where it isn't UTF-16: that has a mark, or else begins with two letters and holds no zero unit, as a text
    /// whose copy didn't finish does.
    private static func utf16Units(_ bytes: [UInt8]) -> [UInt16]? {
        func units(isLittle: Bool) -> [UInt16] {
            stride(from: 0, to: bytes.count - 1, by: 2).map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isLittle ? second << 8 | first : first << 8 | second
            }
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return units(isLittle: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return units(isLittle: false) }
        let zeros = bytes.prefix(4).map { $0 == 0 }
        let isLittle = zeros == [false, true, false, true]
        guard isLittle || zeros == [true, false, true, false] else { return nil }
        let found = units(isLittle: isLittle)
        return found.contains(0) ? nil : found
    }

    private static func split(_ text: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        for (index, byte) in text.enumerated() {
            // The LF of a CR LF ended its line already.
            if byte == 0x0A, index > 0, text[index - 1] == 0x0D {
                start = index + 1
            } else if byte == 0x0A || byte == 0x0D {
                pieces.append(start..<index)
                start = index + 1
            }
        }
        if start < text.count { pieces.append(start..<text.count) }
        return pieces
    }

    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            if (0x80..<0xA0).contains(byte) {
                text.unicodeScalars.append(high[Int(byte) - 0x80])
            } else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    /// They stand for nothing in Windows-1252; in other encodings, such as the Mac's own, they are letters.
    private static let meaningless: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

    /// 0x80 to 0x9F; five of them mean nothing.
    private static let high: [Unicode.Scalar] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]
}

/// What stands after `name:` in a line that begins so, letter case and padding aside, and in which column.
func value(of name: String, in line: String) -> (text: String, column: Int)? {
    guard let colon = line.firstIndex(of: ":"), String(line[..<colon]).trimmed.lowercased() == name else { return nil }
    let rest = line[line.index(after: colon)...]
    let padding = rest.prefix(while: \.isWhitespace).count
    let text = String(rest).trimmed
    return (text, line[..<colon].count + 2 + (text.isEmpty ? 0 : padding))
}

/// Whether a line is the one that was laid. A letter that an editor's encoding lacks may have become any other.
func isLaid(_ laid: String, _ line: String) -> Bool {
    let found = line.trimmedEnd
    if found == laid { return true }
    // A title that is only an accent stands on the space before it, and is cut off with that.
    let laid = laid.trimmedEnd
    let (units, wanted) = (Array(found.utf16), Array(laid.utf16))
    return units.count == wanted.count && zip(units, wanted).allSatisfy { $0 == $1 || $1 > 0xFF }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    fileprivate var trimmedEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
