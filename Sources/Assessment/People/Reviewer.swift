/// Somebody who reads submissions, and what may keep her from one.
package struct Reviewer: Hashable, Sendable {
    package enum Role: String, Sendable, Codable { case assessor, lead }
    /// How she is given what is to be filled in: as XML, or as lines of plain text.
    package enum Form: String, Codable, Sendable, CaseIterable { case xml, text }
    package enum Qualification: Hashable, Sendable { case rubric(String), tag(String) }
    package enum Conflict: Hashable, Sendable { case educator(String), school(String) }

    package var id: String
    package var name: String
    package var email: String
    package var school: String?
    package var role: Role
    package var capacity: Int
    package var form: Form
    package var qualifications: [Qualification]
    package var conflicts: [Conflict]
    package var away: [DateSpan]

    package init(
        id: String, name: String, email: String, school: String? = nil, role: Role = .assessor, capacity: Int = 10,
        form: Form = .xml, qualifications: [Qualification] = [], conflicts: [Conflict] = [], away: [DateSpan] = []
    ) {
        (self.id, self.name, self.email, self.school, self.role) = (id, name, email, school, role)
        (self.capacity, self.form, self.qualifications) = (capacity, form, qualifications)
        (self.conflicts, self.away) = (conflicts, away)
    }

    /// Whether a school may stand between her and a submission: the one where she works, or one in a declared conflict.
    package var isTiedToSchools: Bool {
        school != nil || conflicts.contains { if case .school = $0 { true } else { false } }
    }

    package func isQualified(for rubric: Rubric) -> Bool {
        qualifications.contains {
            switch $0 {
            case .rubric(let id): id == rubric.id
            case .tag(let tag): rubric.tags.contains(tag)
            }
        }
    }
}
