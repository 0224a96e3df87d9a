import Foundation
import Support
import Testing

/// What a reviewer got wrong is never half taken: problems.txt says what, where and how to mend it, and goes away.
@Suite(.scratch) struct ReviewTroubleTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    /// A way to get a decision file wrong, and what problems.txt must say.
    enum Fault: String, CaseIterable {
        case missingLevel, missingComment, strangeLevel, ampersand, unclosed, noReason, noEvidence, strangeEvidence
        case strangeStatus, strangeStatusAndMissingLevel, unknownCriterion, droppedCriterion, lostOpening

        func make(in workspace: Workspace, _ submission: String) throws {
            let file = workspace.decision(submission, of: "r-one")
            switch self {
            case .missingLevel: try workspace.fill(submission, levels: ["1.1": "demonstrated"])
            case .missingComment:
                try workspace.fill(submission, levels: ["1.1": "not-met", "1.2": "demonstrated"], comment: nil)
            case .strangeLevel: try workspace.fill(submission, levels: ["1.1": "excellent", "1.2": "demonstrated"])
            case .ampersand:
                try workspace.fill(submission, levels: both)
                let text = try workspace.text(file)
                try workspace.write(file, text.replacing("<![CDATA[", with: "A & B ").replacing("]]>", with: ""))
            case .unclosed:
                try workspace.fill(submission, levels: both)
                try workspace.write(file, try workspace.text(file).replacing("</decision>", with: ""))
            case .lostOpening:
                try workspace.fill(submission, levels: both)
                try workspace.write(
                    file, try workspace.text(file).replacing("<![CDATA[As", with: "As", maxReplacements: 1))
            case .noReason: try workspace.fill(submission, status: "declined")
            case .noEvidence: try workspace.fill(submission, status: "unscorable", reason: "The file won't open.")
            case .strangeEvidence:
                try workspace.fill(submission, status: "unscorable", reason: "It won't open.", evidence: "e9")
            case .strangeStatus: try workspace.fill(submission, levels: both, status: "done")
            case .strangeStatusAndMissingLevel:
                try workspace.fill(submission, levels: ["1.1": "demonstrated"], status: "done")
            case .unknownCriterion:
                try workspace.fill(submission, levels: both)
                try workspace.write(
                    file, try workspace.text(file).replacing("<criterion id=\"1.1\"", with: "<criterion id=\"9.9\""))
            case .droppedCriterion:
                try workspace.fill(submission, levels: both)
                let text = try workspace.text(file)
                let start = try #require(text.range(of: "<criterion id=\"1.1\""))
                let end = try #require(text.range(of: "</criterion>", range: start.upperBound..<text.endIndex))
                try workspace.write(file, String(text[..<start.lowerBound] + text[end.upperBound...]))
            }
        }

        var words: [String] {
            switch self {
            case .missingLevel: ["1.2", "level"]
            case .missingComment: ["1.1", "comment"]
            case .strangeLevel: ["excellent", "1.1", "demonstrated"]
            case .ampersand: ["&amp;"]
            case .lostOpening: ["]]> stands here", "put <![CDATA[ back before its first word"]
            case .unclosed: ["line"]
            case .noReason: ["reason"]
            case .noEvidence: ["evidence"]
            case .strangeEvidence: ["e9"]
            case .strangeStatus: ["done", "final"]
            case .strangeStatusAndMissingLevel: ["done", "The criterion '1.2' has no level"]
            case .unknownCriterion: ["9.9"]
            case .droppedCriterion: ["1.1"]
            }
        }
    }

    private func assigned(reviewers: Int = 1, people: [Person] = [Person("r-one"), .lead()]) throws
        -> (Workspace, String)
    {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: reviewers)], people: people)
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    @Test(arguments: Fault.allCases)
    func `case 17: a fault is refused with the words to mend it, and mending ends it`(fault: Fault) throws {
        let (workspace, submission) = try assigned()
        let file = workspace.decision(submission, of: "r-one")
        let laid = try workspace.bytes(file)
        try fault.make(in: workspace, submission)
        let saved = try workspace.bytes(file)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.state(submission) == "in-review")
        #expect(try workspace.bytes(file) == saved)
        let problems = try workspace.text(workspace.problems(submission, of: "r-one"))
        for word in fault.words { #expect(problems.lowercased().contains(word.lowercased()), "\(problems)") }
        #expect(problems.contains("line") || problems.contains("Line"))
        #expect(try workspace.queue(for: submission).first?["state"].string == "problem")
        #expect(try !workspace.ask("status")["problems"].array.isEmpty)

        try workspace.write(file, laid)
        try workspace.fill(submission, levels: Self.both)
        workspace.advance(seconds: 60)
        let mended = try workspace.run()
        #expect(mended["problems"] == 0)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a comment that lost its brackets is one problem: what it took in isn't asked for again`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both)
        let file = workspace.decision(submission, of: "r-one")
        let text = try workspace.text(file)
        let closing = try #require(text.range(of: "]]></comment></criterion>"))
        try workspace.write(file, text.replacingCharacters(in: closing, with: ""))
        try workspace.run()
        let problems = try workspace.ask("status")["problems"][0]["findings"].array.map(Finding.init)
        #expect(problems.map(\.code) == ["decision.unclosed-comment"], "\(problems)")
        try workspace.write(file, text)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a whole comment may speak of the form's own elements`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(
            submission, levels: Self.both, comment: "Below <criterion id=\"1.1\" level=\"\"> stands <![CDATA[.")
        try workspace.run()
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a decision over which the reader was too slow by the clock is read again by the next pass`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both, status: "draft")
        // The last request of a pass with a draft is the one for that draft.
        let copy = try Workspace(copy: workspace, named: "counted")
        let asked = try #require(try Trace.of(copy, calls: "prlimit64").counts["prlimit64"])
        try workspace.fill(submission, levels: Self.both)
        let slow = "inject=prlimit64:delay_enter=10500000:when=\(asked)"
        let pass = try Trace.of(workspace, calls: "prlimit64", more: ["-e", slow])
        #expect(pass.result.exit == 0, "\(pass.result)")
        let problems = try workspace.ask("status")["problems"][0]["findings"].array.map(Finding.init)
        #expect(problems.map(\.code) == ["decision.unreadable"] && problems[0].mentions("tried again"), "\(problems)")
        try workspace.run()
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test(arguments: [("A & B", "&amp;"), ("a < b", "&lt;"), ("AT&T", "&amp;"), ("2<3 and R&D", "&lt;")])
    func `case 20: & and < typed into a comment without its brackets get a message that says what to write instead`(
        typed: String, remedy: String
    ) throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both, comment: "@")
        let file = workspace.decision(submission, of: "r-one")
        let text = try workspace.text(file).replacing("<![CDATA[", with: "").replacing("]]>", with: "")
        try workspace.write(file, text.replacing("@", with: typed))
        #expect(try workspace.run()["problems"] == 1)
        let problems = try workspace.text(workspace.problems(submission, of: "r-one"))
        #expect(problems.contains(remedy), "\(problems)")
        try workspace.write(
            file, text.replacing("@", with: typed.replacing("&", with: "&amp;").replacing("<", with: "&lt;")))
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["decided"] == 1)
    }

    @Test func `case 20: & and < between the brackets that were laid are simply a comment`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both, comment: "R&D asks: is a < b? <b>Yes</b> & no.")
        #expect(try workspace.run()["decided"] == 1)
        let record = try workspace.text(workspace.record(submission))
        #expect(record.contains("R&amp;D asks: is a &lt; b?"), "\(record)")
    }

    @Test func `case 17: problems.txt names the line of the fault`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: ["1.1": "excellent", "1.2": "demonstrated"])
        let lines = try workspace.text(workspace.decision(submission, of: "r-one"))
            .replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("excellent") }) + 1
        try workspace.run()
        #expect(try workspace.text(workspace.problems(submission, of: "r-one")).lowercased().contains("line \(line)"))
    }

    @Test func `problems.txt goes away when the file is a draft again`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: ["1.1": "demonstrated"])
        try workspace.run()
        try workspace.fill(submission, status: "draft")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 0)
        #expect(!workspace.exists(workspace.problems(submission, of: "r-one")))
    }

    @Test func `case 17: an unmended problem stands and is written once`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: ["1.1": "demonstrated"])
        try workspace.run()
        let outbox = try workspace.tree("Outbox")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 1)
        #expect(try workspace.tree("Outbox") == outbox)
        let history = try workspace.show(submission)["history"].array.count
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.show(submission)["history"].array.count == history)
    }

    @Test(arguments: ["decision (conflicted copy).xml", "decision-LAPTOP.xml", "decision.sync-conflict-20261102.xml"])
    func `case 18: a second version is never guessed between`(name: String) throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.copy(folder + "/decision.xml", to: folder + "/" + name)
        try workspace.fill(submission, levels: Self.both)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.text(folder + "/problems.txt").contains(name))
        #expect(workspace.exists(folder + "/" + name))
        #expect(workspace.exists(folder + "/decision.xml"))
        // She removes one.
        try workspace.remove(folder + "/" + name)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `case 18: a finished decision in a copy of the folder that was put into it is told`() throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        let blank = try workspace.text(folder + "/decision.xml")
        try workspace.fill(submission, levels: Self.both)
        try workspace.shell("cp -a '\(folder)' aside; mv aside '\(folder)/\(submission)'")
        try workspace.write(folder + "/decision.xml", blank)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.text(folder + "/problems.txt").contains(submission + "/decision.xml"))
        // She puts it where it belongs.
        try workspace.shell("mv '\(submission)/decision.xml' .; rm -r '\(submission)'", in: folder)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test(arguments: ["decision.xml~", "decision.xml.bak", ".decision.xml.swp", "decision.xml.tmp", "decision.bak"])
    func `case 15: an editor's leavings beside the file are no second version`(name: String) throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.copy(folder + "/decision.xml", to: folder + "/" + name)
        try workspace.fill(submission, levels: Self.both)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `case 18: a decision that strayed into another's folder is refused with both names`() throws {
        let (workspace, submission) = try assigned(reviewers: 2, people: [Person("r-one"), Person("r-two"), .lead()])
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        let stray = workspace.decision(submission, of: "r-two")
        try workspace.remove(stray)
        try workspace.copy(workspace.decision(submission, of: "r-one"), to: stray)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 1)
        let problems = try workspace.text(workspace.problems(submission, of: "r-two"))
        #expect(problems.contains("r-one"))
        #expect(problems.contains("r-two"))
        #expect(try workspace.readers(of: submission) == ["r-two"])
    }

    @Test func `case 18: a decision with the ticket of an assignment that ended is refused`() throws {
        let (workspace, submission) = try assigned(people: [Person("r-one"), Person("r-two")])
        let first = try workspace.onlyReader(of: submission)
        let other = first == "r-one" ? "r-two" : "r-one"
        let old = try workspace.text(workspace.decision(submission, of: first))
        // Away, and back when the other one is.
        for away in [first, other] {
            try workspace.setReviewers([
                Person(first, away: away == first ? "from=\"2026-11-01\" to=\"2026-11-30\"" : ""),
                Person(other, away: away == other ? "from=\"2026-11-01\" to=\"2026-11-30\"" : ""),
            ])
            workspace.advance(hours: 1)
            try workspace.run()
        }
        try #require(try workspace.onlyReader(of: submission) == first)
        try #require(try workspace.text(workspace.decision(submission, of: first)) != old)
        try workspace.fill(submission, levels: Self.both)
        let new = try workspace.text(workspace.decision(submission, of: first))
        let ticket = /ticket="([^"]*)"/
        let (oldTicket, newTicket) = try (
            #require(old.firstMatch(of: ticket)?.1), #require(new.firstMatch(of: ticket)?.1)
        )
        try workspace.write(workspace.decision(submission, of: first), new.replacing(newTicket, with: oldTicket))
        let pass = try workspace.run()
        #expect(pass["reviews"] == 0)
        #expect(pass["problems"] == 1)
        #expect(try workspace.text(workspace.problems(submission, of: first)).contains("earlier assignment"))
        try workspace.write(workspace.decision(submission, of: first), new)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["decided"] == 1)
    }

    @Test(arguments: ["submission", "reviewer", "rubric", "version", "ticket"])
    func `case 18: a changed read-only attribute is refused`(attribute: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both)
        let file = workspace.decision(submission, of: "r-one")
        var form = DecisionText(try workspace.text(file))
        form.set(attribute, to: "S-0000000000000", in: "<decision ")
        try workspace.write(file, form.text)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.text(workspace.problems(submission, of: "r-one")).contains(attribute))
    }

    @Test(arguments: [
        "ln -sf /etc/passwd decision.xml", "rm decision.xml; mkfifo decision.xml",
        "rm decision.xml; mkdir decision.xml",
    ])
    func `a decision that is no plain file holds up nobody`(mischief: String) throws {
        let (workspace, submission) = try assigned(reviewers: 2, people: [Person("r-one"), Person("r-two"), .lead()])
        try workspace.shell(mischief, in: workspace.folder(submission, of: "r-one"))
        try workspace.fill(submission, as: "r-two", levels: Self.both)
        let pass = try workspace.run(limit: 30)
        #expect(pass["reviews"] == 1)
        #expect(pass["problems"] == 1)
    }

    @Test func `a decision with a DOCTYPE opens nothing`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: Self.both)
        let file = workspace.decision(submission, of: "r-one")
        let doctype = "<!DOCTYPE decision [<!ENTITY x SYSTEM \"/etc/passwd\">]><decision "
        let text = try workspace.text(file).replacing("<decision ", with: doctype)
        try workspace.write(file, text.replacing("<![CDATA[", with: "&x;").replacing("]]>", with: ""))
        #expect(try workspace.run()["problems"] == 1)
        #expect(try !workspace.text(workspace.problems(submission, of: "r-one")).contains("root:"))
    }

    @Test func `evidence changed in a queue changes no record`() throws {
        let (workspace, submission) = try assigned()
        let evidence = workspace.folder(submission, of: "r-one") + "/evidence/e1-lesson-plan.md"
        try workspace.shell("chmod u+w \(evidence) && echo forged >> \(evidence)")
        try workspace.fill(submission, levels: Self.both)
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
