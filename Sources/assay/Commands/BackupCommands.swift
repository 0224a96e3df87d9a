import ArgumentParser
import Assessment
import Pipeline

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy ledger, keys and vault to another folder, while passes go on.",
        usage: "assay backup [<options>] <dir>",
        discussion: """
            The folder is new, empty, or an earlier backup, to which only what is new is copied. 'assay verify --ledger \
            DIR' checks it. Whoever can read it can sign records.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(
        help: ArgumentHelp("The folder for the backup; on another disk than the workspace.", valueName: "dir"),
        completion: .directory)
    var directory: String

    func run() throws {
        let report = try Backup(try options.settings()).backUp(to: directory)
        if options.json {
            try sayJSON(report)
        } else {
            if !options.quiet {
                say(
                    "\(counted(Int(report.events), "event")), the keys and \(counted(report.files, "file")) are in "
                        + "'\(printable(directory))'; \(counted(report.copied, "file")) "
                        + "(\(counted(Int(report.bytes), "byte"))) \(report.copied == 1 ? "was" : "were") copied now.")
                if report.erased > 0 { say("\(counted(report.erased, "folder")) went, since the evidence was erased.") }
            }
            for line in report.faults + report.warnings { say(line) }
        }
        if !report.faults.isEmpty { throw ExitCode(1) }
    }
}

struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover", abstract: "Say what differs when the ledger is older than what lies beside it.",
        usage: "assay recover [--accept-loss] [<options>]",
        discussion: """
            Put the newest copy of the ledger back first. With --accept-loss the workspace goes on without what is in no \
            copy: evidence that the ledger doesn't know goes back to Inbox as a new drop, and records and receipts that \
            it doesn't know are kept in .assay/recovered.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Flag(name: .long, help: "Go on without what was lost.")
    var acceptLoss = false

    func run() throws {
        let recovery = Recovery(try options.settings())
        var report = try recovery.differences()
        // Where nothing differs there is no loss to accept; a backup that was put back becomes the workspace's own.
        if acceptLoss || report.differences.isEmpty { report = try recovery.acceptLoss() }
        if options.json {
            try sayJSON(report)
        } else {
            for line in report.differences { say(line) }
            for name in report.dropped { say("Inbox/\(printable(name)) is a new drop; the next pass takes it.") }
            for path in report.kept { say(".assay/\(printable(path)) is kept there.") }
            if report.accepted, !report.lost.isEmpty {
                say("To be dropped again, since no vault holds their evidence:")
                for lost in report.lost { say("    \(printable(lost.bundle)) (\(lost.submission))") }
            }
            if !options.quiet { conclude(report) }
        }
        if !report.accepted { throw ExitCode(1) }
    }

    private func conclude(_ report: RecoveryReport) {
        if let until = report.until {
            let isOlder = report.restored || !report.differences.isEmpty
            say(
                "The ledger ends at event \(report.events) of \(until.text). "
                    + (isOlder
                        ? "Withdrawals and erasures after it leave no trace outside the ledger: do them again."
                        : "If you didn't put a copy back, that is all."))
        }
        if report.differences.isEmpty { return say("Ledger, vault and Outbox agree; the workspace can go on.") }
        if report.accepted { return say("The workspace goes on from event \(report.events). Next: assay verify") }
        say("Nothing was changed. Put the newest copy of the ledger back, if there is one, and run this again.")
        if report.lacksKey {
            say("The private key is gone too. Put it back first, from a copy, as .assay/keys/record.pem.")
            say("If there is none, so that a new key is to be made, move Outbox/Keys out of Outbox first, and keep it:")
            say("earlier records are checked with the public key in it.")
        }
        say("To go on without what was lost: assay recover --accept-loss")
    }
}
