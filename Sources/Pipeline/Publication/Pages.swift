internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Reporting

/// The pages over the Outbox: one for the secretary, one for each reviewer. They tell the present state, so they are
/// written where that changed, at the end of a pass, and never by a command that only reads.
struct Pages {
    let workspace: Workspace
    let shelf: RubricShelf
    /// Nil before the first valid program.
    let office: Office?
    /// Names in Inbox that are no bundles.
    let ignored: [InboxLine]
    let now: Instant

    private static let index = "index.html"
    /// Under this name the ledger remembers the state that the pages show. Count it up when a page changes its looks.
    private static let setting = "pages"
    private static let looks = "6"

    /// Writes what isn't there or isn't so; the sentences tell of pages that can't be written.
    func write(evenIfUnchanged: Bool = false) throws -> [String] {
        let returned = Set((try? workspace.outbox.folder("Returned").names()) ?? [])
        let (state, reviewers, known) = try workspace.ledger.read { book in
            (try self.state(of: book, returned), try book.everyReviewer(), try book.setting(Pages.setting))
        }
        let places = [Pages.index] + reviewers.map { "Queues/\($0.id)/\(Pages.index)" }
        if !evenIfUnchanged, known == state,
            try places.allSatisfy({ try workspace.outbox.status($0)?.kind == .file })
        {
            return []
        }
        let pages = try workspace.ledger.read { book in
            [try outbox(book, returned)] + (try desks(reviewers, book))
        }
        var complaints: [String] = []
        for (place, html) in zip(places, pages) {
            do throws(IOFailure) {
                try put(Array(html.utf8), at: place)
            } catch {
                if error.isDiskFull { throw error }
                // Under its own name, and not the one under which it is written first.
                let failure = IOFailure("write", workspace.outbox.path + "/" + place, code: error.code)
                complaints.append("Outbox/\(place) can't be written. \(failure)")
            }
        }
        if complaints.isEmpty, known != state {
            // A page that the next power cut takes must not be remembered as written.
            try workspace.outbox.flush()
            try workspace.ledger.write { try $0.set(Pages.setting, to: state) }
        }
        return complaints
    }

    private func put(_ bytes: [UInt8], at place: String) throws(IOFailure) {
        let (parent, name) = split(place)
        if !parent.isEmpty { try workspace.outbox.makeDesk(parent) }
        let folder = parent.isEmpty ? workspace.outbox : try workspace.outbox.madeFolder(parent)
        if let present = try? folder.read(name, limit: bytes.count), present == bytes { return }
        try folder.replace(name, bytes)
    }

    /// A digest of all that the pages are made of: the chain's end, what the passes remember, the program, and what lies
    /// in Returned.
    private func state(of book: Book, _ returned: Set<String>) throws -> String {
        var digest = DigestStream()
        func take(_ words: [String]) { for word in words { digest.take(word) } }
        take([Pages.looks, try book.lastLink().hash, office?.program.sha256 ?? "", office?.zone.name ?? ""])
        for problem in try book.problems() { take([problem.path, problem.findings.map(line(of:)).joined()]) }
        for (path, row) in try book.misplaced().sorted(by: { $0.key < $1.key }) { take([path, row.ticket]) }
        for arrival in try book.arrivals() {
            take([arrival.name, arrival.reason, arrival.afterwards?.rawValue ?? ""])
            digest.take(arrival.since.seconds)
        }
        take(returned.sorted())
        for (id, slot) in try book.unfilled().sorted(by: { $0.key < $1.key }) { take([id, slot.reason]) }
        take(try book.reopened())
        take(["overdue"] + (try book.overdue(at: now)))
        for line in ignored { take([line.name, line.reason]) }
        return digest.finish().hex
    }

    // MARK: The secretary's

    private func outbox(_ book: Book, _ there: Set<String>) throws -> String {
        let bound = OutboxPage.bound
        let unfilled = try book.unfilled()
        let arrivals = try book.arrivals()
        let back = try standingReturns(book, there)
        let (returnedDrops, duplicates) = (
            back.filter { $0.state == "returned" }, back.filter { $0.state != "returned" }
        )
        var page = OutboxPage()
        page.program = office?.program.value.name
        // A bundle that waits is no fact yet.
        page.asOf = try [book.lastLink().at, arrivals.map(\.since).max()].compactMap(\.self).max()
        if let zone = office?.zone { page.clock = { zone.reading(of: $0) } }
        page.counts = try counts(
            book, unfilled,
            ["waiting": arrivals.count, "returned": returnedDrops.count, "duplicate": duplicates.count])
        page.needs = try needs(book, unfilled, arrivals)
        page.waiting = .init(
            arrivals.suffix(bound).reversed().map { arrival in
                let deadline = Deadline(arrival, patience: office?.program.value.limits.patience)
                let plan = office.flatMap { office in deadline?.words(office.zone, now: nil) }
                return .init(arrival.name, why: [arrival.why] + [plan].compactMap(\.self), at: arrival.since)
            }, all: arrivals.count)
        page.returned = .init(
            try returnedDrops.prefix(bound).map { try returned($0, book) }, all: returnedDrops.count)
        page.duplicates = .init(try duplicates.prefix(bound).map { try returned($0, book) }, all: duplicates.count)
        page.arrived = .init(
            try book.newestAccepted(limit: bound).map { try arrived($0, unfilled, book) },
            all: try book.countOfSubmissions())
        return outboxHTML(page)
    }

