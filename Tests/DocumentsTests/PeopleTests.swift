import Assessment
import Documents
import Markup
import Testing

/// The program, the roster, and what is wrong between the district's documents.
struct PeopleTests {
    private func program(_ root: Element) -> [Finding] { readProgram(root.laid, file: "p.xml").findings }
    private func roster(_ root: Element) -> [Finding] { readReviewers(root.laid, file: "v.xml").findings }

    @Test func `a good program is read whole`() throws {
        let read = readProgram(goodProgram.laid, file: "p.xml")
        #expect(read.findings == [])
        let program = try #require(read.value)
        #expect(program.limits == Program.Limits(settle: 0, patience: 3600, maxBytes: 1000, maxFiles: 5))
        #expect(program.schools.map(\.isTitleI) == [true, false])
        #expect(program.closed.count == 1 && program.goals.count == 1 && program.cohorts.first?.lead == "E0007")
    }

    @Test(arguments: [("2027-12-21", false), ("2027-12-22", true), ("2056-12-21", true)])
    func `a calendar that is closed for more than a year is warned of`(to: String, isWarned: Bool) {
        let findings = program(goodProgram.with("calendar/closed", "to", to))
        #expect(findings.errors.isEmpty && findings.codes == (isWarned ? ["closed.too-long"] : []))
    }

    @Test(arguments: [
        ("intake", "settle", "5s", "duration.invalid"), ("intake", "max-files", "0", "xml.invalid"),
        ("calendar/closed", "to", "2026-12-01", "dates.reversed"),
        ("calendar/closed", "to", "2026-13-01", "date.invalid"),
        ("school", "id", "Washington-ms", "id.twice"), ("goal", "school", "nowhere", "school.unknown"),
        ("cohort", "school", "Lincoln-ES", "school.unknown"), ("issuer", "url", "mvsd.example", "url.invalid"),
        ("issuer", "email", "pd.mvsd.example", "email.invalid"), ("", "time-zone", " ", "xml.invalid"),
    ])
    func `each mistake in a program is an error of its own`(path: String, name: String, value: String, code: String) {
        let expected = path == "school" ? [code, "school.unknown", "school.unknown"] : [code]
        #expect(program(goodProgram.with(path, name, value)).errors.codes == expected)
    }

    @Test func `a good roster is read whole`() throws {
        let read = readReviewers(goodRoster.laid, file: "v.xml")
        #expect(read.findings == [])
        let reviewer = try #require(read.value?.first)
        #expect(reviewer.qualifications == [.rubric("checking"), .tag("formative")])
        #expect(reviewer.conflicts == [.school("lincoln-es"), .educator("E1")])
        #expect(reviewer.capacity == 10 && reviewer.role == .assessor && reviewer.form == .xml)
        #expect(reviewer.away.count == 1)
    }

    @Test(arguments: [
        ("reviewer/qualified", "tag", "x", "reviewer.one-of"), ("reviewer/qualified", "rubric", nil, "reviewer.one-of"),
        ("reviewer/away", "to", "2026-11-30", "dates.reversed"), ("reviewer", "capacity", "-1", "xml.invalid"),
        ("reviewer", "email", "nobody", "email.invalid"), ("reviewer", "role", "boss", "xml.invalid"),
    ])
    func `each mistake in a roster is an error of its own`(path: String, name: String, value: String?, code: String) {
        #expect(roster(goodRoster.with(path, name, value)).errors.codes == [code])
    }

    @Test func `one address for two reviewers is an error, letter case and padding aside`() {
        let twin = element(
            "reviewer", ["id": "r-2", "name": "Two", "email": " NOKAFOR@d.example "],
            [element("qualified", ["tag": "formative"])])
        #expect(roster(goodRoster.adding(twin, to: "")).codes == ["email.twice"])
    }

    @Test func `somebody who is qualified for nothing is warned of`() {
        let idle = element("reviewer", ["id": "r-2", "name": "Two", "email": "two@d.example"])
        #expect(roster(goodRoster.adding(idle, to: "")).codes == ["reviewer.not-qualified"])
    }

    private func cross(
        program: Element? = goodProgram, roster: Element = goodRoster, rubrics: [Element] = [goodRubric]
    ) throws -> [Finding] {
        let program = try program.map {
            Source(file: "p.xml", root: $0.laid, value: try #require(readProgram($0.laid, file: "p.xml").value))
        }
        let people = try #require(readReviewers(roster.laid, file: "v.xml").value)
        // As drafts, for how many may read them is another question.
        let sources = try rubrics.map { $0.with("", "status", "draft") }.enumerated().map { number, root in
            let file = "r\(number).xml"
            return Source(file: file, root: root.laid, value: try #require(readRubric(root.laid, file: file).value))
        }
        return crossCheck(
            program: program, roster: Source(file: "v.xml", root: roster.laid, value: people), rubrics: sources)
    }

    @Test func `good documents agree with each other`() throws { #expect(try cross() == []) }

    @Test func `a school in the roster that isn't declared is an error with its place`() throws {
        let finding = try #require(
            try cross(roster: goodRoster.with("reviewer/conflict", "school", "linclon-es")).first)
        #expect(finding.code == "school.unknown" && finding.severity == .error)
        #expect(finding.file == "v.xml" && finding.line == 5 && finding.column == 10)
        #expect(try cross(roster: goodRoster.with("reviewer", "school", "LINCOLN-ES")).codes == ["school.unknown"])
        #expect(try cross(program: nil, roster: goodRoster.with("reviewer", "school", "x")).isEmpty)
    }

    @Test func `a qualification for what isn't there is a warning`() throws {
        let findings = try cross(rubrics: [goodRubric.with("", "id", "other").changing("tag") { $0.text = "x" }])
        #expect(findings.codes == ["qualified.unknown-rubric", "qualified.unknown-tag"])
        #expect(findings.errors.isEmpty)
    }

    @Test func `a school goal must be one of the program's`() throws {
        let aligned = goodRubric.beginning(with: element("alignment", ["kind": "school-goal", "code": "maths"]))
        #expect(try cross(rubrics: [aligned]).codes == ["goal.unknown"])
        #expect(try cross(rubrics: [aligned.with("alignment", "code", "literacy")]).isEmpty)
    }

    @Test func `an unknown prerequisite is a warning`() throws {
        let root = goodRubric.beginning(with: element("prerequisite", ["rubric": "targets"]))
        #expect(try cross(rubrics: [root]).codes == ["prerequisite.unknown"])
    }

    @Test func `one version in two files names both`() throws {
        let finding = try #require(try cross(rubrics: [goodRubric, goodRubric]).first)
        #expect(finding.code == "rubric.twice")
        #expect(finding.message.contains("r0.xml") && finding.message.contains("r1.xml"))
        #expect(try cross(rubrics: [goodRubric, goodRubric.with("", "version", "1.3")]).isEmpty)
    }

    @Test func `rubric ids that differ only in letter case are an error`() throws {
        #expect(
            try cross(rubrics: [goodRubric, goodRubric.with("", "id", "Checking")]).codes == ["rubric.letter-case"])
    }
}
