import ArgumentParser
import Assessment
import Pipeline

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the ledger's chain, every record and signature, and every digest in the vault.",
        usage: "assay verify [<options>]",
        discussion: "It changes nothing, and says what no such check can see.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    func run() throws {
        let report = try Verification(try options.settings()).verify()
        if options.json {
            try sayJSON(report)
        } else {
            for line in report.faults + report.warnings { say(line) }
            if !options.quiet {
                for line in report.notes { say(line) }
                say(
                    "\(counted(report.events, "event")), \(counted(report.records, "record")) and "
                        + "\(counted(report.files, "file")) of the vault were checked: "
                        + (report.sound
                            ? toned("all is as it was written.", .good)
                            : toned(counted(report.faults.count, "fault") + ".", .bad)))
                if report.erased > 0 {
                    say(
                        "\(counted(report.erased, "file")) \(report.erased == 1 ? "was" : "were") erased for good by a "
                            + "person's word; nothing of that is missing.")
                }
                if report.taken > 0 {
                    say(
                        "\(counted(report.taken, "record")) \(report.taken == 1 ? "was" : "were") taken out of Outbox; "
                            + "'assay publish --all' writes such records again.")
                }
                say("Not to be seen this way:")
                for line in report.unseen { say("  - " + line) }
            }
        }
        if !report.sound { throw ExitCode(1) }
    }
}

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Write the Outbox again from the ledger and the vault.",
        usage: "assay publish --all [<options>]",
        discussion: """
            What reviewers typed into their decision files, and what was returned, is left alone. Where somebody wrote on \
            a page or on evidence in a queue folder, that is kept beside the new one, as read-as-it-was.html.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Flag(name: .long, help: "Everything: receipts, decisions, keys, and what was laid in queues.")
    var all = false

    func run() throws {
        guard all else { throw Refusal.usage("'assay publish' needs --all: it writes the whole Outbox again.") }
        let report = try Pipeline(try options.settings(), verbose: options.isTalkative).publishAll()
        if options.json {
            try sayJSON(report)
        } else {
            if !options.quiet { summarize(report) }
            for one in report.failed { say("\(printable(one.path)) couldn't be written again. \(one.reason)") }
            if !report.failed.isEmpty {
                say("All else was written. Where something is missing from the vault, 'assay verify' names it.")
            }
        }
        if !report.failed.isEmpty { throw ExitCode(74) }
    }

    private func summarize(_ report: PublishReport) {
        say(
            "Written again: \(counted(report.receipts, "receipt")), \(counted(report.decisions, "decision")), "
                + "\(counted(report.queues, "queue folder"))."
        )
        for path in report.setAside {
            say("Something else stood in place of what was laid there; it is kept as \(printable(path))")
        }
    }
}
