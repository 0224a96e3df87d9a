internal import Assessment
internal import Bookkeeping
internal import Folders

/// `erase --json`.
package struct ErasureReport: Encodable, Sendable {
    package var submission: String
    package var bundle: String
    package var reason: String
    /// It was erased before; nothing was done.
    package var already = false
    /// Bundles with the same content that went back and still lie in Outbox/Returned: nothing of ours to remove.
    package var returned: [String] = []
}

extension Pipeline {
    /// Removes a submission's evidence for good. The fact comes first; the removal is owed from then on.
    package func erase(_ id: String, reason: String) throws -> ErasureReport {
        let reason = try stated(reason, for: "erase")
        return try opened { pass, _, _ in
            var report = try pass.workspace.ledger.write { try erase(id, reason, pass, in: $0) }
            try pass.publisher.publishAll()
            try checkIsDone(report, pass)
            let returned = try pass.workspace.ledger.read { try $0.returnedDrops() }
                .filter { $0.submission == report.submission }.map { "Returned/" + $0.folder }
            for folder in returned where try pass.workspace.outbox.status(folder) != nil {
                report.returned.append("Outbox/" + folder)
            }
            return report
        }
    }

    /// What can't be removed stays owed, and must not be taken for gone.
    private func checkIsDone(_ report: ErasureReport, _ pass: Pass) throws {
        let owed = try pass.workspace.ledger.read { book in
            try book.jobs(limit: .max).filter { $0.kind == .erase }.map { ($0, try book.event($0.event)) }
        }
        guard let (job, event) = owed.first(where: { $0.1?.fact.submission == report.submission }) else { return }
        let failure = pass.tally.current.failures[Publisher.place(of: job, event)]
        throw Refusal.inputOutput(
            "The evidence of \(report.submission) ('\(printable(report.bundle))') is not erased yet, or not all of it. "
                + (failure.map { $0 + " " } ?? "") + "Each run tries again until it is gone.")
    }

    private func erase(_ id: String, _ reason: String, _ pass: Pass, in book: Book) throws -> ErasureReport {
        let row = try known(id, in: book)
        var report = ErasureReport(submission: row.id, bundle: row.bundle, reason: reason)
        if row.state.isOpen {
            throw Refusal.usage(
                "\(row.id) is still under review (\(row.state.rawValue)). Withdraw it first: "
                    + "assay withdraw \(row.id) --reason \"…\"")
        }
        if try book.erasure(of: row) != nil {
            report.already = true
            return report
        }
        let vaults = try book.events(of: row.id).compactMap { event in
            if case .accepted(let fact) = event.fact { fact.vault } else { nil }
        }
        let kept = try book.assignments(of: row.id).map { "vault/kept/" + $0.ticket }
        let fact = ErasedFact(submission: row.id, reason: reason, folders: vaults + kept.sorted())
        let event = try book.append(.erased(fact), at: pass.clock.now)
        try book.addJob(.erase, event: event.number, subject: "")
        return report
    }
}

extension Publisher {
    /// Removes what an erasure names; done again after a crash, it goes on where it stopped.
    func erase(_ fact: ErasedFact) throws {
        for folder in fact.folders { try workspace.home.removeForGood(folder) }
        // Its queue folders are gone by now; a copy that somebody put back in its place goes too.
        let (row, rows) = try workspace.ledger.read { book in
            (try book.submission(fact.submission), try book.assignments(of: fact.submission))
        }
        guard row?.state.isOpen == false else { return }
        try StrayFolders.remove(inPlacesOf: rows, below: workspace.home)
        for path in Set(rows.map { Publisher.queuePath($0.reviewer, $0.submission) }).sorted() {
            guard let folder = try? workspace.outbox.folder(path) else { continue }
            try folder.removeForGood("evidence")
            if Publisher.isLaidPage(in: folder) { try folder.removeForGood(Publisher.readingPage) }
        }
    }
}
