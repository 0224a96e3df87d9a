/// What a process that takes an archive apart tells of it, in this order: an entry, its data, the next entry, the end.
/// Before the first it may tell that it moves on.
package enum Unpacked: Sendable {
    package enum Kind: UInt8, Sendable { case file, folder, link, other }
    package enum Ending: Hashable, Sendable {
        case whole
        /// The archive's own end isn't there (yet).
        case incomplete
        case damaged(String)
        case encrypted
        case tooManyEntries
        case tooLarge
    }
    case entry(Kind, name: [UInt8])
    case data([UInt8])
    case moving
    case end(Ending)
}

/// Takes one archive apart in a process of its own, which may die over it.
package struct Unpacker: Sendable {
    private let executable: String
    private let argument: String

    /// This program itself serves unless another one is named; the argument is followed by the limits.
    package init(executable: String = "/proc/self/exe", argument: String = "unpack-untrusted") {
        (self.executable, self.argument) = (executable, argument)
    }

    /// Hands everything that comes to `take` until the end or until `take` says that it is enough.
    ///
    /// The bytes that a small archive can become are few, and so is the time that it is given.
    package func unpack(
        _ descriptor: Int32, bytes: Int64, maxEntries: Int, maxBytes: Int64, _ take: (Unpacked) throws -> Bool
    ) throws {
        let most = min(maxBytes, bytes > 1 << 40 ? maxBytes : bytes * 1100 + 1_048_576)
        let seconds = 10 + bytes / 40_000_000 + most / 40_000_000
        let started = try StartedWorker(
            executable, ["assay", argument, "\(maxEntries)", "\(most)", "\(seconds)"], passing: descriptor)
        let worker = try Worker(started, patience: .seconds(10))
        while true {
            // What takes computing is bounded in the process itself; the file may lie on a slow share.
            var patience = Patience(.seconds(seconds * 4))
            let piece = try Unpacker.piece(try worker.receive(&patience))
            guard try take(piece) else { return }
            if case .end = piece { return }
        }
    }

    private static func piece(_ bytes: [UInt8]) throws(WorkerFailure) -> Unpacked {
        var reader = MessageReader(bytes)
        do throws(Malformed) {
            let piece = try reader.piece()
            try reader.end()
            return piece
        } catch {
            throw .crashed("answered nonsense")
        }
    }
}

extension MessageReader {
    fileprivate mutating func piece() throws(Malformed) -> Unpacked {
        switch try byte() {
        case 1:
            guard let kind = Unpacked.Kind(rawValue: try byte()) else { throw Malformed() }
            return .entry(kind, name: Array(try slice()))
        case 2: return .data(Array(try slice()))
        case 4: return .moving
        case 3:
            let code = try byte()
            let words = try text()
            switch code {
            case 0: return .end(.whole)
            case 1: return .end(.incomplete)
            case 2: return .end(.damaged(words))
            case 3: return .end(.encrypted)
            case 4: return .end(.tooManyEntries)
            case 5: return .end(.tooLarge)
            default: throw Malformed()
            }
        default: throw Malformed()
        }
    }
}
