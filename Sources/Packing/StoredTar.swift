/// A gzipped tar archive of a few small files, uncompressed; the same files give the same bytes.
package func storedTarGz(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    var tar: [UInt8] = []
    for (path, bytes) in files {
        tar += tarHeader(path, size: bytes.count) + bytes
        tar += Array(repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
    tar += Array(repeating: 0, count: 1024)
    return gzip(tar)
}

/// The old header of 512 bytes, with a name of at most 100 bytes.
private func tarHeader(_ path: String, size: Int) -> [UInt8] {
    precondition(path.utf8.count <= 100, "'\(path)' is too long for a tar header")
    func field(_ text: String, _ width: Int) -> [UInt8] {
        Array(text.utf8) + Array(repeating: 0, count: width - text.utf8.count)
    }
    func octal(_ number: Int, _ width: Int) -> [UInt8] {
        let digits = String(number, radix: 8)
        return field(String(repeating: "0", count: width - 1 - digits.count) + digits, width)
    }
    let front = field(path, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12)
    let back = field("0", 1) + field("", 100) + field("ustar", 6) + Array("00".utf8) + field("", 247)
    // The sum is taken with eight spaces in its own place.
    let sum = (front + back).reduce(8 * 0x20) { $0 + Int($1) }
    return front + octal(sum, 7) + [0x20] + back
}

/// Blocks of at most 65,535 bytes, each as it is, between gzip's own head and trailer.
private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
        let block = bytes[start..<min(start + 65_535, bytes.count)]
        let isLast: UInt8 = block.endIndex == bytes.count ? 1 : 0
        packed += [isLast] + le(block.count, 2) + le(~block.count, 2) + block
    }
    return packed + le(crc32(bytes), 4) + le(bytes.count, 4)
}
