/// One reader's level for one criterion. A blank optional criterion has no mark.
package struct Mark: Hashable, Codable, Sendable {
    package var criterion: String
    /// The level's id on the criterion's scale.
    package var level: String
    package var comment: String?
    package init(criterion: String, level: String, comment: String? = nil) {
        (self.criterion, self.level, self.comment) = (criterion, level, comment)
    }
}

extension Reviewer.Form {
    /// The decision file's name in a queue folder.
    package var decisionName: String {
        switch self {
        case .xml: "decision.xml"
        case .text: "decision.txt"
        }
    }
}

/// Words that a reviewer typed where nothing is read, such as into the notes of decision.xml.
package struct UnreadWords: Hashable, Sendable {
    package var words: String
    package var place: Place
    package init(words: String, place: Place) { (self.words, self.place) = (words, place) }
}

/// A decision file as its reviewer left it, before anything is judged.
package struct DecisionFile: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case draft, final, declined, unscorable

        /// The word that a longer status begins with, such as `declined, because I know her`.
        package init?(begun text: String) {
            let words = text.lowercased().split { !$0.isLetter }
            guard let status = words.first.flatMap({ Status(rawValue: String($0)) }) else { return nil }
            self = status
        }
    }
    package struct WrittenMark: Hashable, Sendable {
        package var criterion: String
        /// As typed; empty when left blank.
        package var level: String
        package var comment: String
        /// Where the criterion's element begins (in decision.txt, its comment), and where its level is written.
        package var place: Place
        package var levelPlace: Place
        package init(criterion: String, level: String, comment: String, place: Place, levelPlace: Place) {
            (self.criterion, self.level, self.comment) = (criterion, level, comment)
            (self.place, self.levelPlace) = (place, levelPlace)
        }
    }
    /// What was laid and must come back as it was.
    package struct Binding: Hashable, Sendable, Codable {
        package var submission: String
        package var reviewer: String
        package var rubric: String
        package var version: String
        package var ticket: String
        package init(submission: String, reviewer: String, rubric: String, version: String, ticket: String) {
            (self.submission, self.reviewer, self.rubric) = (submission, reviewer, rubric)
            (self.version, self.ticket) = (version, ticket)
        }
    }

    package var binding: Binding
    /// As typed, padding and letter case aside; `status` is nil where it is none of the four.
    package var writtenStatus: String
    package var status: Status?
    package var reason: String
    /// Such as `e3`: the item that can't be scored.
    package var evidence: String
    package var marks: [WrittenMark]
    package var overall: String
    /// Where the root element or the head begins, and where its values stand by name (`status`, `ticket`, `reason`, …).
    package var place: Place
    package var places: [String: Place]
    /// Typed into the notes that were laid: no fault, but nobody would read it.
    package var unread: [UnreadWords] = []

    package init(
        binding: Binding, writtenStatus: String, reason: String = "", evidence: String = "",
        marks: [WrittenMark] = [], overall: String = "", place: Place = Place(line: 1, column: 1),
        places: [String: Place] = [:]
    ) {
        (self.binding, self.writtenStatus, self.reason, self.evidence) = (binding, writtenStatus, reason, evidence)
        (self.marks, self.overall, self.place, self.places) = (marks, overall, place, places)
        status = Status(rawValue: writtenStatus.trimmed.lowercased())
    }
}
