/// An ISO 8601 duration such as `PT5S`, `P10D` or `P3Y`, its parts kept as written.
package struct Period: Hashable, Sendable {
    package var years = 0
    package var months = 0
    package var days = 0
    package var seconds: Int64 = 0
    package var text: String

    /// Reads whole numbers of years, months, weeks, days, hours, minutes and seconds; nil for anything else.
    package init?(_ text: String) {
        self.text = text
        var rest = Substring(text)
        guard rest.take("P"), !rest.isEmpty else { return nil }
        var inTime = false
        var order = 0
        while !rest.isEmpty {
            if rest.take("T") {
                guard !inTime, !rest.isEmpty else { return nil }
                inTime = true
                continue
            }
            let digits = rest.prefix(while: \.isASCIIDigit)
            guard !digits.isEmpty, digits.count <= 9, let number = Int64(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let unit = rest.popFirst() else { return nil }
            let place: Int
            switch (inTime, unit) {
            case (false, "Y"): (years, place) = (Int(number), 1)
            case (false, "M"): (months, place) = (Int(number), 2)
            case (false, "W"): (days, place) = (days + Int(number) * 7, 3)
            case (false, "D"): (days, place) = (days + Int(number), 4)
            case (true, "H"): (seconds, place) = (seconds + number * 3600, 5)
            case (true, "M"): (seconds, place) = (seconds + number * 60, 6)
            case (true, "S"): (seconds, place) = (seconds + number, 7)
            default: return nil
            }
            guard place > order else { return nil }
            order = place
        }
    }

    /// Days as 24 hours and years and months as 365 and 30 days: for limits, never for calendars.
    package var totalSeconds: Int64 {
        seconds + Int64(years * 365 + months * 30 + days) * 86_400
    }
}
