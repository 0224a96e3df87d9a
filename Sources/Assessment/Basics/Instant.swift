/// A moment on the program's clock: whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package var seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    package static func + (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds + seconds) }

    /// The moment as `2026-11-02T15:04:05Z`, the form of every time that the program writes.
    package var text: String {
        let days = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - days * 86_400
        let date = CivilDate(daysSince1970: days)
        return "\(date.text)T\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60))Z"
    }

    /// The month in UTC as `2026-11`, the name of a result's folder.
    package var month: String { String(text.prefix(7)) }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = WrittenTime(text), let offset = time.offset else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no UTC time"))
        }
        self = time.local - offset
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    static func - (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds - seconds) }
}

/// A time as somebody wrote it: the clock's reading, and its distance from UTC where one was given.
package struct WrittenTime: Sendable {
    /// The reading of the clock as if it were UTC.
    package var local: Instant
    /// Seconds east of UTC; nil where the text names no zone, which means the program's.
    package var offset: Int64?

    /// Reads `2026-11-02T15:04:05`, with or without seconds, fractions (dropped) and `Z` or `±hh:mm`; a date alone is its midnight.
    package init?(_ text: String) {
        var rest = Substring(text)
        guard let date = CivilDate(String(rest.prefix(10))) else { return nil }
        rest = rest.dropFirst(10)
        var clock: Int64 = 0
        if let mark = rest.first, mark == "T" || mark == " " {
            rest = rest.dropFirst()
            guard let hour = rest.takeTwoDigits(), hour < 24, rest.take(":"),
                let minute = rest.takeTwoDigits(), minute < 60
            else { return nil }
            clock = hour * 3600 + minute * 60
            if rest.take(":") {
                guard let second = rest.takeTwoDigits(), second < 60 else { return nil }
                clock += second
                if rest.take(".") {
                    guard rest.first?.isASCIIDigit == true else { return nil }
                    rest = rest.drop(while: \.isASCIIDigit)
                }
            }
        }
        switch rest.first {
        case nil: offset = nil
        case "Z": offset = rest.count == 1 ? 0 : nil
        case "+", "-":
            let sign: Int64 = rest.removeFirst() == "+" ? 1 : -1
            guard let hour = rest.takeTwoDigits(), hour < 15, rest.take(":"),
                let minute = rest.takeTwoDigits(), minute < 60, rest.isEmpty
            else { return nil }
            offset = sign * (hour * 3600 + minute * 60)
        default: return nil
        }
        if rest.first == "Z", rest.count != 1 { return nil }
        local = Instant(seconds: date.daysSince1970 * 86_400 + clock)
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
    mutating func take(_ character: Character) -> Bool {
        guard first == character else { return false }
        removeFirst()
        return true
    }

    mutating func takeTwoDigits() -> Int64? {
        let digits = prefix(2)
        guard digits.count == 2, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        removeFirst(2)
        return Int64(digits)
    }
}

func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
