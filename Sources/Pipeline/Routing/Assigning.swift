internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// Gives open slots to reviewers by the hard rules, and takes assignments back from those who may no longer hold them.
final class Assigning {
    private let pass: Pass
    private let program: Shelved<Program>
    private let zone: ProgramZone
    private let roster: Shelved<[Reviewer]>
    /// How many assignments each reviewer has open; asked for when the first is to be given.
    private var open: [String: Int] = [:]

    init(pass: Pass, program: Shelved<Program>, zone: ProgramZone, roster: Shelved<[Reviewer]>) {
        (self.pass, self.program, self.zone, self.roster) = (pass, program, zone, roster)
    }

    private static let batchSize = 64

    /// Everything that waits for somebody: under other documents, or on another day, every assignment is looked at. What
    /// the ends of queue folders bring comes before anything else, killed or not.
    func assign() throws {
        if try assignWaiting() { try pass.publisher.publishAll() }
    }

    /// Whether anything waited.
    private func assignWaiting() throws -> Bool {
        let ledger = pass.workspace.ledger
        let today = zone.day(of: pass.clock.now)
        let key = "\(roster.sha256) \(program.sha256) \(today.text)"
        let (isNew, asked, rest) = try ledger.read { book in
            let isNew = try book.setting("routing-due") != nil || book.setting("routed") != key
            let asks = try !isNew && book.asksForRouting()
            return (isNew, asks, asks ? try book.unroutedSubmissions() : [])
        }
        guard isNew || asked else { return false }
        var last: Int64 = 0
        while true {
            // Routing stays due, and the next pass goes on.
            if pass.isStopping() { return true }
            let now = pass.clock.now
            let rows =
                try isNew
                ? ledger.read { try $0.openSubmissions(after: last, limit: Assigning.batchSize) }
                : Array(rest.drop { $0.first <= last }.prefix(Assigning.batchSize))
            guard let final = rows.last else { break }
            let (isFirst, isLast) = (last == 0, rows.count < Assigning.batchSize)
            last = final.first
            if !isFirst {
                try pass.publisher.publishBeside(pass.progress)
                // What wasn't ended brings its facts first.
                if pass.isStopping() { return true }
            }
            try ledger.write { book in
                if isFirst {
                    // Due until the end, should this pass be killed: nothing else would ask for these slots again.
                    try book.set("routing-due", to: "yes")
                    try book.clearUnfilled()
                }
                for row in rows { try assign(row, today, now, in: book) }
                if isLast { try end(key, in: book) }
            }
            if isLast { return true }
        }
        try ledger.write { book in
            if last == 0 { try book.clearUnfilled() }
            try end(key, in: book)
        }
        return true
    }

    /// What was accepted just now gets its reviewers in the same transaction.
    func assign(accepted submissions: [String], now: Instant, in book: Book) throws {
        let today = zone.day(of: now)
        for id in submissions {
            guard let row = try book.submission(id) else { continue }
            try assign(row, today, now, in: book)
            try book.clearUnrouted(id)
        }
    }

    /// Nothing asks to be routed any more.
    private func end(_ key: String, in book: Book) throws {
        try book.set("routed", to: key)
        try book.clear("routing-due")
        try book.clearUnrouted()
    }

    private func assign(_ row: SubmissionRow, _ today: CivilDate, _ now: Instant, in book: Book) throws {
        if open.isEmpty { open = try book.openByReviewer() }
        let accepted = try book.acceptance(of: row)
        let rubric = try pass.shelf.rubric(sha256: row.rubricSHA256, in: book)
        var routing = Routing(
            rubric: rubric, educator: accepted.educator, roster: roster.value, today: today, open: open,
            earlierMails: try book.otherMails(row), isSchoolKnown: program.value.knows(accepted.educator))
        try withdraw(row, routing, now, in: book)
        let deciding = Deciding(pass: pass, book: book, now: now, program: program, rosterSHA256: roster.sha256)
        // Readers whose decisions went on with a mended bundle may already be all that it needs.
        _ = try deciding.evaluate(row.id)
        guard let standing = try book.submission(row.id), standing.state.isOpen else { return }
        let assignments = try book.assignments(of: row.id)
        let holding = assignments.filter { [.open, .taken].contains($0.state) }
        var slots: [Slot] = []
        if standing.state == .adjudication {
            if !holding.contains(where: { $0.role == .adjudicator }) { slots = [Slot(role: .adjudicator, number: 0)] }
        } else {
            let filled = Set(holding.filter { $0.role == .reader }.map(\.slot))
            slots = (1...rubric.review.reviewers).filter { !filled.contains($0) }.map {
                Slot(role: .reader, number: $0)
            }
        }
        guard !slots.isEmpty else { return }
        routing.onIt = try book.onIt(row.id, accepted)
        routing.preferred = try preferred(accepted, assignments, in: book)
        var unfilled = 0
        for slot in slots {
            routing.open = open
            guard let reviewer = routing.choice(for: slot.role) else {
                unfilled += 1
                continue
            }
            let criteria = slot.role == .adjudicator ? standing.disputed : unread(rubric, accepted)
            try give(slot, of: row, to: reviewer, criteria, rubric, now, today, open[reviewer.id, default: 0], in: book)
            open[reviewer.id, default: 0] += 1
            routing.onIt.insert(reviewer.id)
        }
        let role = slots.first?.role ?? .reader
        // Why nobody may have it is asked of the whole roster.
        try book.setUnfilled(row.id, slots: unfilled, reason: unfilled == 0 ? "" : why(routing, role))
    }

