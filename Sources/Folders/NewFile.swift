internal import CLinux
internal import Glibc

/// A file that is being written piece by piece; it wasn't there before, and is closed with the last reference.
package final class NewFile {
    private let descriptor: Int32
    private let path: String

    /// Makes the file below a folder; something under that name is an error (`isTaken`).
    package init(_ relative: String, in folder: Folder, mode: UInt32 = 0o644) throws(IOFailure) {
        path = folder.path + "/" + relative
        descriptor = try folder.openBeneath(relative, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
    }

    deinit { close(descriptor) }

    /// Writes all of the bytes after what was written before.
    package func append(_ bytes: [UInt8]) throws(IOFailure) {
        var done = 0
        while done < bytes.count {
            let count = retried {
                unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress! + done, $0.count - done) }
            }
            if count < 0 { throw .last("write", path) }
            done += count
        }
    }
}

extension OpenFile {
    /// Lends the descriptor, for a process that is to read the file; it stays this object's.
    package func lend<Result>(_ body: (Int32) throws -> Result) rethrows -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(descriptor)
    }
}

extension Folder {
    /// A new private folder for what only one command needs, in the system's place for such.
    package static func temporary() throws(IOFailure) -> Folder {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var name = Array("\(parent)/assay-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&name) != nil else { throw .last("make a folder in", parent) }
        return try open(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Removes this folder itself, with all that is in it.
    package func removeTemporary() throws(IOFailure) {
        for name in try names() { try removeTree(name) }
        if unsafe rmdir(path) != 0 { throw .last("remove", path) }
    }

    /// The text of a name as another system stored it: see `fileName(fromBytes:)` for what isn't UTF-8 here.
    package static func name(fromBytes bytes: [UInt8]) -> String { fileName(fromBytes: bytes) }
}
