import ArgumentParser
import Assessment
import Pipeline

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "The daemon: the same passes as 'run', as things happen.",
        usage: "assay watch [--poll <duration>] [<options>]",
        discussion: """
            SIGTERM or SIGINT ends it within 5 seconds; SIGHUP has it read the district's documents again. Under \
            systemd it says when it is ready, how it stands, and that it is alive.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Option(
        help: ArgumentHelp(
            "How often everything is listed: for shares that tell of no changes.", valueName: "duration"))
    var poll = "PT1M"

    func run() throws {
        if options.json { throw Refusal.usage("'assay watch' has no JSON; see 'assay status --json'.") }
        if options.now != nil { throw Refusal.usage("'assay watch' goes by the system's clock, not by --now.") }
        guard let period = Period(poll), period.totalSeconds > 0 else {
            throw Refusal.usage("--poll '\(printable(poll))' is no time to wait. Write it as PT10S or PT1M.")
        }
        let quiet = options.quiet
        var settings = try options.settings()
        settings.progress = .untold
        try Watch(settings, period: period.totalSeconds, verbose: options.isTalkative) { @Sendable word in
            switch word {
            case .report(let report): WatchCommand.tell(report, quiet)
            case .alarm(let words): complain(words)
            // Whoever started it by hand would else see nothing until something happens.
            case .ready: if !quiet, Screen.output.isTerminal { say("Watching Inbox and the queues. Ctrl-C ends it.") }
            }
        }.run()
    }

    /// Only what happened: what still waits is told by 'assay status'.
    private static func tell(_ report: PassReport, _ quiet: Bool) {
        if !quiet { RunCommand.summarize(report, isWatching: true) }
        for notice in report.notices { say(notice) }
    }
}
