/// What `assay init --samples` lays out: two rubrics, a program, a roster, and bundles that show every path.
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
        File("Rubrics/feedback-that-moves-learning.xml", feedbackRubric),
        File("Rubrics/program.xml", program),
        File("Rubrics/reviewers.xml", reviewers),
    ]

    /// The bundles, below `Inbox`, in the order of their names.
    package static let inbox = bundles.flatMap { $0.files(below: "Inbox") }

    /// What is dropped into `Inbox` once the first decision on `brandt-feedback` is there.
    package static let later = [brandtAgain].flatMap { $0.files(below: "Inbox") }

    /// What becomes of each bundle, and why, in the order of `inbox` and then `later`.
    package static let fates = (bundles + [brandtAgain]).map { Fate(bundle: $0.name, words: $0.fate) }

    /// What becomes of one bundle.
    package struct Fate: Hashable, Sendable {
        package var bundle: String
        package var words: String
    }

    static let bundles = [brandt, haddad, lindqvist, nunez, nunezCopy, okoro, park, reyes]
}

/// A bundle that someone drops: a folder's name and what is in it.
struct Bundle: Sendable {
    var name: String
    var fate: String
    var contents: [Samples.File]

    func files(below folder: String) -> [Samples.File] {
        contents.map { Samples.File("\(folder)/\(name)/\($0.path)", $0.bytes) }
    }
}
