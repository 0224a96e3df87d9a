import Assessment
import Documents
import Testing

/// A measured submission under its rubric.
struct EvidenceTests {
    private let file = EvidenceItem(
        kind: "plan", content: .file(path: "plan.pdf", sha256: nil, bytes: nil), place: Place(line: 5, column: 5),
        measured: Measured(bytes: 100, sha256: "", mediaType: "application/pdf", words: 10))

    private func findings(
        _ items: [EvidenceItem], form: EvidenceForm = .file, kind: String = "plan", min: Int = 1, max: Int = 2,
        _ change: (inout EvidenceRule) -> Void = { _ in }
    ) -> [Finding] {
        var rule = EvidenceRule(kind: kind, form: form, min: min, max: max)
        change(&rule)
        let rubric = Rubric(
            id: "r", version: "1", status: .active, title: "", competency: "", evidence: [rule], scales: [], parts: [])
        let educator = Submission.Educator(id: "E1", name: "A", email: "a@b", school: "s")
        let submission = Submission(
            rubric: "r", version: nil, educator: educator, evidence: items, place: Place(line: 2, column: 1))
        return evidenceFindings(submission, rubric: rubric, file: "manifest.xml")
    }

    private func link(_ href: String, _ duration: String? = nil) -> EvidenceItem {
        EvidenceItem(
            kind: "plan", content: .link(href: href, duration: duration.flatMap(Period.init)),
            place: Place(line: 6, column: 5))
    }

    @Test func `what fits has no finding`() { #expect(findings([file]) == []) }

    @Test func `too few are counted in words`() throws {
        let finding = try #require(findings([file], min: 2).first)
        #expect(finding.code == "evidence.too-few" && finding.line == 5)
        #expect(finding.message == "2 'plan' files are asked for, 1 is there.")
        #expect(finding.remedy == "Add 1 more plan file to the evidence.")
        let none = try #require(findings([]).first)
        #expect(none.line == 2)
        #expect(none.remedy == "Add 1 plan file to the evidence.")
    }

    @Test func `too many are named at the first that is one too many`() throws {
        let finding = try #require(findings([file, file], max: 1).first)
        #expect(finding.code == "evidence.too-many" && finding.remedy == "Remove 1 plan file from the evidence.")
    }

    @Test func `an unknown kind and another form are named`() {
        #expect(findings([file], kind: "poem", min: 0).codes == ["evidence.unknown-kind"])
        #expect(findings([file], form: .text).codes == ["evidence.form"])
    }

    @Test func `content, size, words and release are held against the rule`() {
        #expect(findings([file]) { $0.media = ["text/plain"] }.codes == ["evidence.media"])
        #expect(findings([file]) { $0.media = ["application/*"] }.isEmpty)
        #expect(findings([file]) { $0.maxBytes = 99 }.codes == ["evidence.too-large"])
        #expect(findings([file]) { $0.minWords = 11 }.codes == ["evidence.too-few-words"])
        #expect(findings([file]) { $0.maxWords = 9 }.codes == ["evidence.too-many-words"])
        #expect(findings([file]) { $0.releaseRequired = true }.codes == ["evidence.no-release"])
        var uncounted = file
        uncounted.measured?.words = nil
        let findings = findings([uncounted]) { $0.minWords = 11 }
        #expect(findings.codes == ["evidence.words-unknown"] && findings.errors.isEmpty)
    }

    @Test func `an item that wasn't measured is only counted`() {
        var missing = file
        missing.measured = nil
        #expect(
            findings([missing]) {
                $0.media = ["text/plain"]
                $0.maxBytes = 1
                $0.minWords = 99
            }.isEmpty)
    }

    @Test(arguments: [
        "https://v.example/1", "HTTPS://V.Example/1", "https://a.b.vimeo.com/1?t=2#x", "https://v.example:443/v",
        "https://v.example", "https://v.example/é",
    ])
    func `a link to an accepted host is taken`(href: String) {
        #expect(findings([link(href)], form: .link) { $0.hosts = ["v.example", "*.vimeo.com"] } == [])
    }

    @Test(arguments: [
        "", "http://v.example/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "//v.example/",
        "https:v.example", "https:///v.example", "https://", "https://a@v.example/", "https://v.example:8443/",
        "https://v.example:/", "https://v.example./", "https://v.example\\@evil.example/", "https://v.example/a b",
        " https://v.example/", "https://v.ex\u{131}mple/", "https://v.example/\u{202E}x", "https://[::1]/",
        "https://169.254.169.254/", "https://2130706433/", "https://0x7f.1/", "https://127.0.0.0x1/",
        "https://localhost/", "https://v_.example/", "https://\u{212A}.example/", "https://v..example/",
        "https://v.example%2eevil.example/",
    ])
    func `a link of another form is refused, whatever the hosts`(href: String) {
        #expect(findings([link(href)], form: .link).codes == ["link.refused"])
    }

    @Test(arguments: [
        "https://vimeo.com/1", "https://notvimeo.com/", "https://evil-vimeo.com/", "https://v.example.evil.example/",
        "https://evilv.example/", "https://evil.example/#v.example", "https://xv.example/",
    ])
    func `a link to any other host is refused`(href: String) {
        #expect(findings([link(href)], form: .link) { $0.hosts = ["v.example", "*.vimeo.com"] }.codes == ["link.host"])
    }

    @Test(arguments: [
        ("PT4M59S", ["link.too-short"]), ("PT5M", []), ("PT15M", []), ("PT15M1S", ["link.too-long"]),
        (nil, ["link.no-duration"]),
    ])
    func `a link's duration lies within the rule's`(duration: String?, codes: [String]) {
        let findings = findings([link("https://v.example/", duration)], form: .link) {
            ($0.minDuration, $0.maxDuration) = (Period("PT5M"), Period("PT15M"))
        }
        #expect(findings.codes == codes)
        #expect(findings.allSatisfy { $0.line == 6 })
    }
}
