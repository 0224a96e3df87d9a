import ArgumentParser
import Assessment
import Pipeline

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a submission out of all queues; it uses up no attempt.",
        usage: "assay withdraw [<options>] <id> --reason <text>",
        discussion: "What reviewers typed is kept. Its bundle dropped again is accepted anew.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "A submission's id.", completion: .custom(submissions))
    var id: String

    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let report = try Pipeline(try options.settings(), verbose: options.isTalkative).withdraw(id, reason: reason)
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

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Remove a submission's evidence from the vault for good.",
        usage: "assay erase [<options>] <id> --reason <text>",
        discussion: """
            Its facts, digests, receipts and records stay. One that is still under review has to be withdrawn first. \
            There is no way back.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "A submission's id.", completion: .custom(submissions))
    var id: String

    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let report = try Pipeline(try options.settings(), verbose: options.isTalkative).erase(id, reason: reason)
        if options.json { return try sayJSON(report) }
        if !options.quiet {
            say(
                report.already
                    ? "The evidence of \(report.submission) was erased before; nothing was changed."
                    : "The evidence of \(report.submission) ('\(printable(report.bundle))') is erased. "
                        + "Copies that were made elsewhere, backups among them, are yours to remove.")
        }
        for path in report.returned {
            say("\(printable(path)) holds the same content, as it went back to its sender; remove it by hand.")
        }
    }
}
