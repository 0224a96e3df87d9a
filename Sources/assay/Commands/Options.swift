import ArgumentParser
import Assessment
import Pipeline

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The workspace's folder.", valueName: "dir"), completion: .directory)
    var workspace = "."

    @Option(
        help: ArgumentHelp(
            "The private folder, where it isn't the workspace's .assay; on a local disk.", valueName: "dir"),
        completion: .directory)
    var ledger: String?

    @Flag(name: .long, help: "One JSON document on standard output, and nothing else.")
    var json = false

    @Flag(name: .long, help: "Print nothing unless a person is needed.")
    var quiet = false

    @Flag(name: .long, help: "Tell on standard error what goes on, for engineers.")
    var verbose = false

    @Option(
        help: ArgumentHelp(
            "The program's clock, such as 2026-11-02T09:00:00; for replay and tests.", valueName: "time"))
    var now: String?

    @Option(
        help: ArgumentHelp(
            "How long a bundle must be unchanged, such as PT5S; over program.xml.", valueName: "duration"))
    var settle: String?

    @Option(help: ArgumentHelp("How long to wait for another pass to end.", valueName: "duration"))
    var wait = "PT1M"

    /// Whether engineers are told what goes on.
    var isTalkative: Bool { verbose && !quiet }

    func settings() throws -> Settings {
        var settings = Settings()
        settings.workspace = workspace
        settings.ledger = ledger
        if let now {
            guard let time = WrittenTime(now) else {
                throw Refusal.usage("--now '\(printable(now))' is no time. Write it as 2026-11-02T09:00:00Z.")
            }
            settings.now = time
        }
        if let settle { settings.settle = try seconds(settle, of: "--settle") }
        if let settle = settings.settle, settle > Program.Limits.longestSettle {
            throw Refusal.usage("--settle is more than an hour: nobody would wait that long. Write PT5S.")
        }
        settings.progress = ProgressLine.progress(self)
        settings.lockWait = try seconds(wait, of: "--wait")
        return settings
    }

    private func seconds(_ text: String, of option: String) throws -> Int64 {
        guard let period = Period(text) else {
            throw Refusal.usage("\(option) '\(printable(text))' is no duration. Write it as PT5S or PT2M.")
        }
        return period.totalSeconds
    }
}
