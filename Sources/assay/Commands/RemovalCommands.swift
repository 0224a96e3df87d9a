import ArgumentParser
import Assessment
import Pipeline

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a submission out of all queues; it uses up no attempt.",
        discussion: "What reviewers typed is kept. Its bundle dropped again is accepted anew.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "A submission's id.")
    var id: String

    @Option(name: .long, help: "Why, for the record.")
    var reason: String

    func run() throws {
        let report = try Pipeline(try options.settings(), verbose: options.verbose).withdraw(id, reason: reason)
        if options.json { return try sayJSON(report) }
        if !options.quiet {
            let queues = report.reviewers.isEmpty ? "" : "; it left the queues of " + list(report.reviewers)
            say(
                report.already
                    ? "\(report.submission) was withdrawn before; nothing was changed."
                    : "\(report.submission) ('\(printable(report.bundle))') is withdrawn\(queues).")
        }
        for notice in report.notices { say(notice) }
    }

    private func list(_ names: [String]) -> String { names.map(printable).joined(separator: ", ") }
}
