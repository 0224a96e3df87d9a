/// The district's program: its name, its clock, its schools, and the limits of intake.
package struct Program: Hashable, Sendable {
    package enum QueueEvidence: String, Sendable { case copy, link }
    package struct Issuer: Hashable, Sendable {
        package var name: String
        package var url: String?
        package var email: String?
        package init(name: String, url: String?, email: String?) {
            (self.name, self.url, self.email) = (name, url, email)
        }
    }
    package struct School: Hashable, Sendable {
        package var id: String
        package var name: String
        package var isTitleI: Bool
        package var locale: String?
        package init(id: String, name: String, isTitleI: Bool = false, locale: String? = nil) {
            (self.id, self.name, self.isTitleI, self.locale) = (id, name, isTitleI, locale)
        }
    }
    package struct Goal: Hashable, Sendable {
        package var id: String
        package var school: String?
        package var text: String
        package init(id: String, school: String?, text: String) {
            (self.id, self.school, self.text) = (id, school, text)
        }
    }
    package struct Cohort: Hashable, Sendable {
        package var id: String
        package var school: String?
        package var lead: String?
        package var title: String
        package init(id: String, school: String?, lead: String?, title: String) {
            (self.id, self.school, self.lead, self.title) = (id, school, lead, title)
        }
    }
    package struct Limits: Hashable, Sendable {
        /// Seconds.
        package var settle: Int64
        /// Seconds.
        package var patience: Int64
        package var maxBytes: Int64
        package var maxFiles: Int
        /// What an archive of as many bytes may have, with the little that packing adds to them.
        package var maxArchiveBytes: Int64 {
            let (sum, isOver) = maxBytes.addingReportingOverflow(maxBytes / 16 + 1_048_576)
            return isOver ? .max : sum
        }
        /// Seconds; a run waits that long for its second look.
        package static let longestSettle: Int64 = 3600

        package init(settle: Int64 = 5, patience: Int64 = 3600, maxBytes: Int64 = 2_000_000_000, maxFiles: Int = 500) {
            (self.settle, self.patience, self.maxBytes, self.maxFiles) = (settle, patience, maxBytes, maxFiles)
        }
    }

    package var id: String
    package var timeZone: String
    package var name: String
    package var issuer: Issuer?
    package var queueEvidence: QueueEvidence = .copy
    package var limits = Limits()
    package var closed: [DateSpan] = []
    package var schools: [School] = []
    package var goals: [Goal] = []
    package var cohorts: [Cohort] = []

    package init(id: String, timeZone: String, name: String) {
        (self.id, self.timeZone, self.name) = (id, timeZone, name)
    }

    package func school(_ id: String) -> School? { schools.first { $0.id == id } }

    package func isWorkingDay(_ day: CivilDate) -> Bool {
        !day.isWeekend && !closed.contains { $0.contains(day) }
    }

    /// The `n`-th working day after `day`; a calendar closed for more than ten years running ends the search.
    package func workingDay(_ n: Int, after day: CivilDate) -> CivilDate {
        var date = day
        var left = n
        let end = CivilDate(daysSince1970: day.daysSince1970 + 3660 + Int64(n) * 7)
        while left > 0, date < end {
            date = date.next
            if isWorkingDay(date) { left -= 1 }
        }
        return date
    }
}
