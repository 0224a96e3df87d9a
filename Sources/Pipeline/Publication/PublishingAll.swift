internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Reporting
internal import Documents
internal import Workers

/// `publish --all`: how much was written.
package struct PublishReport: Encodable, Sendable {
    package var receipts = 0
    package var decisions = 0
    package var queues = 0
    /// Where something lies now that stood in queue folders in place of what was laid.
    package var setAside: [String] = []
    /// What couldn't be written.
    package var failed: [UnwrittenPlace] = []
}

/// Something in Outbox that couldn't be written, and why.
package struct UnwrittenPlace: Encodable, Sendable {
    package var path: String
    package var reason: String
}

extension Pipeline {
    /// Writes the Outbox again from the ledger and the vault: what is missing is laid, what was changed is replaced;
    /// in queue folders what a reviewer wrote is kept beside it, and Returned is left alone. A place that can't be
    /// written stops no other one.
    package func publishAll() throws -> PublishReport {
        try opened { pass, library, office in try publishAll(pass, library, office) }
    }

    private func publishAll(_ pass: Pass, _ library: Library, _ office: Office?) throws -> PublishReport {
        let workspace = pass.workspace
        // What was owed and couldn't be done is told by the passes.
        let before = pass.tally.current.failures
        var report = PublishReport()
        let publisher = pass.publisher
        let keys = try workspace.outbox.madeFolder("Keys")
        try keys.replace("record.pub.pem", Array(workspace.key.publicPEM.utf8))
        try workspace.ledger.read { try KeyHistory($0, outbox: workspace.outbox) }.lay(in: keys)
        var events: [Event] = []
        try workspace.ledger.read { book in
            try book.forEachEvent(kinds: ["accepted", "unscorable", "recorded"]) { events.append($0) }
        }
        let queued = try workspace.ledger.read { try $0.queued() }
        let problems = Dictionary(
            try workspace.ledger.read { try $0.problems() }.compactMap { one in one.ticket.map { ($0, one) } },
            uniquingKeysWith: { first, _ in first })
        let count = settings.progress.count(.writingAgain, of: events.count + queued.count)
        let results = concurrently(events) { event in
            defer { count.add() }
            let place = Publisher.place(of: Publisher.job(again: event), event)
            return (event, place, Result { try publisher.goingOn(place) { try publisher.restore(event) } })
        }
        let restored = try results.compactMap { event, place, result in
            try result.get().map { (event: event, built: (place: place, outcome: $0)) }
        }
        for (one, outcome) in zip(restored, try publisher.showAll(restored.map(\.built))) where outcome != nil {
            if case .recorded = one.event.fact { report.decisions += 1 } else { report.receipts += 1 }
        }
        var built: [(place: String, outcome: Publisher.Outcome)] = []
        var standing: [AssignedFact] = []
        let taken = Set(queued.filter { $0.state == .taken }.map(\.ticket))
        for row in queued {
            guard let event = try workspace.ledger.read({ try $0.event(row.event) }),
                case .assigned(let fact) = event.fact
            else { continue }
            let path = Publisher.queuePath(fact.reviewer, fact.submission)
            if try workspace.outbox.status(path) == nil {
                let facts = try workspace.ledger.read { try publisher.maker.facts(of: fact, row, in: $0) }
                let outcome = try publisher.goingOn("Outbox/" + path) {
                    try publisher.layQueue(fact, facts, event, scratchName: "again-" + fact.ticket)
                }
                if let outcome { built.append((place: "Outbox/" + path, outcome: outcome)) }
                count.add()
            } else {
                standing.append(fact)
            }
        }
        try publisher.mendQueues(standing, wholly: true) { fact, mending in
            // problems.txt as the ledger has it.
            guard let problem = problems[fact.ticket] else { return }
            let folder = try workspace.outbox.folder(mending.path)
            let seen = try folder.status("problems.txt")
            let hidden = try prepareProblems(
                of: fact.form.decisionName, problem.findings, isTaken: taken.contains(fact.ticket), in: folder)
            if let hidden { mending.show(hidden, as: "problems.txt", seen: seen) }
        } done: { _, _, setAside in
            report.queues += 1
            report.setAside += setAside.map { "Outbox/" + $0 }
            count.add()
        }
        let laid = try publisher.showAll(built).compactMap(\.self)
        report.queues += laid.count
        try workspace.ledger.write { book in
            try BareOutbox.forget(in: book)
            for case .laid(let look) in laid {
                try book.remember(look)
                // What was complained of went with the folder.
                try book.removeProblems(ticket: look.ticket)
                if taken.contains(look.ticket) { try book.setReopened(look.ticket, true) }
            }
        }
        let pages = pages(pass, office, ignored: try ArrivalWatch.strays(in: workspace))
        for complaint in try pages.write(evenIfUnchanged: true) {
            log.warning("\(complaint)")
        }
        try publisher.layTemplates(library, again: true)
        try pass.disks.flush()
        try publisher.clearScratch()
        report.failed = pass.tally.current.failures.filter { before[$0.key] == nil }.sorted { $0.key < $1.key }
            .map { UnwrittenPlace(path: $0.key, reason: $0.value) }
        return report
    }
}

extension Publisher {
    /// Shows what was built, once it is on the disk; what came of each, nil where it couldn't be shown.
    func showAll(_ built: [(place: String, outcome: Outcome)]) throws -> [Outcome?] {
        try disks.flush()
        return try built.map { place, outcome in
            try goingOn(place) { if case .built(let show) = outcome { try show() } else { outcome } }
        }
    }

    static func job(again event: Event) -> Job {
        Job(number: -event.number, kind: .receipt, event: event.number, subject: "")
    }

    /// Builds one result again.
    func restore(_ event: Event) throws -> Outcome {
        let job = Publisher.job(again: event)
        switch event.fact {
        case .accepted(let fact):
            let receipt = receipt(of: fact, event)
            return try lay(receipt, below: "Receipts/" + fact.receipt, job)
        case .unscorable(let fact):
            let letter = try letter(of: fact, event)
            return try lay(letter, below: "Receipts/" + fact.receipt, job)
        case .recorded(let fact):
            return try layRecord(fact, job)
        default: return .nothing
        }
    }

    /// A result folder that isn't byte for byte what it should be makes room for the right one.
    func clearIfChanged(_ path: String, _ files: [String: [UInt8]], scratchName: String) throws {
        let (parent, name) = split(path)
        guard let parentFolder = try? workspace.outbox.folder(parent, crossingMounts: true),
            let status = try parentFolder.status(name)
        else { return }
        if status.kind == .folder {
            let folder = try parentFolder.folder(name)
            let isRight =
                try folder.names().count == files.count
                && files.allSatisfy { name, bytes in (try? folder.read(name, limit: 67_108_864)) == bytes }
            if isRight { return }
        }
        let scratch = try outboxScratch()
        try scratch.removeTree(scratchName)
        try parentFolder.rename(name, to: scratch, as: scratchName)
        try scratch.removeTree(scratchName)
    }
}
