import Assessment
import Documents
import Markup
import Testing

/// What a schema can't say of a rubric.
struct RubricTests {
    private func findings(_ root: Element) -> [Finding] { readRubric(root.laid, file: "Rubrics/r.xml").findings }

    @Test func `a good rubric is read whole and without a finding`() throws {
        let read = readRubric(goodRubric.laid, file: "r.xml")
        #expect(read.findings == [])
        let rubric = try #require(read.value)
        #expect(rubric.title == "Checking for Understanding")
        #expect(rubric.award == .points(minimum: try #require(Thousandths("2")), each: 1))
        #expect(rubric.review == ReviewRule(reviewers: 2, agree: .level, dueDays: 5))
        #expect(rubric.resubmit == ResubmitRule(max: 3, keepsMet: true))
        #expect(rubric.criteria.map(\.isRequired) == [true, false])
        #expect(rubric.criteria.map(\.weight.text) == ["1", "0.5"])
        #expect(rubric.rules.first?.message == [.words("There are "), .expression("count(a:x)"), .words(" items.")])
    }

    @Test func `what is optional has its standing value`() throws {
        var bare = goodRubric
        bare.children.removeAll { ["award", "review", "resubmit", "tag"].contains($0.name) }
        let read = readRubric(bare.laid, file: "r.xml")
        #expect(read.findings == [])
        let rubric = try #require(read.value)
        #expect(rubric.award == .allMeet)
        #expect(rubric.review == ReviewRule())
        #expect(rubric.resubmit == ResubmitRule())
    }

    @Test func `a mistyped scale is named with its place and the ones there are`() throws {
        let findings = findings(goodRubric.with("part/criterion", "scale", "dq"))
        let finding = try #require(findings.first)
        #expect(finding.code == "scale.unknown" && finding.file == "Rubrics/r.xml")
        #expect(finding.line == 13 && finding.column == 30)
        #expect(finding.message.contains("'dq'") && finding.remedy.contains("'dp'"))
    }

    @Test(arguments: [
        ("part/criterion", "evidence", "plan poem", "evidence.unknown-kind"),
        ("part/criterion/at", "level", "perhaps", "level.unknown"),
        ("part/criterion", "id", "1.2", "id.twice"),
        ("part/criterion", "id", "nul", "id.device-name"),
        ("part/criterion", "weight", "1.2345", "number.invalid"),
        ("part/criterion", "weight", "9000000", "number.invalid"),
        ("scale/level", "meets", "false", "scale.none-meets"),
        ("intake/evidence", "min", "3", "bounds.reversed"),
        ("intake/evidence", "media", "pdf", "media.invalid"),
        ("intake/evidence", "min", "some", "xml.invalid"),
        ("intake/rule", "test", " ", "rule.no-test"),
        ("award", "minimum", "3.001", "award.unreachable"),
        ("award", "minimum", nil, "award.no-minimum"),
        ("award", "each", "3", "award.unreachable"),
        ("review", "due", "PT5H", "review.due"),
        ("review", "due", "P1M", "review.due"),
        ("review", "reviewers", "4", "xml.invalid"),
        ("", "status", "open", "xml.invalid"),
        ("", "id", "a/b", "xml.invalid"),
    ])
    func `each mistake is an error of its own`(path: String, name: String, value: String?, code: String) {
        #expect(findings(goodRubric.with(path, name, value)).errors.codes == [code])
    }

    @Test(arguments: [
        ("hosts", "v.example"), ("min-duration", "PT5M"), ("max-duration", "PT5M"),
    ])
    func `what means nothing for a file is warned of`(name: String, value: String) {
        let findings = findings(goodRubric.with("intake/evidence", name, value))
        #expect(findings.codes == ["evidence.no-effect"])
        #expect(findings.errors.isEmpty)
    }

    @Test(arguments: [
        ("v.example", true), ("*.v.example", true), ("V.example", true), ("https://v.example", false),
        ("v.example:443", false), ("v.example/x", false), ("*v.example", false), ("a.*.example", false),
        ("10.0.0.1", false), ("v..example", false), ("v.example.", false), ("\u{212A}.example", false),
    ])
    func `hosts are names, or all names below one`(host: String, isGood: Bool) {
        let root = goodRubric.with("intake/evidence", "form", "link").with("intake/evidence", "hosts", host)
        #expect(findings(root).codes == (isGood ? [] : ["host.invalid"]))
    }

