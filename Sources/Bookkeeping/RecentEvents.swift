internal import Assessment
internal import Synchronization

/// Events that were met last. They never change, and a pass asks for each several times, where reading its JSON is most
/// of the work. What a transaction appended is met with it, and joins the committed ones with its commit.
final class RecentEvents: Sendable {
    private static let limit = 2048
    private let events = Mutex<[Int64: Event]>([:])

    subscript(number: Int64) -> Event? { events.withLock { $0[number] } }

    func keep(_ event: Event) { keep([event.number: event]) }

    func keep(_ committed: RecentEvents) { keep(committed.events.withLock { $0 }) }

    private func keep(_ new: [Int64: Event]) {
        events.withLock { events in
            if events.count + new.count > RecentEvents.limit { events.removeAll(keepingCapacity: true) }
            events.merge(new) { _, last in last }
        }
    }
}
