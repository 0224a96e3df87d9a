internal import Bookkeeping
internal import Folders

/// Room on the ledger's disk. SQLite maps a file beside the ledger into memory, and on some file systems a full disk
/// ends the process there with a signal; so it is looked for before.
enum Room {
    private static let least: Int64 = 262_144

    /// What to say where nearly nothing is free in the folder; nil where there is room, or nobody can tell.
    static func complaint(_ folder: Folder) -> String? {
        guard let free = try? folder.room()?.free, free < least else { return nil }
        return "The disk of '\(folder.path)' is full (\(free) bytes free). Make room on it; nothing is lost."
    }

    static func check(_ folder: Folder) throws {
        if let words = complaint(folder) { throw Refusal.full(words) }
    }

    /// The ledger for reading. A backup's needs no file beside it, and so no room.
    static func ledger(reading home: Folder) throws -> Ledger {
        if try home.status(Backup.marker) == nil { try check(home) }
        return try Ledger(reading: home.path + "/ledger.sqlite")
    }
}
