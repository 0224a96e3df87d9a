/// One thing that happened to a submission or a bundle. Facts are only ever added; everything else follows from them.
package indirect enum Fact: Hashable, Sendable {
    case returned(ReturnedFact)
    case duplicate(DuplicateFact)
    case accepted(AcceptedFact)
    case assigned(AssignedFact)
    case transferred(TransferredFact)
    case taken(TakenFact)
    case declined(DeclinedFact)
    case unscorable(UnscorableFact)
    case assignmentEnded(AssignmentEndedFact)
    case disputed(DisputedFact)
    case decided(DecidedFact)
    case recorded(RecordedFact)
    case kept(KeptFact)
    case withdrawn(WithdrawnFact)
    case erased(ErasedFact)
}

/// A bundle went back to the person who dropped it.
package struct ReturnedFact: Hashable, Codable, Sendable {
    package var bundle: String
    /// Its name in Outbox/Returned.
    package var folder: String
    package var educator: Submission.Educator?
    package var rubric: String?
    package var version: String?
    package var findings: [Finding]
    /// The name of its receipts before `.xml` and `.html`; another than `receipt` where the evidence has that name.
    package var receipt: String
    package init(
        bundle: String, folder: String, educator: Submission.Educator?, rubric: String?, version: String?,
        findings: [Finding], receipt: String = "receipt"
    ) {
        self.receipt = receipt
        (self.bundle, self.folder, self.educator) = (bundle, folder, educator)
        (self.rubric, self.version, self.findings) = (rubric, version, findings)
    }
}

/// A bundle held what had been accepted before.
package struct DuplicateFact: Hashable, Codable, Sendable {
    package var bundle: String
    package var folder: String
    /// The submission that it is a copy of, and the name under which that was dropped.
    package var submission: String
    package var firstBundle: String
    package var findings: [Finding]
    /// As in a returned bundle.
    package var receipt: String
    /// What its receipt is written in.
    package var lang: PageLanguage?
    package init(
        bundle: String, folder: String, submission: String, firstBundle: String, findings: [Finding],
        receipt: String = "receipt", lang: PageLanguage? = nil
    ) {
        self.receipt = receipt
        (self.bundle, self.folder, self.submission) = (bundle, folder, submission)
        (self.firstBundle, self.findings, self.lang) = (firstBundle, findings, lang)
    }
}

/// A level kept from an earlier attempt.
package struct CarriedLevel: Hashable, Codable, Sendable {
    package var criterion: String
    package var level: String
    package init(criterion: String, level: String) { (self.criterion, self.level) = (criterion, level) }
}

/// A file of the bundle that isn't evidence: the manifest, and what it doesn't name.
package struct KeptFile: Hashable, Codable, Sendable {
    package var path: String
    package var sha256: String
    package var bytes: Int64
    package init(path: String, sha256: String, bytes: Int64) {
        (self.path, self.sha256, self.bytes) = (path, sha256, bytes)
    }
}

/// A bundle became a submission, or went on with one that was incomplete.
package struct AcceptedFact: Hashable, Codable, Sendable {
    package var bundle: String
    package var submission: String
    package var attempt: Int
    package var rubric: Record.RubricReference
    package var educator: Submission.Educator
    package var cohort: String?
    package var resubmissionOf: String?
    package var note: String?
    /// The incomplete submission that this one mends.
    package var continues: String?
    /// Paths are below `vault`.
    package var evidence: [RecordedEvidence]
    package var kept: [KeptFile]
    package var carried: [CarriedLevel]
    /// Warnings.
    package var findings: [Finding]
    package var programSHA256: String
    package var rosterSHA256: String
    /// Its folder below `.assay`, and the folder in it that held the manifest (empty, or `top/`).
    package var vault: String
    package var root: String
    /// Its folder below Outbox/Receipts.
    package var receipt: String
    /// The archive that it came as. What it held is in the vault, unlisted files too; the archive itself isn't kept.
    package var archive: KeptFile?

    package init(
        bundle: String, submission: String, attempt: Int, rubric: Record.RubricReference,
        educator: Submission.Educator, cohort: String?, resubmissionOf: String?, note: String?, continues: String?,
        evidence: [RecordedEvidence], kept: [KeptFile], carried: [CarriedLevel], findings: [Finding],
        programSHA256: String, rosterSHA256: String, vault: String, root: String, receipt: String,
        archive: KeptFile? = nil
    ) {
        (self.bundle, self.submission, self.attempt, self.rubric) = (bundle, submission, attempt, rubric)
        (self.educator, self.cohort, self.resubmissionOf, self.note) = (educator, cohort, resubmissionOf, note)
        (self.continues, self.evidence, self.kept, self.carried) = (continues, evidence, kept, carried)
        (self.findings, self.programSHA256, self.rosterSHA256) = (findings, programSHA256, rosterSHA256)
        (self.vault, self.root, self.receipt, self.archive) = (vault, root, receipt, archive)
    }
}

/// What a bundle's record was signed as.
package struct RecordedFact: Hashable, Codable, Sendable {
    package var submission: String
    /// Its folder below Outbox/Decisions.
    package var folder: String
    /// Digests of record.xml, record.xml.sig and record.json.
    package var record: String
    package var signature: String
    package var json: String
    package init(submission: String, folder: String, record: String, signature: String, json: String) {
        (self.submission, self.folder, self.record) = (submission, folder, record)
        (self.signature, self.json) = (signature, json)
    }
}
