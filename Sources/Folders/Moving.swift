internal import Glibc

extension Folder {
    /// Copies a whole tree under a new name, links, pipes and sockets as what they are. A device is left out: nobody
    /// but the system's administrator can make one. `entering` is told of each folder, and `copying` of all else, before
    /// it is copied.
    package func copyTree(
        _ name: String, to folder: Folder, as new: String, entering: (Folder) throws(IOFailure) -> Void = { _ in },
        copying: (FileStatus) throws(IOFailure) -> Void = { _ in }
    ) throws(IOFailure) {
        let source = try self.folder(name)
        try folder.makeFolder(new)
        let copy = try folder.folder(new)
        var walk = FolderWalk(source)
        while let step = try walk.next() {
            guard case .entered(let path, let source, let entries) = step else { continue }
            try entering(source)
            let target = path.isEmpty ? copy : try copy.folder(path)
            for (entry, status) in entries {
                if status.kind != .folder { try copying(status) }
                switch status.kind {
                case .folder: try target.makeFolder(entry)
                case .file: try source.copyFile(entry, to: target, as: entry)
                case .link: try source.copyLink(entry, to: target)
                case .pipe: try target.makeNode(entry, S_IFIFO)
                case .socket: try target.makeNode(entry, S_IFSOCK)
                case .device: continue
                }
            }
        }
    }

    /// Moves a tree by one rename, or across file systems by a copy that appears by one rename, flushed before the
    /// source goes. `scratch` is a folder on the target's file system, `scratchName` nobody else's name in it.
    /// Killed anywhere, it can be called again. Across file systems the source's folders go whatever their permissions.
    package func move(
        _ name: String, to folder: Folder, as new: String, scratch: Folder, scratchName: String
    ) throws(IOFailure) {
        do throws(IOFailure) {
            return try rename(name, to: folder, as: new)
        } catch {
            // On one file system a name that is taken is somebody else's; across, it may be our own earlier try.
            let mayBeEarlierTry = try error.isTaken ? isApart(from: folder) : false
            guard error.isAnotherFileSystem || mayBeEarlierTry else { throw error }
        }
        if try folder.status(new) == nil {
            try scratch.removeTree(scratchName)
            do throws(IOFailure) {
                try copyTree(name, to: scratch, as: scratchName)
            } catch {
                // What it took of a disk that is full comes back.
                try scratch.removeTree(scratchName)
                throw error
            }
            try scratch.flush()
            try scratch.rename(scratchName, to: folder, as: new)
            try folder.flush()
        } else if try !isContained(name, in: folder, as: new) {
            throw IOFailure("move", folder.path + "/" + new, code: EEXIST)
        }
        try removeForGood(name)
    }

    /// Moves one file, across file systems, or `copying`, by a copy that appears by one rename, flushed before the source
    /// goes. `scratch` is a folder on the target's file system, `scratchName` nobody else's name in it.
    package func moveFile(
        _ relative: String, to folder: Folder, as new: String, scratch: Folder, scratchName: String,
        copying: Bool = false
    ) throws(IOFailure) {
        if !copying {
            do throws(IOFailure) {
                return try rename(relative, to: folder, as: new)
            } catch {
                guard error.isAnotherFileSystem else { throw error }
            }
        }
        try scratch.removeIfThere(scratchName)
        do throws(IOFailure) {
            try copyFile(relative, to: scratch, as: scratchName)
        } catch {
            // What it took of a disk that is full comes back.
            try scratch.removeIfThere(scratchName)
            throw error
        }
        try scratch.flush()
        try scratch.rename(scratchName, to: folder, as: new)
        try folder.flush()
        try removeIfThere(relative)
    }

    /// Whether every file of a tree stands in another one with the same bytes.
    private func isContained(_ name: String, in folder: Folder, as other: String) throws(IOFailure) -> Bool {
        guard try folder.status(other)?.kind == .folder else { return false }
        let twin = try folder.folder(other)
        var walk = FolderWalk(try self.folder(name))
        while let step = try walk.next() {
            guard case .entered(let path, let mine, let entries) = step else { continue }
            let theirs = path.isEmpty ? twin : try twin.folder(path)
            for (entry, status) in entries where status.kind != .device {
                guard try theirs.status(entry)?.kind == status.kind else { return false }
                if status.kind == .file,
                    try mine.openFile(entry).digest().sha256 != theirs.openFile(entry).digest().sha256
                {
                    return false
                }
            }
        }
        return true
    }

    private func makeNode(_ name: String, _ kind: mode_t) throws(IOFailure) {
        let result = unsafe withName(name) { unsafe mknodat(descriptor, $0, kind | 0o600, 0) }
        if result != 0 { throw .last("make the pipe or socket", path + "/" + name) }
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
