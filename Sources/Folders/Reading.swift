internal import CLinux
package import Credentials
internal import Glibc

/// A file that was opened for reading by the rules of an untrusted place: regular, one link, nothing followed.
package final class OpenFile: Sendable {
    package let status: FileStatus
    package let path: String
    let descriptor: Int32

    init(owning descriptor: Int32, path: String) throws(IOFailure) {
        self.descriptor = descriptor
        self.path = path
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let failure = IOFailure.last("look at", path)
            close(descriptor)
            throw failure
        }
        self.status = FileStatus(status)
    }

    deinit { close(descriptor) }

    package func currentStatus() throws(IOFailure) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last("look at", path) }
        return FileStatus(status)
    }

    /// Whether anyone on this machine can write to the file now, a shared mapping included; nil where the file
    /// system can't tell (a network share, or a file of somebody else's without the right to lease it).
    package func hasWriter() -> Bool? {
        if clinux_probe_writers(descriptor) == 0 { return false }
        return errno == EAGAIN ? true : nil
    }

    /// Hands every piece of the file to `body`, from its beginning.
    package func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) throws(IOFailure) {
        let most = 262_144
        // A file may say that it is as large as can be.
        let size = status.bytes >= Int64(most) ? most : max(Int(status.bytes) + 1, 4096)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
        defer { unsafe buffer.deallocate() }
        var offset: off_t = 0
        while true {
            let count = retried { unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset) }
            if count < 0 { throw .last("read", path) }
            if count == 0 { return }
            unsafe body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += off_t(count)
            Heartbeat.beat()
        }
    }
}

extension Folder {
    /// Opens a file without blocking on pipes and without following anything. The caller looks at `status` before
    /// it reads: a device or a file with two links opens too.
    package func openFile(_ relative: String) throws(IOFailure) -> OpenFile {
        try OpenFile(
            owning: try openBeneath(relative, O_RDONLY | O_NONBLOCK | O_NOCTTY), path: path + "/" + relative)
    }

    /// The bytes of a regular file, at most `limit` of them; longer files and other things throw EFBIG and EINVAL.
    package func read(_ relative: String, limit: Int) throws(IOFailure) -> [UInt8] {
        let file = try openFile(relative)
        guard file.status.kind == .file else { throw IOFailure("read", file.path, code: EINVAL) }
        return try file.read(limit: limit)
    }
}

extension OpenFile {
    /// The whole file, at most `limit` bytes of it.
    package func read(limit: Int) throws(IOFailure) -> [UInt8] {
        guard status.bytes <= Int64(limit) else { throw IOFailure("read", path, code: EFBIG) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.bytes))
        var isTooLong = false
        try unsafe forEachPiece { piece in
            if bytes.count + piece.count > limit { isTooLong = true } else { unsafe bytes.append(contentsOf: piece) }
        }
        if isTooLong { throw IOFailure("read", path, code: EFBIG) }
        return bytes
    }

    /// The file's first bytes, at most `limit` of them.
    package func head(limit: Int) throws(IOFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(min(Int64(limit), max(status.bytes, 0))))
        var done = 0
        while done < bytes.count {
            let size = bytes.count
            let count = retried {
                unsafe bytes.withUnsafeMutableBytes {
                    unsafe pread(descriptor, $0.baseAddress! + done, size - done, off_t(done))
                }
            }
            if count < 0 { throw .last("read", path) }
            if count == 0 { break }
            done += count
        }
        bytes.removeSubrange(done...)
        return bytes
    }

    /// Length and SHA-256 of the whole file.
    package func digest() throws(IOFailure) -> (bytes: Int64, sha256: Digest) {
        var digest = DigestStream()
        var bytes: Int64 = 0
        try unsafe forEachPiece { piece in
            unsafe digest.take(piece)
            bytes += Int64(piece.count)
        }
        return (bytes, digest.finish())
    }

    /// Digest, first bytes and text of the whole file in one reading; the digests of other `kinds` as well.
    package func measure(
        headLimit: Int = 16_384, kinds: Set<DigestKind> = []
    ) throws(IOFailure) -> FileMeasure {
        var digest = DigestStream()
        var others = DigestStreams(kinds.subtracting([.sha256]))
        var head: [UInt8] = []
        var text: TextMeter?
        var bytes: Int64 = 0
        try unsafe forEachPiece { piece in
            unsafe digest.take(piece)
            unsafe others.take(piece)
            if head.count < headLimit { unsafe head.append(contentsOf: piece.prefix(headLimit - head.count)) }
            if bytes == 0 { text = TextMeter(head: head) }
            unsafe text?.take(piece)
            bytes += Int64(piece.count)
        }
        return FileMeasure(
            bytes: bytes, sha256: digest.finish(), others: others.finish(), head: head,
            words: bytes == 0 ? 0 : text?.finish())
    }
}

/// What one reading of a file found.
package struct FileMeasure: Sendable {
    package var bytes: Int64
    package var sha256: Digest
    /// In lower-case hex: the other kinds that were asked for.
    var others: [DigestKind: String]
    /// The first bytes, for telling the content's type.
    package var head: [UInt8]
    /// How many words, nil where the bytes aren't text in UTF-8, UTF-16 or Windows-1252.
    package var words: Int?

    /// In lower-case hex; nil for a kind that wasn't asked for.
    package func digest(_ kind: DigestKind) -> String? { kind == .sha256 ? sha256.hex : others[kind] }
}

/// From now on the memory of large buffers goes back to the system at once. glibc else keeps it from the second one on,
/// for each thread, in pieces that nothing fits into again: thousands of files would hold tens of megabytes. Threads
/// share what is kept of small ones: few work at once, and each would hold its own.
package func giveBackLargeMemory() { clinux_give_back_large_memory() }
