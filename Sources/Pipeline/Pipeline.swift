internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Logging
internal import Markup
internal import Workers

/// The pipeline's table of contents: one pass, a line a stage.
package struct Pipeline {
    let settings: Settings
    let log: Logger

    /// `verbose` tells an engineer on stderr what goes on.
    package init(_ settings: Settings, verbose: Bool = false) {
        self.settings = settings
        log = Logger(verbose: verbose)
        giveBackLargeMemory()
    }

    /// Does one pass and tells what it did; `tell` prints it, and says whether it could.
    package func run(_ tell: (PassReport) throws -> Bool) throws -> PassReport {
        let end = try pass(PassMode())
        if try tell(end.report) { try end.noteTold() }
        return end.report
    }

    func pass(_ mode: PassMode) throws -> PassEnd {
        try log.step("the whole pass", { ["notices": $0.report.notices.count] }) { try wholePass(mode) }
    }

    private func wholePass(_ mode: PassMode) throws -> PassEnd {
        let workspace = try log.step("open the workspace") { try Workspace(writing: settings) }
        defer { withExtendedLifetime(workspace) {} }
        let workers = mode.documents?.workers ?? log.workerPool()
        defer { if mode.documents == nil { workers.shutDown() } }
        let library =
            try mode.documents?.library(workspace) { try read(workspace, workers) } ?? read(workspace, workers)
        let office = try Office(workspace, library, workers)
        let pass = try begin(workspace, workers, library, office, isStopping: mode.isStopping)
        // Before the workspace is given up to another pass, however this one ends.
        defer { pass.publisher.rest() }

        try log.step("do what is owed") { try recover(pass) }
        let limits = limits(of: office?.program.value)
        func settling(_ sightings: Sightings?) -> Settling {
            Settling(settle: limits.settle, clock: pass.clock, sightings: sightings)
        }
        let desk = Desk(workspace: workspace, settling: settling(mode.decisions), quiet: mode.desks)
        let watch = ArrivalWatch(
            workspace: workspace, limits: limits, documents: library.digest, settling: settling(mode.bundles),
            quiet: mode.quiet)

        let (edited, arrived) = try lookTwice(desk, watch, pass, mode, settle: limits.settle)
        let looked = monotonicNanoseconds()
        if let office {
            try log.step("take decisions", { pass.tally.current.ofReviews }) {
                try Reviewing(pass: pass, program: office.program, rosterSHA256: office.rosterSHA256).take(edited)
            }
        }
        if let office, office.isCurrent {
            var program = office.program
            program.value.limits = limits
            let assigning = library.roster.map {
                Assigning(pass: pass, program: office.program, zone: office.zone, roster: $0)
            }
            try log.step("find reviewers for what waits", { ["assigned": pass.tally.current.assigned] }) {
                try assigning?.assign()
            }
            try log.step("take bundles", { pass.tally.current.ofBundles }) {
                try Intake(
                    pass: pass, program: program, rosterSHA256: office.rosterSHA256, library: library,
                    zone: office.zone, assigning: assigning
                ).take(arrived.settled)
            }
        } else {
            try hold(arrived.settled, pass)
        }
        try pass.publisher.publishAll()
        try pass.publisher.layTemplates(library)
        var (report, told) = try self.report(
            pass, library, looked: arrived, strays: desk.strays(), patience: limits.patience)
        let due = earlier(edited.due, arrived.due)
        if mode.pages?.mayWait(until: due) != true { try writePages(pass, office, &report, &told) }
        try workspace.witness.note(workspace.ledger)
        return PassEnd(
            report: report, told: told, ledger: told.isNothing ? nil : workspace.ledger, looked: looked, due: due,
            patience: try patience(limits, pass))
    }

    /// What can't be written is told once a day.
    private func writePages(_ pass: Pass, _ office: Office?, _ report: inout PassReport, _ told: inout Told) throws {
        let complaints = try log.step("write pages") { try pages(pass, office, ignored: report.ignored).write() }
        let new = try pass.workspace.ledger.write { book in
            try book.newNotices(
                complaints.map { "page \($0)" }, now: pass.clock.now, interval: Notices.interval, ofPages: true)
        }
        report.notices += complaints.filter { new.contains("page \($0)") }
        told.keys.formUnion(new)
    }

    /// Seconds until the first waiting bundle has waited long enough.
    private func patience(_ limits: Program.Limits, _ pass: Pass) throws -> Int64? {
        let over = pass.clock.now.seconds - limits.patience
        return try pass.workspace.ledger.read { try $0.firstArrival(after: over) }.map { $0 - over }
    }

    /// Opens the workspace under its lock and does what is owed, so that `body` begins with everything in its place:
    /// for commands that write and aren't a pass.
    func opened<Value>(_ body: (Pass, Library, Office?) throws -> Value) throws -> Value {
        let workspace = try Workspace(writing: settings)
        defer { withExtendedLifetime(workspace) {} }
        let workers = log.workerPool()
        defer { workers.shutDown() }
        let library = try read(workspace, workers)
        let office = try Office(workspace, library, workers)
        let pass = try begin(workspace, workers, library, office)
        try pass.publisher.publishAll()
        let value = try body(pass, library, office)
        try workspace.witness.note(workspace.ledger)
        return value
    }

    // MARK: Steps

    func pages(_ pass: Pass, _ office: Office?, ignored: [InboxLine]) -> Pages {
        Pages(workspace: pass.workspace, shelf: pass.shelf, office: office, ignored: ignored, now: pass.clock.now)
    }

    func read(_ workspace: Workspace, _ workers: WorkerPool) throws -> Library {
        let ledger = workspace.ledger
        return try log.step("read the documents", { ["rubrics": $0.rubrics.count, "findings": $0.findings.count] }) {
            try Librarian(
                rubrics: workspace.rubrics, workers: workers,
                acceptedDigest: { rubric, version in
                    try ledger.read { try $0.acceptedDigest(rubric: rubric, version: version) }
                },
                acceptedBytes: { digest in try ledger.read { try $0.bytes(sha256: digest) } }
            ).read()
        }
    }

    func begin(
        _ workspace: Workspace, _ workers: WorkerPool, _ library: Library, _ office: Office?,
        isStopping: @escaping @Sendable () -> Bool = { false }
    ) throws -> Pass {
        let last = try workspace.ledger.read { try $0.lastLink().at }
        let disks = try Disks(workspace)
        let shelf = RubricShelf(workspace.ledger, workers, library)
        let maker = QueueMaker(workspace, workers, shelf, links: office?.program.value.queueEvidence == .link)
        let tally = Tally()
        return Pass(
            workspace: workspace, workers: workers, library: library,
            clock: try ProgramClock(settings, zone: office?.zone, lastEvent: last), shelf: shelf, disks: disks,
            publisher: Publisher(workspace, disks, shelf, maker, tally, settings.progress, log, isStopping),
            tally: tally,
            log: log,
            progress: settings.progress,
            isStopping: isStopping)
    }

    private func limits(of program: Program?) -> Program.Limits {
        var limits = program?.limits ?? Program.Limits()
        if let settle = settings.settle { limits.settle = settle }
        return limits
    }

    /// What a killed pass left: first everything that is owed, then the bundles that no fact speaks of go back. Facts that
    /// ends of queue folders bring come where they do in a pass that wasn't killed: once all decisions are taken.
    private func recover(_ pass: Pass) throws {
        try pass.publisher.publishAll(holdingFacts: true)
        // What is still owed may yet need what lies there.
        if pass.isStopping() { return }
        let home = pass.workspace.home
        let arriving = try home.folder("vault/arriving")
        // A job that couldn't be done is still owed its bundle: that one stays, whatever the pass does next.
        let owed = try pass.workspace.ledger.read { try $0.owedPlaces() }
        for name in try arriving.names() where !owed.contains("vault/arriving/" + name) {
            try Claiming(workspace: pass.workspace).putBack(name, from: arriving)
        }
        let copied = try home.folder("vault/copied")
        for name in try copied.names() where !owed.contains("vault/copied/" + name) { try copied.removeTree(name) }
        try Claiming(workspace: pass.workspace).clearUnpacked()
        let scratch = try home.folder("tmp")
        for name in try scratch.names() { try scratch.removeTree(name) }
        try pass.publisher.clearScratch()
    }

    /// Without a valid program nothing can be judged: bundles wait for it, and `status` says so.
    private func hold(_ candidates: [Candidate], _ pass: Pass) throws {
        if candidates.isEmpty { return }
        try pass.workspace.ledger.write { book in
            for candidate in candidates {
                try book.setReason(
                    "the district's program.xml is missing or invalid; 'assay rubric check' says what is wrong",
                    of: candidate.name, afterwards: nil, judged: "", crashes: candidate.crashes)
            }
        }
    }

    /// Looks at desks and Inbox, and again after `settle` where something was seen for the first time.
    private func lookTwice(
        _ desk: Desk, _ watch: ArrivalWatch, _ pass: Pass, _ mode: PassMode, settle: Int64
    ) throws -> (DeskLook, InboxLook) {
        let edited = try log.step("look at the queues", counts) { try desk.look(now: pass.clock.now) }
        let arrived = try log.step("look at Inbox", counts) {
            mode.takesBundles ? try watch.look(now: pass.clock.now) : InboxLook()
        }
        guard mode.waits, !edited.changing.isEmpty || !arrived.unsettled.isEmpty else { return (edited, arrived) }
        settings.progress.begin(.settling(settle))
        log.step("wait until all is unchanged for \(settle) s") { wait(seconds: settle) }
        return (
            try log.step("look at the queues again", counts) { try desk.look(now: pass.clock.now, after: edited) },
            try log.step("look at Inbox again", counts) { try watch.look(now: pass.clock.now, after: arrived) }
        )
    }

    private func counts(_ look: DeskLook) -> [String: Int] {
        ["to read": look.ripe.count, "changing": look.changing.count, "gone": look.gone.count]
    }

    private func counts(_ look: InboxLook) -> [String: Int] {
        ["to read": look.settled.count, "changing": look.unsettled.count, "ignored": look.ignored.count]
    }
}

