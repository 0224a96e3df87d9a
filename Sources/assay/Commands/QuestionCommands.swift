import ArgumentParser
import Assessment
import Pipeline

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All submissions, oldest first.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let lines = try Questions(try options.settings()).list()
        if options.json { return try sayJSON(lines) }
        if lines.isEmpty { return say("No submission has been accepted yet.") }
        sayTable(lines.map { [$0.submission, $0.state, "\($0.rubric) \($0.version)", printable($0.bundle)] })
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Everything about one submission, by its id or a bundle's name (its latest drop).")

    @OptionGroup var options: CommonOptions

    @Argument(help: "A submission's id, or a bundle's name.")
    var id: String

    func run() throws {
        let shown = try Questions(try options.settings()).show(id)
        if options.json { return try sayJSON(shown) }
        say("\(shown.submission ?? printable(shown.bundle)): \(shown.state)")
        var facts: [[String]] = [["bundle", printable(shown.bundle)]]
        if let rubric = shown.rubric { facts.append(["rubric", "\(rubric.id) \(rubric.version)"]) }
        if let educator = shown.educator { facts.append(["educator", educator.id]) }
        if let attempt = shown.attempt { facts.append(["attempt", "\(attempt)"]) }
        if let reason = shown.reason { facts.append(["reason", reason]) }
        if let path = shown.path { facts.append(["lies in", printable(path)]) }
        if let erased = shown.erased { facts.append(["evidence", "erased for good on \(erased.text)"]) }
        if let outcome = shown.outcome { facts.append(["outcome", outcome.rawValue]) }
        if let record = shown.record { facts.append(["record", record]) }
        sayTable(facts)
        section(
            "Evidence",
            shown.evidence.map { [$0.ref, $0.kind, printable($0.path ?? $0.href ?? "text"), "\($0.bytes) bytes"] })
        section("Reviewers", shown.assignments.map { [$0.reviewer, $0.role, $0.state, "due \($0.due.text)"] })
        section("Criteria", shown.criteria.map { [$0.id, $0.level ?? "-", $0.how] })
        section("Findings", shown.findings.map { [line(of: $0)] })
        section("History", shown.history.map { [$0.at.text, $0.event] })
    }

    private func section(_ title: String, _ rows: [[String]]) {
        if rows.isEmpty { return }
        say("\(title):")
        sayTable(rows)
    }
}

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "What lies in the reviewers' queues, with due dates.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "A reviewer's id; all reviewers if left out.")
    var reviewer: String?

    func run() throws {
        let lines = try Questions(try options.settings()).queue(reviewer)
        if options.json { return try sayJSON(lines) }
        if lines.isEmpty { return say("Nothing is in the queue.") }
        sayTable(lines.map { [$0.reviewer, $0.submission, $0.state, "due \($0.dueDay)", $0.path] })
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a submission went to whom: for each reviewer, chosen or the rule that excluded.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "A submission's id.")
    var id: String

    func run() throws {
        let report = try Questions(try options.settings()).explain(id)
        if options.json { return try sayJSON(report) }
        say("\(report.submission): \(report.state)")
        if let reason = report.unfilled { say("It waits for a reviewer: \(reason).") }
        sayTable(report.reviewers.map { [$0.reviewer, $0.standing, $0.words] })
    }
}
