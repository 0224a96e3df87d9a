import Assessment
import Documents
import Markup
import Testing

/// A decision.txt as its reviewer left it: only what was laid, in its place, is structure.
struct DecisionTextTests {
    private let rubric: Rubric
    private let laid: LaidText

    init() throws {
        rubric = try #require(readRubric(goodRubric.laid, file: "r.xml").value)
        let binding = DecisionFile.Binding(
            submission: "S-1", reviewer: "r-1", rubric: "checking", version: "1.2", ticket: "T1")
        laid = LaidText(binding: binding, rubric: rubric, criteria: rubric.criteria, evidence: [])
    }

    private var blank: String { decisionText(laid, rubric: rubric, evidence: [], head: ["Due soon."]) }

    /// Status and level given, and these comments.
    private func filled(_ first: String = "Fine.", _ second: String = "", overall: String = "") -> String {
        var pieces = blank.replacing("status: draft", with: "status: final")
            .replacing("level:\r\n", with: "level: Demonstrated\r\n").split(separator: "comment:\r\n")
        for (index, comment) in [first, second, overall].enumerated() {
            pieces[index + 1] = "comment:\r\n\(comment.replacing("\n", with: "\r\n"))" + pieces[index + 1]
        }
        return pieces.joined()
    }

    private func read(_ text: String) -> Read<DecisionFile> { read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8]) -> Read<DecisionFile> { readDecisionText(bytes, laid: laid, file: "d.txt") }

    private func line(_ text: String, in whole: String) -> Int? {
        whole.split(separator: "\r\n", omittingEmptySubsequences: false).firstIndex { $0 == text }.map { $0 + 1 }
    }

    // MARK: What is laid

    @Test func `it is laid in CRLF within 100 columns`() {
        let lines = blank.split(separator: "\r\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 100 && !line.contains { $0 == "\n" || $0 == "\r" }) }
        #expect(lines.suffix(14).first?.hasPrefix("#") == true)
        #expect(
            Array(lines.suffix(7)) == [
                "", "## Overall", "# Something to say of the whole? It may stay empty.", "comment:", "", "## End", "",
            ])
    }

    @Test func `what is to be typed is found first where it is typed`() throws {
        let head = try #require(blank.firstRange(of: "\r\nsubmission: ")).lowerBound
        for key in ["submission:", "ticket:", "status:", "reason:", "evidence:", "level:", "comment:", "## "] {
            let place = try #require(blank.firstRange(of: key)).lowerBound
            #expect(place >= head, "\(key)")
        }
    }

    @Test func `a byte-order mark is laid only where there is more than ASCII`() {
        #expect(Array(blank.utf8.prefix(2)) == Array("# ".utf8))
        let accented = decisionText(laid, rubric: rubric, evidence: [], head: ["Von Núñez."])
        #expect(Array(accented.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(read(accented).findings == [])
    }

    // MARK: What is read

    @Test func `it comes back as it was laid`() throws {
        let read = read(blank)
        #expect(read.findings == [])
        let decision = try #require(read.value)
        #expect(decision.status == .draft && decision.binding == laid.binding)
        #expect(decision.marks.map(\.criterion) == ["1.1", "1.2"] && decision.marks.allSatisfy { $0.level.isEmpty })
        #expect(decision.marks.allSatisfy { $0.comment.isEmpty } && decision.overall.isEmpty)
    }

    @Test func `what was typed is read with its places, line breaks kept`() throws {
        let text = filled("One.\n\n  Two.\n", overall: "All & <good>.\n").replacing("reason:", with: "reason:  Why? ")
        let read = read(text)
        #expect(read.findings == [])
        let decision = try #require(read.value)
        #expect(decision.marks.map(\.level) == ["Demonstrated", "Demonstrated"])
        #expect(decision.marks.map(\.comment) == ["One.\n\n  Two.", ""])
        #expect(decision.overall == "All & <good>." && decision.reason == "Why?")
        let (level, status) = (line("level: Demonstrated", in: text), line("status: final", in: text))
        #expect(decision.marks[0].levelPlace == Place(line: try #require(level), column: 8))
        #expect(decision.places["status"] == Place(line: try #require(status), column: 9))
        #expect(decision.places["reason"]?.column == 10)
    }

    @Test func `a comment may begin in its own line, and a level below it`() throws {
        let text = blank.replacing("comment:\r\n", with: "comment: Seen,\r\nand used.\r\n", maxReplacements: 1)
            .replacing("level:\r\n", with: "Level :\r\n\r\n  Not met\r\n", maxReplacements: 1)
        let read = read(text)
        #expect(read.findings == [])
        #expect(read.value?.marks.first?.comment == "Seen,\nand used." && read.value?.marks.first?.level == "Not met")
        #expect(read.value?.marks.first?.levelPlace.line == line("  Not met", in: text))
    }

    @Test(arguments: [
        "## 1.2 Something else", "level: no", "comment: mine", "# A title", "## 1.2 It is used",
        "## 1.2 It is used\nlevel: no\ncomment: mine", "## Overall\ncomment: mine", "## End", "status: declined",
        "## Overall", "## 1.1 It is planned\nlevel: no\ncomment:", "ticket: T2",
    ])
    func `a comment that looks like structure stays a comment`(comment: String) throws {
        for text in [filled(comment + "\n"), filled("Fine.\n", comment + "\n")] {
            let read = read(text)
            #expect(read.findings == [], "\(read.findings)")
            let decision = try #require(read.value)
            #expect(decision.status == .final && decision.marks.map(\.level) == ["Demonstrated", "Demonstrated"])
            #expect(decision.marks.map(\.comment).contains(comment) && decision.overall.isEmpty)
        }
        let last = read(filled(overall: comment + "\n"))
        #expect(last.findings == [] && last.value?.overall == comment)
    }

    @Test func `a whole criterion pasted into a comment is never guessed between`() throws {
        let text = filled()
        let start = try #require(text.firstRange(of: "## 1.2")).lowerBound
        let end = try #require(text.firstRange(of: "## Overall")).lowerBound
        let read = read(filled("\(text[start..<end])\n"))
        #expect(read.findings.codes == ["decision.line-twice"])
    }

    @Test func `words after the last line are asked back, for nothing is read there`() {
        let read = read(filled(overall: "One.\n") + "Two.\r\n")
        #expect(read.findings.codes == ["decision.stray-text"])
    }

    @Test func `a reason may go on in the next lines`() {
        let text = blank.replacing(
            "reason:\r\n", with: "reason: I coached her\r\n# and: her class\r\nstatus: known\r\n")
        let read = read(text)
        #expect(read.findings == [] && read.value?.status == .draft)
        #expect(read.value?.reason == "I coached her # and: her class status: known")
    }

    @Test func `the guide and the descriptors may be gone`() {
        let lines = filled().split(separator: "\r\n").filter { !$0.hasPrefix("# ") && $0 != "#" }
        let read = read(lines.joined(separator: "\r\n"))
        #expect(read.findings == [] && read.value?.marks.first?.comment == "Fine.")
    }

    // MARK: Ways of saving

    enum Saving: String, CaseIterable {
        case plain, mark, lf, cr, mixed, blankLines, littleEndian, bigEndian, windows1252, halfWindows1252
        case twoMarks, twoMarksInUTF16, unmarkedLittleEndian, unmarkedBigEndian, endSign, endSignInUTF16

        func save(_ text: String) -> [UInt8] {
            func units(_ text: String) -> [UInt16] { Array(("\u{FEFF}" + text).utf16) }
            switch self {
            case .plain: return Array(text.utf8)
            case .mark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .lf: return Array(text.replacing("\r\n", with: "\n").utf8)
            case .cr: return Array(text.replacing("\r\n", with: "\r").utf8)
            case .mixed: return Array(text.replacing("\r\n", with: "\n", maxReplacements: 9).utf8)
            case .blankLines: return Array((text + "\r\n  \r\n\r\n").utf8)
            case .littleEndian: return units(text).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .bigEndian: return units(text).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case .windows1252: return text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value & 0xFF) }
            case .twoMarks: return Saving.mark.save("\u{FEFF}" + text)
            case .twoMarksInUTF16: return Saving.bigEndian.save("\u{FEFF}" + text)
            case .unmarkedLittleEndian: return Array(Saving.littleEndian.save(text).dropFirst(2))
            case .unmarkedBigEndian: return Array(Saving.bigEndian.save(text).dropFirst(2))
            case .endSign: return Array((text + "\u{1A}\r\n\u{1A}").utf8)
            case .endSignInUTF16: return Saving.littleEndian.save(text + "\u{1A}")
            case .halfWindows1252:
                let (first, rest) = (text.prefix { $0 != "ä" }, text.drop { $0 != "ä" })
                return Array(first.utf8) + Saving.windows1252.save(String(rest))
            }
        }
    }

    @Test(arguments: Saving.allCases)
    func `an editor's way of saving changes nothing`(way: Saving) {
        let read = read(way.save(filled("Señora’s plan: é.\n", "Später für alle.\n")))
        #expect(read.findings == [])
        #expect(read.value?.marks.map(\.comment) == ["Señora’s plan: é.", "Später für alle."])
    }

    @Test func `a word processor's line and page breaks in a comment are line breaks, and in a reason spaces`() {
        let text = filled("One.\u{0B}Two.\u{0C}Three.\n").replacing("reason:", with: "reason: Why\u{0B}not?")
        let decision = read(text).value
        #expect(decision?.marks.first?.comment == "One.\nTwo.\nThree." && decision?.reason == "Why not?")
    }

    @Test func `letters that an encoding lacks don't spoil a laid line`() throws {
        let polish = try #require(
            readRubric(goodRubric.changing("part/criterion/title") { $0.text = "Pytań 家 dość" }.laid, file: "r").value)
        let laid = LaidText(binding: laid.binding, rubric: polish, criteria: polish.criteria, evidence: [])
        let text = decisionText(laid, rubric: polish, evidence: []).drop { $0 == "\u{FEFF}" }
        let lossy = Array(text.unicodeScalars.map { $0.value > 0xFF ? UInt8(ascii: "?") : UInt8($0.value) })
        #expect(readDecisionText(lossy, laid: laid, file: "d.txt").findings == [])
    }

    @Test(arguments: ["\u{301}", "\u{301}x", "x \u{301}", "\u{301}\u{308}"])
    func `a title that begins or ends with an accent of its own is found again`(title: String) throws {
        let rubric = try #require(
            readRubric(goodRubric.changing("part/criterion/title") { $0.text = title }.laid, file: "r").value)
        let laid = LaidText(binding: laid.binding, rubric: rubric, criteria: rubric.criteria, evidence: [])
        let read = readDecisionText(
            Array(decisionText(laid, rubric: rubric, evidence: []).utf8), laid: laid, file: "d.txt")
        #expect(read.findings == [])
    }

    @Test(arguments: [
        ("{\\rtf1 text", "decision.not-text"), ("PK\u{3}\u{4}", "decision.not-text"), ("a\u{0}b", "decision.not-text"),
        ("a\u{0}b\u{0}\u{0}\u{0}", "decision.not-text"),
        ("", "decision.empty"), (" \r\n\r\n", "decision.empty"), ("<decision/>", "decision.not-a-decision"),
    ])
    func `what is no decision is refused in one sentence`(text: String, code: String) {
        #expect(read(text).value == nil)
        #expect(read(text).findings.codes == [code])
    }

    // MARK: What was laid and changed

    @Test(arguments: ["submission: S-1", "ticket: T1", "status: final", "reason:", "evidence:"])
    func `a line that is gone from the head is asked for by name`(laid: String) throws {
        let read = read(filled().replacing(laid + "\r\n", with: ""))
        #expect(read.findings.codes == ["decision.missing-line"])
        let remedy = try #require(read.findings.first?.remedy)
        #expect(remedy.hasPrefix("Write " + (laid == "status: final" ? "status: draft" : laid)))
    }

    @Test(arguments: [
        ("## 1.2 It is used", "## 1.2 It's used"), ("## 1.2 It is used", "##1.2"), ("## 1.2 It is used\r\n", ""),
        ("## Overall", "Overall"), ("# Optional", "Optional"), ("evidence:", "evidence:\r\nevidence: e1"),
        ("evidence:", "evidence:\r\n\r\nA note of mine."), ("## End\r\n", ""), ("## End", "The end"),
    ])
    func `a laid line that was changed is an error with a line`(laid: String, changed: String) {
        let text = filled()
        #expect(text.contains(laid))
        let read = read(text.replacing(laid, with: changed, maxReplacements: 1))
        #expect(read.findings.count == 1 && read.findings.hasError, "\(read.findings)")
        #expect(read.findings.first?.line ?? 0 > 1)
    }

    @Test(arguments: ["level", "comment"])
    func `a key that is gone from a criterion is an error at its heading`(key: String) throws {
        let text = filled()
        let place = try #require(text.firstRange(of: "\r\n\(key):"))
        let read = read(text.replacingCharacters(in: place, with: "\r\nx"))
        #expect(read.findings.codes.contains("decision.missing-line"))
        #expect(read.findings.contains { $0.line == line("## 1.1 It is planned", in: text) })
        #expect(read.findings.contains { $0.message.contains("'\(key):'") })
    }

    @Test func `criteria in another order are an error`() throws {
        let text = filled()
        let one = try #require(text.firstRange(of: "## 1.1")).lowerBound
        let two = try #require(text.firstRange(of: "## 1.2")).lowerBound
        let end = try #require(text.firstRange(of: "## Overall")).lowerBound
        let read = read(String(text[..<one] + text[two..<end] + text[one..<two] + text[end...]))
        #expect(read.findings.codes == ["decision.missing-line"])
    }

    @Test func `wherever the file is cut, nothing is taken`() {
        let bytes = Array(filled("Fine.\n", "Good.\n", overall: "Well done.\n").utf8)
        for length in 0..<(bytes.count - 3) {
            let read = read(Array(bytes.prefix(length)))
            #expect(read.findings.hasError || read.value?.binding.ticket != "T1", "\(length)")
            if length > 0, read.value != nil { #expect(read.findings.allSatisfy { $0.line != nil }) }
        }
    }

    @Test func `another ticket is said alone`() {
        let read = read("submission: S-2\nticket: T2\nstatus: final\n\n## 7.7 Of another rubric\nlevel: x\n")
        #expect(read.findings == [])
        #expect(read.value?.binding.ticket == "T2" && read.value?.binding.submission == "S-2")
    }

    @Test func `a large file of nothing but traps is read in good time`() {
        let headings = String(repeating: "## 1.1 It is planned\r\n# x\r\n", count: 20_000)
        let lines = String(repeating: "a\r\n", count: 200_000)
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(read(filled(headings)).findings == [])
            #expect(read(blank.replacing("reason:\r\n", with: "reason:\r\n" + lines)).findings == [])
            #expect(read(blank.replacing("level:\r\n", with: "level:\r\n" + lines)).findings == [])
        }
        #expect(time < .seconds(60))
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
