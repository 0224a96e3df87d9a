internal import Glibc

extension Folder {
    /// Copies a whole tree of folders and regular files under a new name; anything else in it throws EINVAL.
    package func copyTree(_ name: String, to folder: Folder, as new: String) throws(IOFailure) {
        let source = try self.folder(name)
        try folder.makeFolder(new)
        let target = try folder.folder(new)
        for entry in try source.names() {
            switch try source.status(entry)?.kind {
            case .folder: try source.copyTree(entry, to: target, as: entry)
            case .file: try source.copyFile(entry, to: target, as: entry)
            case .link: try source.copyLink(entry, to: target)
            case .other: throw IOFailure("copy", source.path + "/" + entry, code: EINVAL)
            case nil: continue
            }
        }
    }

    /// Moves a tree by one rename, or across file systems by a copy that appears by one rename, flushed before the
    /// source goes. `scratch` is a folder on the target's file system.
    package func move(
        _ name: String, to folder: Folder, as new: String, scratch: Folder
    ) throws(IOFailure) {
        do throws(IOFailure) {
            return try rename(name, to: folder, as: new)
        } catch {
            guard error.isAnotherFileSystem else { throw error }
        }
        try scratch.removeTree("moving")
        try copyTree(name, to: scratch, as: "moving")
        try scratch.flush()
        try scratch.rename("moving", to: folder, as: new)
        try folder.flush()
        try removeTree(name)
    }

    /// A link is carried over as the link it is; nothing looks through it.
    private func copyLink(_ name: String, to folder: Folder) throws(IOFailure) {
        var buffer = [CChar](repeating: 0, count: 4097)
        let count = unsafe withName(name) { unsafe readlinkat(descriptor, $0, &buffer, 4096) }
        guard count >= 0 else { throw .last("read the link", path + "/" + name) }
        buffer[count] = 0
        let result = unsafe withName(name) { unsafe symlinkat(buffer, folder.descriptor, $0) }
        if result != 0 { throw .last("make the link", folder.path + "/" + name) }
    }
}
