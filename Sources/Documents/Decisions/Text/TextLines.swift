import Assessment

/// A plain text file in lines, however it was saved.
enum TextLines {
    case lines([String])
    /// Not plain text: what it is instead, as the end of a sentence, with its line where there is one.
    case other(String, line: Int?)

    /// UTF-8, UTF-16 with a mark, else Windows-1252; lines end in CR LF, LF or CR.
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

    /// Without its byte-order mark, and UTF-16 as UTF-8.
    private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
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
