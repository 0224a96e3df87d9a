import ArgumentParser
import Pipeline

#if canImport(Glibc)
    import Glibc
#endif

@main
struct Assay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Assesses evidence for educators' micro-credentials, on plain files.",
        discussion: """
            Bundles that are dropped into Inbox are checked against the rubrics in Rubrics, given to reviewers in \
            Outbox/Queues, and decided by the files that reviewers edit; signed records appear in Outbox/Decisions.

            For example: 'assay init --samples' lays a trial workspace into this folder, 'assay run' does a pass over \
            it, 'assay status' says how things stand, and 'man assay' tells more.

            Exit codes: 0 done · 1 check, rubric check, rubric show or verify found an error, recover a difference, backup \
            a damaged file · 64 usage, or what isn't allowed · 65 a document of the district's is invalid · 66 no such \
            submission, bundle or reviewer · 70 our own fault · 74 input/output, disk full included · 75 another pass \
            held the workspace.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, RunCommand.self, WatchCommand.self, StatusCommand.self, ListCommand.self,
            ShowCommand.self, QueueCommand.self, ExplainCommand.self, FindingsCommand.self, NewCommand.self,
            CheckCommand.self, RubricCommand.self, WithdrawCommand.self, EraseCommand.self, VerifyCommand.self,
            PublishCommand.self, ExportCommand.self, BackupCommand.self, RecoverCommand.self,
        ])

    /// Commands that can say nothing before they have read the district's documents.
    private static let readsAtOnce: Set = ["run", "status", "explain", "check"]

    static func main() {
        Outputs.makeWhole()
        // The readers of untrusted bytes are this same program under names that nobody types.
        if CommandLine.arguments.count == 2, CommandLine.arguments[1] == "read-untrusted" { serveAsReader() }
        if CommandLine.arguments.count == 5, CommandLine.arguments[1] == "unpack-untrusted" {
            serveAsUnpacker(Array(CommandLine.arguments[2...]))
        }
        if let name = CommandLine.arguments.dropFirst().first, readsAtOnce.contains(name) { startReaderAhead() }
        do {
            // Beside the parser's own --generate-completion-script, and for `make install` too.
            if CommandLine.arguments.dropFirst() == ["--generate-manual"] {
                say(try Manual.text())
            } else {
                var command = try parseAsRoot()
                try command.run()
            }
            Outputs.endIfCutShort()
        } catch {
            if let failure = Failure(error) {
                assay.complain(failure.words)
                Glibc.exit(failure.exitCode)
            }
            Outputs.endIfCutShort()
            complain(aboutUsage: error)
            exit(withError: error)
        }
    }
}
