internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Logging
internal import Workers

/// One pass over a workspace, and what all its stages share.
struct Pass: Sendable {
    let workspace: Workspace
    let workers: WorkerPool
    let library: Library
    let clock: ProgramClock
    let shelf: RubricShelf
    let disks: Disks
    let publisher: Publisher
    let tally: Tally
    let log: Logger
    let progress: Progress
    /// Asked between batches: once true, the pass ends with what it has begun.
    let isStopping: @Sendable () -> Bool
}
