internal import Assessment
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// A bundle with a readable manifest: is everything there, and is it right by the rubric?
struct BundleContents {
    let reading: BundleReading
    var submission: Submission
    let root: String
    let manifest: String
    let manifestDigest: Digest
    let manifestBytes: Int64
    /// Of a bundle by folders: the files that texts and links were read from.
    var sources: Set<String> = []
    /// Of a bundle by folders: releases, and what only explains; never evidence.
    var asides: Set<String> = []
    /// Of a bundle by folders: what was said while its folders were read.
    var told: Set<ToldFault> = []
    /// Of a bundle by folders: the kinds of which not all texts were read.
    var partly: Set<String> = []

    private var library: Library { reading.inspector.library }

    func verdict(earlier: [Finding]) throws -> Verdict {
        var findings = programFindings(
            submission, program: reading.inspector.program.value, file: manifest, after: earlier)
        let choice = try rubricChoice()
        if case .waiting(let reason) = choice {
            return .waiting(Waiting(reason: reason, isForDocuments: true))
        }
        var rubric: Shelved<Rubric>?
        switch choice {
        case .found(let shelved, let notes):
            rubric = shelved
            findings += notes
        case .refused(let finding): findings.append(finding)
        case .waiting: break
        }
        if submission.isByFolders, let rubric {
            // Of a misshapen bundle's folders nothing is read.
            guard reading.shapeFaults.isEmpty else { return .refused(refused(findings, rubric)) }
            return try byFolders(rubric, findings)
        }
        return try judged(rubric, findings)
    }

    /// What a spelled-out list of evidence comes to.
    func judged(_ rubric: Shelved<Rubric>?, _ earlier: [Finding]) throws -> Verdict {
        var findings = earlier
        let listed = listing()
        findings += listed.refusals
        let temporaries = reading.tree.files.map(\.path).filter { NameRule.isTemporary($0) }
        if findings.hasError {
            // All at once: what is missing is said together with what can't be mended.
            if let rubric, let all = measuredToo(rubric, listed, findings) { return .refused(all) }
            let missing = listed.missing.isEmpty ? [] : listed.findings
            return .refused(refused(findings + missing + unmeasured(rubric), rubric))
        }
        guard let rubric else { return .refused(refused(findings)) }
        if !listed.missing.isEmpty {
            let all = findings + listed.findings + unmeasured(rubric)
            return .waiting(Waiting(reason: listed.reason, refused: refused(all, rubric)))
        }
        if !temporaries.isEmpty, !reading.patienceIsOver {
            return .waiting(
                Waiting(
                    reason: "a program is still writing or holding: \(firstOf(temporaries))",
                    refused: refused(temporaryFindings(temporaries))))
        }
        findings += temporaryFindings(temporaries)
        return try Measuring(contents: self, rubric: rubric, listed: listed, warnings: findings).verdict()
    }

    /// The faults together with what the files themselves have; nil where those aren't all there, or can't be read now.
    private func measuredToo(_ rubric: Shelved<Rubric>, _ listed: Listing, _ faults: [Finding]) -> Refused? {
        guard reading.shapeFaults.isEmpty, listed.missing.isEmpty, listed.refusals.isEmpty else { return nil }
        switch try? Measuring(contents: self, rubric: rubric, listed: listed, warnings: faults).verdict() {
        case .refused(let refused): return refused
        case .waiting(let waiting): return waiting.refused
        case .complete, nil: return nil
        }
    }

    /// With the rubric, what the ledger says of the submission is told as well.
    func refused(_ findings: [Finding], _ rubric: Shelved<Rubric>? = nil) -> Refused {
        Refused(
            findings: findings, educator: submission.educator, rubric: submission.rubric, version: submission.version,
            receipt: receiptStem(submission.evidence, root: root),
            known: rubric.map { rubric in
                Inspected(id: "", submission: submission, rubric: rubric, root: root, kept: [], warnings: [])
            })
    }

    private func temporaryFindings(_ names: [String]) -> [Finding] {
        names.map {
            Finding(
                .fileTemporary, file: $0,
                "'\(printable($0))' is a temporary or lock file of another program; it was not taken as evidence.",
                remedy: "Close the program that left it, or remove the file.")
        }
    }

    // MARK: The rubric

    private enum Choice {
        case found(Shelved<Rubric>, notes: [Finding])
        case refused(Finding)
        case waiting(String)
    }

