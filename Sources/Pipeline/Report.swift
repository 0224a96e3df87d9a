package import Assessment
package import Bookkeeping
internal import Folders

/// What a pass did, and what stands at its end; `run --json` prints it.
package struct PassReport: Encodable, Sendable {
    package var accepted = 0
    package var returned = 0
    package var waiting = 0
    package var duplicates = 0
    package var assigned = 0
    package var unroutable = 0
    package var reviews = 0
    package var problems = 0
    package var decided = 0
    /// Queue folders that somebody took away, or took something out of, and that are whole again.
    package var laidAgain = 0
    package var bundles: [BundleReport] = []
    /// The submissions that were decided.
    package var decisions: [DecisionLine] = []
    /// Errors and warnings of the district's documents.
    package var documents: [Finding] = []
    /// Sentences for a person, found first in this pass or standing for a day.
    package var notices: [String] = []
    /// Names in Inbox that are no bundles.
    package var ignored: [InboxLine] = []
    /// Bundles or queue folders wait because a disk is too full for them.
    package var lacksRoom = false
}

extension Arrival {
    /// It waits until somebody gives this account the right to read or take it, or makes room for it.
    var needsPerson: Bool {
        [Claiming.notMovable, Claiming.notReadable, RoomForBundle.lacking].contains(where: reason.hasPrefix)
    }
}

/// A submission that this pass decided.
package struct DecisionLine: Codable, Sendable {
    package var submission: String
    package var bundle: String
    package var outcome: Outcome?
}

/// A name in Inbox and why it is still there.
package struct InboxLine: Encodable, Sendable {
    package var name: String
    package var state: String
    package var reason: String
    /// Until when it waits if nothing changes, and what then becomes of it.
    package var until: Instant?
    package var afterwards: Afterwards?
    /// The same in words and in the program's time; for people.
    package var plan: String?

    private enum CodingKeys: CodingKey { case name, state, reason, until, afterwards }
}

extension InboxLine {
    /// Whether the name alone says that it is nobody's bundle: dot files and READMEs.
    package var isByRule: Bool { NameRule.isIgnoredInInbox(name) }
}

extension Pipeline {
    func report(
        _ pass: Pass, _ library: Library, looked: InboxLook, strays: [Stray], patience: Int64?
    ) throws -> (PassReport, Told) {
        let counts = pass.tally.current
        var report = PassReport()
        var told = Told(at: pass.clock.now)
        (report.accepted, report.returned, report.duplicates) = (counts.accepted, counts.returned, counts.duplicates)
        (report.assigned, report.reviews, report.decided) = (counts.assigned, counts.reviews, counts.decisions.count)
        report.laidAgain = counts.laidAgain
        report.documents = library.findings
        report.ignored = looked.ignored.map { InboxLine(name: $0.name, state: "ignored", reason: $0.reason) }
        try pass.workspace.ledger.write { book in
            let stale = try book.problems().filter { $0.ticket == nil }
            let strays = strays + Pipeline.problems(counts.failures).map { Stray(problem: $0) }
            let standing = Set(strays.map(\.problem.path))
            for problem in stale where !standing.contains(problem.path) { try book.removeProblem(path: problem.path) }
            for stray in strays {
                var problem = stray.problem
                problem.since = pass.clock.now
                try book.add(problem)
                try book.noteMisplaced(problem.path, of: stray.ticket)
            }
            try book.forgetPlaced()
            let problems = try book.problems()
            let arrivals = try book.arrivals()
            let unfilled = try book.unfilled()
            // What was only to be removed there may have gone since.
            let following = looked.following.filter { (try? pass.workspace.inbox.status($0)) != nil }
            report.waiting = arrivals.count + following.count
            report.problems = problems.count { !$0.isNotice }
            report.unroutable = unfilled.values.reduce(0) { $0 + $1.slots }
            report.bundles =
                ordered(counts.bundles, looked, waiting: arrivals, patience: patience)
                + following.map { BundleReport(bundle: $0, state: "waiting", reason: ArrivalWatch.following) }
            report.lacksRoom =
                !counts.withoutRoom.isEmpty
                || report.bundles.contains { $0.reason?.hasPrefix(RoomForBundle.lacking) == true }
            report.decisions = try counts.decisions.compactMap { id in
                let row = try book.submission(id)
                return row.map { DecisionLine(submission: id, bundle: $0.bundle, outcome: $0.outcome) }
            }
            let notices = Notices(
                problems: problems.filter { !$0.isNotice }, unfilled: unfilled, documents: library.findings,
                incomplete: try book.incomplete(),
                ignored: report.ignored, immovable: arrivals.filter(\.needsPerson),
                standstill: pass.clock.standstill)
            let new = try book.newNotices(notices.all.map(\.key), now: pass.clock.now, interval: Notices.interval)
            let late = counts.kept.map(keptNotice)
            let unread = counts.unread.map(unreadNotice)
            let moved = counts.setAside.sorted { $0.key < $1.key }.map { place, now in
                "Something else lay at \(printable(place)), where the program lays a folder of its own; it is kept: \(now)"
            }
            let doubtful = counts.bundles.compactMap(doubtNotice)
            let done = late + unread + doubtful + moved
            let workspace = pass.workspace
            let key = try KeyHistory.notice(workspace.key, workspace.outbox, in: book)
            let bare = try BareOutbox.notice(in: book)
            report.notices = [key?.words, bare].compactMap(\.self) + done + notices.told(new.contains)
            (told.keys, told.formerKey, told.isOutboxBare) = (new, key?.former, bare != nil)
        }
        return (report, told)
    }

