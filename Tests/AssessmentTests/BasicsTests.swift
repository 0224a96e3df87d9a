import Assessment
import Testing

@Suite struct BasicsTests {
    @Test func `versions compare number by number`() {
        #expect(isEarlierVersion("1.9", than: "1.10"))
        #expect(!isEarlierVersion("1.10", than: "1.9"))
        #expect(isEarlierVersion("1", than: "1.0"))
        #expect(!isEarlierVersion("2.0", than: "2.0"))
    }

    @Test(arguments: ["2026-11-02", "2000-02-29", "1969-12-31", "0001-01-01", "9999-12-31"])
    func `days come back as they were written`(text: String) {
        #expect(CivilDate(text)?.text == text)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01x", "1900-02-29"])
    func `days that don't exist aren't read`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `a time's zone is known or is not`() {
        #expect(WrittenTime("2026-11-02T15:00:00Z")?.offset == 0)
        #expect(WrittenTime("2026-11-02T15:00:00.25+05:30")?.offset == 19_800)
        #expect(WrittenTime("2026-11-02T15:00")?.offset == nil)
        #expect(WrittenTime("2026-11-02")?.local.text == "2026-11-02T00:00:00Z")
    }

    @Test(arguments: [
        "2026-11-02T25:00:00Z", "2026-11-02T15:00:00Zx", "2026-11-02T15", "yesterday", "2026-11-02T15:00:00+5",
    ])
    func `what is no time isn't read`(text: String) {
        #expect(WrittenTime(text) == nil)
    }

    @Test func `durations hold their parts`() {
        #expect(Period("PT1H30M5S")?.seconds == 5405)
        #expect(Period("P10D")?.days == 10)
        #expect(Period("P3Y")?.years == 3)
        for text in ["P", "PT", "10D", "P1S", "PT5D", "P-1D", "PT1S1M", "P1D1D"] { #expect(Period(text) == nil) }
    }

    @Test(arguments: [
        ("2026-11-02", "P3Y", "2029-11-02"), ("2028-02-29", "P1Y", "2029-02-28"), ("2026-10-31", "P1M", "2026-11-30"),
        ("2026-12-31", "P12M", "2027-12-31"), ("2026-11-02", "P1M10D", "2026-12-12"),
        ("2026-11-02", "PT1S", "2026-11-03"),
    ])
    func `a duration ends on a day of the calendar`(day: String, period: String, end: String) throws {
        #expect(try #require(Period(period)).day(after: #require(CivilDate(day))).text == end)
    }

    @Test func `the tenth working day skips weekends and closed days`() {
        var program = Program(id: "p", timeZone: "UTC", name: "P")
        program.closed = [
            DateSpan(from: CivilDate(year: 2026, month: 11, day: 26), to: CivilDate(year: 2026, month: 11, day: 27))
        ]
        // Friday the 20th: Monday is the first, and Thursday and Friday of the next week are closed.
        let friday = CivilDate(year: 2026, month: 11, day: 20)
        #expect(program.workingDay(1, after: friday).text == "2026-11-23")
        #expect(program.workingDay(4, after: friday).text == "2026-11-30")
    }

    @Test func `words are runs that hold a letter or a digit`() {
        #expect(countWords(in: "  one, two — 3\n... née\u{00A0}x ") == 5)
    }

    @Test func `ids follow the rule`() {
        for good in ["E1042", "a", "x.y_z-1"] { #expect(Identifier.isValid(good)) }
        for bad in ["", "-a", ".a", "a b", "é", "con", "NUL.x", "COM1", String(repeating: "a", count: 65)] {
            #expect(!Identifier.isValid(bad))
        }
    }

    @Test func `what could steer a terminal is spelled out`() {
        #expect(printable("a\u{1B}[31mb") == "a\\u{1B}[31mb")
        #expect(printable("a\u{202E}b") == "a\\u{202E}b")
        #expect(printable("Núñez") == "Núñez")
    }

    @Test func `base 32 is Crockford's`() {
        #expect(crockford([0xFF, 0, 0xAA, 0x55, 0x12], count: 8) == "ZW0AMN8J")
    }

    @Test func `thousandths are exact`() {
        #expect(Thousandths("0.1")?.value == 100)
        #expect(Thousandths("12")?.text == "12")
        #expect(Thousandths("1.250")?.text == "1.25")
        for bad in ["", ".5", "1.", "1.0001", "-1", "1e3"] { #expect(Thousandths(bad) == nil) }
    }

    @Test func `messages of rules are taken apart at their braces`() {
        let rule = IntakeRule(id: "x", severity: .error, test: "1", message: "Has {count(a:b[@c='}'])} of {1}.")
        #expect(rule.expressions == ["count(a:b[@c='}'])", "1"])
    }
}
