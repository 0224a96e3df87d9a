internal import Assessment

/// The way through a folder's whole tree, names in the order of their bytes. However deep the tree is, one folder of it
/// is open at a time.
package struct FolderWalk {
    package enum Step {
        /// A folder, the top one's path empty, and what is in it; folders in it are entered next.
        case entered(_ path: String, Folder, [(name: String, status: FileStatus)])
        case left(_ path: String)
    }

    private let top: Folder
    /// The folder that was entered last and not left.
    private var path = ""
    /// Of each folder on the way there the names that are yet to be entered, the next one last.
    private var waiting: [[String]] = [[""]]

    package init(_ top: Folder) { self.top = top }

    package mutating func next() throws(IOFailure) -> Step? {
        if let name = waiting[waiting.count - 1].popLast() {
            path += path.isEmpty ? name : "/" + name
            let folder = path.isEmpty ? top : try top.folder(path)
            var entries: [(name: String, status: FileStatus)] = []
            for name in try folder.names() {
                // Gone since the listing.
                guard let status = try folder.status(name) else { continue }
                entries.append((name, status))
            }
            waiting.append(entries.reversed().compactMap { $0.status.kind == .folder ? $0.name : nil })
            return .entered(path, folder, entries)
        }
        if waiting.count == 1 { return nil }
        waiting.removeLast()
        defer { path = split(path).parent }
        return .left(path)
    }
}
