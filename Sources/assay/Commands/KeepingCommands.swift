import ArgumentParser
import Pipeline

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the ledger's chain, every record and signature, and every digest in the vault.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let report = try Verification(try options.settings()).verify()
        if options.json {
            try sayJSON(report)
        } else {
            for fault in report.faults { say(fault) }
            if !options.quiet {
                say(
                    "\(report.events) events, \(report.records) records and \(report.files) files of the vault were checked: "
                        + (report.sound
                            ? "all is as it was written."
                            : report.faults.count == 1 ? "1 fault." : "\(report.faults.count) faults."))
                if report.erased > 0 {
                    say("\(report.erased) files were erased for good by a person's word; they aren't missing.")
                }
                if report.taken > 0 {
                    say("\(report.taken) records were taken out of Outbox; 'assay publish --all' writes them again.")
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
        commandName: "publish", abstract: "Write the Outbox again from the ledger and the vault.")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "Everything: receipts, decisions, keys, and what is missing from queues.")
    var all = false

    func run() throws {
        guard all else { throw Refusal.usage("'assay publish' needs --all: it writes the whole Outbox again.") }
        let report = try Pipeline(try options.settings(), verbose: options.isTalkative).publishAll()
        if options.json { return try sayJSON(report) }
        if options.quiet { return }
        say(
            "Written again: \(report.receipts) receipts, \(report.decisions) decisions, \(report.queues) queue folders."
        )
    }
}
