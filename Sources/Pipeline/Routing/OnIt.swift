internal import Assessment
internal import Bookkeeping

extension Book {
    /// Who reads, has read or declined a submission, and so isn't given it again: what routing goes by, and `explain`.
    func onIt(_ id: String, _ accepted: AcceptedFact) throws -> Set<String> {
        let mine = try assignments(of: id).filter { ![.withdrawn, .unscorable, .superseded].contains($0.state) }
        var onIt = Set(mine.map(\.reviewer))
        // Who declined the bundle before it was mended declined the work, not the folder.
        var seen = [id]
        var mended = accepted.continues
        while let earlier = mended, !seen.contains(earlier) {
            seen.append(earlier)
            onIt.formUnion(try assignments(of: earlier).filter { $0.state == .declined }.map(\.reviewer))
            mended = try submission(earlier).flatMap { try acceptance(of: $0).continues }
        }
        return onIt
    }

    /// The addresses under which a submission's educator was accepted otherwise: a reviewer who has one of them is she,
    /// whichever she writes now. Those of returned bundles don't count, or anybody could keep reviewers from her work.
    func otherMails(_ row: SubmissionRow) throws -> Set<String> {
        Set(try acceptances(ofEducator: row.educator, except: row.accepted).map(\.educator.email))
    }
}

extension Program {
    /// Whether the school that an educator names is declared; one that was renamed isn't, and hides who works there.
    func knows(_ educator: Submission.Educator) -> Bool { educator.school.isEmpty || school(educator.school) != nil }
}
