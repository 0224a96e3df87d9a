internal import Dispatch
internal import Synchronization

/// One piece of work at a time that goes on beside the caller's own.
final class SideWork: Sendable {
    private let group = DispatchGroup()
    private let failure = Mutex<(any Error)?>(nil)

    /// Begins `body` once what was begun before has ended; throws what that threw, and then begins nothing.
    func begin(_ body: @escaping @Sendable () throws -> Void) throws {
        try finish()
        // From a queue of its own, what it does on all cores would get one.
        DispatchQueue.global().async(group: group) { [self] in
            do { try body() } catch { failure.withLock { $0 = error } }
        }
    }

    /// Waits for what was begun; throws what it threw, once.
    func finish() throws {
        wait()
        if let failure = failure.withLock({ $0.take() }) { throw failure }
    }

    /// Waits for what was begun, however it ends.
    func wait() { group.wait() }
}
