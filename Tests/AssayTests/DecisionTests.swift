import Foundation
import Support
import Testing

/// From readers' levels to an outcome, by every policy and every way to differ.
@Suite(.scratch) struct DecisionTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func assigned(_ rubric: String, people: [Person] = [Person("r-one"), Person("r-two"), .lead()]) throws
        -> (Workspace, String)
    {
        let workspace = try Workspace(rubrics: [rubric], people: people)
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    // MARK: Policies

    @Test(arguments: [("demonstrated", "earned"), ("progressing", "not-yet-earned"), ("not-met", "not-yet-earned")])
    func `all-meet wants every required criterion met`(level: String, outcome: String) throws {
        let (workspace, submission) = try assigned(rubricXML())
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": level])
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.state(submission) == outcome)
        #expect(try workspace.show(submission)["outcome"].string == outcome)
    }

    @Test(arguments: ["", "not-met"])
    func `an optional criterion stands in nobody's way`(level: String) throws {
        let criteria = [Criterion("1.1"), Criterion("1.2", on: "student-work", required: false)]
        let (workspace, submission) = try assigned(rubricXML(criteria: criteria))
        try workspace.fill(
            submission, levels: level.isEmpty ? ["1.1": "demonstrated"] : ["1.1": "demonstrated", "1.2": level])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    /// Weights 2, 1 and ½; the last criterion is optional; five points of seven are asked for.
    private func points(minimum: String = "5", each: String = "each=\"1\"") -> String {
        rubricXML(
            criteria: [
                Criterion("1.1", weight: "2"), Criterion("1.2", on: "student-work"),
                Criterion("1.3", on: "reflection", required: false, weight: "0.5"),
            ], award: "policy=\"points\" minimum=\"\(minimum)\" \(each)")
    }

    @Test(arguments: [
        (["1.1": "demonstrated", "1.2": "progressing"], "earned"),
        (["1.1": "progressing", "1.2": "demonstrated"], "not-yet-earned"),
        (["1.1": "progressing", "1.2": "demonstrated", "1.3": "demonstrated"], "earned"),
        (["1.1": "progressing", "1.2": "demonstrated", "1.3": "progressing"], "not-yet-earned"),
        (["1.1": "demonstrated", "1.2": "not-met", "1.3": "demonstrated"], "not-yet-earned"),
        (["1.1": "demonstrated", "1.2": "progressing", "1.3": "not-met"], "earned"),
    ])
    func `points are weighed, and each required criterion has its least`(levels: [String: String], outcome: String)
        throws
    {
        let (workspace, submission) = try assigned(points())
        try workspace.fill(submission, levels: levels)
        try workspace.run()
        #expect(try workspace.state(submission) == outcome)
    }

    @Test func `without each the sum alone counts, to the fraction`() throws {
        let (workspace, submission) = try assigned(points(minimum: "4.5", each: ""))
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "not-met", "1.3": "progressing"])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    // MARK: Agreement

    /// What two readers say of 1.1 (both say that 1.2 is demonstrated), and whether that is a difference.
    static let differences: [(agree: String, one: String, two: String, differs: Bool)] = [
        ("meets", "demonstrated", "demonstrated", false), ("meets", "progressing", "not-met", false),
        ("meets", "demonstrated", "progressing", true), ("level", "progressing", "not-met", true),
        ("level", "not-met", "not-met", false), ("outcome", "progressing", "not-met", false),
        ("outcome", "demonstrated", "progressing", true),
    ]

    @Test(arguments: differences.indices)
    func `a difference goes to a lead, and only a difference`(index: Int) throws {
        let (agree, one, two, differs) = Self.differences[index]
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2, agree: agree))
        try workspace.fill(submission, as: "r-one", levels: ["1.1": one, "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(submission) == "in-review")
        try workspace.fill(submission, as: "r-two", levels: ["1.1": two, "1.2": "demonstrated"])
        try workspace.run()
        #expect(
            try workspace.state(submission)
                == (differs ? "adjudication" : one == "demonstrated" ? "earned" : "not-yet-earned"))
        #expect(try workspace.readers(of: submission) == (differs ? ["r-lead"] : []))
    }

    @Test func `a difference on a criterion that changes no outcome is none under agree outcome`() throws {
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2, agree: "outcome"))
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "not-met", "1.2": "not-met"])
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        #expect(try workspace.state(submission) == "not-yet-earned")
        #expect(try workspace.criteria(submission) == ["1.1": "not-met, agreed", "1.2": "not-met, agreed"])
    }

    @Test func `a lead that nobody could be is missed no more once the readers agree`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [Person("r-one"), Person("r-two")])
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.ask("status")["unroutable"][submission].string != nil)
        try workspace.fill(submission, as: "r-two", levels: both)
        workspace.advance(hours: 1)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        let status = try workspace.ask("status")["unroutable"]
        #expect(status[submission].string == nil, "\(status)")
    }

    @Test func `final levels that contradict what all readers say are a difference`() throws {
        // Each finds another one of three criteria not met: not yet earned, say all; but every median meets.
        let criteria = ["1.1", "1.2", "1.3"].map { Criterion($0) }
        let (workspace, submission) = try assigned(
            rubricXML(criteria: criteria, reviewers: 3, agree: "outcome"),
            people: [Person("r-one"), Person("r-two"), Person("r-three"), .lead()])
        for (reader, missed) in ["r-one": "1.1", "r-two": "1.2", "r-three": "1.3"] {
            var levels = ["1.1": "demonstrated", "1.2": "demonstrated", "1.3": "demonstrated"]
            levels[missed] = "not-met"
            try workspace.fill(submission, as: reader, levels: levels)
        }
        try workspace.run()
        #expect(try workspace.state(submission) == "adjudication")
        #expect(try workspace.readers(of: submission) == ["r-lead"])
    }

    @Test func `the lead is asked for the disputed criteria only and sees nobody's marks`() throws {
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2))
        try workspace.fill(submission, as: "r-one", levels: both, comment: "Plain to see.")
        try workspace.fill(
            submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"], comment: "Nowhere to be seen.")
        try workspace.run()
        for (path, bytes) in try workspace.tree("Outbox/Queues/r-lead") {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["Plain to see", "Nowhere to be seen", "r-one", "r-two"] {
                #expect(!text.contains(word) && !path.contains(word), "\(path)")
            }
        }
        let text = try workspace.text(workspace.decision(submission, of: "r-lead"))
        #expect(text.contains("<criterion id=\"1.1\""))
        #expect(!text.contains("<criterion id=\"1.2\""))
    }

    @Test(arguments: [
        ("demonstrated", "demonstrated", "earned"), ("progressing", "progressing", "not-yet-earned"),
        ("not-met", "not-met", "not-yet-earned"),
    ])
    func `the lead's mark decides by the median of all`(lead: String, final: String, outcome: String) throws {
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2))
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.fill(submission, levels: ["1.1": lead])
        try workspace.run()
        #expect(try workspace.state(submission) == outcome)
        #expect(try workspace.criteria(submission) == ["1.1": "\(final), adjudicated", "1.2": "demonstrated, agreed"])
    }

    @Test func `a reader who changes her mind may end the adjudication, and what the lead typed is kept`() throws {
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2))
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.fill(
            submission, as: "r-lead", levels: ["1.1": "not-met"], status: "draft", comment: "Half of a thought.")
        try workspace.fill(submission, as: "r-two", levels: both)
        let pass = try workspace.run()
        #expect(pass["decided"] == 1)
        #expect(pass.json["notices"].array.contains { $0.string?.contains("it is kept: .assay/vault/kept/") == true })
        #expect(try workspace.isKept("Half of a thought."))
        let history = try workspace.show(submission)["history"].array.compactMap { $0["event"].string }
        #expect(history.contains("assignment-ended: r-lead: settled (it was decided without this reading)"))
    }

    @Test func `of two different levels that agree the lower is final`() throws {
        let (workspace, submission) = try assigned(rubricXML(reviewers: 2))
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "progressing", "1.2": "demonstrated"])
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.criteria(submission)["1.1"] == "not-met, agreed")
    }

    @Test func `three readers' middle level is final`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 3, agree: "outcome"),
            people: [Person("r-one"), Person("r-two"), Person("r-three"), .lead()])
        #expect(try workspace.readers(of: submission) == ["r-one", "r-three", "r-two"])
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "progressing", "1.2": "not-met"])
        try workspace.fill(submission, as: "r-three", levels: ["1.1": "not-met", "1.2": "not-met"])
        try workspace.run()
        #expect(try workspace.criteria(submission) == ["1.1": "progressing, agreed", "1.2": "not-met, agreed"])
    }

    @Test func `a lead who has read, or may not read, doesn't adjudicate`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2),
            people: [Person("r-one"), .lead("a-lead"), .lead("z-lead", conflict: "educator=\"E1042\"")])
        #expect(try workspace.readers(of: submission) == ["a-lead", "r-one"])
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.fill(submission, as: "a-lead", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        let pass = try workspace.run()
        #expect(pass["unroutable"] == 1)
        #expect(try workspace.readers(of: submission).isEmpty)
    }
}
