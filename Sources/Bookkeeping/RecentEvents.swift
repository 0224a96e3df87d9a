internal import Assessment
internal import Synchronization

/// Events that were met last. They never change, and a pass asks for each several times, where reading its JSON is most
/// of the work. What a transaction appended is met with it, and joins the committed ones with its commit.
final class RecentEvents: Sendable {
    /// When the young ones are so many they become the old ones, and those are forgotten: what was met just now is
    /// never forgotten with what nobody asks for any more.
    private struct Events {
        var young: [Int64: Event] = [:]
        var old: [Int64: Event] = [:]
    }

    private static let limit = 1536
    private let events = Mutex(Events())

    subscript(number: Int64) -> Event? { events.withLock { $0.young[number] ?? $0.old[number] } }

    func keep(_ event: Event) { keep([event.number: event]) }

    func keep(_ committed: RecentEvents) {
        let events = committed.events.withLock { $0 }
        if !events.old.isEmpty { keep(events.old) }
        keep(events.young)
    }

    private func keep(_ new: [Int64: Event]) {
        events.withLock { events in
            if events.young.count + new.count > RecentEvents.limit {
                (events.old, events.young) = (events.young, [:])
            }
            events.young.merge(new) { _, last in last }
        }
    }
}
