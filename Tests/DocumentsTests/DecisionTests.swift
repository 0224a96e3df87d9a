import Assessment
import Documents
import Markup
import Testing

/// A decision file as its reviewer left it.
struct DecisionTests {
    private let decision = element(
        "decision",
        [
            "submission": "S-1", "reviewer": "r-1", "rubric": "checking", "version": "1.2", "ticket": "T",
            "status": " Final ", "reason": "", "evidence": " e3 ",
        ],
        [
            element("criterion", ["id": "1.1", "level": " Demonstrated "], [element("comment", text: "\n Fine. \n")]),
            element("criterion", ["id": "1.2"]),
            element("overall", [element("comment", text: "Well done.")]),
        ])

    @Test func `what was typed is read with its places`() throws {
        let read = readDecision(decision.laid, file: "decision.xml")
        #expect(read.findings == [])
        let file = try #require(read.value)
        #expect(file.status == .final && file.writtenStatus == " Final " && file.evidence == "e3")
        #expect(file.binding.ticket == "T" && file.overall == "Well done.")
        #expect(file.marks.map(\.level) == ["Demonstrated", ""])
        #expect(file.marks.map(\.comment) == ["Fine.", ""])
        #expect(file.marks[0].levelPlace == Place(line: 2, column: 20))
        #expect(file.marks[1].levelPlace == Place(line: 4, column: 1))
        #expect(file.places["status"] == Place(line: 1, column: 60))
    }

    @Test func `a mistyped status is left for the message that names the four`() throws {
        let read = readDecision(decision.with("", "status", "finished").laid, file: "decision.xml")
        #expect(read.findings.isEmpty)
        #expect(read.value?.status == nil && read.value?.writtenStatus == "finished")
    }

    @Test func `a criterion that stands twice is an error`() {
        let root = decision.adding(element("criterion", ["id": "1.1", "level": "no"]), to: "")
        #expect(readDecision(root.laid, file: "d").findings.codes == ["id.twice"])
    }

    @Test func `a lost attribute is an error`() {
        #expect(readDecision(decision.with("", "ticket", nil).laid, file: "d").findings.codes == ["xml.invalid"])
    }
}
