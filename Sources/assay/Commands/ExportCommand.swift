import ArgumentParser
import Assessment
import Pipeline

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a decision with its evidence as a BagIt bag, to be kept elsewhere.",
        usage: "assay export [<options>] <id> --bag <dir>",
        discussion: """
            The bag holds the signed record, the public key, the rubric, the manifest as it came and as it was \
            inspected, and the evidence, with a SHA-256 of each. It names the educator: it is for the office, an \
            archive or an auditor, and never for a reviewer. Of erased evidence it has the digests in the record.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "The id of a submission that was decided.", completion: .custom(submissions))
    var id: String

    @Option(
        help: ArgumentHelp("A new or empty folder for the bag, outside the workspace's own.", valueName: "dir"),
        completion: .directory)
    var bag: String

    func run() throws {
        let report = try Questions(try options.settings()).export(id, toBag: bag)
        if options.json { return try sayJSON(report) }
        if options.quiet { return }
        if let erased = report.erased {
            say("The evidence of \(report.submission) was erased on \(erased.text); the bag has none of it.")
        }
        say(
            "\(counted(report.files, "file")) (\(counted(Int(report.bytes), "byte"))) of \(report.submission) "
                + "\(report.files == 1 ? "is" : "are") in the bag '\(printable(report.bag))'.")
    }
}
