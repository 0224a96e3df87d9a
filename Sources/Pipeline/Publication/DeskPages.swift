internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Reporting

extension Pages {
    /// The page of each reviewer, in their order.
    func desks(_ reviewers: [(id: String, name: String)], _ book: Book) throws -> [String] {
        let queued = Dictionary(grouping: try book.queued(), by: \.reviewer)
        let places = try MisplacedWork(book, shelf)
        let problems = Dictionary(grouping: places.problems.filter { $0.ticket != nil }) { $0.ticket ?? "" }
        let taken = try book.takenByReviewer()
        let reopened = Set(try book.reopened())
        let overdue = Set(try book.overdue(at: now))
        func line(_ row: AssignmentRow, _ at: Instant, isLaid: Bool, unread: [String] = []) throws -> DeskPage.Line {
            let findings = problems[row.ticket, default: []].flatMap(\.findings)
            let rubric = try book.submission(row.submission).map { try shelf.rubric(sha256: $0.rubricSHA256, in: book) }
            var line = DeskPage.Line(
                submission: row.submission, title: rubric?.title ?? row.submission, dueDay: dueDay(row), at: at,
                problems: few(findings.filter { $0.severity == .error }.map(plainLine)), isLaid: isLaid,
                isAdjudication: row.role == .adjudicator, isReopened: reopened.contains(row.ticket))
            line.isOverdue = overdue.contains(row.ticket)
            line.notes = few(unread + findings.filter { $0.severity == .warning }.map(plainLine))
            return line
        }
        return try reviewers.map { reviewer in
            let open = queued[reviewer.id, default: []].filter { $0.state == .open }
                .sorted { ($0.due.seconds, $0.event) < ($1.due.seconds, $1.event) }
            let laid = Set(queued[reviewer.id, default: []].map(\.ticket))
            let done = try book.newestTaken(by: reviewer.id, limit: OutboxPage.bound).map { row in
                let event = try row.taken.flatMap { try book.event($0) }
                // While the folder is there, the file as it is now says it.
                let isLaid = laid.contains(row.ticket)
                let unread = isLaid ? [] : unreadWords(event?.fact)
                return try line(row, event?.at ?? row.assigned, isLaid: isLaid, unread: unread)
            }
            var page = DeskPage(
                name: reviewer.name, misplaced: try places.lines(for: reviewer.id, in: book),
                open: try open.prefix(DeskPage.bound).map { try line($0, $0.assigned, isLaid: true) },
                allOpen: open.count, taken: done, allTaken: taken[reviewer.id, default: 0],
                ended: try book.newestEnded(by: reviewer.id, limit: DeskPage.endedBound).compactMap { ended in
                    let rows = try book.assignments(of: ended.row.submission)
                    // It is hers again.
                    if rows.contains(where: { $0.reviewer == reviewer.id && $0.isHeld }) { return nil }
                    let isAnothers = rows.contains {
                        $0.event > ended.row.event && $0.isHeld && $0.role == ended.row.role
                            && $0.slot == ended.row.slot
                    }
                    return DeskPage.Ended(
                        submission: ended.row.submission,
                        title: try line(ended.row, ended.end.at, isLaid: false).title,
                        at: ended.end.at, why: why(ended.end.fact, isAnothers: isAnothers))
                })
            if let zone = office?.zone { page.clock = { zone.reading(of: $0) } }
            return deskHTML(page)
        }
    }

    private func unreadWords(_ fact: Fact?) -> [String] {
        let unread: [String]? =
            switch fact {
            case .taken(let fact): fact.unread
            case .transferred(let fact): fact.decision.unread
            default: nil
            }
        return (unread ?? []).map { words in
            "You also wrote '\(words.count > 300 ? words.prefix(300) + "…" : words)' where nobody reads it."
        }
    }

    /// Nothing of it may tell under double-blind review who sent the submission, such as a school or a conflict.
    private func why(_ fact: Fact, isAnothers: Bool) -> DeskPage.Ended.Reason {
        switch fact {
        case .declined: .declined
        case .unscorable: .unscorable
        case .withdrawn: .withdrawn
        case .assignmentEnded(let fact):
            switch fact.reason {
            case "withdrawn": .withdrawn
            case "incomplete": .incomplete
            case "settled": .settled
            case "changed": .changed
            default: isAnothers ? .given : .takenBack
            }
        default: isAnothers ? .given : .takenBack
        }
    }

    /// The day in the program's zone; before there is a program, in UTC.
    private func dueDay(_ row: AssignmentRow) -> String {
        office?.zone.day(of: row.due).text ?? String(row.due.text.prefix(10))
    }
}

extension AssignmentRow {
    fileprivate var isHeld: Bool { state == .open || state == .taken }
}

/// The first of several lines, and how many more there are.
func few(_ lines: [String]) -> [String] {
    lines.count <= 3 ? lines : lines.prefix(2) + ["… and \(lines.count - 2) more"]
}

/// A finding for people who read pages: no code.
func plainLine(_ finding: Finding) -> String {
    let place = finding.line.map { "line \($0): " } ?? ""
    return place + [finding.message, finding.remedy].filter { !$0.isEmpty }.joined(separator: " ")
}

extension ArrivalWatch {
    /// The names in Inbox that are no bundles, as a look finds them.
    static func strays(in workspace: Workspace) throws -> [InboxLine] {
        try workspace.inbox.names().compactMap { name in
            guard !NameRule.isIgnoredInInbox(name), let status = try? workspace.inbox.status(name),
                status.kind != .folder, status.kind != .file || !NameRule.isArchive(name)
            else { return nil }
            return InboxLine(name: name, state: "ignored", reason: strayReason(name, status.kind))
        }
    }
}
