internal import CArchive

/// Whether a compressed file is all there and as it was made: each of its members ends with a checksum and a length of
/// what it holds (RFC 1952, 2.3.1), and libarchive passes over the checksum. `most` bytes may come out of it; `moving` is
/// called after each megabyte of it.
///
/// What ends early, or in zeros that some systems lay out before the bytes come, may be still on its way.
func gzipEnding(_ bytes: UnsafeRawBufferPointer, most: Int, moving: () -> Void) -> ArchiveEnding {
    var stream = unsafe z_stream()
    // 16 asks for gzip's own frame.
    let started = unsafe inflateInit2_(
        &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { return .incomplete }
    defer { unsafe _ = inflateEnd(&stream) }
    var out = [UInt8](repeating: 0, count: 65_536)
    var (place, length, told) = (0, 0, 0)
    while true {
        // zlib counts its input in 32 bits.
        let chunk = unsafe UnsafeRawBufferPointer(rebasing: bytes[place...].prefix(1 << 30))
        let result = unsafe out.withUnsafeMutableBufferPointer { out in
            unsafe stream.next_in = UnsafeMutablePointer(
                mutating: chunk.baseAddress?.assumingMemoryBound(to: UInt8.self))
            unsafe stream.avail_in = UInt32(chunk.count)
            unsafe stream.next_out = out.baseAddress
            unsafe stream.avail_out = UInt32(out.count)
            return unsafe inflate(&stream, Z_NO_FLUSH)
        }
        unsafe place += chunk.count - Int(stream.avail_in)
        unsafe length += out.count - Int(stream.avail_out)
        if length > most { return .tooLarge }
        if place - told >= 1 << 20 {
            told = place
            moving()
        }
        if result == Z_OK { continue }
        if result == Z_DATA_ERROR, unsafe bytes.suffix(8).contains(where: { $0 != 0 }) {
            return .damaged("its bytes aren't those that were packed")
        }
        guard result == Z_STREAM_END else { return .incomplete }
        // What tapes and some transfers fill up with.
        if unsafe bytes[place...].allSatisfy({ $0 == 0 }) { return .whole }
        guard unsafe inflateReset(&stream) == Z_OK else { return .incomplete }
    }
}
