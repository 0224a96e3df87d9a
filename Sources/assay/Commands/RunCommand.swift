import ArgumentParser
import Assessment
import Pipeline

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "One pass and exit: for cron.",
        usage: "assay run [<options>]",
        discussion: """
            Takes decisions, writes records, takes bundles, and assigns reviewers, in this order. With --quiet it prints \
            nothing unless a person is needed, so that cron mails only then.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    func run() throws {
        let report = try Pipeline(try options.settings(), verbose: options.isTalkative).run { report in
            if options.json {
                try sayJSON(report)
            } else {
                if !options.quiet { RunCommand.summarize(report) }
                for notice in report.notices { say(notice) }
            }
            return !Outputs.areCutShort
        }
        if report.lacksRoom { throw ExitCode(74) }
        if report.documents.hasError { throw ExitCode(65) }
    }

    /// What a pass did, and what stands at its end; the daemon leaves out what merely stands, and is told by 'status'.
    static func summarize(_ report: PassReport, isWatching: Bool = false) {
        for bundle in report.bundles where !isWatching || bundle.state != "waiting" {
            var words = "\(printable(bundle.bundle)): \(bundle.state)"
            if let id = bundle.submission { words += bundle.state == "duplicate" ? " of \(id)" : " as \(id)" }
            if let reason = bundle.reason { words += " (\(printable(reason)))" }
            say(words)
            guard bundle.state != "duplicate" else { continue }
            for finding in bundle.findings ?? [] { say("    " + line(of: finding)) }
        }
        for name in report.ignored where !isWatching {
            say("\(printable(name.name)): ignored (\(printable(name.reason)))")
        }
        for decision in report.decisions {
            let outcome = decision.outcome.map { $0 == .earned ? "earned" : "not yet earned" } ?? "decided"
            say("\(decision.submission) (\(printable(decision.bundle))): \(outcome)")
        }
        let parts = [
            (report.accepted, "accepted", "accepted"), (report.returned, "returned", "returned"),
            (report.duplicates, "duplicate", "duplicates"), (isWatching ? 0 : report.waiting, "waiting", "waiting"),
            (report.laidAgain, "queue folder laid again", "queue folders laid again"),
            (report.reviews, "decision file taken", "decision files taken"), (report.decided, "decided", "decided"),
            (report.assigned, "assigned", "assigned"),
            (isWatching ? 0 : report.unroutable, "place without a reviewer", "places without a reviewer"),
            (isWatching ? 0 : report.problems, "problem", "problems"),
        ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
        if isWatching && parts.isEmpty { return }
        say(parts.isEmpty ? "Nothing to do." : parts.joined(separator: ", ") + ".")
    }
}
