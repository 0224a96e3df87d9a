internal import Glibc

/// What the system says of a file, taken through its descriptor or without following a link.
package struct FileStatus: Hashable, Sendable {
    package enum Kind: Sendable { case file, folder, link, pipe, socket, device }

    package var kind: Kind
    package var bytes: Int64
    package var device: UInt64
    package var inode: UInt64
    package var links: UInt64
    package var owner: UInt32
    package var mode: UInt32
    /// Nanoseconds; compared with each other only, never with a clock.
    package var modified: Int64
    package var changed: Int64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        bytes = Int64(status.st_size)
        (device, inode, links) = (UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_nlink))
        (owner, mode) = (UInt32(status.st_uid), UInt32(status.st_mode & 0o7777))
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
    }

    /// Whether it is this account's own: what other accounts' programs have open, or stand in, isn't.
    package var isOurs: Bool { owner == geteuid() }

    /// One look's worth of a file: two equal ones mean that nothing was written between them.
    package var stamp: String { "\(inode) \(bytes) \(modified) \(changed)" }

    /// By which what was copied is known again: of a file with several names the last time is left out, which changes
    /// when one of them goes.
    package var copyStamp: String { links == 1 ? stamp : stampOfNames }

    /// Whether one of these is its `copyStamp`, as it was before any of its names went.
    package func isKnown(by copyStamps: Set<String>) -> Bool {
        copyStamps.contains(stamp) || copyStamps.contains(stampOfNames)
    }

    private var stampOfNames: String { "\(inode) \(bytes) \(modified)" }

    /// Whether this is the same file with the same content as far as a look can tell; names and links aside.
    package func isSameContent(as other: FileStatus) -> Bool {
        kind == other.kind && inode == other.inode && device == other.device && bytes == other.bytes
            && modified == other.modified
    }

    /// Whether this is the same folder, and no name in it came or went between two looks.
    package func isSameFolder(as other: FileStatus) -> Bool {
        inode == other.inode && device == other.device && modified == other.modified
    }
}
