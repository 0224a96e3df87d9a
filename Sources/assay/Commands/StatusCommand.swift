import ArgumentParser
import Assessment
import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is where, and why.", usage: "assay status [<options>]",
        discussion: """
            What needs a person comes first, then Inbox, submissions and reviewers. On a terminal a long list is cut \
            short; 'assay status | less' shows all of it.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    func run() throws {
        let (report, absence) = try options.ask { try $0.status() }
        if options.json { try sayJSON(report) } else { tell(report) }
        // An Inbox of which nothing is known isn't an empty one.
        if let absence {
            complain(absence)
            throw ExitCode(74)
        }
    }

    private func tell(_ report: StatusReport) {
        if let words = report.refused { saySentence(toned(words, .bad), indent: 0) }
        for words in [report.outbox, report.clock].compactMap(\.self) { saySentence(toned(words, .bad), indent: 0) }
        tellTroubles(report)
        // Names that are nobody's bundle by rule concern nobody; --json has them.
        let inbox = report.inbox.filter { $0.state != "ignored" || !$0.isByRule }
        if !inbox.isEmpty {
            sayHeading("In Inbox")
            tellTable(
                // What may yet become a submission comes before what never will.
                (inbox.filter { $0.state != "ignored" } + inbox.filter { $0.state == "ignored" }).map {
                    [
                        Cell(shortened(printable($0.name))), .state($0.state),
                        Cell(printable([$0.reason, $0.plan].compactMap(\.self).joined(separator: "; "))),
                    ]
                })
        }
        sayHeading("Submissions")
        if report.submissions.isEmpty { say("  none yet") }
        sayTable(
            report.submissions.sorted { rank($0.key) < rank($1.key) }.map { state, number in
                [Cell(grouped(number)), .state(state)]
            }, numbered: true)
        if !report.reviewers.isEmpty {
            sayHeading("Reviewers")
            tellTable(
                report.reviewers.map {
                    let isFull = $0.capacity.map { [open = $0.open] in open >= $0 } ?? false
                    let open = "\(grouped($0.open)) of \($0.capacity.map(grouped) ?? "-") open"
                    return [Cell($0.id), Cell(open, isFull ? .waiting : .plain), "\(grouped($0.taken)) taken"]
                })
        }
        tellNext(report)
    }

    // MARK: Parts

    private func tellTroubles(_ report: StatusReport) {
        let errors = report.documents.filter { $0.severity == .error }
        if !errors.isEmpty {
            sayHeading("Documents with errors")
            tell(errors) { saySentence(line(of: $0), indent: 2) }
        }
        if !report.problems.isEmpty {
            sayHeading("Problems")
            tell(report.problems) { problem in
                say("  " + toned(printable(problem.path), .bad))
                for finding in problem.findings { saySentence(line(of: finding), indent: 4) }
            }
        }
        if !report.notes.isEmpty {
            sayHeading("Words that nobody reads")
            tell(report.notes) { note in
                say("  " + printable(note.path))
                for finding in note.findings { saySentence(line(of: finding), indent: 4) }
            }
        }
        if !report.unroutable.isEmpty {
            sayHeading("Without a reviewer")
            // Many for one reason are one sentence, as in what 'run' tells.
            let many = gathered(report.unroutable)
            for (reason, ids) in many.sorted(by: { $0.key < $1.key }) {
                saySentence(
                    toned("\(grouped(ids.count)) submissions", .bad)
                        + " wait for a reviewer: \(printable(reason)). 'assay list' names them: state 'unroutable'.",
                    indent: 2)
            }
            tellTable(
                report.unroutable.filter { many[$0.value] == nil }.sorted { $0.key < $1.key }
                    .map { [Cell($0.key, .bad), Cell(printable($0.value))] })
        }
    }

    private func tellNext(_ report: StatusReport) {
        var steps: [[Cell]] = []
        if report.refused != nil { steps.append(["assay recover", "says what differs, and how to go on"]) }
        if report.documents.hasError { steps.append(["assay rubric check", "says more of the documents with errors"]) }
        // What couldn't be laid or taken out says itself what to do; no page lies beside it.
        if report.problems.contains(where: { $0.reviewer != nil }) {
            steps.append(["problems.txt", "lies beside each file with a problem, and says how to mend it"])
        }
        if let first = report.unroutable.keys.min() {
            steps.append([Cell("assay explain \(first)"), "names the rule that keeps each reviewer from it"])
        }
        if report.submissions["incomplete", default: 0] > 0 {
            steps.append(["Outbox/Receipts", "holds a letter for each incomplete submission; pass it on"])
        }
        if report.submissions.isEmpty, report.inbox.isEmpty, steps.isEmpty {
            steps.append(["Inbox", "is where bundles are dropped; 'assay new RUBRIC DIR' makes an empty one"])
        }
        if report.inbox.contains(where: { $0.state == "waiting" }) {
            steps.append(["assay run", "looks at Inbox again"])
        }
        if steps.isEmpty { return }
        sayHeading("What to do next")
        sayTable(steps)
    }

    // MARK: Long lists

    /// More than this of one kind would push the rest off the screen.
    private static let most = 20

    private func tell<Item>(_ items: [Item], _ say: (Item) -> Void) {
        let shown = Screen.output.isTerminal ? items.prefix(StatusCommand.most) : items[...]
        for item in shown { say(item) }
        tellRest(items.count - shown.count)
    }

    private func tellTable(_ rows: [[Cell]]) {
        let shown = Screen.output.isTerminal ? Array(rows.prefix(StatusCommand.most)) : rows
        sayTable(shown)
        tellRest(rows.count - shown.count)
    }

    private func tellRest(_ number: Int) {
        if number > 0 { say(toned("  … and \(grouped(number)) more; 'assay status | less' shows all", .faint)) }
    }

    /// A name that leaves room for the reason beside it.
    private func shortened(_ name: String) -> String {
        Screen.output.isTerminal ? fitted(name, to: Screen.output.columns * 2 / 5) : name
    }

    /// In the order of a submission's life; states that are none come last.
    private func rank(_ state: String) -> (Int, String) {
        let order = [
            "unroutable", "incomplete", "accepted", "in-review", "adjudication", "earned", "not-yet-earned", "mended",
            "withdrawn", "returned", "duplicate",
        ]
        return (order.firstIndex(of: state) ?? order.count, state)
    }
}
