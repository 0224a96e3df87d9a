import ArgumentParser
import Assessment
import Pipeline

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "One pass and exit: for cron.",
        discussion: "Takes decisions, writes records, takes bundles, and assigns reviewers, in this order.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let report = try Pipeline(try options.settings(), verbose: options.verbose).run()
        if options.json {
            try sayJSON(report)
        } else {
            if !options.quiet { summarize(report) }
            for notice in report.notices { say(notice) }
        }
        if report.documents.hasError { throw ExitCode(65) }
    }

    private func summarize(_ report: PassReport) {
        for bundle in report.bundles {
            var words = "\(printable(bundle.bundle)): \(bundle.state)"
            if let id = bundle.submission { words += bundle.state == "duplicate" ? " of \(id)" : " as \(id)" }
            if let reason = bundle.reason { words += " (\(reason))" }
            say(words)
            guard bundle.state != "duplicate" else { continue }
            for finding in bundle.findings ?? [] { say("    " + line(of: finding)) }
        }
        for name in report.ignored { say("\(printable(name.name)): ignored (\(name.reason))") }
        let parts = [
            (report.accepted, "accepted"), (report.returned, "returned"), (report.duplicates, "duplicates"),
            (report.waiting, "waiting"), (report.reviews, "decisions taken"), (report.decided, "decided"),
            (report.assigned, "assigned"), (report.unroutable, "places without a reviewer"),
            (report.problems, "problems"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        say(parts.isEmpty ? "Nothing to do." : parts.joined(separator: ", ") + ".")
    }
}