/// The program that a pass works by: the one in Rubrics, or the last good one where that is invalid.
struct Office: Sendable {
    var program: Shelved<Program>
    var zone: ProgramZone
    /// Only under a valid program are bundles taken and reviewers assigned; decisions are taken under either.
    var isCurrent: Bool
    /// Digest of the roster, the last good one where the present one is invalid.
    var rosterSHA256 = ""

    /// Nil before the district has written its first valid program.
    init?(_ workspace: Workspace, _ library: Library, _ workers: WorkerPool) throws {
        if let roster = library.roster { try Office.keep(roster, as: "roster", in: workspace.ledger) }
        rosterSHA256 = try workspace.ledger.read { try $0.setting("roster") } ?? ""
        if let program = library.program, let zone = library.zone {
            (self.program, self.zone, isCurrent) = (program, zone, true)
            try Office.keep(program, as: "program", in: workspace.ledger)
            return
        }
        let kept = try workspace.ledger.read { book in
            try book.setting("program").flatMap { digest in try book.bytes(sha256: digest).map { (digest, $0) } }
        }
        guard let (digest, bytes) = kept, let root = try workers.read(bytes).root,
            let program = readProgram(root, file: "program.xml").value, let zone = ProgramZone(program.timeZone)
        else { return nil }
        self.program = Shelved(value: program, file: "Rubrics/program.xml", bytes: bytes, sha256: digest)
        (self.zone, isCurrent) = (zone, false)
    }

    private static func keep<Value>(_ document: Shelved<Value>, as name: String, in ledger: Ledger) throws {
        let isKnown = try ledger.read { try $0.setting(name) } == document.sha256
        if isKnown { return }
        try ledger.write { book in
            try book.keep(document.bytes, sha256: document.sha256)
            try book.set(name, to: document.sha256)
        }
    }
}
