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

    /// The day so much later by the calendar. Where its month is too short it is the month's last; what is less than a
    /// day counts as one.
    package func day(after day: CivilDate) -> CivilDate {
        let (year, month, dayOfMonth) = day.parts
        let number = (year + Int64(years)) * 12 + month - 1 + Int64(months)
        let first = CivilDate(year: number / 12, month: number % 12 + 1, day: 1)
        let next = CivilDate(year: (number + 1) / 12, month: (number + 1) % 12 + 1, day: 1)
        let last = next.daysSince1970 - first.daysSince1970
        return CivilDate(
            daysSince1970: first.daysSince1970 + min(dayOfMonth, last) - 1 + Int64(days) + (seconds + 86_399) / 86_400)
    }
}
