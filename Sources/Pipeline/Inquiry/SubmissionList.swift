internal import Assessment
internal import Bookkeeping
internal import Folders

extension Questions {
    /// All submissions, or those that were decided before a day, or accepted before it where they aren't decided.
    package func list(before written: String? = nil) throws -> [ListLine] {
        try checkIsKnown()
        let day = try written.map { text in
            guard let day = CivilDate(text) else {
                throw Refusal.usage("--before '\(printable(text))' is no date. Write it as 2026-11-02.")
            }
            return day
        }
        let zone = try library().zone
        func dayOf(_ time: Instant) -> CivilDate {
            zone?.day(of: time) ?? CivilDate(daysSince1970: time.seconds / 86_400)
        }
        let lines = try withBook { book in
            let unfilled = try book.unfilled()
            let times = try book.submissionTimes()
            return try book.allSubmissions().map { row in
                let accepted = times[row.accepted] ?? Instant(seconds: 0)
                let decided = row.decided.flatMap { times[$0] }
                return ListLine(
                    submission: row.id, bundle: row.bundle,
                    state: Inquiry(book: book).state(of: row, unfilled: unfilled), outcome: row.outcome,
                    rubric: row.rubric, version: row.version, accepted: accepted, decided: decided,
                    acceptedDay: dayOf(accepted).text, decidedDay: decided.map { dayOf($0).text })
            }
        }
        return (lines ?? []).filter { line in day.map { dayOf(line.decided ?? line.accepted) < $0 } ?? true }
    }
}
