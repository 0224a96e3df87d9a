internal import Assessment
internal import Credentials
internal import Foundation
internal import GRDB

/// What the audit of the ledger's own data found.
package struct LedgerAudit: Sendable {
    package var events = 0
    package var blobs = 0
    /// Each a sentence: what is wrong, and where.
    package var faults: [String] = []
    package init() {}
}

extension Ledger {
    /// What SQLite itself finds wrong with the file; nothing where that is sound.
    package func damage() throws -> [String] {
        try read { try String.fetchAll($0.db, sql: "PRAGMA quick_check") }.filter { $0 != "ok" }
    }

    /// Whether its tables have been made.
    package func isBegun() throws -> Bool { try read { try $0.db.tableExists("events") } }

    /// Follows the chain from its beginning, digests every kept document again, and builds every table that follows
    /// from the events anew to compare it with what is there.
    package func audit(eachEvent: () -> Void = {}) throws -> LedgerAudit {
        let copy = try DatabaseQueue()
        return try read { book in
            try copy.write { memory in
                try memory.execute(sql: ledgerTables + projectionTables)
                return try audit(book, rebuiltIn: Book(memory, RecentEvents(), met: RecentEvents()), eachEvent)
            }
        }
    }

    private func audit(_ book: Book, rebuiltIn copy: Book, _ eachEvent: () -> Void) throws -> LedgerAudit {
        var audit = LedgerAudit()
        var previous = String(repeating: "0", count: 64)
        let rows = try Row.fetchCursor(book.db, sql: "SELECT * FROM events ORDER BY number")
        while let row = try rows.next() {
            audit.events += 1
            eachEvent()
            let number: Int64 = row["number"]
            guard number == audit.events else {
                audit.faults.append("The ledger's event \(audit.events) is missing.")
                break
            }
            let body: String = row["body"]
            guard let event = try? book.event(from: row), event.fact.kind == row["kind"],
                event.fact.submission == row["submission"]
            else {
                audit.faults.append("The ledger's event \(number) can't be read: it was changed.")
                previous = row["hash"]
                continue
            }
            if link(after: previous, number: number, at: event.at, fact: event.fact, body: body) != event.hash {
                audit.faults.append("The ledger's event \(number) was changed, or one before it was taken out.")
            }
            previous = event.hash
            for digest in event.fact.documents where try !book.holds(digest) {
                audit.faults.append("A document that event \(number) names is missing from the ledger: \(digest).")
            }
            do {
                try copy.project(event)
            } catch {
                audit.faults.append("The ledger's event \(number) doesn't follow from those before it.")
            }
        }
        for table in ["drops", "submissions", "assignments", "history", "erasures"] {
            if let fault = try difference(table, book, copy) { audit.faults.append(fault) }
        }
        try auditBlobs(book, &audit)
        return audit
    }

    private func difference(_ table: String, _ book: Book, _ copy: Book) throws -> String? {
        let sql = "SELECT * FROM \(table) ORDER BY 1, 2"
        // A ledger that only an older version has written lacks the newer tables, and has nothing to put there.
        if try !book.db.tableExists(table), try Row.fetchOne(copy.db, sql: sql) == nil { return nil }
        let found = try Row.fetchCursor(book.db, sql: sql)
        let expected = try Row.fetchCursor(copy.db, sql: sql)
        while true {
            let (one, other) = (try found.next(), try expected.next())
            if one == nil, other == nil { return nil }
            guard let one, let other, one == other else {
                let key = (one ?? other).map { "\($0[0] as DatabaseValue)" } ?? ""
                return "The ledger's table '\(table)' doesn't follow from its events at \(key): it was changed."
            }
        }
    }

    private func auditBlobs(_ book: Book, _ audit: inout LedgerAudit) throws {
        let rows = try Row.fetchCursor(book.db, sql: "SELECT sha256, bytes FROM blobs")
        while let row = try rows.next() {
            audit.blobs += 1
            let digest: String = row["sha256"]
            let bytes: Data = row["bytes"]
            if sha256(Array(bytes)).hex != digest {
                audit.faults.append("A document that the ledger keeps was changed: \(digest).")
            }
        }
    }
}

extension Book {
    fileprivate func holds(_ sha256: String) throws -> Bool {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM blobs WHERE sha256 = ?"), arguments: [sha256]) != nil
    }
}

extension Fact {
    /// Digests of the documents that the ledger keeps for this fact.
    fileprivate var documents: [String] {
        switch self {
        case .accepted(let fact): [fact.rubric.sha256, fact.programSHA256, fact.rosterSHA256].filter { !$0.isEmpty }
        case .taken(let fact): [fact.sha256]
        case .declined(let fact): [fact.sha256]
        case .unscorable(let fact): [fact.sha256]
        case .recorded(let fact): [fact.record, fact.signature, fact.json]
        default: []
        }
    }
}
