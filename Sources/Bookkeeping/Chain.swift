package import Assessment
internal import Credentials
internal import Foundation
internal import GRDB

extension Book {
    /// Adds a fact to the chain and to what follows from it.
    @discardableResult
    package func append(_ fact: Fact, at: Instant) throws -> Event {
        let last = try lastLink()
        let number = last.number + 1
        let body = try FactCoding.text(of: fact)
        let hash = link(after: last.hash, number: number, at: at, fact: fact, body: body)
        try db.cachedStatement(
            sql: "INSERT INTO events (number, at, kind, submission, body, hash) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [number, at.seconds, fact.kind, fact.submission, body, hash])
        let event = Event(number: number, at: at, fact: fact, hash: hash)
        try project(event)
        // What is remembered of it has to be what would be read.
        assert((try? FactCoding.fact(kind: fact.kind, text: body)) == fact, "read again, it is another fact: \(body)")
        met.keep(event)
        if fact.asksForRouting, let submission = fact.submission { try askForRouting(submission) }
        return event
    }

    /// Number and hash of the last event; 0 and 64 zeros before the first.
    package func lastLink() throws -> (number: Int64, hash: String, at: Instant?) {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, hash, at FROM events ORDER BY number DESC LIMIT 1"))
        guard let row else { return (0, String(repeating: "0", count: 64), nil) }
        return (row[0], row[1], Instant(seconds: row[2]))
    }

    /// The hash of one event.
    package func hash(of number: Int64) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT hash FROM events WHERE number = ?"), arguments: [number])
    }

    package func event(_ number: Int64) throws -> Event? {
        if let known = known(number) { return known }
        return try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM events WHERE number = ?"), arguments: [number])
            .map(remembered(from:))
    }

    /// All events of a submission, oldest first.
    package func events(of submission: String) throws -> [Event] {
        // Of most of them the number is enough.
        let numbers = try Int64.fetchAll(
            db.cachedStatement(sql: eventsOfSubmission + " ORDER BY event"),
            arguments: [submission])
        return try numbers.compactMap(event)
    }

    /// Its events of these kinds, oldest first.
    package func events(of submission: String, kinds: [String]) throws -> [Event] {
        let list = kinds.map { "'\($0)'" }.joined(separator: ", ")
        let numbers = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number FROM events WHERE number IN (\(eventsOfSubmission)) AND kind IN (\(list))
                    ORDER BY number
                    """),
            arguments: [submission])
        return try numbers.compactMap(event)
    }

    /// Calls `body` with every event of these kinds, oldest first, one in memory at a time.
    package func forEachEvent(kinds: [String], _ body: (Event) throws -> Void) throws {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM events WHERE kind IN (\(marks)) ORDER BY number",
            arguments: StatementArguments(kinds))
        while let row = try rows.next() { try body(try event(from: row)) }
    }

    /// Numbers of all events of a kind, oldest first.
    package func eventNumbers(kind: String) throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT number FROM events WHERE kind = ? ORDER BY number", arguments: [kind])
    }

    private func remembered(from row: Row) throws -> Event {
        if let known = known(row["number"]) { return known }
        let event = try event(from: row)
        met.keep(event)
        return event
    }

    private func known(_ number: Int64) -> Event? { met[number] ?? recent[number] }

    func event(from row: Row) throws -> Event {
        let fact = try FactCoding.fact(kind: row["kind"], text: row["body"])
        return Event(number: row["number"], at: Instant(seconds: row["at"]), fact: fact, hash: row["hash"])
    }
}

/// The hash of an event: over the hash before it, its number, time, kind, submission and body, each with its length.
func link(after previous: String, number: Int64, at: Instant, fact: Fact, body: String) -> String {
    var digest = DigestStream()
    digest.take(previous)
    digest.take(number)
    digest.take(at.seconds)
    digest.take(fact.kind)
    digest.take(fact.submission ?? "")
    digest.take(body)
    return digest.finish().hex
}

/// Facts as JSON with sorted keys: the same fact is the same bytes.
enum FactCoding {
    static func text(of fact: Fact) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data =
            switch fact {
            case .returned(let body): try encoder.encode(body)
            case .duplicate(let body): try encoder.encode(body)
            case .accepted(let body): try encoder.encode(body)
            case .assigned(let body): try encoder.encode(body)
            case .transferred(let body): try encoder.encode(body)
            case .taken(let body): try encoder.encode(body)
            case .declined(let body): try encoder.encode(body)
            case .unscorable(let body): try encoder.encode(body)
            case .assignmentEnded(let body): try encoder.encode(body)
            case .disputed(let body): try encoder.encode(body)
            case .decided(let body): try encoder.encode(body)
            case .recorded(let body): try encoder.encode(body)
            case .kept(let body): try encoder.encode(body)
            case .withdrawn(let body): try encoder.encode(body)
            case .erased(let body): try encoder.encode(body)
            }
        return String(decoding: data, as: UTF8.self)
    }

    static func fact(kind: String, text: String) throws -> Fact {
        let data = Data(text.utf8)
        let decoder = JSONDecoder()
        switch kind {
        case "returned": return .returned(try decoder.decode(ReturnedFact.self, from: data))
        case "duplicate": return .duplicate(try decoder.decode(DuplicateFact.self, from: data))
        case "accepted": return .accepted(try decoder.decode(AcceptedFact.self, from: data))
        case "assigned": return .assigned(try decoder.decode(AssignedFact.self, from: data))
        case "transferred": return .transferred(try decoder.decode(TransferredFact.self, from: data))
        case "taken": return .taken(try decoder.decode(TakenFact.self, from: data))
        case "declined": return .declined(try decoder.decode(DeclinedFact.self, from: data))
        case "unscorable": return .unscorable(try decoder.decode(UnscorableFact.self, from: data))
        case "assignment-ended": return .assignmentEnded(try decoder.decode(AssignmentEndedFact.self, from: data))
        case "disputed": return .disputed(try decoder.decode(DisputedFact.self, from: data))
        case "decided": return .decided(try decoder.decode(DecidedFact.self, from: data))
        case "recorded": return .recorded(try decoder.decode(RecordedFact.self, from: data))
        case "kept": return .kept(try decoder.decode(KeptFact.self, from: data))
        case "erased": return .erased(try decoder.decode(ErasedFact.self, from: data))
        case "withdrawn": return .withdrawn(try decoder.decode(WithdrawnFact.self, from: data))
        default:
            throw LedgerFailure(
                "The ledger holds an event of a kind that this version doesn't know: '\(kind)'. Use the newer program.",
                isInputOutput: false)
        }
    }
}
