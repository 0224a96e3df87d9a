import ArgumentParser
import Assessment
import Pipeline

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "What 'run' would say of a bundle, without dropping it.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The bundle's folder, or an archive of it.")
    var bundle: String

    func run() throws {
        let report = try Questions(try options.settings()).check(bundle)
        try tell(report, options, good: "The bundle is acceptable.", bad: "The bundle would not be accepted.")
    }
}

struct RubricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric", abstract: "The district's documents.", subcommands: [RubricCheckCommand.self])
}

struct RubricCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every fault of the district's documents, with line and column.",
        discussion: "Without a file: everything in Rubrics, and how the documents fit together.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "Documents to check, wherever they lie.")
    var files: [String] = []

    func run() throws {
        let report = try Questions(try options.settings()).checkDocuments(files)
        try tell(report, options, good: "No errors.", bad: "Errors were found.")
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
