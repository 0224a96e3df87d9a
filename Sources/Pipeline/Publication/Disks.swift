internal import Folders
internal import Synchronization

/// The file systems that a pass writes to, each held open by one folder from before the first write: the system
/// reports a failed write-back only to descriptors that were open then, and to each of them once.
final class Disks: Sendable {
    private let folders: [Folder]
    /// What goes from Outbox to the vault is copied.
    let isOutboxApart: Bool
    /// What a flush failed with, whoever asked for it: who flushes after that has lost something as well.
    private let failure = Mutex<IOFailure?>(nil)

    init(_ workspace: Workspace) throws {
        var seen: Set<UInt64> = []
        var folders: [Folder] = []
        for folder in [workspace.home, workspace.inbox, workspace.outbox] {
            if seen.insert(try folder.ownStatus().device).inserted { folders.append(folder) }
        }
        self.folders = folders
        isOutboxApart = try workspace.outbox.isApart(from: workspace.home)
    }

    /// Everything that was written before is on the disk when this returns.
    func flush() throws {
        try failure.withLock { failure in
            if let failure { throw failure }
            do throws(IOFailure) {
                for folder in folders { try folder.flush() }
            } catch {
                failure = error
                throw error
            }
        }
    }
}
