import ArgumentParser
import Assessment
import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is where, and why: submissions, Inbox, reviewers, problems.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let report = try Questions(try options.settings()).status()
        if options.json { return try sayJSON(report) }
        say("Submissions")
        if report.submissions.isEmpty { say("  none yet") }
        sayTable(report.submissions.sorted { $0.key < $1.key }.map { ["\($0.value)", $0.key] })
        if !report.inbox.isEmpty {
            say("In Inbox")
            sayTable(report.inbox.map { [printable($0.name), $0.state, $0.reason] })
        }
        if !report.unroutable.isEmpty {
            say("Waiting for a reviewer")
            sayTable(report.unroutable.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
        }
        if !report.reviewers.isEmpty {
            say("Reviewers")
            sayTable(
                report.reviewers.map {
                    [$0.id, "\($0.open) open of \($0.capacity.map(String.init) ?? "-")", "\($0.taken) taken"]
                })
        }
        if !report.problems.isEmpty {
            say("Problems")
            for problem in report.problems {
                say("  \(printable(problem.path))")
                for finding in problem.findings { say("    \(line(of: finding))") }
            }
        }
        let errors = report.documents.filter { $0.severity == .error }
        if !errors.isEmpty {
            say("Documents with errors")
            for finding in errors { say("  " + line(of: finding)) }
        }
    }
}
