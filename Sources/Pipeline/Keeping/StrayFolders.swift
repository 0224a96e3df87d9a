internal import Bookkeeping
internal import Folders

/// Queue folders that lay where one was to be laid (a sync program had brought them back, or somebody had made them).
/// No fact speaks of them; each is named after the ticket whose place it took.
enum StrayFolders {
    static let path = "vault/kept/strays"

    static func name(inPlaceOf ticket: String, _ status: FileStatus) -> String { "\(ticket)-\(status.inode)" }

    /// Removes, for good, those that took the places of these assignments; `home` is the private folder, or its backup.
    static func remove(inPlacesOf rows: [AssignmentRow], below home: Folder) throws {
        guard try home.status(path) != nil else { return }
        let strays = try home.folder(path)
        for name in try strays.names() where rows.contains(where: { name.hasPrefix($0.ticket + "-") }) {
            try strays.removeForGood(name)
        }
    }
}
