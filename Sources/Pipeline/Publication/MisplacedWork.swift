internal import Assessment
internal import Bookkeeping
internal import Reporting

/// What lies in the wrong place of the queues, for the pages of those whom it concerns: in whose queue it lies, and
/// whose it is. Neither page says who the other is.
struct MisplacedWork {
    /// All others.
    let problems: [Problem]
    private let misplaced: [(problem: Problem, owner: AssignmentRow?)]
    private let shelf: RubricShelf

    init(_ book: Book, _ shelf: RubricShelf) throws {
        self.shelf = shelf
        let owners = try book.misplaced()
        var problems: [Problem] = []
        var misplaced: [(problem: Problem, owner: AssignmentRow?)] = []
        for problem in try book.problems() {
            let owner = owners[problem.path]
            let isStray = problem.ticket == nil && problem.findings.contains { $0.isA(.queueStray) }
            // What lies in the wrong one of a reviewer's own folders is told beside that folder.
            if isStray || owner.map({ $0.reviewer != problem.reviewer }) ?? false {
                misplaced.append((problem: problem, owner: owner))
            } else {
                problems.append(problem)
            }
        }
        (self.problems, self.misplaced) = (problems, misplaced)
    }

    func lines(for reviewer: String, in book: Book) throws -> [DeskPage.Misplaced] {
        try misplaced.compactMap { problem, owner in
            let parts = pathNames(problem.path)
            let isHere = parts.count > 3 && parts[2] == reviewer
            if isHere, problem.ticket != nil { return .anothersDecision(submission: parts[3], file: parts.last ?? "") }
            if isHere, let owner, owner.reviewer == reviewer, NameRule.isDecision(parts[3]),
                try book.queued(owner.ticket) != nil
            {
                return .beside(shown(parts[3]), submission: owner.submission)
            }
            if isHere {
                return owner.map { $0.reviewer != reviewer } ?? false
                    ? .anothers(shown(parts[3])) : .notYours(shown(parts[3]))
            }
            guard let owner, owner.reviewer == reviewer else { return nil }
            let title = try book.submission(owner.submission)
                .map { try shelf.rubric(sha256: $0.rubricSHA256, in: book).title }
            let isOpen = try book.queued(owner.ticket) != nil
            return .yours(submission: owner.submission, title: title ?? owner.submission, isOpen: isOpen)
        }
    }

    /// A name that somebody gave may say who sent the submission; one that is made of the program's own names and of
    /// the words of copying doesn't.
    private func shown(_ name: String) -> String? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let isPlain = zip(words, [""] + words).allSatisfy { word, before in
            MisplacedWork.plainWords.contains(word) || Int(word) != nil
                || before == "s" && SubmissionName.isOne("S-" + word.uppercased())
        }
        return isPlain && name.utf8.count <= 80 ? printable(name) : nil
    }

    private static let plainWords: Set<String> = [
        "s", "decision", "evidence", "read", "problems", "your", "earlier", "words", "txt", "xml", "html", "zip",
        "docx",
        "pdf", "bak", "copy", "of", "new", "folder", "old", "draft", "final", "my", "kopie", "von", "neuer", "ordner",
        "copia", "de", "nueva", "carpeta", "copie", "nouveau", "dossier",
    ]
}