    private func rubricChoice() throws -> Choice {
        let id = submission.rubric
        let earlier = try reading.inspector.earlierVersions(submission.educator.id, id)
        // What waits to be mended goes on as it was accepted, whatever became of that version in Rubrics.
        if let earlier, let digest = earlier.incomplete, submission.version ?? earlier.latest == earlier.latest,
            let rubric = try accepted(digest)
        {
            return .found(rubric, notes: [])
        }
        let wanted = submission.version ?? earlier?.first
        let present = wanted.flatMap { library.rubric(id, version: $0) }
        var twice = wanted.flatMap { library.isTwice(id, version: $0) ? $0 : nil }
        if submission.version == nil, present?.value.status != .active { twice = twice ?? library.newestTwice(id) }
        if let twice {
            return .waiting(
                "its rubric '\(printable(id))', version \(printable(twice)), is in two files of Rubrics; "
                    + "'assay rubric check' names them")
        }
        if let present, present.value.status == .active {
            return .found(present, notes: otherVersion(present.value.version, than: earlier))
        }
        // A version that isn't there may be in the file that is invalid.
        let mayAppear = library.hasInvalidRubric && present == nil
        if submission.version == nil, !mayAppear || wanted == nil, let newest = library.newestActive(id) {
            return .found(newest, notes: otherVersion(newest.value.version, than: earlier))
        }
        if let present { return .refused(notOffered(present.value.status.rawValue, present.value.version)) }
        if mayAppear {
            return .waiting(
                "its rubric '\(printable(id))' isn't there, and a file in Rubrics is invalid: it may be that one")
        }
        if let written = submission.version, let newest = library.newestActive(id) {
            return .refused(
                Finding(
                    .rubricUnknownVersion, file: manifest, line: submission.place.line,
                    column: submission.place.column,
                    "The rubric '\(printable(id))' has no version '\(printable(written))'.",
                    remedy: "Write version=\"\(newest.value.version)\", or no version."))
        }
        let known = Set(library.rubrics.filter { $0.value.status == .active }.map(\.value.id)).sorted()
        let version = submission.version.map { " in version '\(printable($0))'" } ?? ""
        return .refused(
            Finding(
                .rubricUnknown, file: manifest, line: submission.place.line, column: submission.place.column,
                "There is no active rubric '\(printable(id))'\(version).",
                remedy: known.isEmpty
                    ? "Ask the district which rubrics are active."
                    : "Write one of: \(known.joined(separator: ", "))."))
    }

    /// A rubric exactly as something was accepted under it.
    private func accepted(_ digest: String) throws -> Shelved<Rubric>? {
        try library.rubrics.first { $0.sha256 == digest } ?? reading.inspector.acceptedRubric(digest)
    }

    private func notOffered(_ status: String, _ version: String) -> Finding {
        Finding(
            .rubricNotOffered, file: manifest, line: submission.place.line, column: submission.place.column,
            "The rubric '\(printable(submission.rubric))' \(printable(version)) is \(status): nothing new is accepted under it.",
            remedy: library.newestActive(submission.rubric).map {
                "Write version=\"\($0.value.version)\", or no version."
            }
                ?? (status == Rubric.Status.draft.rawValue
                    ? "It isn't offered yet; ask the district when it will be."
                    : "Ask the district which rubric took its place."))
    }

    /// Levels are carried over within one version only.
    private func otherVersion(_ taken: String, than earlier: EarlierVersions?) -> [Finding] {
        guard let latest = earlier?.latest, latest != taken else { return [] }
        let before = library.rubric(submission.rubric, version: latest)?.value
        var remedy = "Check that the evidence fits version \(printable(taken))."
        if let before, before.status == .active, before.resubmit.keepsMet {
            remedy =
                "Write version=\"\(printable(latest))\" to keep the levels that were met: it is still offered. "
                + "Otherwise check that the evidence fits version \(printable(taken))."
        }
        return [
            Finding(
                .rubricNewerVersion, file: manifest, line: submission.place.line, column: submission.place.column,
                "The attempt before was under version \(printable(latest))"
                    + (before?.status == .retired ? ", which is retired" : "")
                    + "; this one is taken under \(printable(taken)), and nothing is carried over.",
                remedy: remedy)
        ]
    }

    /// What the rubric says of the evidence where nothing could be measured: counts, kinds, links, texts.
    func unmeasured(_ rubric: Shelved<Rubric>?) -> [Finding] {
        guard let rubric else { return [] }
        return inWordsOfFolders(
            evidenceFindings(withTexts(submission), rubric: rubric.value, file: manifest, partly: partly))
    }
}

/// Texts and links measured by themselves; files are left to their reading.
func withTexts(_ submission: Submission) -> Submission {
    var measured = submission
    for index in measured.evidence.indices {
        switch measured.evidence[index].content {
        case .text(let text):
            measured.evidence[index].measured = Measured(
                bytes: Int64(text.utf8.count), sha256: sha256(text).hex, words: countWords(in: text),
                location: measured.evidence[index].measured?.location)
        case .link(let href, _):
            measured.evidence[index].measured = Measured(
                bytes: Int64(href.utf8.count), sha256: sha256(href).hex,
                location: measured.evidence[index].measured?.location)
        case .file: break
        }
    }
    return measured
}
