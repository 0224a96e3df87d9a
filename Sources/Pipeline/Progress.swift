internal import Synchronization

/// How far a long piece of work has come: facts, told to whoever wants to show them.
package struct Progress: Sendable {
    /// What is being done.
    package enum Work: Hashable, Sendable {
        case waitingForPass
        /// Seconds until the second look.
        case settling(Int64)
        case readingBundles, readingDecisions, layingFolders, writingAgain, checkingLedger, checkingVault, backingUp
    }

    private let tell: (@Sendable (Work, _ done: Int, _ total: Int?) -> Void)?

    /// Nobody looks.
    package static let untold = Progress(tell: nil)

    /// `tell` is called from any thread, once for each thing that is done; it has to be quick.
    package init(tell: (@Sendable (Work, _ done: Int, _ total: Int?) -> Void)?) { self.tell = tell }

    /// Work that can't be counted has begun.
    func begin(_ work: Work) { tell?(work, 0, nil) }

    /// Counts pieces of work that has begun; `total` where it is known.
    func count(_ work: Work, of total: Int? = nil) -> Count { Count(progress: self, work: work, total: total) }

    /// Counts on all cores.
    final class Count: Sendable {
        private let progress: Progress
        private let work: Work
        private let total: Int?
        private let done = Atomic<Int>(0)

        fileprivate init(progress: Progress, work: Work, total: Int?) {
            (self.progress, self.work, self.total) = (progress, work, total)
        }

        func add(_ number: Int = 1) {
            guard let tell = progress.tell else { return }
            tell(work, done.add(number, ordering: .relaxed).newValue, total)
        }
    }
}
