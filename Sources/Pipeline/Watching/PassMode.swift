internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Synchronization
internal import Workers

/// How a pass goes about its work: `run` does one and waits for its second look, `watch` does many and never waits.
struct PassMode: Sendable {
    /// Waits `settle` for the second look; else somebody passes again when it is time.
    var waits = true
    /// Inbox is in its place.
    var takesBundles = true
    /// Once true it stays so: the pass ends with what it has begun.
    var isStopping: @Sendable () -> Bool = { false }
    /// What is kept from pass to pass.
    var documents: KeptDocuments?
    /// When the daemon first saw bundles and decisions as they are.
    var bundles: Sightings?
    var decisions: Sightings?
    var quiet: QuietBundles?
    var desks: QuietDesks?
    var pages: PageDelay?
}

/// Puts the pages off to the next pass where that comes soon: what was merely seen for the first time makes no pages of
/// its own, and whatever is dropped meanwhile doesn't wait for them.
final class PageDelay: Sendable {
    /// Since when pages have been put off.
    private let since = Mutex<Int64?>(nil)

    private static let longest: Int64 = 10_000_000_000

    /// Whether they may wait for the pass that comes then.
    func mayWait(until due: Int64?) -> Bool {
        since.withLock { since in
            let now = monotonicNanoseconds()
            let begun = since ?? now
            guard let due, due - begun < PageDelay.longest else {
                since = nil
                return false
            }
            since = begun
            return true
        }
    }
}

/// What a pass leaves to the next.
struct PassEnd: Sendable {
    var report: PassReport
    let told: Told
    /// Nil where nothing is to be noted: the ledger is closed with the workspace then, before another pass opens it.
    let ledger: Ledger?
    /// When it had looked, by the clock that only runs forward.
    var looked: Int64
    /// When something that was seen for the first time may be looked at again; nil where nothing was.
    var due: Int64?
    /// Seconds until the patience with a waiting bundle is over.
    var patience: Int64?

    /// The report was printed. The workspace isn't held for that: whoever reads it page by page may take an hour.
    func noteTold() throws { if let ledger { try told.note(in: ledger) } }
}

/// The district's documents and the processes that read them, kept as long as nothing in Rubrics changes.
final class KeptDocuments: Sendable {
    let workers: WorkerPool

    private struct State {
        var library: Library?
        var fingerprint = ""
        /// A change that was seen once: an editor may be at work.
        var fresh = ""
    }

    private let state = Mutex(State())

    init(workers: WorkerPool) { self.workers = workers }

    /// A change is seen, and not yet read.
    var isUnsettled: Bool { state.withLock { !$0.fresh.isEmpty } }

    /// Everything is read again by the next pass.
    func forget() { state.withLock { $0 = State() } }

    /// The documents; read again when two looks agree that they changed.
    func library(_ workspace: Workspace, _ read: () throws -> Library) throws -> Library {
        let tree = try workspace.rubrics.tree(limit: Librarian.most, depth: Librarian.depth)
        let now = tree.fingerprint
        let kept = state.withLock { state -> Library? in
            guard let library = state.library else { return nil }
            if state.fingerprint == now {
                state.fresh = ""
                return library
            }
            if state.fresh == now { return nil }
            state.fresh = now
            return library
        }
        if let kept { return kept }
        let library = try read()
        // A disk or a share that failed for a moment tells nobody when it is well again: the next pass reads anew.
        // Nor do changes show where not all can be listed.
        let isSure = library.unread.isEmpty && !tree.isTruncated && tree.tooDeep == nil
        state.withLock { $0 = State(library: isSure ? library : nil, fingerprint: now) }
        return library
    }
}
