internal import Bookkeeping
internal import Folders
internal import Synchronization

/// Ledgers that a command has open for reading, one for each question within another: to open one takes longer than
/// what is asked of it. A pass that ends meanwhile can't put the ledger's log away, and the next one checks all of it:
/// who takes long in between doesn't keep them.
final class IdleLedgers: Sendable {
    private let idle = Mutex<[Ledger]>([])
    private let keeps: Bool

    init(keeping: Bool) { keeps = keeping }

    /// Reads the one in this private folder, always the same.
    func reading<Value>(_ home: Folder, _ body: (Ledger) throws -> Value) throws -> Value {
        let ledger = try idle.withLock { $0.popLast() } ?? Room.ledger(reading: home)
        defer { if keeps { idle.withLock { $0.append(ledger) } } }
        return try body(ledger)
    }
}
