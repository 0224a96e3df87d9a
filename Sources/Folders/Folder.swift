internal import Assessment
internal import CLinux
internal import Glibc

/// An open folder. Everything below it is reached through its descriptor, never through its path again.
package final class Folder: Sendable {
    /// For messages only.
    package let path: String
    let descriptor: Int32

    /// Takes the descriptor over: it is closed with the last reference.
    init(owning descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Opens a folder by path, following links: for the places that the administrator names.
    package static func open(_ path: String) throws(IOFailure) -> Folder {
        let descriptor = unsafe withName(path) { name in
            retried { unsafe Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        }
        guard descriptor >= 0 else { throw .last("open the folder", path) }
        return Folder(owning: descriptor, path: path)
    }

    /// The folder at `relative`, no link followed and no mount crossed unless said.
    package func folder(_ relative: String, crossingMounts: Bool = false) throws(IOFailure) -> Folder {
        Folder(
            owning: try openBeneath(relative, O_RDONLY | O_DIRECTORY, crossingMounts: crossingMounts),
            path: path + "/" + relative)
    }

    /// The folder at `relative`, made where it is missing, its parents too.
    package func madeFolder(_ relative: String, mode: UInt32 = 0o777) throws(IOFailure) -> Folder {
        do throws(IOFailure) { return try folder(relative, crossingMounts: true) } catch {
            guard error.code == ENOENT else { throw error }
        }
        var reached = ""
        for part in pathNames(relative) {
            reached += reached.isEmpty ? part : "/" + part
            let result = unsafe withName(reached) { unsafe mkdirat(descriptor, $0, mode_t(mode)) }
            if result != 0, errno != EEXIST { throw .last("make the folder", path + "/" + reached) }
        }
        return try folder(relative, crossingMounts: true)
    }

    /// Makes one new folder; it must not be there.
    package func makeFolder(_ name: String, mode: UInt32 = 0o777) throws(IOFailure) {
        let result = unsafe withName(name) { unsafe mkdirat(descriptor, $0, mode_t(mode)) }
        if result != 0 { throw .last("make the folder", path + "/" + name) }
    }

    /// The names in the folder, `.` and `..` left out, in the order of their bytes.
    package func names(limit: Int = .max) throws(IOFailure) -> [String] {
        let copy = retried { unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard copy >= 0 else { throw .last("list", path) }
        guard let stream = unsafe fdopendir(copy) else {
            close(copy)
            throw .last("list", path)
        }
        defer { unsafe closedir(stream) }
        var found: [[UInt8]] = []
        while found.count < limit {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw .last("list", path) }
                break
            }
            let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                unsafe Array(raw.prefix { $0 != 0 })
            }
            if bytes != [0x2E] && bytes != [0x2E, 0x2E] { found.append(bytes) }
        }
        Heartbeat.beat()
        found.sort { $0.lexicographicallyPrecedes($1) }
        return found.map(fileName(fromBytes:))
    }

    /// What is at `relative`, a last link not followed; nil where nothing is.
    package func status(_ relative: String) throws(IOFailure) -> FileStatus? {
        if let (folder, rest) = try near(relative) { return try folder.status(rest) }
        var status = stat()
        let result = unsafe withName(relative) { name in
            retried { unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) }
        }
        if result == 0 { return FileStatus(status) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw .last("look at", path + "/" + relative)
    }

    /// The folder's own status.
    package func ownStatus() throws(IOFailure) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last("look at", path) }
        return FileStatus(status)
    }

    /// By which the folder is known again, whatever comes into it or goes. A new one that got its number has another
    /// birth.
    package func copyStamp() throws(IOFailure) -> String {
        "folder \(try ownStatus().inode) \(clinux_birth(descriptor))"
    }

    /// Whether what moves between here and there is copied: it is another file system, or the same through another
    /// mount, as systemd lays one over each folder that a service may write to.
    package func isApart(from other: Folder) throws(IOFailure) -> Bool {
        try ownStatus().device != other.ownStatus().device
            || clinux_mount(descriptor) != clinux_mount(other.descriptor)
    }

    /// Where the link at a path leads, whether or not anything is there; the path itself where it is no link.
    package static func target(ofLink path: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4097)
        let count = unsafe readlink(path, &buffer, 4096)
        guard count > 0 else { return path }
        let target = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let parent = split(path).parent
        return target.hasPrefix("/") || parent.isEmpty ? target : parent + "/" + target
    }

    /// Where the folder lies now, every link resolved.
    package func realPath() throws(IOFailure) -> String {
        var buffer = [CChar](repeating: 0, count: 4097)
        let count = unsafe readlink("/proc/self/fd/\(descriptor)", &buffer, 4096)
        guard count >= 0 else { throw .last("find", path) }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func openBeneath(
        _ relative: String, _ flags: Int32, mode: UInt32 = 0, crossingMounts: Bool = false
    ) throws(IOFailure) -> Int32 {
        if let (folder, rest) = try near(relative, crossingMounts: crossingMounts) {
            return try folder.openBeneath(rest, flags, mode: mode, crossingMounts: crossingMounts)
        }
        let opened = unsafe withName(relative) { name in
            unsafe clinux_open_beneath(descriptor, name, flags, mode, crossingMounts ? 1 : 0)
        }
        guard opened >= 0 else { throw .last("open", path + "/" + relative) }
        return opened
    }

    /// Where a path is longer than one call takes: a folder on its way, and the rest, which isn't.
    func near(
        _ relative: String, crossingMounts: Bool = false
    ) throws(IOFailure) -> (folder: Folder, rest: String)? {
        let most = Int(PATH_MAX) - 1
        if relative.utf8.count <= most { return nil }
        var (folder, rest) = (self, Substring(relative))
        while rest.utf8.count > most {
            guard let slash = rest.utf8.prefix(most).lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder = try folder.folder(String(rest[..<slash]), crossingMounts: crossingMounts)
            rest = rest[rest.utf8.index(after: slash)...]
        }
        return (folder, String(rest))
    }
}
