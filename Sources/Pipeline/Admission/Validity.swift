internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Workers

/// Until when what was earned is valid: by the version under which it was earned, whatever Rubrics now say.
struct Validity {
    let zone: ProgramZone
    let workers: WorkerPool

    /// Its last day; nil where it has no end.
    func lastDay(of earned: SubmissionRow, in book: Book) throws -> CivilDate? {
        guard let number = earned.decided, let decided = try book.event(number)?.at else { return nil }
        return try book.rubric(sha256: earned.rubricSHA256, workers).validFor?.day(after: zone.day(of: decided))
    }
}

extension [SubmissionRow] {
    /// Of an educator's submissions under one rubric those that count together: what was earned is the last of its own,
    /// and a renewal begins anew. What was withdrawn counts nowhere.
    var presentAttempts: [SubmissionRow] {
        let counted = filter { $0.state != .withdrawn }
        guard let earned = counted.dropLast().lastIndex(where: { $0.state == .earned }) else { return counted }
        return Array(counted[(earned + 1)...])
    }
}
