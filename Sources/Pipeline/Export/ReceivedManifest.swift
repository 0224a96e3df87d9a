internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// The manifest of an accepted bundle as it came, and as the rubric's rules saw it: what was measured beside each item,
/// and the evidence of a bundle by folders spelled out.
struct ReceivedManifest {
    let received: [UInt8]
    let submission: Submission

    var inspected: [UInt8] { inspectedManifest(submission) }

    init(of accepted: AcceptedFact, in vault: Folder, _ workers: WorkerPool) throws {
        received = try vault.read(accepted.root + "manifest.xml", limit: BundleReading.manifestLimit)
        let reading = try workers.read(received, limits: .upTo(BundleReading.manifestLimit))
        guard let root = reading.root, var submission = readSubmission(root, file: "manifest.xml").value else {
            throw Refusal.inputOutput(
                "The manifest of \(accepted.submission) in the vault can't be read. Run 'assay verify'.")
        }
        if submission.isByFolders {
            submission.evidence = try accepted.evidence.map { item in
                EvidenceItem(
                    kind: item.kind, title: item.title, release: item.release,
                    content: try ReceivedManifest.content(of: item, in: vault, workers))
            }
        }
        for (index, item) in accepted.evidence.enumerated() where submission.evidence.indices.contains(index) {
            submission.evidence[index].measured = Measured(
                bytes: item.bytes, sha256: item.sha256, mediaType: item.mediaType, words: item.words,
                location: item.place)
        }
        submission.version = accepted.rubric.version
        self.submission = submission
    }

    private static func content(
        of item: RecordedEvidence, in vault: Folder, _ workers: WorkerPool
    ) throws -> EvidenceItem.Content {
        switch item.form {
        case .file: return .file(path: item.path ?? "", sha256: nil, bytes: nil)
        case .link: return .link(href: item.href ?? "", duration: item.duration.flatMap(Period.init))
        case .text:
            guard let source = item.source,
                let text = try writtenText(
                    try vault.read(source, limit: FolderEvidence.officeLimit), name: source, workers)
            else { throw Refusal.inputOutput("The text of \(item.ref) can't be read. Run 'assay verify'.") }
            return .text(text)
        }
    }
}
