internal import Dispatch
internal import Synchronization

/// A piece of work that goes on beside the caller's own.
final class Beside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let result: Mutex<Result<Value, any Error>?> = Mutex(nil)

    init(_ body: @escaping @Sendable () throws -> Value) {
        // From a queue of its own, what it does on all cores would get one.
        DispatchQueue.global().async(group: group) { [self] in
            let value = Result { try body() }
            result.withLock { $0 = value }
        }
    }

    /// Waits for its end, and gives or throws what came of it.
    func finish() throws -> Value {
        group.wait()
        guard let result = result.withLock({ $0 }) else { throw Refusal.fault("Work beside ended without a result.") }
        return try result.get()
    }
}