    /// What couldn't be laid or taken out, each tried again by every pass.
    private static func problems(_ failures: [String: String]) -> [Problem] {
        failures.sorted { $0.key < $1.key }.map { place, words in
            let finding = Finding(
                .publishFailed, file: place, "What belongs there couldn't be written or taken away. \(words)",
                remedy: "It is tried again in every run.")
            return Problem(
                path: place, ticket: nil, submission: nil, reviewer: nil, since: Instant(seconds: 0),
                findings: [finding])
        }
    }

    /// In the order in which they were first seen, then by name.
    private func ordered(
        _ taken: [BundleReport], _ looked: InboxLook, waiting: [Arrival], patience: Int64?
    ) -> [BundleReport] {
        let left = waiting.map { arrival in
            let deadline = Deadline(arrival, patience: patience)
            return BundleReport(
                bundle: arrival.name, state: "waiting", reason: arrival.why, until: deadline?.until,
                afterwards: deadline?.afterwards)
        }
        let all = taken + left
        let ordinals =
            taken.map { looked.ordinals[Array($0.bundle.utf8)] ?? .max } + waiting.map(\.ordinal)
        return all.indices.sorted { (ordinals[$0], $0) < (ordinals[$1], $1) }.map { all[$0] }
    }
}

/// What was found in a queue folder at its end, for a person.
func keptNotice(_ fact: KeptFact) -> String {
    var places = fact.files.prefix(5).map { ".assay/" + printable($0.path) }.joined(separator: ", ")
    if fact.files.count > 5 { places += ", and \(fact.files.count - 5) more beside them" }
    return "A queue folder of \(fact.submission) held something of its reviewer's that was not taken when it "
        + "left the queue; it is kept: \(places)"
}

/// What a reviewer wrote where nobody reads it, in a decision file that was taken; for a person.
private func unreadNotice(_ row: AssignmentRow, _ findings: [Finding]) -> String {
    let words = findings.map { " " + printable($0.message) }.joined()
    return "The decision of \(row.reviewer) on \(row.submission) was taken, but nobody is shown all of it:\(words)"
}

/// What came under an educator's id and may be another one's, for a person.
private func doubtNotice(_ bundle: BundleReport) -> String? {
    guard let finding = bundle.findings?.first(where: { $0.isA(.educatorDiffers) }) else { return nil }
    return "'\(printable(bundle.bundle))' was accepted\(bundle.submission.map { " as \($0)" } ?? ""), but is it its "
        + "educator's? \(finding.message) \(finding.remedy)"
}

/// A finding on one line, as compilers write them.
package func line(of finding: Finding) -> String {
    let place = [finding.line, finding.column].compactMap { $0.map { ":\($0)" } }.joined()
    let file = finding.file.map { "\(printable($0))\(place): " } ?? ""
    let words = [finding.message, finding.remedy].map(printable).filter { !$0.isEmpty }.joined(separator: " ")
    return "\(file)\(finding.severity.rawValue): \(words) [\(finding.code)]"
}
