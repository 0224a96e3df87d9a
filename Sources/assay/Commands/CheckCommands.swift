import ArgumentParser
import Assessment
import Pipeline

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "What 'run' would say of a bundle, without dropping it.",
        usage: "assay check [<options>] <bundle>")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "The bundle's folder, or an archive of it.", completion: .file())
    var bundle: String

    func run() throws {
        let report = try Questions(try options.settings()).check(bundle)
        try tell(report, options, good: "The bundle is acceptable.", bad: "The bundle would not be accepted.")
    }
}

struct RubricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric", abstract: "Check or show the district's documents.",
        subcommands: [RubricCheckCommand.self, RubricShowCommand.self, RubricAcceptedCommand.self])
}

struct RubricCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every fault of the district's documents, with line and column.",
        usage: "assay rubric check [<options>] [<file> ...]",
        discussion: "Without a file: everything in Rubrics, and how the documents fit together.")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(
        help: ArgumentHelp("Documents to check, wherever they lie.", valueName: "file"),
        completion: .file(extensions: ["xml"]))
    var files: [String] = []

    func run() throws {
        let report = try Questions(try options.settings()).checkDocuments(files)
        try tell(report, options, good: "No errors.", bad: "Errors were found.")
    }
}

struct RubricShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "How a reviewer will see a rubric: a page on standard output.",
        usage: "assay rubric show [<options>] <file>",
        discussion: "For example: assay rubric show Rubrics/exit-tickets.xml > exit-tickets.html")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "The rubric's file.", completion: .file(extensions: ["xml"]))
    var file: String

    func run() throws {
        let shown = try Questions(try options.settings()).showRubric(file)
        if options.json {
            try sayJSON(shown)
        } else {
            if let html = shown.html { say(html) }
            for finding in shown.findings where finding.severity == .error { complain(line(of: finding)) }
        }
        if shown.html == nil { throw ExitCode(1) }
    }
}

struct RubricAcceptedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accepted",
        abstract: "The file of a version as submissions were accepted under it: its bytes on standard output.",
        usage: "assay rubric accepted [<options>] <id> <version>",
        discussion: "For example: assay rubric accepted exit-tickets 1.0 > exit-tickets-1.0.xml")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "The rubric's id.")
    var id: String

    @Argument(help: "The version.")
    var version: String

    func run() throws {
        let kept = try Questions(try options.settings()).acceptedRubric(id, version: version)
        if options.json { try sayJSON(kept) } else { sayBytes(kept.bytes) }
    }
}

private func tell(_ report: CheckReport, _ options: CommonOptions, good: String, bad: String) throws {
    if options.json {
        try sayJSON(report)
    } else {
        for finding in report.findings where finding.severity == .error || !options.quiet { say(line(of: finding)) }
        if !options.quiet { say(report.acceptable ? good : bad) }
    }
    if !report.acceptable { throw ExitCode(1) }
}
