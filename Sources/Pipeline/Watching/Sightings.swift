internal import Assessment
internal import Folders
internal import Synchronization

/// When the daemon first saw each thing as it still looks, by the clock that only runs forward: the ledger's times are
/// whole seconds, and two looks less than a second apart may stand in two of them.
final class Sightings: Sendable {
    private struct Sighting {
        var look: String
        var at: Int64
    }

    private let seen = Mutex<[[UInt8]: Sighting]>([:])

    /// For how many nanoseconds a thing has been seen as it looks now.
    func age(of key: [UInt8], looking look: String) -> Int64 {
        let now = monotonicNanoseconds()
        return seen.withLock { seen in
            if let first = seen[key], first.look == look { return now - first.at }
            seen[key] = Sighting(look: look, at: now)
            return 0
        }
    }

    /// When it was first seen as it looked last.
    func firstSeen(_ key: [UInt8]) -> Int64? { seen.withLock { $0[key]?.at } }

    /// What isn't there any more, or was taken, is forgotten.
    func keep(_ keys: Set<[UInt8]>) { seen.withLock { seen in seen = seen.filter { keys.contains($0.key) } } }
}

/// Whether what looks as it did has done so for `settle`.
struct Settling {
    /// Seconds.
    let settle: Int64
    let clock: ProgramClock
    /// The daemon's; a pass of its own knows what the ledger remembers.
    let sightings: Sightings?

    /// `before` is how it looked when the ledger saw it last, and since when: of no account where it looks otherwise now.
    /// A clock that was handed in is exact, of others only the seconds are known.
    func isOver(
        for key: [UInt8], looking look: String, before: (look: String, since: Instant)?, now: Instant
    ) -> Bool {
        let since = before.flatMap { $0.look == look ? $0.since : nil } ?? now
        let elapsed = now.seconds - since.seconds
        if settle == 0 || elapsed >= settle + (clock.fixed == nil ? 1 : 0) { return true }
        guard let sightings else { return false }
        return sightings.age(of: key, looking: look) >= settle * 1_000_000_000
    }

    /// When, by the clock that only runs forward, what isn't over yet may be looked at again; a pass of its own waits.
    func due(_ key: [UInt8]) -> Int64? { sightings?.firstSeen(key).map { $0 + settle * 1_000_000_000 } }
}

/// The earlier of two moments, of which either may be missing.
func earlier(_ one: Int64?, _ other: Int64?) -> Int64? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
}