    @Test func `durations and words may not be reversed`() {
        let root = goodRubric.with("intake/evidence", "form", "link")
            .with("intake/evidence", "min-duration", "PT15M").with("intake/evidence", "max-duration", "PT5M")
        #expect(findings(root).codes == ["bounds.reversed"])
        let words = goodRubric.with("intake/evidence", "min-words", "9").with("intake/evidence", "max-words", "8")
        #expect(findings(words).codes == ["bounds.reversed"])
        #expect(findings(goodRubric.with("intake/evidence", "min-words", "x")).codes == ["xml.invalid"])
    }

    @Test func `a meeting level after one that doesn't meet is out of order`() {
        let level = element("level", ["id": "late", "points": "-1", "meets": "true"], text: "Late")
        #expect(findings(goodRubric.adding(level, to: "scale")).errors.codes == ["scale.order"])
    }

    @Test func `points that don't fall are named with those before`() throws {
        let level = element("level", ["id": "never", "points": "0", "meets": "false"], text: "Never")
        let finding = try #require(findings(goodRubric.adding(level, to: "scale")).first)
        #expect(finding.code == "scale.points" && finding.line == 12 && finding.column == 20)
        #expect(finding.message == "The level 'never' has 0 points; the one before it has 0.")
    }

    @Test func `two levels can't share a label, nor one's label be another's id`() {
        let label = element("level", ["id": "never", "points": "-1", "meets": "false"], text: "not MET")
        #expect(findings(goodRubric.adding(label, to: "scale")).errors.codes == ["scale.label"])
        let id = element("level", ["id": "progressing", "points": "-1", "meets": "false"], text: "Never")
        #expect(findings(goodRubric.adding(id, to: "scale")).errors.codes == ["scale.label"])
    }

    @Test func `a scale on which everything meets is warned of`() {
        var root = goodRubric
        root = root.changing("scale") { $0.children.removeLast(2) }
            .changing("part/criterion") { _ in }.with("award", "minimum", "1")
        root = root.changing("part") { $0.children.removeLast() }
            .changing("part/criterion") { $0.children.removeLast(2) }
        #expect(findings(root).codes == ["scale.all-meet"])
    }

    @Test func `ids that differ only in letter case are one`() {
        let root = goodRubric.adding(
            element("evidence", ["kind": "PLAN", "form": "file", "min": "0", "max": "1"]), to: "intake")
        #expect(findings(root).codes == ["id.twice"])
    }

    @Test(arguments: ["a {count(x", "a { } b", "x {'}'"])
    func `a brace without its other half is an error`(message: String) {
        #expect(findings(goodRubric.changing("intake/rule") { $0.text = message }).codes == ["rule.braces"])
    }

    @Test func `a brace in a string of an expression is the expression's`() {
        #expect(findings(goodRubric.changing("intake/rule") { $0.text = "{concat('}', \"{\")} b" }).isEmpty)
    }

    @Test func `a rubric without criteria, evidence or descriptors says so`() {
        let noCriteria = goodRubric.changing("part") { $0.children = [] }.with("award", "policy", "all-meet")
            .with("award", "minimum", nil).with("award", "each", nil)
        #expect(findings(noCriteria).codes == ["rubric.no-criteria"])
        let noEvidence = goodRubric.changing("intake") { $0.children = [] }.with("part/criterion", "evidence", nil)
        #expect(findings(noEvidence).codes == ["rubric.no-evidence"])
        let noDescriptors = goodRubric.changing("part/criterion") { $0.children.removeLast() }
        #expect(findings(noDescriptors).codes == ["criterion.no-descriptors"])
    }

    @Test func `agreement between one reader and nobody is warned of`() {
        let one = goodRubric.with("review", "reviewers", "1")
        #expect(findings(one).codes == ["review.agree-unused"])
        #expect(findings(one.with("review", "agree", "meets")).isEmpty)
    }

    @Test func `an alignment with a school goal needs the goal's code`() {
        let goal = element("alignment", ["kind": "school-goal"], text: "Reading")
        #expect(findings(goodRubric.beginning(with: goal)).codes == ["alignment.no-code"])
    }

    @Test func `every fault is found, in the order of the document`() {
        let root = goodRubric.with("", "id", "con").with("scale/level", "points", "0")
            .with("part/criterion", "scale", "x").with("review", "due", "soon")
        #expect(
            findings(root).codes == [
                "id.device-name", "scale.points", "scale.unknown", "review.due",
            ])
    }

    @Test func `another document isn't read as a rubric`() {
        let read = readRubric(goodProgram.laid, file: "r.xml")
        #expect(read.value == nil)
        #expect(read.findings.codes == ["xml.invalid"])
    }

    @Test func `an empty rubric is read without a crash`() {
        let read = readRubric(element("rubric").laid, file: "r.xml")
        #expect(read.value != nil)
        #expect(read.findings.hasError)
    }
}