    /// What came back and wasn't dropped again since, as far as it still lies in Returned; newest first.
    private func standingReturns(_ book: Book, _ there: Set<String>) throws -> [DropRow] {
        try book.returnedDrops().reversed().filter { drop in
            guard there.contains(drop.folder) else { return false }
            // What came as an archive may be dropped again as the folder that was in it.
            let names = [drop.bundle, NameRule.archiveStem(drop.bundle), drop.folder]
            return try !book.wasDropped(names, after: drop.event)
        }
    }

    private func counts(
        _ book: Book, _ unfilled: [String: (slots: Int, reason: String)], _ drops: [String: Int]
    ) throws -> [(state: String, number: Int)] {
        var counts = try book.countsByState()
        for id in unfilled.keys {
            guard let row = try book.submission(id), row.state.isOpen else { continue }
            counts[row.state.rawValue, default: 1] -= 1
            counts["unroutable", default: 0] += 1
        }
        counts.merge(drops) { _, drops in drops }
        let order = [
            "waiting", "accepted", "unroutable", "in-review", "adjudication", "incomplete", "earned", "not-yet-earned",
            "withdrawn", "mended", "returned", "duplicate",
        ]
        return order.compactMap { state in counts[state].flatMap { $0 > 0 ? (state, $0) : nil } }
    }

    /// What doesn't go on by itself; the same as `run` tells once a day.
    private func needs(
        _ book: Book, _ unfilled: [String: (slots: Int, reason: String)], _ arrivals: [Arrival]
    ) throws -> OutboxPage.List {
        var lines = try book.problems().filter { !$0.isNotice }.map { problem in
            OutboxPage.Line(problem.path, why: few(problem.findings.map(plainLine)))
        }
        for row in try book.incomplete() {
            var page: [UInt8]?
            for case .unscorable(let fact) in try book.events(of: row.id, kinds: ["unscorable"]).map(\.fact) {
                page = Array("Receipts/".utf8) + nameBytes(fact.receipt) + Array("/receipt.html".utf8)
            }
            lines.append(
                .init(
                    row.bundle, detail: row.id, state: "incomplete",
                    why: ["Its letter says which; pass it on to the educator."], page: page))
        }
        for (id, slot) in unfilled.sorted(by: { $0.key < $1.key }) {
            let bundle = try book.submission(id)?.bundle ?? id
            lines.append(
                .init(bundle, detail: id, state: "unroutable", why: [slot.reason, "Tell the program office."]))
        }
        lines += arrivals.filter(\.needsPerson).map { .init("Inbox/" + $0.name, why: [$0.reason]) }
        lines += ignored.map { .init("Inbox/" + $0.name, why: [$0.reason]) }
        return .init(Array(lines.prefix(OutboxPage.bound)), all: lines.count)
    }

    private func returned(_ drop: DropRow, _ book: Book) throws -> OutboxPage.Line {
        let event = try book.event(drop.event)
        var why: [String] = []
        switch event?.fact {
        case .returned(let fact): why = fact.findings.filter { $0.severity == .error }.map(\.message)
        case .duplicate(let fact): why = fact.findings.map(\.message)
        default: break
        }
        return .init(
            drop.bundle, why: few(why), at: event?.at, page: try receiptPage("Returned/" + drop.folder))
    }

    /// The receipt that the program put into a returned bundle; nil where that was taken away since, or has none.
    private func receiptPage(_ path: String) throws -> [UInt8]? {
        guard let folder = try? workspace.outbox.folder(path) else { return nil }
        for name in ["receipt.html", "assay-receipt.html"] {
            if try folder.status(name) != nil, try Publisher.isOurs(name, in: folder) {
                return nameBytes(path) + Array(("/" + name).utf8)
            }
        }
        return nil
    }

    private func arrived(
        _ drop: DropRow, _ unfilled: [String: (slots: Int, reason: String)], _ book: Book
    ) throws -> OutboxPage.Line {
        let event = try book.event(drop.event)
        var line = OutboxPage.Line(drop.bundle, at: event?.at)
        if case .accepted(let fact)? = event?.fact {
            let doubts = fact.findings.filter { $0.isA(.educatorDiffers) }.map(\.message)
            line.why = doubts + (fact.findings.count > doubts.count ? ["Worth knowing: see the receipt."] : [])
        }
        line.page = Array("Receipts/".utf8) + nameBytes(drop.folder) + Array("/receipt.html".utf8)
        guard let row = try drop.submission.flatMap({ try book.submission($0) }) else { return line }
        line.detail = try "\(row.id), \(shelf.rubric(sha256: row.rubricSHA256, in: book).title)"
        line.state = row.mendedBy == nil ? Inquiry(book: book).state(of: row, unfilled: unfilled) : "mended"
        if let number = row.decided, row.recorded != nil, case .decided(let fact)? = try book.event(number)?.fact {
            line.decision = nameBytes("Decisions/\(fact.folder)/feedback.html")
        }
        return line
    }
}
