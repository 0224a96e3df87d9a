import ArgumentParser
import Assessment
import Pipeline

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "An empty bundle to fill in.",
        usage: "assay new [--rubric-version <version>] [<options>] <rubric> <dir>",
        discussion:
            "One folder for each kind of evidence, and a manifest in which only the educator's line is to be filled.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "The rubric's id.", completion: .custom(rubrics))
    var rubric: String

    @Argument(help: ArgumentHelp("A new folder for the bundle.", valueName: "dir"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp("The rubric's version; the newest active one if left out.", valueName: "version"))
    var rubricVersion: String?

    func run() throws {
        let report = try Questions(try options.settings()).new(rubric: rubric, version: rubricVersion, in: folder)
        if options.json { return try sayJSON(report) }
        if options.quiet { return }
        say("An empty bundle for '\(report.rubric)' \(report.version) lies in \(printable(folder)).")
        say("Next: fill in the educator's line of manifest.xml, put the evidence into the folders, and try:")
        say("  assay check \(printable(folder))")
    }
}
