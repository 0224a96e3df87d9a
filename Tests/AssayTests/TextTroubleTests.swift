import Foundation
import Support
import Testing

/// What a reviewer got wrong in decision.txt is never half taken; problems.txt speaks the file's own language.
@Suite(.scratch) struct TextTroubleTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func assigned(reviewers: Int = 1, people: [Person] = [.writer("r-one"), .lead()]) throws
        -> (Workspace, String)
    {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: reviewers)], people: people)
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    /// A way to get a decision file wrong, and what problems.txt must say.
    enum Fault: String, CaseIterable {
        case missingLevel, missingComment, strangeLevel, noReason, noEvidence, strangeEvidence, strangeStatus
        case droppedCriterion, changedHeading, lostLevel, lostStatus, cut, cutComment, empty, zeros, richText, strayText
        case macRoman, pastedTwice, wordsAfterDescriptor, changedDescriptor, ownNote, wordsInGuide, noteBelowEnd

        func make(in workspace: Workspace, _ submission: String) throws {
            let file = workspace.decisionText(submission)
            func change(_ change: (String) throws -> String) throws {
                try workspace.fillText(submission, levels: both)
                try workspace.write(file, change(try workspace.text(file)))
            }
            switch self {
            case .missingLevel: try workspace.fillText(submission, levels: ["1.1": "demonstrated"])
            case .missingComment:
                try workspace.fillText(
                    submission, levels: ["1.1": "not-met", "1.2": "demonstrated"], comments: ["1.1": " "])
            case .strangeLevel: try workspace.fillText(submission, levels: ["1.1": "excellent", "1.2": "demonstrated"])
            case .noReason: try workspace.fillText(submission, status: "declined")
            case .noEvidence: try workspace.fillText(submission, status: "unscorable", reason: "It won't open.")
            case .strangeEvidence:
                try workspace.fillText(submission, status: "unscorable", reason: "It won't open.", evidence: "e9")
            case .strangeStatus: try workspace.fillText(submission, levels: both, status: "done")
            case .droppedCriterion:
                try change { text in
                    let start = try #require(text.range(of: "## 1.1")).lowerBound
                    return String(text[..<start] + text[try #require(text.range(of: "## 1.2")).lowerBound...])
                }
            case .changedHeading: try change { $0.replacing("## 1.2 Criterion", with: "## 1.2 The criterion") }
            case .lostLevel: try change { $0.replacing("level: demonstrated\r\n", with: "") }
            case .lostStatus: try change { $0.replacing("status: final\r\n", with: "") }
            case .cut: try change { String($0.prefix($0.count * 3 / 4)) }
            case .cutComment: try change { String($0.prefix(upTo: try #require($0.range(of: "## End")).lowerBound)) }
            case .empty: try workspace.write(file, "")
            case .zeros: try change { $0 + "\u{0}\u{0}" }
            case .macRoman:
                try workspace.fillText(submission, levels: both, comments: ["1.1": "Le garXon."])
                var bytes = try workspace.bytes(file)
                bytes[try #require(bytes.range(of: Data("garXon".utf8))).lowerBound + 3] = 0x8D
                try workspace.write(file, bytes)
            case .richText: try change { "{\\rtf1\\ansi " + $0 + "}" }
            case .strayText: try change { $0.replacing("evidence:\r\n", with: "evidence:\r\n\r\nMy note.\r\n") }
            case .wordsAfterDescriptor:
                try change { $0.replacing("It is there in part.\r\n", with: "It is there in part. Half.\r\n") }
            case .changedDescriptor: try change { $0.replacing("It is there in part.", with: "It is there in half.") }
            case .ownNote:
                try change { $0.replacing("level: demonstrated", with: "# see page 2\r\nlevel: demonstrated") }
            case .wordsInGuide:
                try change { $0.replacing("are taken.\r\n", with: "are taken. Not yet.\r\n") }
            case .noteBelowEnd: try change { $0 + "# see page 3\r\n" }
            case .pastedTwice:
                try change { text in
                    let start = try #require(text.range(of: "## 1.1")).lowerBound
                    let end = try #require(text.range(of: "## 1.2")).lowerBound
                    return text.replacing("## 1.2", with: text[start..<end] + "## 1.2")
                }
            }
        }

        var words: [String] {
            switch self {
            case .missingLevel: ["'1.2' has no level", "Write one of: demonstrated, progressing, not-met."]
            case .missingComment: ["'1.1'", "below 'comment:'"]
            case .strangeLevel: ["excellent", "1.1", "Write one of: demonstrated, progressing, not-met."]
            case .noReason: ["after 'reason:'"]
            case .noEvidence: ["Write one of: e1, e2, e3, after 'evidence:'."]
            case .strangeEvidence: ["e9", "Write one of: e1, e2, e3, after 'evidence:'."]
            case .strangeStatus: ["done", "Write one of: draft (you are still at work)"]
            case .droppedCriterion: ["## 1.1 Criterion 1.1 is seen in the evidence"]
            case .changedHeading: ["Write ## 1.2 Criterion 1.2 is seen in the evidence"]
            case .lostLevel: ["1.1", "1.2", "Write level:"]
            case .lostStatus: ["'status:'", "Write status: draft"]
            case .cut: ["stops here", "## End"]
            case .cutComment: ["Write ## End"]
            case .empty: ["empty", "laid again"]
            case .zeros: ["zero bytes"]
            case .macRoman: ["which letter the byte 141", "UTF-8 at Encoding"]
            case .richText: ["rich text", "plain text"]
            case .strayText: ["My note.", "comment:"]
            case .pastedTwice: ["## 1.1", "Delete one of the two"]
            case .wordsAfterDescriptor: ["'Half.' stands at the end of a line that begins with '#'", "'comment:'"]
            case .changedDescriptor: ["It is there in half.' isn't as it was laid", "It is there in part."]
            case .ownNote: ["'# see page 2' begins with '#' and wasn't laid", "Move it below a 'comment:'"]
            case .wordsInGuide: ["'Not yet.' stands at the end of a line"]
            case .noteBelowEnd: ["'# see page 3' stands below '## End'"]
            }
        }
    }

    @Test func `a changed ticket and a stray line are told at once`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both)
        let file = workspace.decisionText(submission)
        let text = try workspace.text(file)
        let ticket = try #require(text.firstMatch(of: /ticket: ([0-9A-Z]+)/)).output.1
        try workspace.write(
            file,
            text.replacing(ticket, with: "X" + ticket).replacing("evidence:\r\n", with: "evidence:\r\nMy note.\r\n"))
        try workspace.run()
        let problems = try workspace.ask("status")["problems"][0]["findings"].array.map(Finding.init)
        #expect(Set(problems.map(\.code)) == ["decision.ticket", "decision.stray-text"], "\(problems)")
    }

    @Test(arguments: Fault.allCases)
    func `a fault of decision.txt is refused with the words to mend it, and mending ends it`(fault: Fault) throws {
        let (workspace, submission) = try assigned()
        let file = workspace.decisionText(submission)
        let laid = try workspace.bytes(file)
        try fault.make(in: workspace, submission)
        let saved = try workspace.bytes(file)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.state(submission) == "in-review")
        #expect(try workspace.bytes(file) == saved)
        let problems = try workspace.text(workspace.problems(submission, of: "r-one"))
        let flowing = problems.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for word in fault.words { #expect(flowing.contains(word), "\(problems)") }
        #expect(problems.contains("decision.txt") && problems.contains("line") && !problems.contains("xml"))
        #expect(try workspace.queue(for: submission).first?["state"].string == "problem")
        // Looked at again, it is said once.
        let outbox = try workspace.tree("Outbox")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 1)
        #expect(try workspace.tree("Outbox") == outbox)

        try workspace.write(file, laid)
        try workspace.fillText(submission, levels: Self.both)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 0)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `problems.txt names the line and column of a level in decision.txt`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: ["1.1": "excellent", "1.2": "demonstrated"])
        let lines = try workspace.text(workspace.decisionText(submission)).components(separatedBy: "\r\n")
        let line = try #require(lines.firstIndex { $0 == "level: excellent" }) + 1
        try workspace.run()
        #expect(try workspace.text(workspace.problems(submission, of: "r-one")).contains("line \(line), column 8"))
    }

    @Test(arguments: [
        "decision (conflicted copy).txt", "decision-LAPTOP.txt", "decision.sync-conflict-20261102.txt", "decision.xml",
        "Decision.TXT", "decision.txt.txt", "decision.docx", "Copy of decision.txt", "Kopie von decision.txt",
        "mine.txt",
    ])
    func `a second version beside decision.txt is never guessed between`(name: String) throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.copy(folder + "/decision.txt", to: folder + "/" + name)
        try workspace.fillText(submission, levels: Self.both)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        let problems = try workspace.text(folder + "/problems.txt")
        #expect(problems.contains(name) && problems.contains("decision.txt"))
        #expect(problems.contains("mend the one thing below.") && !problems.contains("and save it"), "\(problems)")
        #expect(workspace.exists(folder + "/" + name))
        try workspace.remove(folder + "/" + name)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `a decision.txt beside decision.xml is a second version`() throws {
        let (workspace, submission) = try assigned(people: [Person("r-one"), .lead()])
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.copy(folder + "/decision.xml", to: folder + "/decision.txt")
        try workspace.fill(submission, levels: Self.both)
        #expect(try workspace.run()["problems"] == 1)
        #expect(try workspace.text(folder + "/problems.txt").contains("decision.txt"))
    }

    @Test(arguments: ["decision.txt~", "decision.txt.bak", ".decision.txt.swp", "decision.tmp", "decision.bak"])
    func `case 15: an editor's leavings beside decision.txt are no second version`(name: String) throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.copy(folder + "/decision.txt", to: folder + "/" + name)
        try workspace.fillText(submission, levels: Self.both)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test(arguments: [("decision2.txt", "Rename it to decision.txt"), ("decision.xml", "Take it out of the folder")])
    func `a renamed decision.txt is asked for`(name: String, remedy: String) throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.move(folder + "/decision.txt", to: folder + "/" + name)
        #expect(try workspace.run()["problems"] == 1)
        #expect(try workspace.text(folder + "/problems.txt").contains(remedy))
        #expect(workspace.names(in: folder) == [name, "evidence", "problems.txt", "read.html"])
        try workspace.move(folder + "/" + name, to: folder + "/decision.txt")
        try workspace.fillText(submission, levels: Self.both)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `case 18: a decision.txt that strayed into another's folder is refused with both names`() throws {
        let (workspace, submission) = try assigned(reviewers: 2, people: [.writer("r-one"), .writer("r-two"), .lead()])
        try workspace.fillText(submission, levels: Self.both)
        let stray = workspace.decisionText(submission, of: "r-two")
        try workspace.remove(stray)
        try workspace.copy(workspace.decisionText(submission), to: stray)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 1)
        let problems = try workspace.text(workspace.problems(submission, of: "r-two"))
        #expect(problems.contains("r-one") && problems.contains("r-two"))
        #expect(try workspace.readers(of: submission) == ["r-two"])
    }

    @Test(arguments: ["submission", "ticket"])
    func `case 18: a changed read-only line is refused with the line to write`(key: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both)
        let file = workspace.decisionText(submission)
        var form = PlainDecision(try workspace.text(file))
        let laid = try #require(form.lines.first { $0.hasPrefix(key + ": ") })
        form.set(key, to: "S-0000000000000")
        try workspace.write(file, form.text)
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        #expect(pass["reviews"] == 0)
        #expect(try workspace.text(workspace.problems(submission, of: "r-one")).contains("Write \(laid)."))
    }

    @Test func `a text decision that was taken can't be declined any more`() throws {
        let (workspace, submission) = try assigned(reviewers: 2, people: [.writer("r-one"), Person("r-two"), .lead()])
        try workspace.fillText(submission, levels: Self.both)
        try workspace.run()
        var form = PlainDecision(try workspace.text(workspace.decisionText(submission)))
        form.set("status", to: "declined")
        form.set("reason", to: "No time.")
        try workspace.write(workspace.decisionText(submission), form.text)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 1)
        #expect(try workspace.text(workspace.problems(submission, of: "r-one")).contains("Write status: final."))
    }

    @Test(arguments: [
        "ln -sf /etc/passwd decision.txt", "rm decision.txt; mkfifo decision.txt",
        "rm decision.txt; mkdir decision.txt", "head -c 3000000 /dev/zero > decision.txt",
    ])
    func `a decision.txt that is no plain small file holds up nobody`(mischief: String) throws {
        let (workspace, submission) = try assigned(reviewers: 2, people: [.writer("r-one"), Person("r-two"), .lead()])
        try workspace.shell(mischief, in: workspace.folder(submission, of: "r-one"))
        try workspace.fill(submission, as: "r-two", levels: Self.both)
        let pass = try workspace.run(limit: 30)
        #expect(pass["reviews"] == 1)
        #expect(pass["problems"] == 1)
    }
}
