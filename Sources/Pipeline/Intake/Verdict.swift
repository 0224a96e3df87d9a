internal import Assessment
internal import Bookkeeping
internal import Folders

/// What reading one bundle came to.
enum Verdict: Sendable {
    case waiting(Waiting)
    case refused(Refused)
    case complete(Inspected)

    /// Waits, for a reason that has to be found anew by every pass.
    static func held(_ reason: String) -> Verdict {
        .waiting(Waiting(reason: reason, isLasting: false, isForDocuments: true))
    }

    /// What is found goes into the ledger and to several readers: no more than anybody can mend at once.
    mutating func shorten() {
        switch self {
        case .waiting(var waiting):
            waiting.refused?.findings.shorten()
            self = .waiting(waiting)
        case .refused(var refused):
            refused.findings.shorten()
            self = .refused(refused)
        case .complete(var inspected):
            inspected.warnings.shorten()
            self = .complete(inspected)
        }
    }
}

/// Of one bundle.
private let mostFindings = 200

extension [Finding] {
    /// Of very many the first, errors before warnings, and one that says how many more there are.
    fileprivate mutating func shorten() {
        guard count > mostFindings + 1 else { return }
        let sorted = filter { $0.severity == .error } + filter { $0.severity != .error }
        let rest = sorted[mostFindings...]
        let more = Finding(
            .bundleMoreFindings, rest.first?.severity, file: nil, "There are \(rest.count) more findings.",
            remedy: "Mend what is told first; the rest is told when the bundle is dropped again.")
        self = Array(sorted[..<mostFindings]) + [more]
    }
}

/// A verdict, and what the bundle looked like when it was reached.
struct Inspection: Sendable {
    var tree: Tree
    /// The file itself, where the bundle came as an archive.
    var archive: FileStatus?
    var verdict: Verdict
    /// The system failed us, not the bundle: the disk for what was unpacked is full, say.
    var failure: IOFailure?
    /// Whose history it went by: their ids in lower case.
    var educators: Set<String> = []

    static func waiting(_ reason: String) -> Inspection { Inspection(tree: Tree(), verdict: .held(reason)) }
}

/// The bundle isn't all there yet.
struct Waiting: Sendable {
    /// For `status`: "3 of 4 files".
    var reason: String
    /// What goes back when `patience` runs out; nil where no time makes it fit to return.
    var refused: Refused?
    /// The reason holds until the bundle or the documents change.
    var isLasting = true
    /// Reading it ended a worker.
    var crashed = false
    /// The documents, not the bundle, are at fault.
    var isForDocuments = false

    var findings: [Finding] { refused?.findings ?? [] }

    /// It waits for room on a disk.
    var lacksRoom: Bool { reason.hasPrefix(RoomForBundle.lacking) }

    /// What becomes of it if nothing changes for `patience`; nil where it waits however long.
    var afterwards: Afterwards? {
        if isForDocuments || findings.isEmpty { return nil }
        return findings.hasError ? .returned : .taken
    }
}

/// No waiting can mend it.
struct Refused: Sendable {
    var findings: [Finding]
    var educator: Submission.Educator?
    var rubric: String?
    var version: String?
    var receipt = "receipt"
    /// Whose it is and under which rubric, where that much is known; nothing in it was measured.
    var known: Inspected?
}

/// The name of a bundle's receipts: evidence that is called `receipt.xml` isn't written over.
func receiptStem(_ evidence: [EvidenceItem], root: String) -> String {
    let isListed = evidence.contains { item in item.path.map { NameRule.isReceipt(root + $0) } ?? false }
    return isListed ? "assay-receipt" : "receipt"
}

/// All there, measured, and without an error by its rubric.
struct Inspected: Sendable {
    /// `S-…`, from the content.
    var id: String
    /// Ids that the same content had earlier, when releases and names that begin with `_` counted, or accents as they
    /// were stored.
    var formerIDs: [String] = []
    var submission: Submission
    var rubric: Shelved<Rubric>
    /// Empty, or the only top folder with its `/`.
    var root: String
    /// Manifest and files that it doesn't name.
    var kept: [KeptFile]
    var warnings: [Finding]
    /// The archive that it was unpacked from.
    var archive: KeptFile?
}
