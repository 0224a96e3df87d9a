/// The text with whatever could steer a terminal, hide or reorder its neighbors written as `\u{…}`, so that a name is only ever a name.
package func printable(_ text: String) -> String {
    // Plain ASCII is nearly everything, and needs no look at any scalar's properties.
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    guard text.unicodeScalars.contains(where: isUnsafeToPrint) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if scalar.value >= FileNameEscape.base {
            result += "\\x" + hex(scalar.value - FileNameEscape.base)
        } else if isUnsafeToPrint(scalar) {
            result += "\\u{" + hex(scalar.value) + "}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// File names that aren't UTF-8 are held as text by lifting each byte from 0x80 up to this plane's end; see `Folders`.
package enum FileNameEscape {
    package static let base: UInt32 = 0x10_FF00
}

private func isUnsafeToPrint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .privateUse: scalar.value >= FileNameEscape.base
    default: false
    }
}

private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
}

/// How many words a text has: runs of non-space that hold a letter or a digit.
package func countWords(in text: String) -> Int {
    var counter = WordCounter()
    for scalar in text.unicodeScalars { counter.take(scalar) }
    return counter.finish()
}

/// Counts words scalar by scalar, so that a file need not be held in memory.
package struct WordCounter: Sendable {
    private var words = 0
    private var holdsLetterOrDigit = false

    package init() {}

    package mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            switch scalar.value {
            case 0x09...0x0D, 0x20: endRun()
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: holdsLetterOrDigit = true
            default: break
            }
        } else if scalar.properties.isWhitespace {
            endRun()
        } else if !holdsLetterOrDigit {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                holdsLetterOrDigit = true
            default: break
            }
        }
    }

    package mutating func finish() -> Int {
        endRun()
        return words
    }

    private mutating func endRun() {
        if holdsLetterOrDigit { words += 1 }
        holdsLetterOrDigit = false
    }
}

/// Somebody's words, made safe to print and ended as a sentence.
package func sentence(_ text: String) -> String {
    let words = printable(text.trimmed)
    guard let last = words.last, !".!?…".contains(last) else { return words }
    return words + "."
}
