import ArgumentParser
import Pipeline
import Samples

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Lay out a workspace: its folders, the schemas for editors, the signing key.")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "Also lay sample rubrics, a roster and bundles, where Rubrics and Inbox are empty.")
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
        if adopt { say("The workspace '\(options.workspace)' belongs to this machine now.") }
        say(
            "The workspace '\(options.workspace)' is laid out: Rubrics, Inbox, Outbox, and \(report.schemas) schemas in Rubrics/Schemas."
        )
        for folder in report.left { say("\(folder) already holds something, and was left as it is.") }
        if report.files > 0 { say("\(report.files) sample files were laid. Next: assay run") }
        if !report.hasDocuments {
            say("Next: write rubrics, program.xml and reviewers.xml into Rubrics, then: assay rubric check")
        }
    }
}
