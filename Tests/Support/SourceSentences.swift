internal import Foundation

/// The texts that a Swift file holds in quotation marks, `{}` where a value is filled in; those joined by `+` as one.
package func textsInSource(_ path: String) throws -> [String] {
    let source = Array(String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).unicodeScalars)
    var reader = SourceReader(source: source)
    return reader.texts()
}

private struct SourceReader {
    let source: [Unicode.Scalar]
    var index = 0

    private func has(_ words: String, at place: Int) -> Bool {
        source[place...].starts(with: words.unicodeScalars)
    }

    mutating func texts() -> [String] {
        var texts: [String] = []
        var end = -1
        while index < source.count {
            if has("//", at: index) {
                while index < source.count, source[index] != "\n" { index += 1 }
            } else if source[index] == "\"" {
                let between = end < 0 ? "" : String(String.UnicodeScalarView(source[end..<index]))
                let text = text()
                if end >= 0, between.trimmingCharacters(in: .whitespacesAndNewlines) == "+" {
                    texts[texts.count - 1] += text
                } else {
                    texts.append(text)
                }
                end = index
            } else {
                index += 1
            }
        }
        return texts
    }

    /// From its opening quotation mark to behind its closing one.
    private mutating func text() -> String {
        if has("\"\"\"", at: index) {
            index += 3
            while index < source.count, !has("\"\"\"", at: index) { index += 1 }
            index += 3
            return ""
        }
        var text = String.UnicodeScalarView()
        index += 1
        while index < source.count, source[index] != "\"" {
            if source[index] == "\\", index + 1 < source.count {
                if source[index + 1] == "(" {
                    index += 2
                    skipValue()
                    text.append(contentsOf: "{}".unicodeScalars)
                } else {
                    text.append(source[index + 1] == "n" ? "\n" : source[index + 1])
                    index += 2
                }
            } else {
                text.append(source[index])
                index += 1
            }
        }
        index += 1
        return String(text)
    }

    private mutating func skipValue() {
        var depth = 1
        while index < source.count, depth > 0 {
            if source[index] == "\"" {
                _ = text()
                continue
            }
            if source[index] == "(" { depth += 1 }
            if source[index] == ")" { depth -= 1 }
            index += 1
        }
    }
}

/// A text with gaps `{}` in it, each of which may hold anything.
package struct GappedText {
    /// A gap is nil.
    private let signs: [UInt8?]

    /// `{:}` and `{|}` are gaps as well.
    package init(_ text: String) {
        let bytes = Array(text.replacing("{:}", with: "{}").replacing("{|}", with: "{}").utf8)
        var signs: [UInt8?] = []
        var index = 0
        while index < bytes.count {
            let isGap = bytes[index] == 0x7B && index + 1 < bytes.count && bytes[index + 1] == 0x7D
            signs.append(isGap ? nil : bytes[index])
            index += isGap ? 2 : 1
        }
        self.signs = signs
    }

    /// How much of it is said whatever fills the gaps.
    package var length: Int { signs.count { $0 != nil } }

    /// Whether the two can be the same text.
    package func canBe(_ other: GappedText) -> Bool {
        let (a, b) = (signs, other.signs)
        // Most differ where they begin or end.
        for (x, y) in zip(a, b) {
            guard let x, let y else { break }
            if x != y { return false }
        }
        for (x, y) in zip(a.reversed(), b.reversed()) {
            guard let x, let y else { break }
            if x != y { return false }
        }
        // Whether the rests from there on can be the same.
        var below = [Bool](repeating: false, count: b.count + 1)
        for i in stride(from: a.count, through: 0, by: -1) {
            var row = [Bool](repeating: false, count: b.count + 1)
            for j in stride(from: b.count, through: 0, by: -1) {
                if i == a.count, j == b.count {
                    row[j] = true
                } else if i < a.count, a[i] == nil {
                    row[j] = below[j] || (j < b.count && row[j + 1])
                } else if j < b.count, b[j] == nil {
                    row[j] = row[j + 1] || (i < a.count && below[j])
                } else {
                    row[j] = i < a.count && j < b.count && a[i] == b[j] && below[j + 1]
                }
            }
            below = row
        }
        return below[0]
    }
}
