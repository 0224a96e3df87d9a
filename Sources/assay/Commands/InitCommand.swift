import ArgumentParser
import Assessment
import Pipeline
import Samples

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Lay out a workspace: its folders, the schemas for editors, the signing key.",
        usage: "assay init [--samples] [--adopt] [<options>]",
        discussion: "For example: assay init --samples --workspace trial")

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Flag(
        name: .long,
        help:
            "Also lay sample rubrics, a roster and bundles, where Rubrics and Inbox are empty; no bundles where Rubrics isn't."
    )
    var samples = false

    @Flag(name: .long, help: "Make a workspace that was moved here from another machine this machine's, for good.")
    var adopt = false

    func run() throws {
        let settings = try options.settings()
        if adopt { try Workspace.adopt(settings) }
        let files = samples ? (Samples.documents + Samples.inbox).map { LaidFile(path: $0.path, bytes: $0.bytes) } : []
        let report = try Workspace.layOut(settings, samples: files)
        if options.json { return try sayJSON(report) }
        if options.quiet { return }
        if adopt {
            say("The workspace '\(printable(options.workspace))' belongs to this machine now. Next: assay verify")
        }
        say(
            "The workspace '\(printable(options.workspace))' is laid out: Rubrics, Inbox, Outbox, and \(counted(report.schemas, "schema")) in Rubrics/Schemas."
        )
        for folder in report.left { say("\(folder) already holds something, and was left as it is.") }
        if report.withheld {
            say(
                "No sample bundles were laid, since they would be taken among the district's own. To look at them, "
                    + "make a workspace of their own: assay init --samples --workspace trial")
        }
        if report.files > 0 {
            say("\(counted(report.files, "sample file")) \(report.files == 1 ? "was" : "were") laid. Next: assay run")
        }
        if !report.hasDocuments {
            say("Next: write rubrics, program.xml and reviewers.xml into Rubrics, then: assay rubric check")
        }
    }
}
