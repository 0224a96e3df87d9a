internal import Assessment
internal import Documents
internal import Folders

/// Whether there is room on the private folder's disk for what one bundle brings. Some is always left free: the ledger
/// needs it to go on with the bundles behind.
struct RoomForBundle {
    let folder: Folder

    /// How the reason begins under which a bundle waits for room.
    static let lacking = "there is no room for it"

    /// What a file takes at most beside its bytes.
    static let perFile: Int64 = 4096

    private static let leastLeft: Int64 = 524_288
    private static let mostLeft: Int64 = 16_777_216

    /// Bytes that bundles may still take up; nil where the file system doesn't tell.
    var usable: Int64? {
        guard let (free, size) = try? folder.room() else { return nil }
        return max(0, free - min(RoomForBundle.mostLeft, max(RoomForBundle.leastLeft, size / 16)))
    }

    func isEnough(for bytes: Int64) -> Bool { usable.map { bytes <= $0 } ?? true }

    /// It waits until somebody makes room, for however long that is.
    func waiting(needing bytes: Int64) -> Waiting {
        let usable = usable ?? 0
        let numbers =
            bytes > usable
            ? "it needs about \(amount(bytes)), and \(amount(usable)) can be used"
            : "it may be the quota of this account, or the number of files that the disk can hold"
        let reason =
            "\(RoomForBundle.lacking) on the disk of '\(printable(folder.path))': \(numbers). Make room there; it is taken "
            + "by itself then"
        return Waiting(reason: reason, isLasting: false, isForDocuments: true)
    }

    /// `3.1 GB`, as disks are sold.
    private func amount(_ bytes: Int64) -> String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] as [(String, Int64)]
        where bytes >= size {
            let tenths = bytes / (size / 10)
            return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(tenths / 10) \(unit)"
        }
        return counted(bytes, "byte")
    }
}

extension Tree {
    /// What a copy of it takes at most.
    var bytesOfCopy: Int64 {
        let (sum, isOver) = files.bytes.addingReportingOverflow(Int64(entries.count) * RoomForBundle.perFile)
        return isOver ? .max : sum
    }
}
