internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Markup
internal import Synchronization
internal import Workers

/// What a queue folder is made of.
struct QueueMaterial: Sendable {
    var decision: [UInt8]
    var facts: QueueFacts
    /// Texts by their place in the evidence.
    var texts: [Int: String]

    var accepted: AcceptedFact { facts.accepted }
}

/// Prepares what is laid for reviewers. Nothing of it depends on the pass: the same fact gives the same bytes, and
/// what is remembered here only saves making it again for the next folder.
final class QueueMaker: Sendable {
    private let ledger: Ledger
    private let home: Folder
    let workers: WorkerPool
    private let shelf: RubricShelf
    /// Evidence goes into queues as hard links into the vault.
    let links: Bool
    private let forms = Mutex<[String: BlankForm]>([:])
    private let fresh = Mutex<[String: Fresh]>([:])

    /// What intake knows of a submission that it has just accepted.
    private struct Fresh {
        var event: Int64
        var fact: AcceptedFact
        var texts: [Int: String]
    }

    private static let remembered = 1024

    init(_ workspace: Workspace, _ workers: WorkerPool, _ shelf: RubricShelf, links: Bool) {
        (ledger, home, self.workers, self.shelf) = (workspace.ledger, workspace.home, workers, shelf)
        self.links = links
    }

    /// Intake read the texts already; laying need not read them again.
    func remember(_ fact: AcceptedFact, _ submission: Submission, event: Int64) {
        let texts = QueueMaker.texts(of: submission)
        // Long texts are read again rather than held: memory stays bounded whatever comes.
        guard texts.values.reduce(0, { $0 + $1.utf8.count }) <= 32_768 else { return }
        fresh.withLock { fresh in
            if fresh.count >= QueueMaker.remembered { fresh.removeAll(keepingCapacity: true) }
            fresh[fact.submission] = Fresh(event: event, fact: fact, texts: texts)
        }
    }

    func material(of fact: AssignedFact) throws -> QueueMaterial {
        try material(of: fact, ledger.read { try facts(of: fact, row(of: fact, in: $0), in: $0) })
    }

    func material(of fact: AssignedFact, _ facts: QueueFacts) throws -> QueueMaterial {
        let known = fresh.withLock { $0[fact.submission] }
        return QueueMaterial(
            decision: Array(try decision(fact, facts.accepted).utf8), facts: facts,
            texts: try known?.texts ?? texts(of: facts.accepted))
    }

    func facts(of fact: AssignedFact, _ row: AssignmentRow, in book: Book) throws -> QueueFacts {
        let accepted = try acceptance(of: row, in: book)
        let earlier = try book.earlier(than: fact, mending: accepted.continues).compactMap { row in
            try book.assignedFact(row).map { fact in
                (row: row, fact: fact, takenSHA256: try book.takenDigests(ticket: row.ticket).last)
            }
        }
        var facts = QueueFacts(accepted: accepted, earlier: earlier)
        if mayHaveKept(fact.ticket) {
            let files = try book.keptFiles(ticket: fact.ticket)
            if !files.isEmpty { facts.strayed = (row, files) }
        }
        return facts
    }

    /// Of most assignments nothing was ever kept: then no fact tells of it either. What can't be looked at, the facts
    /// are asked for.
    private func mayHaveKept(_ ticket: String) -> Bool {
        do {
            return try home.status("vault/kept/" + ticket) != nil
        } catch {
            return true
        }
    }

    private func row(of fact: AssignedFact, in book: Book) throws -> AssignmentRow {
        guard let row = try book.assignment(fact.ticket) else {
            throw Refusal.fault("The ledger lacks the assignment \(fact.ticket).")
        }
        return row
    }

    /// What was laid, and written, is understood by the version that it was assigned under.
    func acceptance(of row: AssignmentRow, in book: Book) throws -> AcceptedFact {
        if let known = fresh.withLock({ $0[row.submission] }), known.event < row.event { return known.fact }
        return try book.acceptance(of: row)
    }

    func acceptance(of fact: AssignedFact) throws -> AcceptedFact {
        try ledger.read { try acceptance(of: row(of: fact, in: $0), in: $0) }
    }

    // MARK: The decision file

    /// The same form, but for its binding, serves every submission with the same kinds of evidence.
    func decision(_ fact: AssignedFact, _ accepted: AcceptedFact) throws -> String {
        let head = head(of: fact, accepted, try shelf.rubric(sha256: accepted.rubric.sha256).review.blind)
        let carried = fact.role == .reader ? accepted.carried : []
        let evidence = accepted.evidence.map { "\($0.ref) \($0.kind) \($0.form.rawValue)" }
        let levels = carried.map { "\($0.criterion)=\($0.level)" }
        let key = [[accepted.rubric.sha256, fact.form.rawValue], fact.criteria, levels, evidence, head]
            .map { $0.joined(separator: "\n") }.joined(separator: "\n-\n")
        let form = try forms.withLock({ $0[key] }) ?? newForm(key, fact, accepted, carried, head)
        return form.filled { blank in
            switch blank {
            case .submission: fact.submission
            case .reviewer: fact.reviewer
            case .ticket: fact.ticket
            }
        }
    }

