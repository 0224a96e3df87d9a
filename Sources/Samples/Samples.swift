/// What `assay init --samples` lays out: rubrics, a program, a roster, and bundles that show every path.
package enum Samples {
    /// One file, its path below the workspace.
    package struct File: Hashable, Sendable {
        package var path: String
        package var bytes: [UInt8]

        init(_ path: String, _ bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
        init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
    }

    /// The district's documents, below `Rubrics`.
    package static let documents = [
        File("Rubrics/checking-for-understanding.xml", checkingRubric),
        File("Rubrics/culturally-responsive-texts.xml", textsRubric),
        File("Rubrics/family-partnership.xml", familyRubric),
        File("Rubrics/feedback-that-moves-learning.xml", feedbackRubric),
        File("Rubrics/math-discourse.xml", discourseRubric),
        File("Rubrics/program.xml", program),
        File("Rubrics/reviewers.xml", reviewers),
        File("Rubrics/technology-for-formative-assessment.xml", technologyRubric),
        File("Rubrics/drafts/student-self-assessment.xml", selfAssessmentRubric),
        File("Rubrics/earlier/math-discourse-1.0.xml", discourseRubricBefore),
    ]

    /// The bundles and the one stray file, below `Inbox`, in the order of their names; then what tells of them.
    package static let inbox = bundles.flatMap { $0.files(below: "Inbox") } + [strayNote, guide] + later

    /// What is dropped later, set aside in `Inbox` until then: a second attempt once the first on `brandt-feedback` is
    /// decided, and the mended bundle once `ferreira-technology` is incomplete.
    package static let later = laterBundles.flatMap { $0.files(below: "Inbox/" + laterFolder) }

    /// What becomes of each bundle, and why, in the order of their names; then of `later`.
    package static let fates = (bundles + laterBundles).map { Fate(bundle: $0.fileName, words: $0.fate) }

    /// What becomes of one bundle, by its name in `Inbox`.
    package struct Fate: Hashable, Sendable {
        package var bundle: String
        package var words: String
    }

    static let bundles = [
        ahmadi, brandt, castellano, dubois, ferreira, grant, haddad, hassan, ibarra, keller, lindqvist, mercer, morales,
        novak, nunez, nunezCopy, okoro, park, reyes,
    ]
    static let laterBundles = [brandtAgain, ferreiraMended]
}
