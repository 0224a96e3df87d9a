internal import GRDB

/// The ledger could not be opened, read or written. Exit code 74, but for `format` (70).
package struct LedgerFailure: Error, Sendable, CustomStringConvertible {
    package var description: String
    /// The disk, not the data.
    package var isInputOutput: Bool
    /// The folder in which the ledger's file is.
    package var folder: String?
    package init(_ description: String, isInputOutput: Bool, folder: String? = nil) {
        (self.description, self.isInputOutput, self.folder) = (description, isInputOutput, folder)
    }
}

/// The append-only book of facts, in one SQLite file. One process writes at a time, under the workspace's lock.
package final class Ledger: Sendable {
    private let queue: DatabaseQueue
    private let path: String
    private let recent = RecentEvents()

    /// Opens the ledger file at `path`, made where it is missing; WAL, and every commit on the disk before it counts.
    package init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(30)
        self.path = path
        queue = try failing("open the ledger '\(path)'", path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // Not by GRDB's own way into WAL: that asks for NORMAL, under which a power cut may take the last commits
            // back, and looks the file's owner up by name, for which a machine may have to go to the network.
            try queue.writeWithoutTransaction { db in
                guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
                    throw LedgerFailure("SQLite refuses journal_mode=WAL for '\(path)'.", isInputOutput: true)
                }
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
                guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                    throw LedgerFailure("SQLite refuses synchronous=FULL for '\(path)'.", isInputOutput: true)
                }
            }
            try queue.write { db in
                try db.execute(sql: ledgerTables + projectionTables)
                // A ledger may be older than this column.
                if try !db.columns(in: "arrivals").contains(where: { $0.name == "afterwards" }) {
                    // What waits is looked into anew, so that it is known what becomes of it.
                    try db.execute(
                        sql: "ALTER TABLE arrivals ADD COLUMN afterwards TEXT; UPDATE arrivals SET judged = ''")
                }
                try db.takeOverHistory()
            }
            return queue
        }
    }

    /// Opens an existing ledger for reading only; a pass may go on meanwhile.
    package init(reading path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(30)
        self.path = path
        queue = try failing("open the ledger '\(path)'", path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.unsafeRead { db in try db.imagineHistory() }
            return queue
        }
    }

    /// Reads one consistent state.
    package func read<Value>(_ body: (Book) throws -> Value) throws -> Value {
        try failing("read the ledger '\(path)'", path) {
            // Not by GRDB's `read`: its PRAGMA query_only makes SQLite compile every statement anew, in each read.
            try queue.unsafeRead { db in
                // GRDB's own `beginTransaction` and `commit` are compiled anew each time.
                try db.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
                do {
                    let value = try body(Book(db, recent, met: recent))
                    try db.cachedStatement(sql: "COMMIT TRANSACTION").execute()
                    return value
                } catch {
                    try? db.rollback()
                    throw error
                }
            }
        }
    }

    /// Copies the ledger as of one moment to a new file; passes may go on meanwhile.
    package func copy(to path: String) throws {
        try failing("copy the ledger to '\(path)'", path) {
            let target = try DatabaseQueue(path: path)
            try queue.backup(to: target)
            // One file is the whole copy: nothing beside it that could be left behind.
            try target.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        }
    }

    /// One transaction: all of it is on the disk when this returns, or none of it ever was.
    @discardableResult
    package func write<Value>(_ body: (Book) throws -> Value) throws -> Value {
        try failing("write the ledger '\(path)'", path) {
            // What is appended may yet be rolled back.
            let met = RecentEvents()
            let value = try queue.write { db in try body(Book(db, recent, met: met)) }
            recent.keep(met)
            return value
        }
    }
}

/// The ledger inside one transaction, in the pipeline's words.
package struct Book {
    let db: Database
    /// What is committed, and what this transaction met: the same where it only reads.
    let recent: RecentEvents
    let met: RecentEvents

    init(_ db: Database, _ recent: RecentEvents, met: RecentEvents) {
        (self.db, self.recent, self.met) = (db, recent, met)
    }
}

private func failing<Value>(_ action: String, _ path: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        let isDisk = [.SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_BUSY, .SQLITE_LOCKED]
            .contains(error.resultCode)
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let remedy =
            switch error.resultCode {
            case .SQLITE_FULL: "Make room on that disk; the next run goes on where this one stopped."
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                "The file is damaged. Move ledger.sqlite-wal and ledger.sqlite-shm out of '\(folder)', if they are there, "
                    + "then put the newest backup of that folder back, and run 'assay recover'."
            default: "Check the disk and the rights on the folder '\(folder)', then run again."
            }
        throw LedgerFailure(
            "Can't \(action): \(error.message ?? "SQLite error \(error.resultCode.rawValue)"). \(remedy)",
            isInputOutput: isDisk || error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB,
            folder: folder)
    }
}
