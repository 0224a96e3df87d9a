import ArgumentParser
import Assessment
import Pipeline

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All submissions, oldest first.",
        usage: "assay list [--before <date>] [<options>]",
        discussion: """
            With the days on which each was accepted and decided; a terminal that is narrower than 120 columns leaves \
            them out.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Option(
        help: ArgumentHelp(
            "Only what was decided before this day, or accepted before it where it isn't decided.", valueName: "date"))
    var before: String?

    func run() throws {
        let lines = try options.answer { try $0.list(before: before) }
        if options.json { return try sayJSON(lines) }
        if lines.isEmpty {
            return say(before.map { "No submission is from before \($0)." } ?? "No submission has been accepted yet.")
        }
        let hasRoom = Screen.output.columns >= 120
        sayTable(
            lines.map { line in
                let days: [Cell] = [Cell(line.acceptedDay, .faint), Cell(line.decidedDay ?? "-", .faint)]
                return [Cell(line.submission), .state(line.state)] + (hasRoom ? days : [])
                    + ["\(line.rubric) \(line.version)", Cell(printable(line.bundle))]
            }, last: .name)
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Everything about one submission.", usage: "assay show [<options>] <id>",
        discussion: """
            By its id, or by its bundle's name: then the latest drop of that name, also one that waits or came back.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "A submission's id, or a bundle's name.", completion: .custom(submissionsAndBundles))
    var id: String

    func run() throws {
        let shown = try options.answer { try $0.show(id) }
        if options.json { return try sayJSON(shown) }
        let name = shown.submission ?? printable(shown.bundle)
        say(toned(name, .heading) + ": " + toned(shown.state, .of(state: shown.state)))
        sayTable(facts(of: shown))
        section(
            "Evidence",
            shown.evidence.map {
                [
                    Cell($0.ref), Cell($0.kind), Cell(counted(Int($0.bytes), "byte")),
                    Cell(printable($0.path ?? $0.href ?? $0.source ?? "written in the manifest")),
                ]
            }, last: .name)
        section(
            "Reviewers",
            shown.assignments.map {
                [Cell($0.reviewer), Cell($0.role), .state($0.state), "due \($0.due.text)"]
            })
        section("Criteria", shown.criteria.map { [Cell($0.id), Cell($0.level ?? "-"), Cell($0.how)] })
        if !shown.findings.isEmpty {
            sayHeading("Findings")
            for finding in shown.findings { saySentence(line(of: finding), indent: 2) }
        }
        section("History", shown.history.map { [Cell($0.at.text, .faint), Cell($0.event)] })
    }

    private func facts(of shown: ShownSubmission) -> [[Cell]] {
        var facts: [[Cell]] = [["bundle", Cell(printable(shown.bundle))]]
        func add(_ name: Cell, _ text: String?) { if let text { facts.append([name, Cell(text)]) } }
        add("rubric", shown.rubric.map { "\($0.id) \($0.version)" })
        add("educator", shown.educator?.id)
        add("attempt", shown.attempt.map(String.init))
        add("continues", shown.continues)
        add("goes on as", shown.continuedBy)
        add("after", shown.resubmissionOf)
        add("reason", shown.reason.map(printable))
        add("so far", shown.plan)
        add("lies in", shown.path.map(printable))
        add("evidence", shown.erased.map { "erased for good on \($0.text)" })
        if let outcome = shown.outcome { facts.append(["outcome", .state(outcome.rawValue)]) }
        add("attempts left", shown.attemptsLeft.map(String.init))
        add("record", shown.record)
        return facts
    }

    private func section(_ title: String, _ rows: [[Cell]], last: LastColumn = .prose) {
        if rows.isEmpty { return }
        sayHeading(title)
        sayTable(rows, last: last)
    }
}

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "What lies in the reviewers' queues, with due dates.",
        usage: "assay queue [<options>] [<reviewer>]",
        discussion: "What is due first comes first; 'late' is what is past its date and not taken.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "A reviewer's id; all reviewers if left out.", completion: .custom(reviewers))
    var reviewer: String?

    func run() throws {
        var lines = try options.answer { try $0.queue(reviewer) }
        if options.json { return try sayJSON(lines) }
        lines.sort { ($0.reviewer, $0.due, $0.submission) < ($1.reviewer, $1.due, $1.submission) }
        if lines.isEmpty { return say("Nothing is in the queue.") }
        // The lines come by reviewer, and a heading for each leaves room for what differs.
        var rest = lines[...]
        while let first = rest.first {
            let mine = rest.prefix { $0.reviewer == first.reviewer }
            rest = rest.dropFirst(mine.count)
            let late = mine.count { $0.late }
            say(
                toned(first.reviewer, .heading) + ": " + grouped(mine.count) + " in Outbox/Queues/\(first.reviewer)"
                    + (late > 0 ? ", " + toned("\(grouped(late)) late", .bad) : ""))
            sayTable(
                mine.map {
                    let file = pathNames($0.path).suffix(2).joined(separator: "/")
                    return [
                        $0.late ? Cell("late", .bad) : Cell("due"), Cell($0.dueDay), .state($0.state), Cell(file),
                        Cell($0.rubric),
                    ]
                }, last: .name)
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a submission went to whom.",
        usage: "assay explain [<options>] <id>",
        discussion: "For each reviewer: chosen, eligible, or the rule that excluded.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "A submission's id, or its bundle's name.", completion: .custom(submissions))
    var id: String

    func run() throws {
        let report = try options.answer { try $0.explain(id) }
        if options.json { return try sayJSON(report) }
        say(toned(report.submission, .heading) + ": " + toned(report.state, .of(state: report.state)))
        if let reason = report.unfilled { saySentence("It waits for a reviewer: \(reason).") }
        // Who has it, who might, and who can't, each by id.
        let order = ["chosen", "eligible", "excluded"]
        let lines = order.flatMap { standing in report.reviewers.filter { $0.standing == standing } }
        sayTable(lines.map { [Cell($0.reviewer), .state($0.standing), Cell($0.words)] })
    }
}

extension CommonOptions {
    /// What the ledger answers; that the district's folders can't be looked into is said beside it.
    fileprivate func answer<Value>(_ question: (Questions) throws -> Value) throws -> Value {
        let (value, absence) = try ask(question)
        if let absence { complain(absence) }
        return value
    }

    /// What the ledger answers, and which of the district's folders can't be looked into. The ledger is given up by
    /// then: somebody may read the answer for long, and an open ledger makes the next pass check all of it.
    func ask<Value>(_ question: (Questions) throws -> Value) throws -> (value: Value, absence: String?) {
        let questions = Questions(try settings(), quick: true)
        return (try question(questions), try questions.absence())
    }
}
