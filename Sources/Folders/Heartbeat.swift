internal import Synchronization

/// The sign of life that a service manager waits for. It is given wherever something gets on, a piece of a file among it:
/// work that moves may take as long as it likes, and with a read that hangs the signs end.
package enum Heartbeat {
    private static let service = ServiceManager()
    /// When the last one was given; 0 before the first.
    private static let last = Atomic<Int64>(0)
    private static let isReady = Atomic(false)

    /// Called as often as one likes, from any thread: few of the calls are told.
    package static func beat() {
        guard let interval = service.heartbeat else { return }
        let now = monotonicNanoseconds()
        let before = last.load(ordering: .relaxed)
        guard now - before >= interval / 2,
            last.compareExchange(expected: before, desired: now, ordering: .relaxed).exchanged
        else { return }
        // It waits only so long for the word that all has begun, and a first pass may take longer than that.
        let isLate = before != 0 && !isReady.exchange(true, ordering: .relaxed)
        service.tell((isLate ? "READY=1\n" : "") + "WATCHDOG=1")
    }
}
