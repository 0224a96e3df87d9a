internal import CLinux
internal import Glibc

extension Folder {
    /// Writes a new file; it must not be there. Durable only after the file system's next `flush`.
    package func writeNew(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(IOFailure) {
        let descriptor = try openBeneath(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = retried {
                unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress! + done, $0.count - done) }
            }
            if count < 0 { throw .last("write", path + "/" + name) }
            done += count
        }
    }

    /// Puts a file in place as a whole: under a temporary name first, then by one rename over whatever file is there.
    package func replace(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(IOFailure) {
        try show(prepare(name, bytes, mode: mode), as: name, over: true)
    }

    /// The same for a name that must be free.
    package func place(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(IOFailure) {
        try show(prepare(name, bytes, mode: mode), as: name)
    }

    /// Brings what `prepare` wrote into sight: over whatever file is there, or only where the name is free.
    package func show(_ temporary: String, as name: String, over: Bool = false) throws(IOFailure) {
        do throws(IOFailure) {
            if over { try renameOver(temporary, to: name) } else { try rename(temporary, to: self, as: name) }
        } catch {
            try removeIfThere(temporary)
            throw error
        }
    }

    /// Writes under a name beside `name`, which is returned: for whoever flushes before the rename. What lies there
    /// already is an earlier try of ours if it begins as we would, or if a power cut left zeros of it; anything else
    /// is somebody's, and is left alone.
    package func prepare(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(IOFailure) -> String {
        for number in 0..<100 {
            let temporary = "\(Folder.preparedPrefix)\(number)-\(name)"
            if let status = try status(temporary) {
                guard status.kind == .file, status.links == 1, status.bytes <= Int64(bytes.count),
                    let present = try? read(temporary, limit: bytes.count),
                    bytes.starts(with: present) || present.allSatisfy({ $0 == 0 })
                else { continue }
                try removeIfThere(temporary)
            }
            try writeNew(temporary, bytes, mode: mode)
            return temporary
        }
        throw IOFailure("write", path + "/" + name, code: EEXIST)
    }

    private static let preparedPrefix = ".assay-new-"

    /// Whether `prepare` wrote it, and a killed pass didn't show it: `.assay-new-0-problems.txt`.
    package static func isPrepared(_ path: String, as names: [String]) -> Bool {
        guard path.hasPrefix(preparedPrefix) else { return false }
        let parts = path.dropFirst(preparedPrefix.count).split(separator: "-", maxSplits: 1)
        return parts.count == 2 && Int(parts[0]) != nil && names.contains(String(parts[1]))
    }

    /// Copies a file of this folder to a new one elsewhere, by a clone where the file system can.
    package func copyFile(
        _ relative: String, to folder: Folder, as name: String, mode: UInt32 = 0o644
    ) throws(IOFailure) {
        let source = try openFile(relative)
        guard source.status.kind == .file else { throw IOFailure("copy", source.path, code: EINVAL) }
        try source.copy(to: folder, as: name, mode: mode)
    }

    /// Gives a file of this folder a second name elsewhere on the same file system.
    package func link(_ relative: String, to folder: Folder, as name: String) throws(IOFailure) {
        let result = unsafe withName(relative) { old in
            unsafe withName(name) { new in unsafe linkat(descriptor, old, folder.descriptor, new, 0) }
        }
        if result != 0 { throw .last("link", path + "/" + relative) }
    }

    /// Renames within or between folders of one file system; something under the new name is an error (`isTaken`).
    package func rename(_ old: String, to folder: Folder, as new: String) throws(IOFailure) {
        let result = unsafe withName(old) { oldName in
            unsafe withName(new) { newName in
                unsafe clinux_rename_new(descriptor, oldName, folder.descriptor, newName)
            }
        }
        if result == 0 { return }
        let failure = IOFailure.last("rename", path + "/" + old)
        // The system doesn't say which of the two folders lacks the right.
        if failure.isForbidden, let refusal = folder.refusalToWrite("") { throw refusal }
        throw failure
    }

    /// Renames over whatever file has the new name.
    package func renameOver(_ old: String, to new: String) throws(IOFailure) {
        let result = unsafe withName(old) { oldName in
            unsafe withName(new) { newName in unsafe renameat(descriptor, oldName, descriptor, newName) }
        }
        if result != 0 { throw .last("rename", path + "/" + old) }
    }

    /// Removes one file (or link, or pipe) if it is there.
    package func removeIfThere(_ name: String) throws(IOFailure) {
        let result = unsafe withName(name) { unsafe unlinkat(descriptor, $0, 0) }
        if result != 0, errno != ENOENT { throw .last("remove", path + "/" + name) }
    }

    /// Removes an empty folder if it is there; false where something is in it.
    @discardableResult
    package func removeFolderIfEmpty(_ name: String) throws(IOFailure) -> Bool {
        let result = unsafe withName(name) { unsafe unlinkat(descriptor, $0, AT_REMOVEDIR) }
        if result == 0 || errno == ENOENT { return true }
        if errno == ENOTEMPTY || errno == EEXIST { return false }
        throw .last("remove", path + "/" + name)
    }

    /// Removes whatever is under the name, all of it; nothing there is no error. However deep it is, few folders are
    /// open at a time: what lies deep is brought up first.
    package func removeTree(_ name: String) throws(IOFailure) {
        var waiting = [name]
        var brought = 0
        while let next = waiting.popLast() {
            try removeTree(next, below: self, level: 0, &waiting, &brought)
        }
    }

    private func removeTree(
        _ name: String, below top: Folder, level: Int, _ waiting: inout [String], _ brought: inout Int
    ) throws(IOFailure) {
        // What isn't a folder goes by one call, and is most of it.
        let result = unsafe withName(name) { unsafe unlinkat(descriptor, $0, 0) }
        if result == 0 || errno == ENOENT { return }
        guard errno == EISDIR else { throw .last("remove", path + "/" + name) }
        if level == 40 {
            guard let status = try status(name) else { return }
            brought += 1
            let up = ".assay-deep-\(status.inode)-\(brought)"
            try rename(name, to: top, as: up)
            waiting.append(up)
            return
        }
        let inner = try folder(name)
        for entry in try inner.names() {
            try inner.removeTree(entry, below: top, level: level + 1, &waiting, &brought)
        }
        try removeFolderIfEmpty(name)
    }

    /// The same also where a folder in it, as it was dropped, gives nobody the right to change it.
    package func removeForGood(_ name: String) throws(IOFailure) {
        guard let status = try status(name) else { return }
        if status.kind == .folder {
            openUp(name, status)
            var walk = FolderWalk(try folder(name))
            while let step = try walk.next() {
                guard case .entered(_, let inner, let entries) = step else { continue }
                for (entry, status) in entries where status.kind == .folder { inner.openUp(entry, status) }
            }
        }
        try removeTree(name)
    }

    /// Where it isn't ours to give the rights, whoever needs them tells.
    private func openUp(_ name: String, _ status: FileStatus) {
        if status.mode & 0o700 != 0o700 { try? setMode(name, status.mode | 0o700) }
    }

    /// Why this account may not add to or take from the folder at `relative` (itself where that is empty); nil if it may.
    package func refusalToWrite(_ relative: String) -> IOFailure? {
        refusal("write to", relative, W_OK | X_OK)
    }

    /// Why this account may not read the file at `relative`; nil if it may.
    package func refusalToRead(_ relative: String) -> IOFailure? { refusal("read", relative, R_OK) }

    private func refusal(_ action: String, _ relative: String, _ rights: Int32) -> IOFailure? {
        do throws(IOFailure) {
            if let (folder, rest) = try near(relative) { return folder.refusal(action, rest, rights) }
        } catch {
            return error
        }
        let path = relative.isEmpty ? "." : relative
        let result = unsafe withName(path) { unsafe faccessat(descriptor, $0, rights, AT_EACCESS) }
        return result == 0 ? nil : .last(action, relative.isEmpty ? self.path : self.path + "/" + relative)
    }

    /// Sets a file's or folder's permission bits.
    package func setMode(_ relative: String, _ mode: UInt32) throws(IOFailure) {
        let result = unsafe withName(relative) { unsafe fchmodat(descriptor, $0, mode_t(mode), 0) }
        if result != 0 { throw .last("change the permissions of", path + "/" + relative) }
    }
}

extension OpenFile {
    /// Copies the file to a new one, by a clone where the file system can.
    package func copy(to folder: Folder, as name: String, mode: UInt32 = 0o644) throws(IOFailure) {
        let target = try folder.openBeneath(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        defer { close(target) }
        guard clinux_copy_file(descriptor, target, { Heartbeat.beat() }) != 0 else { return }
        let failure = IOFailure.last("copy", path)
        // One bad sector under one file stops nobody else's work; a disk that can't be written does.
        if failure.code == EIO, (try? digest()) == nil { throw IOFailure(IOFailure.readSource, path, code: EIO) }
        throw failure
    }

    /// Takes every right to write away.
    package func makeReadOnly() throws(IOFailure) {
        if status.mode & 0o222 == 0 { return }
        if fchmod(descriptor, mode_t(status.mode & 0o555 | 0o400)) != 0 {
            throw .last("change the permissions of", path)
        }
    }
}
