internal import Assessment
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// Reads every byte of a bundle that is all there, and judges it by its rubric.
struct Measuring {
    let contents: BundleContents
    let rubric: Shelved<Rubric>
    let listed: Listing
    let warnings: [Finding]

    private var reading: BundleReading { contents.reading }

    func verdict() throws -> Verdict {
        var submission = withTexts(contents.submission)
        submission.version = rubric.value.version
        var heads: [[UInt8]] = []
        var wrong: [Finding] = []
        var wrongFiles = 0
        let evidencePaths = Set(listed.found.map(\.entry.path))
        for (index, entry) in listed.found {
            guard let measure = try measured(entry) else { return stillOpen(entry.path) }
            let item = submission.evidence[index]
            let before = wrong.count
            if case .file(let path, let promised?, _) = item.content, promised.lowercased() != measure.sha256.hex {
                wrong.append(
                    contents.finding(
                        .evidenceWrongDigest, item,
                        "'\(printable(path))' isn't the file that the manifest means: its SHA-256 is "
                            + "\(measure.sha256.hex), and \(promised) is given.",
                        "Copy the file again, or correct the digest in the manifest."))
            }
            wrong += reading.bag?.faults(of: entry.path, measure.digest) ?? []
            if wrong.count > before { wrongFiles += 1 }
            submission.evidence[index].measured = Measured(
                bytes: measure.bytes, sha256: measure.sha256.hex, words: measure.words, location: entry.path)
            heads.append(measure.head)
        }
        if !wrong.isEmpty { return differing(wrong, files: wrongFiles) }
        try setMediaTypes(&submission, heads)
        try countOfficeWords(&submission)
        var findings =
            warnings
            + contents.inWordsOfFolders(
                evidenceFindings(
                    submission, rubric: rubric.value, file: contents.manifest, partly: contents.partly))
        // Of folders that weren't read to their end a rule would say what isn't so.
        if !warnings.contains(where: { $0.isA(.evidenceTooMany) || $0.isA(.bundleTooLarge) }) {
            findings += contents.inWordsOfFolders(try ruleFindings(submission))
        }
        if !findings.hasError { findings += contents.inWordsOfFolders(unread(submission)) }
        if findings.hasError { return .refused(contents.refused(findings, rubric)) }
        var kept = [
            KeptFile(path: contents.manifest, sha256: contents.manifestDigest.hex, bytes: contents.manifestBytes)
        ]
        var sources: [Source] = []
        var asides: [Source] = []
        for entry in reading.tree.files where !evidencePaths.contains(entry.path) && entry.path != contents.manifest {
            guard let measure = try measured(entry) else { return stillOpen(entry.path) }
            wrong += reading.bag?.faults(of: entry.path, measure.digest) ?? []
            kept.append(KeptFile(path: entry.path, sha256: measure.sha256.hex, bytes: measure.bytes))
            let source = Source(path: String(entry.path.dropFirst(contents.root.count)), sha256: measure.sha256.hex)
            if contents.sources.contains(entry.path) {
                sources.append(source)
            } else if contents.asides.contains(entry.path) {
                asides.append(source)
            } else if let note = unlisted(entry.path) {
                findings.append(note)
            }
        }
        if !wrong.isEmpty { return differing(wrong, files: wrongFiles) }
        let id = contentID(submission, sources)
        var former = [contentID(submission, sources, asStored: true)]
        if !asides.isEmpty {
            former += [false, true].map { contentID(submission, sources + asides, asStored: $0) }
        }
        return .complete(
            Inspected(
                id: id, formerIDs: former.filter { $0 != id }, submission: submission, rubric: rubric,
                root: contents.root, kept: kept, warnings: findings))
    }

    /// No bundle is accepted with evidence that nobody has read.
    private func unread(_ submission: Submission) -> [Finding] {
        submission.evidence.filter { $0.measured == nil }.map { item in
            contents.finding(
                .evidenceMissing, item,
                "The file '\(printable(item.path ?? ""))' is named in the manifest but isn't in the bundle.",
                "Add the file, or correct its path in the manifest.")
        }
    }

    /// Files aren't those that the manifest, or the bag, means: they may still be being copied.
    private func differing(_ wrong: [Finding], files: Int) -> Verdict {
        let total = listed.found.count
        return .waiting(
            Waiting(
                reason: "\(total - files) of \(total) files; a digest differs from the "
                    + (reading.bag == nil ? "manifest's" : "bag's"),
                refused: contents.refused(warnings + wrong + contents.unmeasured(rubric), rubric)))
    }

    /// Nil where somebody on this machine can still write to the file.
    private func measured(_ entry: Tree.Entry) throws -> FileMeasure? {
        let file = try reading.bundle.openFile(entry.path)
        guard file.status == entry.status else { throw IOFailure("read", file.path, code: IOFailure.changedCode) }
        if !reading.isUnpacked, file.hasWriter() == true { return nil }
        let measure = try file.measure(kinds: reading.bag?.kinds(of: entry.path) ?? [])
        guard try file.currentStatus() == entry.status, measure.bytes == entry.status.bytes else {
            throw IOFailure("read", file.path, code: IOFailure.changedCode)
        }
        return measure
    }

