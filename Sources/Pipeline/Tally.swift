package import Assessment
package import Bookkeeping
internal import Synchronization

/// What became of one bundle in a pass.
package struct BundleReport: Encodable, Sendable {
    package var bundle: String
    package var state: String
    package var submission: String?
    package var reason: String?
    /// Until when it waits if nothing changes, and what then becomes of it.
    package var until: Instant?
    package var afterwards: Afterwards?
    package var findings: [Finding]?
}

/// Counts what a pass does, for its report.
final class Tally: Sendable {
    struct Counts: Sendable {
        var accepted = 0
        var returned = 0
        var duplicates = 0
        var assigned = 0
        var reviews = 0
        /// Queue folders that were missing, or lacked something, and are whole again.
        var laidAgain = 0
        var decisions: [String] = []
        var bundles: [BundleReport] = []
        /// What was found in queue folders at their end and kept.
        var kept: [KeptFact] = []
        /// What stands in decision files that were taken, and nobody reads.
        var unread: [(row: AssignmentRow, findings: [Finding])] = []
        /// What lay where something was to be laid, and where it is now.
        var setAside: [String: String] = [:]
        /// What is owed to the folders and couldn't be done, by its place.
        var failures: [String: String] = [:]
        /// The places where it was for want of room.
        var withoutRoom: Set<String> = []

        /// For the log.
        var ofReviews: [String: Int] { ["decision files taken": reviews, "decided": decisions.count] }
        var ofBundles: [String: Int] {
            ["accepted": accepted, "assigned": assigned, "returned": returned, "duplicates": duplicates]
        }
    }

    private let counts = Mutex(Counts())

    var current: Counts { counts.withLock { $0 } }

    func accepted(_ bundle: String, _ submission: String, _ findings: [Finding]) {
        counts.withLock {
            $0.accepted += 1
            $0.bundles.append(
                BundleReport(
                    bundle: bundle, state: "accepted", submission: submission,
                    findings: findings.isEmpty ? nil : findings))
        }
    }

    func returned(_ bundle: String, _ findings: [Finding]) {
        counts.withLock {
            $0.returned += 1
            $0.bundles.append(BundleReport(bundle: bundle, state: "returned", findings: findings))
        }
    }

    func duplicate(_ bundle: String, _ submission: String, _ findings: [Finding]) {
        counts.withLock {
            $0.duplicates += 1
            $0.bundles.append(
                BundleReport(bundle: bundle, state: "duplicate", submission: submission, findings: findings))
        }
    }

    func kept(_ facts: [KeptFact]) { counts.withLock { $0.kept += facts } }

    func setAside(_ place: String, _ now: String) { counts.withLock { $0.setAside[place] = now } }

    func failed(_ place: String, _ error: any Error) {
        counts.withLock {
            $0.failures[place] = "\(error)"
            if error.isForWantOfRoom { $0.withoutRoom.insert(place) }
        }
    }

    var hasFailures: Bool { counts.withLock { !$0.failures.isEmpty } }

    /// What failed before was done after all.
    func succeeded(_ place: String) {
        counts.withLock {
            $0.failures[place] = nil
            $0.withoutRoom.remove(place)
        }
    }

    func laidAgain() { counts.withLock { $0.laidAgain += 1 } }

    func assigned() { counts.withLock { $0.assigned += 1 } }

    func took(_ row: AssignmentRow) { counts.withLock { $0.reviews += 1 } }

    func leftUnread(_ row: AssignmentRow, _ findings: [Finding]) {
        if !findings.isEmpty { counts.withLock { $0.unread.append((row: row, findings: findings)) } }
    }

    func decided(_ submission: String) { counts.withLock { $0.decisions.append(submission) } }
}
