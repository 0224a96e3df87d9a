internal import Assessment
internal import Folders
internal import Synchronization
internal import Workers

/// The daemon: the same pass as `run`, as things happen. Events are hints; a listing every now and then is the truth.
package struct Watch: Sendable {
    /// What the daemon says, and when.
    package enum Word: Sendable {
        case report(PassReport)
        case alarm(String)
        /// The first pass is over; what comes from now on is seen.
        case ready
    }

    private let settings: Settings
    private let verbose: Bool
    private let period: Int64
    private let say: @Sendable (Word) -> Void

    /// `period` is the time between two listings in seconds.
    package init(_ settings: Settings, period: Int64, verbose: Bool, say: @escaping @Sendable (Word) -> Void) {
        var settings = settings
        // A pass of cron's may be at work: rather than wait for its end, come again.
        settings.lockWait = min(settings.lockWait, 1)
        (self.settings, self.verbose, self.period, self.say) = (settings, verbose, max(1, period), say)
    }

    private static let second: Int64 = 1_000_000_000
    /// A folder that is away is looked for so often.
    private static let away = 5 * second
    /// After so long a pass that holds the workspace is told of: it may have been stopped.
    private static let longBusy = 60 * second

    /// Works until a signal ends it.
    package func run() throws {
        let state = WatchState(signals: try SignalDesk(), service: ServiceManager())
        let pipeline = Pipeline(settings, verbose: verbose)
        let workers = pipeline.log.workerPool()
        defer { workers.shutDown() }
        let documents = KeptDocuments(workers: workers)
        let eyes = Eyes(settings: settings)
        let (bundles, decisions) = (Sightings(), Sightings())
        let pages = PageDelay()
        var gate = InboxGate()
        var alarms = Alarms(say: say)
        var timers: [Int64] = []
        var listing: Int64 = 0
        var closed: String?
        var isReady = false
        var haste = Haste()
        var busySince: Int64?
        while !state.isStopping() {
            let isTold = state.takeReadAgain()
            if isTold {
                documents.forget()
                gate.forget()
            }
            let now = monotonicNanoseconds()
            timers.removeAll { $0 <= now }
            let wasClosed = closed != nil
            closed = gate.look(settings)
            let listsAll = isTold || now >= listing || closed != nil || wasClosed
            if listsAll { listing = now + min(period, longestWait) * Watch.second }
            let blind = eyes.open(all: listsAll)
            for words in [blind, closed].compactMap({ $0 }) { alarms.sound(words) }
            do {
                let mode = PassMode(
                    waits: false, takesBundles: closed == nil, isStopping: { state.isStopping() },
                    documents: documents, bundles: bundles, decisions: decisions, quiet: eyes.quiet, desks: eyes.desks,
                    pages: pages)
                let begun = monotonicNanoseconds()
                let end = try pipeline.pass(mode)
                haste.note(end.report, took: monotonicNanoseconds() - begun)
                busySince = nil
                alarms.clear(keeping: [blind, closed])
                say(.report(end.report))
                try end.noteTold()
                if let due = end.due { timers.append(due) }
                if let patience = end.patience {
                    timers.append(end.looked + min(patience, longestWait) * Watch.second + 2_000_000)
                }
                // Nothing tells of a folder that comes back, or has stood there long enough.
                if closed != nil { timers.append(monotonicNanoseconds() + Watch.away) }
                if documents.isUnsettled { timers.append(begun + Watch.second) }
                let standing = "\(end.report.waiting) waiting, \(end.report.problems) problems"
                if !isReady { say(.ready) }
                state.service.tell((isReady ? "" : "READY=1\n") + "STATUS=" + (closed ?? standing))
            } catch {
                // When a machine starts, a share may come later than the daemon.
                let isAway = Workspace.isAway(settings)
                guard let failure = Failure(error),
                    isReady || isAway || failure.exitCode == 75 || failure.isFullDisk
                else { throw error }
                // It has begun, whatever its first pass met: the service manager waits only so long for that word.
                if !isReady { state.service.tell("READY=1") }
                let now = monotonicNanoseconds()
                if failure.isBusy, now - (busySince ?? now) < Watch.longBusy {
                    busySince = busySince ?? now
                    timers.append(now + Watch.second)
                } else {
                    alarms.sound(failure.words)
                    state.service.tell("STATUS=" + failure.words)
                    if failure.isBusy { timers.append(now + Watch.second) }
                    if closed != nil || isAway { timers.append(monotonicNanoseconds() + Watch.away) }
                }
            }
            isReady = true
            let next = min(listing, timers.min() ?? listing)
            rest(until: next, eyes, state, &haste)
        }
        state.service.tell("STOPPING=1")
    }

    /// Sleeps until it is time, or something happens; then long enough for what belongs together to come together.
    private func rest(until next: Int64, _ eyes: Eyes, _ state: WatchState, _ haste: inout Haste) {
        while !state.isStopping() {
            let now = monotonicNanoseconds()
            if now >= next || state.wantsReading { return }
            if let hint = eyes.haveSeen() {
                let pause = min(haste.pause(after: hint), next - now)
                if pause > 0 { state.signals.wait(nil, nanoseconds: pause) }
                return
            }
            state.signals.wait(eyes.watch, nanoseconds: min(next - now, state.service.heartbeat ?? .max))
        }
    }
}

/// What signals have said.
final class WatchState: Sendable {
    let signals: SignalDesk
    let service: ServiceManager

    private struct Heard {
        var isStopping = false
        var wantsReading = false
    }

    private let heard = Mutex(Heard())

    init(signals: SignalDesk, service: ServiceManager) { (self.signals, self.service) = (signals, service) }

    /// Asked often, in the middle of a pass too: a sign of life as well.
    func isStopping() -> Bool {
        Heartbeat.beat()
        while let word = signals.next() {
            heard.withLock { if word == .end { $0.isStopping = true } else { $0.wantsReading = true } }
        }
        return heard.withLock { $0.isStopping }
    }

    var wantsReading: Bool { heard.withLock { $0.wantsReading } }

    func takeReadAgain() -> Bool {
        heard.withLock { heard in
            defer { heard.wantsReading = false }
            return heard.wantsReading
        }
    }
}
