internal import Assessment

/// A file name's ending in small letters, without its dot.
func ending(of name: String) -> String {
    let last = split(name).name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
}

/// UTF-8, UTF-16 with its mark, else Windows-1252; nil for what is no text.
func plainText(_ bytes: [UInt8]) -> String? {
    var text: String
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        guard bytes.count % 2 == 0 else { return nil }
        let (low, high) = bytes[0] == 0xFF ? (0, 1) : (1, 0)
        let units = stride(from: 2, to: bytes.count, by: 2).map { place in
            UInt16(bytes[place + low]) | UInt16(bytes[place + high]) << 8
        }
        text = String(decoding: units, as: UTF16.self)
    } else if let decoded = String(validating: bytes, as: UTF8.self) {
        text = decoded
    } else {
        let scalars = bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : windows1252[Int($0) - 0x80] }
        text = String(String.UnicodeScalarView(scalars))
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    // A new page is a new line; XML knows neither of the two signs for it.
    text = text.replacing("\u{0B}", with: "\n").replacing("\u{0C}", with: "\n")
    let isText = text.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) || (0x09...0x0D).contains(scalar.value)
    }
    return isText ? text : nil
}

/// One link as a file in a bundle by folders has it.
struct WrittenLink: Hashable {
    var href: String
    var duration: Period?
    /// What stood where the duration should be.
    var fault: String?
}

/// Of one file; what is below them isn't read.
private let mostLinks = 1000

/// The links in a `.txt` (a line each, perhaps with the duration after it), a `.url` or a `.webloc`.
func writtenLinks(_ bytes: [UInt8], name: String) -> [WrittenLink]? {
    if ending(of: name) == "webloc", bytes.starts(with: "bplist".utf8) {
        return binaryAddress(bytes).map { [WrittenLink(href: $0)] }
    }
    guard let text = plainText(bytes) else { return nil }
    switch ending(of: name) {
    case "url":
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
        let line = lines.first { $0.lowercased().hasPrefix("url=") }
        return line.map { [WrittenLink(href: String($0.dropFirst(4)).trimmed)] }
    case "webloc":
        guard let start = text.firstRange(of: "<string>"), let end = text.firstRange(of: "</string>"),
            start.upperBound <= end.lowerBound
        else { return nil }
        let href = text[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&")
        return [WrittenLink(href: String(href).trimmed)]
    default:
        var links: [WrittenLink] = []
        for line in text.split(whereSeparator: \.isNewline) {
            // Far more than any rubric asks for, and each would be told of.
            if links.count > mostLinks { break }
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let href = words.first else { continue }
            // The duration may stand on a line of its own, below its link.
            if let last = links.indices.last, links[last].duration == nil, links[last].fault == nil,
                let duration = spokenDuration(words.joined(separator: " "))
            {
                links[last].duration = duration
                continue
            }
            let rest = words.dropFirst().joined(separator: " ")
            let duration = spokenDuration(rest)
            links.append(
                WrittenLink(href: href, duration: duration, fault: rest.isEmpty || duration != nil ? nil : rest))
        }
        return links
    }
}

/// `9:30`, `1:02:03`, `2 min 10 s` or ISO 8601, perhaps in parentheses.
private func spokenDuration(_ written: String) -> Period? {
    var text = written
    if text.first == "(", text.last == ")" { text = String(text.dropFirst().dropLast()).trimmed }
    if let duration = durationInUnits(text) { return duration }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return Period(text) }
    let numbers = parts.compactMap { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && (1...3).contains(part.count) ? Int(part) : nil
    }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return Period("PT" + zip(numbers.suffix(3), parts.count == 3 ? "HMS" : "MS").map { "\($0)\($1)" }.joined())
}

/// `2 min 10 s`, `1 h 5 min`, `9 minutes`: numbers with units, the larger first.
private func durationInUnits(_ text: String) -> Period? {
    // Longer than any that means something: a file may be all lines that nearly are one.
    guard !text.isEmpty, text.utf8.count <= 60 else { return nil }
    var rest = text.lowercased()[...]
    var parts = ""
    var last: Character?
    while !rest.isEmpty {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
        let word = rest.prefix(while: \.isLetter)
        guard (1...3).contains(digits.count), let unit = unit(String(word)), last.map({ $0 < unit }) ?? true else {
            return nil
        }
        parts += "\(digits)\(unit.uppercased())"
        last = unit
        rest = rest.dropFirst(word.count)
        if rest.first == "." { rest = rest.dropFirst() }
        rest = rest.drop(while: \.isWhitespace)
    }
    return Period("PT" + parts)
}

/// `h`, `m` or `s`, which stand in that order in the alphabet as in a duration.
private func unit(_ word: String) -> Character? {
    switch word {
    case "h", "hr", "hrs", "hour", "hours": "h"
    case "m", "min", "mins", "minute", "minutes": "m"
    case "s", "sec", "secs", "second", "seconds": "s"
    default: nil
    }
}

/// The address in the binary form that the Mac writes: the first string that begins like one.
private func binaryAddress(_ bytes: [UInt8]) -> String? {
    let start = Array("http".utf8)
    for place in 4..<max(4, bytes.count - 4) where bytes[place..<(place + 4)].elementsEqual(start) {
        let length: Int
        if bytes[place - 2] == 0x10, bytes[place - 3] & 0xF0 == 0x50 {
            length = Int(bytes[place - 1])
        } else if bytes[place - 3] == 0x11, bytes[place - 4] & 0xF0 == 0x50 {
            length = Int(bytes[place - 2]) << 8 | Int(bytes[place - 1])
        } else {
            length = Int(bytes[place - 1] & 0x0F)
        }
        guard place + length <= bytes.count else { return nil }
        return String(validating: bytes[place..<(place + length)], as: UTF8.self)
    }
    return nil
}
