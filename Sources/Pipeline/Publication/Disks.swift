internal import Folders

/// The file systems that a pass writes to, each held open by one folder from before the first write: the system
/// reports a failed write-back only to descriptors that were open then.
struct Disks: Sendable {
    private let folders: [Folder]

    init(_ workspace: Workspace) throws {
        var seen: Set<UInt64> = []
        var folders: [Folder] = []
        for folder in [workspace.home, workspace.inbox, workspace.outbox] {
            if seen.insert(try folder.ownStatus().device).inserted { folders.append(folder) }
        }
        self.folders = folders
    }

    /// Everything that was written before is on the disk when this returns.
    func flush() throws {
        for folder in folders { try folder.flush() }
    }
}
