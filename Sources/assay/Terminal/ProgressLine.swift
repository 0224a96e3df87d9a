import Pipeline
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// One line on the terminal that says how far long work has come: rewritten in its place, never for what is done
/// quickly, and gone before anything else is printed.
final class ProgressLine: Sendable {
    private struct State {
        var begun: ContinuousClock.Instant?
        var written: ContinuousClock.Instant?
        var isThere = false
        var isWaiting = false
    }

    private let state = Mutex(State())

    /// The line of this process.
    static let shared = ProgressLine()

    /// What is done sooner needs no line, and nobody reads a line that changes faster.
    private static let patience: Duration = .milliseconds(700)
    private static let pause: Duration = .milliseconds(100)

    /// What the pipeline is to be handed.
    static func progress(_ options: CommonOptions) -> Progress {
        guard !options.quiet, !options.json, !options.verbose, Screen.errors.canRewrite else { return .untold }
        shared.state.withLock { $0.begun = .now }
        return Progress { @Sendable work, done, total in shared.show(work, done, total) }
    }

    private func show(_ work: Progress.Work, _ done: Int, _ total: Int?) {
        state.withLock { state in
            let now = ContinuousClock.now
            // What follows a wait has not been long yet.
            if state.isWaiting, !ProgressLine.isWait(work) {
                if state.isThere { writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
                (state.begun, state.isThere) = (now, false)
            }
            state.isWaiting = ProgressLine.isWait(work)
            guard let begun = state.begun, now - begun >= ProgressLine.patience || ProgressLine.isWait(work),
                state.written.map({ now - $0 >= ProgressLine.pause }) ?? true || ProgressLine.isWait(work)
            else { return }
            (state.written, state.isThere) = (now, true)
            let words = fitted(ProgressLine.words(work, done, total), to: Screen.errors.columns - 1)
            writeAll("\r" + words + "\u{1B}[K", to: STDERR_FILENO)
        }
    }

    /// Takes the line away, so that something else can be printed in its place.
    func clear() {
        state.withLock { state in
            if state.isThere { writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
            state.isThere = false
        }
    }

    /// A wait is known to be long before it begins.
    private static func isWait(_ work: Progress.Work) -> Bool {
        switch work {
        case .waitingForPass: true
        case .settling(let seconds): seconds > 0
        default: false
        }
    }

    private static func words(_ work: Progress.Work, _ done: Int, _ total: Int?) -> String {
        let count = total.map { "\(grouped(done)) of \(grouped($0))" } ?? grouped(done)
        let isOne = (total ?? done) == 1
        switch work {
        case .waitingForPass: return "Another pass is at work; waiting for its end"
        case .settling(let seconds):
            return "Looking again in \(counted(Int(seconds), "second")), to be sure that nothing is still being copied"
        case .readingBundles: return count + (isOne ? " bundle read" : " bundles read")
        case .readingDecisions: return count + (isOne ? " decision file read" : " decision files read")
        case .layingFolders: return count + (isOne ? " folder put in its place" : " folders put in their places")
        case .writingAgain: return count + (isOne ? " result written again" : " results written again")
        case .checkingLedger: return count + (isOne ? " event of the ledger checked" : " events of the ledger checked")
        case .checkingVault: return count + (isOne ? " file of the vault checked" : " files of the vault checked")
        case .backingUp: return count + (isOne ? " file of the vault backed up" : " files of the vault backed up")
        }
    }
}
