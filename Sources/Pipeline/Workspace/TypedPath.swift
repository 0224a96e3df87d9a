internal import Assessment
internal import Folders

/// A path as somebody typed it: the folder that it lies in, and its last name; a `/` at its end says nothing.
struct TypedPath {
    let typed: String
    let parent: String
    let name: String

    init(_ path: String) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        let (parent, name) = split(trimmed)
        typed = path
        self.parent = parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
        self.name = name
    }

    func openParent() throws(IOFailure) -> Folder { try Folder.open(parent) }
}

/// The folders of a workspace in which nothing of the administrator's own is laid.
struct OwnFolders {
    private let places: [String]

    init(_ root: Folder, home: Folder) throws {
        let others = ["Inbox", "Outbox", "Rubrics"].compactMap { try? root.folder($0) }
        places = try ([home] + others).map { try $0.realPath() + "/" }
    }

    /// `place` is where `path` leads, with its `/`.
    func refuse(_ place: String, named path: String) throws {
        if places.contains(where: { place.utf8.starts(with: $0.utf8) }) {
            throw Refusal.usage("'\(printable(path))' lies in the workspace itself. Name a folder elsewhere.")
        }
    }
}
