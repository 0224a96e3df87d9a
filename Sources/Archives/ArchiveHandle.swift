internal import CArchive

/// One archive that libarchive reads; its memory has this one owner.
@safe final class ArchiveHandle {
    enum Form { case zip, tar, compressedTar }

    private let archive: OpaquePointer

    /// Nil where libarchive doesn't take the beginning for what it should be. The bytes must outlive the handle.
    init?(_ bytes: UnsafeRawBufferPointer, _ form: Form) {
        guard let archive = unsafe archive_read_new() else { return nil }
        unsafe self.archive = archive
        // Nothing but what was promised: the other formats that libarchive knows are that many more parsers.
        switch form {
        case .zip: unsafe archive_read_support_format_zip_seekable(archive)
        case .tar: unsafe archive_read_support_format_tar(archive)
        case .compressedTar:
            unsafe archive_read_support_filter_gzip(archive)
            unsafe archive_read_support_format_tar(archive)
        }
        guard unsafe archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else { return nil }
    }

    deinit { unsafe archive_read_free(archive) }

    /// Hands out everything. With `needsEnd` the two blocks of zeros that close a tar must be there.
    func read(_ limits: ArchiveLimits, needsEnd: Bool, _ take: (ArchivePiece) -> Bool) -> ArchiveEnding {
        var (entries, bytes) = (0, 0)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var dataEnd: Int64 = 0
        while true {
            var entry: OpaquePointer?
            let result = unsafe archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { break }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry = unsafe entry else { return damage() }
            entries += 1
            if entries > limits.entries { return .tooMany }
            if unsafe archive_entry_is_encrypted(entry) != 0 { return .encrypted }
            guard let name = unsafe archive_entry_pathname(entry) else { return .damaged("a name in it can't be read") }
            let piece = ArchivePiece.entry(unsafe kind(of: entry), path: unsafe bytesOf(name))
            guard take(piece) else { return .whole }
            while true {
                let count = unsafe buffer.withUnsafeMutableBytes {
                    unsafe archive_read_data(archive, $0.baseAddress, $0.count)
                }
                if count < 0 { return damage() }
                if count == 0 { break }
                bytes += count
                if bytes > limits.bytes { return .tooLarge }
                guard take(.data(Array(buffer[..<count]))) else { return .whole }
            }
            dataEnd = unsafe archive_filter_bytes(archive, 0)
        }
        if needsEnd, unsafe archive_filter_bytes(archive, 0) - dataEnd < 1024 { return .incomplete }
        return .whole
    }

    private func kind(of entry: OpaquePointer) -> ArchivePiece.Kind {
        if unsafe archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil { return .link }
        return switch unsafe archive_entry_filetype(entry) {
        case 0o100000: .file
        case 0o040000: .folder
        case 0o120000: .link
        default: .other
        }
    }

    private func bytesOf(_ name: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while unsafe name[index] != 0 {
            bytes.append(unsafe UInt8(bitPattern: name[index]))
            index += 1
        }
        return bytes
    }

    private func damage() -> ArchiveEnding {
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "it can't be read"
        return .damaged(words)
    }
}
