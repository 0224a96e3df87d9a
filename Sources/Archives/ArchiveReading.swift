internal import CArchive

/// How much of an archive is read.
package struct ArchiveLimits: Sendable {
    /// Entries, folders included.
    package var entries: Int
    /// Bytes that come out of it, all together.
    package var bytes: Int
    package init(entries: Int, bytes: Int) { (self.entries, self.bytes) = (entries, bytes) }
}

/// One thing that an archive holds; the data of a file follow its entry.
package enum ArchivePiece {
    package enum Kind: UInt8, Sendable { case file, folder, link, other }
    case entry(Kind, path: [UInt8])
    case data([UInt8])
}

/// How the reading of an archive ended.
package enum ArchiveEnding: Hashable, Sendable {
    /// All of it was read, and its own end is there.
    case whole
    /// Its own end isn't there (yet).
    case incomplete
    /// What is there isn't right, in a few words.
    case damaged(String)
    case encrypted
    case tooMany
    case tooLarge
}

/// Reads a zip, a tar or a compressed tar, told apart by how it begins, and hands out what it holds.
///
/// `take` says whether to go on; `moving` is called while it is read and nothing comes out of it yet.
package func readArchive(
    _ bytes: UnsafeRawBufferPointer, _ limits: ArchiveLimits, moving: () -> Void = {}, _ take: (ArchivePiece) -> Bool
) -> ArchiveEnding {
    // A tar begins with its first name, and that may be PK-letters.
    let starts: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    if starts.contains(where: { unsafe bytes.starts(with: $0.prefix(max(2, bytes.count))) }) {
        switch unsafe ZipDirectory(bytes).state(limit: limits.entries) {
        case .incomplete: return .incomplete
        case .damaged(let why): return .damaged(why)
        case .encrypted: return .encrypted
        case .tooMany: return .tooMany
        case .whole: break
        }
        guard let archive = unsafe ArchiveHandle(bytes, .zip) else { return .damaged("it isn't a zip archive") }
        return archive.read(limits, needsEnd: false, take)
    }
    let isCompressed = unsafe bytes.starts(with: [0x1F, 0x8B])
    if isCompressed {
        // Headers and padding of a tar come on top of what it holds.
        let most = limits.bytes + limits.entries * 1024 + (64 << 20)
        let ending = unsafe gzipEnding(bytes, most: most, moving: moving)
        if ending != .whole { return ending }
    }
    guard let archive = unsafe ArchiveHandle(bytes, isCompressed ? .compressedTar : .tar) else { return .incomplete }
    let ending = archive.read(limits, needsEnd: true, take)
    // What ends like a tar and can't be read is broken; what doesn't may still be coming.
    if case .damaged = ending, !isCompressed, unsafe !endsInZeros(bytes) { return .incomplete }
    return ending
}

private func endsInZeros(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 1024, bytes.count % 512 == 0 else { return false }
    return unsafe bytes.suffix(1024).allSatisfy { $0 == 0 }
}