    private func stillOpen(_ path: String) -> Verdict {
        .waiting(
            Waiting(
                reason: "'\(printable(path))' is still open for writing", isLasting: false, isForDocuments: true))
    }

    private func setMediaTypes(_ submission: inout Submission, _ heads: [[UInt8]]) throws {
        guard !heads.isEmpty else { return }
        let types = try reading.inspector.workers.mediaTypes(ofHeads: heads)
        for (place, found) in listed.found.enumerated() {
            let item = submission.evidence[found.item]
            guard var measured = item.measured else { continue }
            measured.mediaType = mediaType(types[place], isText: measured.words != nil, path: item.path ?? "")
            if measured.mediaType?.hasPrefix("text/") != true { measured.words = nil }
            submission.evidence[found.item].measured = measured
        }
    }

    /// Documents of word processors have words, too; they are counted where somebody asks for them.
    private func countOfficeWords(_ submission: inout Submission) throws {
        for (index, entry) in listed.found {
            let item = submission.evidence[index]
            let rule = rubric.value.evidenceRule(item.kind)
            guard !rubric.value.rules.isEmpty || rule?.minWords != nil || rule?.maxWords != nil,
                isOfficeText(item.measured?.mediaType), entry.status.bytes <= Int64(FolderEvidence.officeLimit)
            else { continue }
            let bytes = try reading.bundle.read(entry.path, limit: FolderEvidence.officeLimit)
            guard let text = try reading.inspector.workers.officeText(bytes) else { continue }
            submission.evidence[index].measured?.words = countWords(in: text)
        }
    }

    private func isOfficeText(_ type: String?) -> Bool {
        type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            || type == "application/vnd.oasis.opendocument.text"
    }

    /// Formats that are more than words, though a file of them may be text from end to end.
    private static let writtenFormats: Set = ["application/pdf", "application/postscript", "image/svg+xml"]

    /// What is text by content is `text/plain`, with `.md` `text/markdown`; the rest is what libmagic calls it. A
    /// file of NUL bytes is text to libmagic: text must also decode.
    private func mediaType(_ found: String, isText: Bool, path: String) -> String {
        let textual =
            found.hasPrefix("text/")
            || ["application/json", "application/csv", "application/x-ndjson", "application/javascript"].contains(found)
        guard isText else { return textual ? "application/octet-stream" : found }
        // A letter's or a list's first words ("Date:", "P1", "Article 2") are nothing but words, whatever begins like them.
        if Measuring.writtenFormats.contains(found) { return found }
        let lower = path.lowercased()
        return lower.hasSuffix(".md") || lower.hasSuffix(".markdown") ? "text/markdown" : "text/plain"
    }

    private func unlisted(_ path: String) -> Finding? {
        if NameRule.isDropping(path) || NameRule.isTemporary(path) || reading.tree.isLeftOver(path, contents.root) {
            return nil
        }
        // What lies beside a bag's payload is the bag's own.
        if let bag = reading.bag, path.below(bag.payload) == nil { return nil }
        if contents.submission.isByFolders {
            let kinds = rubric.value.evidence.map(\.kind).joined(separator: ", ")
            return Finding(
                .fileUnlisted, file: path,
                "'\(printable(path))' isn't taken as evidence: it is kept, and no reviewer sees it.",
                remedy: "If it is evidence, put it straight into the folder of its kind (\(kinds)), under a name that "
                    + "doesn't begin with '_', and drop the bundle again.")
        }
        return Finding(
            .fileUnlisted, file: path,
            "'\(printable(path))' isn't named in the manifest: it is kept, and no reviewer sees it.",
            remedy: "If it is evidence, name it in the manifest and drop the bundle again.")
    }

    /// `S-` and 13 characters of the digest over the manifest and every evidence path with its digest: the same
    /// content is the same submission, wherever it lies. A Mac's folder stores accents apart from their letters, and an
    /// archive gives the same names composed; `asStored` leaves them as they lie.
    private func contentID(_ submission: Submission, _ sources: [Source], asStored: Bool = false) -> String {
        var digest = DigestStream()
        digest.take("assay submission 1")
        digest.take(contents.manifestDigest.hex)
        let files = submission.evidence.compactMap { item -> Source? in
            guard let path = item.path, let measured = item.measured else { return nil }
            return Source(path: path, sha256: measured.sha256)
        }
        let counted = (files + sources).map {
            Source(path: asStored ? $0.path : $0.path.composed, sha256: $0.sha256)
        }
        for file in counted.sorted(by: { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }) {
            digest.take(file.path)
            digest.take(file.sha256)
        }
        return "S-" + crockford(digest.finish().bytes, count: 13)
    }
}

/// A file that counts in a submission's id.
private struct Source {
    var path: String
    var sha256: String
}
