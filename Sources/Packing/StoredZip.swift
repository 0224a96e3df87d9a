/// A zip archive of a few small files, uncompressed; the same files give the same bytes.
package func storedZip(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (path, bytes) in files {
        // Version 2.0, names in UTF-8, stored, the first day that a zip can name.
        let common =
            le(20, 2) + le(0x800, 2) + le(0, 2) + le(0, 2) + le(0x21, 2) + le(crc32(bytes), 4)
            + le(bytes.count, 4) + le(bytes.count, 4) + le(path.utf8.count, 2) + le(0, 2)
        directory +=
            [0x50, 0x4B, 1, 2] + le(20, 2) + common + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 4)
            + le(archive.count, 4) + Array(path.utf8)
        archive += [0x50, 0x4B, 3, 4] + common + Array(path.utf8) + bytes
    }
    let end =
        le(0, 2) + le(0, 2) + le(files.count, 2) + le(files.count, 2) + le(directory.count, 4)
        + le(archive.count, 4) + le(0, 2)
    return archive + directory + [0x50, 0x4B, 5, 6] + end
}

/// A number in so many bytes, the least first.
func le(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// The checksum that zip and gzip share.
func crc32(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
}
