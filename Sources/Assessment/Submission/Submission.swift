/// A manifest's content: who submits what, under which rubric.
package struct Submission: Hashable, Sendable {
    package struct Educator: Hashable, Sendable, Codable {
        package var id: String
        package var name: String
        package var email: String
        package var school: String
        /// What her receipts and feedback are written in; nil where the manifest doesn't say, or names another one.
        package var lang: PageLanguage?
        package init(id: String, name: String, email: String, school: String, lang: PageLanguage? = nil) {
            (self.id, self.name, self.email, self.school, self.lang) = (id, name, email, school, lang)
        }
    }
    package struct Statement: Hashable, Sendable {
        package var kind: String
        package var isAgreed: Bool
        package var date: String?
        package init(kind: String, isAgreed: Bool, date: String?) {
            (self.kind, self.isAgreed, self.date) = (kind, isAgreed, date)
        }
    }
    package struct Resubmission: Hashable, Sendable, Codable {
        package var of: String
        package var note: String?
        package init(of: String, note: String?) { (self.of, self.note) = (of, note) }
    }

    package var rubric: String
    package var version: String?
    package var educator: Educator
    package var cohort: String?
    package var evidence: [EvidenceItem]
    /// The manifest has no list of evidence: the bundle's folders are the list.
    package var isByFolders = false
    package var statements: [Statement]
    package var resubmission: Resubmission?
    /// Where the submission element and its educator stand, for findings.
    package var place: Place
    package var educatorPlace: Place
    /// Where the educator's school, the cohort and the list of evidence stand, if they do.
    package var schoolPlace: Place?
    package var cohortPlace: Place?
    package var evidencePlace: Place?

    package init(
        rubric: String, version: String?, educator: Educator, cohort: String? = nil, evidence: [EvidenceItem],
        statements: [Statement] = [], resubmission: Resubmission? = nil, place: Place = Place(line: 1, column: 1),
        educatorPlace: Place = Place(line: 1, column: 1)
    ) {
        (self.rubric, self.version, self.educator, self.cohort) = (rubric, version, educator, cohort)
        (self.evidence, self.statements, self.resubmission) = (evidence, statements, resubmission)
        (self.place, self.educatorPlace) = (place, educatorPlace)
    }
}

/// A line and column of a document, both counted from 1.
package struct Place: Hashable, Sendable, Codable {
    package var line: Int
    package var column: Int
    package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// One item of evidence as the manifest names it, and as it was found.
package struct EvidenceItem: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A path below the bundle, with the size and digest that the manifest promises.
        case file(path: String, sha256: String?, bytes: Int64?)
        case link(href: String, duration: Period?)
        case text(String)
    }

    package var kind: String
    package var title: String?
    /// `on-file` or `not-needed`.
    package var release: String?
    package var content: Content
    package var place: Place
    /// Filled in by the inspection.
    package var measured: Measured?

    package init(
        kind: String, title: String? = nil, release: String? = nil, content: Content,
        place: Place = Place(line: 1, column: 1), measured: Measured? = nil
    ) {
        (self.kind, self.title, self.release, self.content) = (kind, title, release, content)
        (self.place, self.measured) = (place, measured)
    }

    package var form: EvidenceForm {
        switch content {
        case .file: .file
        case .link: .link
        case .text: .text
        }
    }

    package var path: String? {
        if case .file(let path, _, _) = content { path } else { nil }
    }
}

/// What was found when an item of evidence was read.
package struct Measured: Hashable, Sendable {
    package var bytes: Int64
    /// Lower-case hex of the file's bytes, or of the text's or link's UTF-8.
    package var sha256: String
    package var mediaType: String?
    package var words: Int?
    /// Where the file really is below the bundle: its only top folder before it, accents as they are stored. Of a
    /// text or link that was read from a file of its own: that file.
    package var location: String?
    package init(
        bytes: Int64, sha256: String, mediaType: String? = nil, words: Int? = nil, location: String? = nil
    ) {
        (self.bytes, self.sha256, self.mediaType, self.words) = (bytes, sha256, mediaType, words)
        self.location = location
    }
}