    private func newForm(
        _ key: String, _ fact: AssignedFact, _ accepted: AcceptedFact, _ carried: [CarriedLevel], _ head: [String]
    ) throws -> BlankForm {
        let rubric = try shelf.rubric(sha256: accepted.rubric.sha256)
        let binding = blankBinding(accepted)
        let criteria = rubric.criteria.filter { fact.criteria.contains($0.id) }
        let text =
            switch fact.form {
            case .xml: xmlForm(fact, accepted, rubric, carried, head)
            case .text:
                decisionText(
                    LaidText(binding: binding, rubric: rubric, criteria: criteria, evidence: accepted.evidence),
                    rubric: rubric, carried: carried, evidence: accepted.evidence, head: head)
            }
        let form = BlankForm(text)
        forms.withLock { forms in
            if forms.count >= QueueMaker.remembered { forms.removeAll(keepingCapacity: true) }
            forms[key] = form
        }
        return form
    }

    private func blankBinding(_ accepted: AcceptedFact) -> DecisionFile.Binding {
        DecisionFile.Binding(
            submission: BlankForm.Blank.submission.rawValue, reviewer: BlankForm.Blank.reviewer.rawValue,
            rubric: accepted.rubric.id, version: accepted.rubric.version, ticket: BlankForm.Blank.ticket.rawValue)
    }

    private func xmlForm(
        _ fact: AssignedFact, _ accepted: AcceptedFact, _ rubric: Rubric, _ carried: [CarriedLevel], _ head: [String],
        saysStanding: Bool = true
    ) -> String {
        decisionXML(
            binding: blankBinding(accepted), rubric: rubric,
            criteria: rubric.criteria.filter { fact.criteria.contains($0.id) }, carried: carried,
            evidence: accepted.evidence, head: head, saysStanding: saysStanding)
    }

    /// The notes of a decision.xml, to know her own words in them by.
    func laidNotes(of fact: AssignedFact, _ accepted: AcceptedFact) throws -> LaidNotes {
        let rubric = try shelf.rubric(sha256: accepted.rubric.sha256)
        let carried = fact.role == .reader ? accepted.carried : []
        let head = head(of: fact, accepted, rubric.review.blind)
        return LaidNotes(
            try decision(fact, accepted),
            former: { [self] in xmlForm(fact, accepted, rubric, carried, head, saysStanding: false) },
            limits: .upTo(DecisionReader.limit))
    }

    /// The lines of a decision.txt that are structure, to read it by.
    func laidText(of fact: AssignedFact, _ accepted: AcceptedFact) throws -> LaidText {
        let rubric = try shelf.rubric(sha256: accepted.rubric.sha256)
        var laid = LaidText(
            binding: .init(
                submission: fact.submission, reviewer: fact.reviewer, rubric: accepted.rubric.id,
                version: accepted.rubric.version, ticket: fact.ticket),
            rubric: rubric, criteria: rubric.criteria.filter { fact.criteria.contains($0.id) },
            evidence: accepted.evidence)
        if fact.form == .text { laid.takeGuide(from: try decision(fact, accepted)) }
        return laid
    }

    private func head(of fact: AssignedFact, _ accepted: AcceptedFact, _ blind: ReviewRule.Blind) -> [String] {
        var head = ["Due by the end of \(fact.dueDay). Attempt \(accepted.attempt)."]
        if blind != .double {
            head.append("Submitted by \(printable(accepted.educator.name)), \(accepted.educator.school).")
            if let note = accepted.note { head.append("What changed: \(printable(note))") }
        }
        if fact.role == .adjudicator {
            head.append(adjudicationWords)
        }
        return head
    }

    // MARK: Texts

    /// Texts stand in the manifest alone: they are read from the vault's copy.
    private func texts(of accepted: AcceptedFact) throws -> [Int: String] {
        guard accepted.evidence.contains(where: { $0.form == .text }) else { return [:] }
        if accepted.evidence.contains(where: { $0.source != nil }) { return try textsInFolders(of: accepted) }
        let path = accepted.root + "manifest.xml"
        let bytes = try home.folder(accepted.vault).read(path, limit: BundleReading.manifestLimit)
        let reading = try readable {
            try accepted.isKept(bytes, at: path)
                ? workers.read(bytes, limits: .upTo(BundleReading.manifestLimit)) : nil
        }
        guard let root = reading?.root, let submission = readSubmission(root, file: "manifest.xml").value else {
            throw Refusal.damaged(
                "The manifest of \(accepted.submission) in the vault isn't as the ledger has it. Run 'assay verify'.")
        }
        return QueueMaker.texts(of: submission)
    }

    /// In a bundle by folders each text has a file of its own.
    private func textsInFolders(of accepted: AcceptedFact) throws -> [Int: String] {
        let vault = try home.folder(accepted.vault)
        var texts: [Int: String] = [:]
        for (index, item) in accepted.evidence.enumerated() where item.form == .text {
            guard let source = item.source else { continue }
            let bytes = try vault.read(source, limit: FolderEvidence.officeLimit)
            let text = try readable {
                try accepted.isKept(bytes, at: source) ? writtenText(bytes, name: source, workers) : nil
            }
            guard let text else {
                throw Refusal.damaged(
                    "The text '\(printable(source))' of \(accepted.submission) in the vault isn't as the ledger has it. "
                        + "Run 'assay verify'.")
            }
            texts[index] = text
        }
        return texts
    }

    /// Nil where the bytes are to blame that they can't be read.
    private func readable<Value>(_ read: () throws -> Value?) throws -> Value? {
        do {
            return try read()
        } catch let failure as WorkerFailure where failure.isOfTheFile && failure != .stalled {
            return nil
        }
    }

    private static func texts(of submission: Submission) -> [Int: String] {
        var texts: [Int: String] = [:]
        for (index, item) in submission.evidence.enumerated() {
            if case .text(let text) = item.content { texts[index] = text }
        }
        return texts
    }
}
