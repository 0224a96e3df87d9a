internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Workers

/// The commands that only read. They take no lock, and a workspace without a ledger simply holds nothing yet.
package struct Questions: Sendable {
    let settings: Settings
    private let ledgers: IdleLedgers

    /// With `quick` the ledger stays open from one question to the next: for who does nothing else in between.
    package init(_ settings: Settings, quick: Bool = false) {
        self.settings = settings
        ledgers = IdleLedgers(keeping: quick)
    }

    package func show(_ name: String) throws -> ShownSubmission {
        try checkIsKnown()
        let shown = try withBook { book -> ShownSubmission? in
            let inquiry = Inquiry(book: book)
            if let row = try book.submission(name) { return try inquiry.shown(row) }
            if let arrival = try book.arrivals().first(where: { $0.name == name }) {
                let library = try self.library()
                let line =
                    try hasLeftInbox(arrival.name)
                    ? absent([arrival.name])[0]
                    : InboxLine(
                        arrival, patience: library.program?.value.limits.patience, zone: library.zone,
                        now: self.now(in: book))
                var shown = ShownSubmission(submission: nil, bundle: name, state: line.state)
                (shown.reason, shown.until, shown.afterwards) = (line.reason, line.until, line.afterwards)
                shown.plan = line.plan
                return shown
            }
            guard let drop = try book.latestDrop(bundle: name) else { return nil }
            if drop.state == "accepted", let id = drop.submission, let row = try book.submission(id) {
                return try inquiry.shown(row)
            }
            return try returned(drop, in: book)
        }
        guard let found = shown ?? nil else {
            let near = suggestion(for: name, among: try names(withBundles: true))
            throw Refusal.unknown(
                "There is no submission and no bundle '\(printable(name))'. \(near)'assay list' and 'assay status' name them all."
            )
        }
        return found
    }

    private func returned(_ drop: DropRow, in book: Book) throws -> ShownSubmission {
        var shown = ShownSubmission(submission: drop.submission, bundle: drop.bundle, state: drop.state)
        shown.path = "Outbox/Returned/" + drop.folder
        guard let event = try book.event(drop.event) else { return shown }
        switch event.fact {
        case .returned(let fact): shown.findings = fact.findings
        case .duplicate(let fact): shown.findings = fact.findings
        default: break
        }
        shown.history = [.init(at: event.at, event: event.fact.kind)]
        return shown
    }

    package func queue(_ reviewer: String?) throws -> [QueueLine] {
        try checkIsKnown()
        let lines =
            try withBook { book -> [QueueLine] in
                let now = try self.now(in: book)
                let troubled = Set(try book.problems().filter { !$0.isNotice }.compactMap(\.ticket))
                return try book.queued().filter { reviewer == nil || $0.reviewer == reviewer }.map { row in
                    let submission = try book.submission(row.submission)
                    return QueueLine(
                        reviewer: row.reviewer, submission: row.submission, rubric: submission?.rubric ?? "",
                        path: "Outbox/\(Publisher.queuePath(row.reviewer, row.submission))/\(row.form.decisionName)",
                        assigned: row.assigned, due: row.due,
                        dueDay: try book.assignedFact(row)?.dueDay ?? row.due.text,
                        late: row.state == .open && row.due < now,
                        state: troubled.contains(row.ticket) ? "problem" : row.state.rawValue)
                }
            } ?? []
        if let reviewer, lines.isEmpty, try !isKnown(reviewer) {
            let near = suggestion(for: reviewer, among: try reviewerIDs())
            throw Refusal.unknown(
                "There is no reviewer '\(printable(reviewer))'. \(near)Rubrics/reviewers.xml names them all.")
        }
        return lines
    }

    private func isKnown(_ reviewer: String) throws -> Bool {
        let library = try self.library()
        if library.roster?.value.contains(where: { $0.id == reviewer }) == true { return true }
        return try withBook { try $0.takenByReviewer()[reviewer] != nil } ?? false
    }

    package func status() throws -> StatusReport {
        try checkIsKnown()
        let library = try self.library()
        var report = StatusReport()
        report.refused = try Workspace.needsRecovery(settings, ledgers)
        report.documents = library.findings
        var waiting: [Arrival] = []
        var owed: Set<[UInt8]> = []
        var open: [String: Int] = [:]
        var taken: [String: Int] = [:]
        let now = try withBook { book in
            let unfilled = try book.unfilled()
            report.submissions = try book.countsByState()
            report.outbox = try BareOutbox.standing(in: book)
            if settings.now == nil { report.clock = try book.lastLink().at.flatMap(ProgramClock.standstill) }
            report.unroutable = unfilled.mapValues(\.reason)
            for id in unfilled.keys {
                guard let state = try book.submission(id)?.state.rawValue else { continue }
                report.submissions[state, default: 1] -= 1
                if report.submissions[state] == 0 { report.submissions[state] = nil }
                report.submissions["unroutable", default: 0] += 1
            }
            for (state, number) in try book.dropCounts() { report.submissions[state] = number }
            let problems = try book.problems()
            report.problems = problems.filter { !$0.isNotice }.map(StatusReport.ProblemLine.init)
            report.notes = problems.filter(\.isNotice).map(StatusReport.ProblemLine.init)
            waiting = try book.arrivals()
            owed = Set(try book.owedPlaces().map { Array(split($0).name.utf8) })
            open = try book.openByReviewer()
            taken = try book.takenByReviewer()
            return try self.now(in: book)
        }
        report.inbox = try inbox(waiting, owed: owed, library, now: now ?? self.now())
        let roster = library.roster?.value ?? []
        let others = Set(open.keys).union(taken.keys).subtracting(roster.map(\.id)).sorted()
        report.reviewers =
            roster.map {
                .init(id: $0.id, open: open[$0.id, default: 0], taken: taken[$0.id, default: 0], capacity: $0.capacity)
            }
            + others.map { .init(id: $0, open: open[$0, default: 0], taken: taken[$0, default: 0], capacity: nil) }
        return report
    }

    /// Every name in Inbox: what a pass said of it, why it is ignored, or that no pass has seen it yet.
    private func inbox(
        _ arrivals: [Arrival], owed: Set<[UInt8]>, _ library: Library, now: Instant
    ) throws -> [InboxLine] {
        let patience = library.program?.value.limits.patience
        let root = try Folder.open(settings.workspace)
        guard let inbox = try? Folder.open(root.path + "/Inbox") else { return [] }
        let known = Dictionary(arrivals.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        var lines = try inbox.names().map { name -> InboxLine in
            if NameRule.isIgnoredInInbox(name) {
                return InboxLine(
                    name: name, state: "ignored",
                    reason: "names that begin with a dot or with README are nobody's bundle")
            }
            let status: FileStatus?
            do throws(IOFailure) { status = try inbox.status(name) } catch {
                return InboxLine(name: name, state: "ignored", reason: error.description)
            }
            if let status, status.kind != .folder, status.kind != .file || !NameRule.isArchive(name) {
                return InboxLine(name: name, state: "ignored", reason: ArrivalWatch.strayReason(name, status.kind))
            }
            guard let arrival = known[Array(name.utf8)] else {
                let follows = owed.contains(Array(name.utf8))
                return InboxLine(
                    name: name, state: "waiting", reason: follows ? ArrivalWatch.following : "no pass has seen it yet")
            }
            return InboxLine(arrival, patience: patience, zone: library.zone, now: now)
        }
        let present = Set(lines.map { Array($0.name.utf8) })
        lines += try absent(arrivals.map(\.name).filter { !present.contains(Array($0.utf8)) })
        return lines
    }

    package func explain(_ id: String) throws -> ExplainReport {
        try checkIsKnown()
        let library = try self.library()
        let report = try withBook { book -> ExplainReport? in
            let now = try self.now(in: book)
            let named = try book.submission(id)
            guard let row = try named ?? book.latestDrop(bundle: id)?.submission.flatMap(book.submission) else {
                return nil
            }
            let id = row.id
            let accepted = try book.acceptance(of: row)
            let assignments = try book.assignments(of: id)
            let unfilled = try book.unfilled()
            let rubric = try rubric(of: row, library, in: book)
            let onIt = try book.onIt(id, accepted)
            let mails = try book.otherMails(row)
            let routing = library.zone.map { zone in
                Routing(
                    rubric: rubric, educator: accepted.educator, roster: library.roster?.value ?? [],
                    today: zone.day(of: now), open: (try? book.openByReviewer()) ?? [:],
                    onIt: onIt, earlierMails: mails,
                    isSchoolKnown: library.program?.value.knows(accepted.educator) ?? true)
            }
            return ExplainReport(
                submission: id, state: Inquiry(book: book).state(of: row, unfilled: unfilled),
                unfilled: row.state.isOpen ? unfilled[id]?.reason : nil,
                reviewers: try lines(row, assignments, routing, in: book))
        }
        guard let found = report ?? nil else {
            if let state = try stateOfBundle(id) {
                throw Refusal.unknown(
                    "'\(printable(id))' is \(state), and so no submission that went to reviewers. Why: assay show "
                        + "'\(printable(id))'")
            }
            let near = suggestion(for: id, among: try names(withBundles: true))
            throw Refusal.unknown("There is no submission '\(printable(id))'. \(near)'assay list' names them all.")
        }
        return found
    }

    /// As it was accepted: once its version is retired, or its file gone, only the ledger has it so.
    private func rubric(of row: SubmissionRow, _ library: Library, in book: Book) throws -> Rubric {
        let present = (library.rubrics + library.twins).first { $0.sha256 == row.rubricSHA256 }
        if let present { return present.value }
        let workers = WorkerPool(size: 1)
        defer { workers.shutDown() }
        return try book.rubric(sha256: row.rubricSHA256, workers)
    }

    private func lines(
        _ row: SubmissionRow, _ assignments: [AssignmentRow], _ routing: Routing?, in book: Book
    ) throws -> [ExplainReport.Line] {
        var lines: [ExplainReport.Line] = []
        for assignment in assignments {
            let load = try book.assignedFact(assignment).map { ", with \($0.load) open submissions then" } ?? ""
            let place = assignment.role == .adjudicator ? "adjudicator" : "reader \(assignment.slot)"
            lines.append(
                .init(
                    reviewer: assignment.reviewer, standing: "chosen", rule: nil,
                    words: "chosen as \(place) on \(assignment.assigned.text)\(load); now \(assignment.state.rawValue)")
            )
        }
        let chosen = Set(assignments.filter { ![.withdrawn, .superseded].contains($0.state) }.map(\.reviewer))
        let role: Slot.Role = row.state == .adjudication ? .adjudicator : .reader
        for (reviewer, bar) in routing?.judged(for: role) ?? [] where !chosen.contains(reviewer.id) {
            if let bar {
                lines.append(.init(reviewer: reviewer.id, standing: "excluded", rule: bar.rawValue, words: bar.words))
            } else {
                let load = "\(routing?.open[reviewer.id, default: 0] ?? 0)/\(reviewer.capacity)"
                lines.append(
                    .init(
                        reviewer: reviewer.id, standing: "eligible", rule: nil,
                        words:
                            "may read it (\(load) open); others had fewer open for their capacity, or no place is empty"
                    ))
            }
        }
        return lines
    }

    // MARK: Opening

    /// Nil where no writing command has made a ledger yet.
    func withBook<Value>(_ body: (Book) throws -> Value) throws -> Value? {
        guard try Workspace.isBegun(settings) else { return nil }
        let root = try Folder.open(settings.workspace)
        let home = try Folder.open(Workspace.homePath(settings, below: root))
        return try ledgers.reading(home) { try $0.read(body) }
    }

    /// The district's documents as they are now.
    package func library() throws -> Library {
        let root = try Folder.open(settings.workspace)
        guard let rubrics = try? Folder.open(root.path + "/Rubrics") else { return Library() }
        let workers = WorkerPool(size: availableCores())
        defer { workers.shutDown() }
        let digests = try withBook { try $0.acceptedDigests() } ?? [:]
        return try librarian(rubrics, workers, digests).read()
    }

    func librarian(_ folder: Folder, _ workers: WorkerPool, _ digests: [String: String]) -> Librarian {
        let questions = self
        return Librarian(
            rubrics: folder, workers: workers, acceptedDigest: { digests["\($0) \($1)"] },
            acceptedBytes: { digest in try questions.withBook { try $0.bytes(sha256: digest) } ?? nil })
    }
}
