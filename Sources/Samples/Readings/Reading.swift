extension Samples {
    /// What a reader writes about a sample: enough to see one submission's whole life, by hand or in a test.
    package struct Reading: Hashable, Sendable {
        package struct Mark: Hashable, Sendable {
            package var criterion: String
            package var level: String
            package var comment: String

            init(_ criterion: String, _ level: String, _ comment: String = "") {
                (self.criterion, self.level, self.comment) = (criterion, level, comment)
            }
        }

        /// What the reader does: decides, hands it on, or says which item can't be used.
        package enum Act: Hashable, Sendable {
            case final
            case declined(reason: String)
            case unscorable(reason: String, evidence: String)
        }

        package var bundle: String
        /// `reader-1`, `reader-2`, … in the order of assignment, or `adjudicator`.
        package var by: String
        package var act: Act
        package var marks: [Mark]
        package var overall: String

        init(_ bundle: String, by: String, act: Act = .final, overall: String = "", _ marks: [Mark] = []) {
            (self.bundle, self.by, self.act, self.marks, self.overall) = (bundle, by, act, marks, overall)
        }
    }

    /// The readings of all samples that are read. An adjudicator has only the criteria in dispute, a second attempt
    /// only what wasn't kept.
    package static let readings =
        checkingReadings + feedbackReadings + textsReadings + discourseReadings + technologyReadings + familyReadings
}

private let checkingReadings = [
    Samples.Reading(
        "nunez-checking", by: "reader-1",
        overall: "The third group on the carpet is the one most teachers would have let go. You didn't.",
        [
            .init("1.1", "demonstrated"), .init("1.2", "demonstrated"),
            .init("2.1", "demonstrated", "22 tickets, each alone, each with a drawing and a reason."),
            .init("2.2", "demonstrated", "Student B's bars are read for the thinking behind them, not for the answer."),
            .init("2.3", "demonstrated"), .init("3.1", "demonstrated"),
        ]),
    Samples.Reading(
        "nunez-checking", by: "reader-2",
        [
            .init("1.1", "demonstrated"), .init("1.2", "demonstrated"), .init("2.1", "demonstrated"),
            .init("2.2", "demonstrated"),
            .init("2.3", "demonstrated", "The strips are of one length: the answer to what the ticket showed."),
            .init("3.1", "demonstrated", "Printing two blank bars of one length is a change with a reason."),
        ]),
    Samples.Reading(
        "haddad-checking", by: "reader-1",
        [
            .init("1.1", "demonstrated"), .init("1.2", "demonstrated"), .init("2.1", "demonstrated"),
            .init("2.2", "demonstrated", "Four kinds of thinking, counted, and the boards are there to see."),
            .init("2.3", "demonstrated", "From minute 7 the class argues about R's board. That wasn't on any plan."),
            .init("3.1", "demonstrated"),
        ]),
    Samples.Reading(
        "haddad-checking", by: "reader-2",
        [
            .init("1.1", "demonstrated"), .init("1.2", "demonstrated"), .init("2.1", "demonstrated"),
            .init("2.2", "demonstrated"),
            .init(
                "2.3", "progressing",
                """
                The sign is taken up with everybody, and well. The five who turned the fraction over were to write \
                heights first, by your own plan; in the video they sit through the discussion of the sign.
                """),
            .init("3.1", "demonstrated"),
        ]),
    Samples.Reading(
        "haddad-checking", by: "adjudicator",
        [
            .init(
                "2.3", "demonstrated",
                """
                What the educator does next is called for by the largest group of answers, and would have been another \
                thing had the signs been there. That one group had to wait is said openly in the reflection.
                """)
        ]),
]

private let feedbackReadings = [
    Samples.Reading(
        "okoro-feedback", by: "reader-1",
        overall: "Two remarks instead of ten, and one of the two is a person to argue with. That is worth sharing.",
        [
            .init("1.1", "exemplary", "Worded with the students, with a near miss from last year beside it."),
            .init("1.2", "exemplary"), .init("1.3", "proficient"),
            .init("2.1", "proficient", "Student 1 goes beyond the step; student 2 takes it."),
            .init("2.2", "exemplary", "He says what he took “check” to mean, and the question is changed by it."),
            .init("3.1", "exemplary"),
        ]),
    Samples.Reading(
        "brandt-feedback", by: "reader-1",
        overall: "The feedback is good. What it lacked was half an hour in which to be used.",
        [
            .init("1.1", "proficient"), .init("1.2", "proficient"), .init("1.3", "proficient"),
            .init(
                "2.1", "emerging",
                """
                Both groups handed in a clean copy of the first report. Drop 3 and the missing reason are as before.
                Send what groups do when they have time, and their helicopters, to take the step.
                """),
            .init(
                "3.1", "developing",
                "It says that the feedback helped. Please follow one piece of feedback into what a group wrote next."),
        ]),
    Samples.Reading(
        "brandt-feedback-again", by: "reader-1",
        [
            .init("2.1", "proficient", "Group 2 tests the odd drop, and then looks for others unasked."),
            .init("3.1", "exemplary", "The difference is traced to five words of the remark, and these are changed."),
        ]),
]
