internal import Assessment
internal import Bookkeeping
internal import Folders

/// Until when a bundle waits if nothing changes, and what then becomes of it.
struct Deadline {
    let since: Instant
    let until: Instant
    let afterwards: Afterwards

    /// Nil for what waits however long, or wasn't looked into yet.
    init?(_ arrival: Arrival, patience: Int64?) {
        guard let patience, let afterwards = arrival.afterwards else { return nil }
        (since, until, self.afterwards) = (arrival.since, arrival.since + patience, afterwards)
    }

    /// In the program's time. Without `now` for a page that is read on another day, and has `since` beside it.
    func words(_ zone: ProgramZone, now: Instant?) -> String {
        let today = now.map(zone.day)
        func time(_ instant: Instant) -> String {
            let text = zone.reading(of: instant).local.text
            let clock = String(text.dropFirst(11).prefix(5))
            return zone.day(of: instant) == today ? clock : "\(text.prefix(10)) \(clock)"
        }
        let what =
            switch afterwards {
            case .returned: "it goes back"
            case .taken: "it is read without that"
            }
        let beginning = now == nil ? "" : "unchanged since \(time(since)); "
        if let now, now >= until { return beginning + what + " with the next run" }
        return "\(beginning)if nothing changes, \(what) at \(time(until)) \(zone.reading(of: until).name)"
    }
}

extension Arrival {
    /// Why it waits, in words for `status`.
    var why: String { reason.isEmpty ? "it was seen for the first time, and may still change" : reason }
}

extension InboxLine {
    /// A bundle that waits.
    init(_ arrival: Arrival, patience: Int64?, zone: ProgramZone?, now: Instant) {
        let deadline = Deadline(arrival, patience: patience)
        self.init(
            name: arrival.name, state: "waiting", reason: arrival.why, until: deadline?.until,
            afterwards: deadline?.afterwards,
            plan: deadline.flatMap { deadline in zone.map { deadline.words($0, now: now) } })
    }
}
