package enum Outcome: String, Codable, Sendable { case earned, notYetEarned = "not-yet-earned" }

/// How a criterion's final level came about.
package enum Basis: String, Codable, Sendable { case agreed, adjudicated, carried }

/// The signed statement of one decision; everything that `record.xml` says.
package struct Record: Hashable, Codable, Sendable {
    package struct RubricReference: Hashable, Codable, Sendable {
        package var id: String
        package var version: String
        package var sha256: String
        package var title: String
        package init(id: String, version: String, sha256: String, title: String) {
            (self.id, self.version, self.sha256, self.title) = (id, version, sha256, title)
        }
    }
    /// One reader: `reader-1`, `reader-2`, … or `adjudicator`; her name and id only under `blind="none"`.
    package struct Reader: Hashable, Codable, Sendable {
        package var label: String
        package var reviewer: String?
        package var name: String?
        package var assigned: Instant
        package var taken: Instant
        /// Lower-case hex digest of the decision file that was taken.
        package var sha256: String
        package var overall: String?
        package init(
            label: String, reviewer: String?, name: String?, assigned: Instant, taken: Instant, sha256: String,
            overall: String?
        ) {
            (self.label, self.reviewer, self.name, self.assigned) = (label, reviewer, name, assigned)
            (self.taken, self.sha256, self.overall) = (taken, sha256, overall)
        }
    }
    package struct ReaderMark: Hashable, Codable, Sendable {
        /// The reader's label.
        package var by: String
        package var level: String
        package var comment: String?
        package init(by: String, level: String, comment: String?) {
            (self.by, self.level, self.comment) = (by, level, comment)
        }
    }
    package struct CriterionResult: Hashable, Codable, Sendable {
        package var id: String
        package var title: String
        /// Nil for an optional criterion that every reader left blank.
        package var level: String?
        package var label: String?
        package var points: Int?
        /// What the points count for; nil where it is 1, and in what an older program decided.
        package var weight: String?
        package var meets: Bool
        package var how: Basis
        package var marks: [ReaderMark]
        package init(
            id: String, title: String, level: String?, label: String?, points: Int?, weight: String? = nil,
            meets: Bool, how: Basis, marks: [ReaderMark]
        ) {
            self.weight = weight
            (self.id, self.title, self.level, self.label) = (id, title, level, label)
            (self.points, self.meets, self.how, self.marks) = (points, meets, how, marks)
        }
    }
    package struct Policy: Hashable, Codable, Sendable {
        /// `all-meet` or `points`.
        package var policy: String
        package var minimum: String?
        package var each: Int?
        /// What was reached; nil under `all-meet`.
        package var total: String?
        package init(policy: String, minimum: String? = nil, each: Int? = nil, total: String? = nil) {
            (self.policy, self.minimum, self.each, self.total) = (policy, minimum, each, total)
        }
    }

    package var submission: String
    package var bundle: String
    package var attempt: Int
    /// Nil where the rubric sets no limit.
    package var attemptsLeft: Int?
    /// Whether the rubric was retired at the decision, so that no attempt can follow, however many it allows.
    package var rubricIsRetired = false
    package var resubmissionOf: String?
    package var educator: Submission.Educator
    package var rubric: RubricReference
    package var program: String
    package var programSHA256: String
    package var rosterSHA256: String
    package var evidence: [RecordedEvidence]
    package var readers: [Reader]
    package var criteria: [CriterionResult]
    package var policy: Policy
    package var outcome: Outcome
    package var accepted: Instant
    package var decided: Instant
    /// Number and chain hash of the decision's ledger event.
    package var event: Int64
    package var chain: String
    /// The id of the signing key.
    package var key: String

    package init(
        submission: String, bundle: String, attempt: Int, attemptsLeft: Int?, resubmissionOf: String?,
        educator: Submission.Educator, rubric: RubricReference, program: String, programSHA256: String,
        rosterSHA256: String, evidence: [RecordedEvidence], readers: [Reader], criteria: [CriterionResult],
        policy: Policy, outcome: Outcome, accepted: Instant, decided: Instant, event: Int64, chain: String, key: String
    ) {
        (self.submission, self.bundle, self.attempt, self.attemptsLeft) = (submission, bundle, attempt, attemptsLeft)
        (self.resubmissionOf, self.educator, self.rubric) = (resubmissionOf, educator, rubric)
        (self.program, self.programSHA256, self.rosterSHA256) = (program, programSHA256, rosterSHA256)
        (self.evidence, self.readers, self.criteria, self.policy) = (evidence, readers, criteria, policy)
        (self.outcome, self.accepted, self.decided) = (outcome, accepted, decided)
        (self.event, self.chain, self.key) = (event, chain, key)
    }
}

/// One item of accepted evidence, as records, receipts and `show` list it.
package struct RecordedEvidence: Hashable, Codable, Sendable {
    /// `e1`, `e2`, … in manifest order.
    package var ref: String
    package var kind: String
    package var form: EvidenceForm
    package var title: String?
    /// As the manifest has it.
    package var path: String?
    /// Where the file is below the bundle, if that differs from `path`.
    package var location: String?
    package var href: String?
    package var duration: String?
    package var release: String?
    package var sha256: String
    package var bytes: Int64
    package var mediaType: String?
    package var words: Int?
    /// The file below the bundle that a text or a link was read from, in a bundle by folders.
    package var source: String?

    /// The file's place below the bundle in the vault; nil for links and texts.
    package var place: String? { location ?? path }

    /// Nil for an item that was never measured.
    package init?(number: Int, item: EvidenceItem) {
        guard let measured = item.measured else { return nil }
        ref = "e\(number)"
        (kind, form, title, release) = (item.kind, item.form, item.title, item.release)
        (sha256, bytes, mediaType, words) = (measured.sha256, measured.bytes, measured.mediaType, measured.words)
        path = item.path
        if path == nil { source = measured.location }
        if let path, let found = measured.location, Array(found.utf8) != Array(path.utf8) { location = found }
        if case .link(let link, let length) = item.content { (href, duration) = (link, length?.text) }
    }
}

/// What a bundle's receipt says.
package struct Receipt: Hashable, Codable, Sendable {
    package enum State: String, Codable, Sendable { case accepted, returned, duplicate, incomplete }
    package var state: State
    /// The name under which it was dropped.
    package var bundle: String
    package var at: Instant
    package var submission: String?
    package var attempt: Int?
    package var educator: Submission.Educator?
    package var rubric: String?
    package var version: String?
    package var rubricTitle: String?
    /// Where the first drop of the same content is (duplicates).
    package var firstBundle: String?
    package var findings: [Finding]
    package var evidence: [RecordedEvidence]
    /// Criteria whose levels were kept from the attempt before.
    package var carried: [String]
    /// What its page is written in; nil means English.
    package var lang: PageLanguage?
    package init(
        state: State, bundle: String, at: Instant, submission: String? = nil, attempt: Int? = nil,
        educator: Submission.Educator? = nil, rubric: String? = nil, version: String? = nil, rubricTitle: String? = nil,
        firstBundle: String? = nil, findings: [Finding] = [], evidence: [RecordedEvidence] = [], carried: [String] = [],
        lang: PageLanguage? = nil
    ) {
        (self.state, self.bundle, self.at, self.submission) = (state, bundle, at, submission)
        (self.attempt, self.educator, self.rubric, self.version) = (attempt, educator, rubric, version)
        (self.rubricTitle, self.firstBundle, self.findings) = (rubricTitle, firstBundle, findings)
        (self.evidence, self.carried, self.lang) = (evidence, carried, lang)
    }
}
