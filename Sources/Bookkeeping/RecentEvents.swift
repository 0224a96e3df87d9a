internal import Assessment
internal import Synchronization

/// The committed events that were read last. Events never change, and a pass asks for each several times, where reading
/// its JSON is most of the work.
final class RecentEvents: Sendable {
    private static let limit = 2048
    private let events = Mutex<[Int64: Event]>([:])

    subscript(number: Int64) -> Event? { events.withLock { $0[number] } }

    func keep(_ event: Event) {
        events.withLock { events in
            if events.count >= RecentEvents.limit { events.removeAll(keepingCapacity: true) }
            events[event.number] = event
        }
    }
}