    /// "What was taken stands": only open assignments are taken back.
    private func withdraw(_ row: SubmissionRow, _ routing: Routing, _ now: Instant, in book: Book) throws {
        for assignment in try book.assignments(of: row.id) where assignment.state == .open {
            let reviewer = roster.value.first { $0.id == assignment.reviewer }
            let bar = reviewer.map { routing.standingBar($0)?.rawValue } ?? "left-roster"
            let lostRank =
                assignment.role == .adjudicator && reviewer?.role == .assessor ? RoutingBar.notALead.rawValue : nil
            guard let reason = bar ?? lostRank else { continue }
            let event = try book.append(
                .assignmentEnded(AssignmentEndedFact(submission: row.id, ticket: assignment.ticket, reason: reason)),
                at: now)
            try book.addJob(.queueEnd, event: event.number, subject: assignment.ticket)
            open[assignment.reviewer, default: 1] -= 1
        }
    }

    private func unread(_ rubric: Rubric, _ accepted: AcceptedFact) -> [String] {
        let carried = Set(accepted.carried.map(\.criterion))
        return rubric.criteria.map(\.id).filter { !carried.contains($0) }
    }

    /// Who read the attempt before, or this very content, or found it unscorable, and so knows it.
    private func preferred(_ accepted: AcceptedFact, _ assignments: [AssignmentRow], in book: Book) throws -> Set<
        String
    > {
        var readers = Set(assignments.filter { [.unscorable, .superseded].contains($0.state) }.map(\.reviewer))
        if let before = accepted.resubmissionOf {
            readers.formUnion(
                try book.assignments(of: before).filter { $0.state == .taken && $0.role == .reader }.map(\.reviewer))
        }
        if let mended = accepted.continues {
            readers.formUnion(
                try book.assignments(of: mended).filter { $0.role == .reader && $0.state != .declined }.map(\.reviewer))
        }
        return readers
    }

    private func give(
        _ slot: Slot, of row: SubmissionRow, to reviewer: Reviewer, _ criteria: [String], _ rubric: Rubric,
        _ now: Instant, _ today: CivilDate, _ load: Int, in book: Book
    ) throws {
        let number = try book.assignments(of: row.id).count + 1
        let ticket = pass.workspace.key.ticket(
            "\(row.id) \(number) \(slot.role.rawValue) \(slot.number) \(reviewer.id)")
        let day = program.value.workingDay(rubric.review.dueDays, after: today)
        let event = try book.append(
            .assigned(
                AssignedFact(
                    submission: row.id, ticket: ticket, role: slot.role, slot: slot.number, reviewer: reviewer.id,
                    name: reviewer.name, criteria: criteria,
                    due: zone.instant(day: day, hour: 23, minute: 59, second: 59), dueDay: day.text,
                    load: "\(load)/\(reviewer.capacity)", form: reviewer.form)), at: now)
        try book.addJob(.queue, event: event.number, subject: ticket)
        pass.tally.assigned()
    }

    /// For whoever has to mend the roster: how many reviewers each rule keeps away.
    private func why(_ routing: Routing, _ role: Slot.Role) -> String {
        let bars = routing.judged(for: role).compactMap(\.bar)
        let counts = RoutingBar.allCases.compactMap { bar -> String? in
            let number = bars.filter { $0 == bar }.count
            return number == 0 ? nil : "\(number) \(bar.rawValue)"
        }
        let who = role == .adjudicator ? "no lead may decide" : "no reviewer may read"
        return counts.isEmpty ? "\(who): the roster is empty" : "\(who): \(counts.joined(separator: ", "))"
    }
}
