/// On `ahmadi-texts` the readers differ by up to a level, and agree that it is earned; on `castellano-texts` the first
/// declines, and the two who read agree that it isn't yet.
let textsReadings = [
    Samples.Reading(
        "ahmadi-texts", by: "reader-1",
        overall: "“From where else is yours to tell or to keep” should hang in every room that reads.",
        [
            .init("1.1", "leading", "Maps without words, and the group that turned out to be two countries."),
            .init("1.2", "leading", "The funny book about a camp is there because it is funny. And the gap is named."),
            .init(
                "1.3", "leading", "The lesson is built on what the verse leaves out: the hard and worthy place of it."),
            .init("2.1", "leading", "Lambing settles what the papayas count. She chose to tell it."),
            .init("2.2", "established", "Student 1 asks who tells; student 2 turns at “the same Ha”. Both quote."),
            .init("3.1", "leading", "The student for whom it didn't work has the longest paragraph, and a next text."),
        ]),
    Samples.Reading(
        "ahmadi-texts", by: "reader-2",
        [
            .init("1.1", "established", "How each thing was learned is said. Families' own words would add to it."),
            .init(
                "1.2", "established", "Each student can find themselves in one; daily life is there in three of five."),
            .init("1.3", "leading", "Nothing is shortened, and the Hayden poem is asked of everyone."),
            .init(
                "2.1", "established", "The task asks for what they know from elsewhere, and student 1 reads with it."),
            .init(
                "2.2", "beginning",
                """
                Student 1 reads closely. Half of student 2's letter is about liking the book; the turn at the end uses \
                one phrase of the text. A second piece of this kind would have shown more.
                """),
            .init("3.1", "leading", "It finds the fault in the task itself, and moves the novel to a later month."),
        ]),
    Samples.Reading(
        "castellano-texts", by: "reader-1",
        act: .declined(reason: "I tutor two children of this class on Fridays.")),
    Samples.Reading(
        "castellano-texts", by: "reader-2",
        overall: "The books are well found. Now let the children read them against their own lives, and say so.",
        [
            .init("1.1", "beginning", "Percentages from the office. What did you learn from the table of objects?"),
            .init("1.2", "beginning", "One story for each group. Which child is in which book, and how else?"),
            .init("1.3", "beginning", "The book is heard, and no line of it is looked at twice."),
            .init("2.1", "beginning", "They ask at home, and what they bring isn't taken back to Alma."),
            .init(
                "2.2", "beginning", "Student B compares two names with six and a taped paper: that is the beginning."),
            .init("3.1", "beginning", "It says that they loved it. Follow student B's sentence, which you nearly did."),
        ]),
    // The lead to whom it went when the first reader declined.
    Samples.Reading(
        "castellano-texts", by: "reader-3",
        [
            .init("1.1", "beginning", "The paragraph would fit many third grades."),
            .init("1.2", "established", "Most children can find themselves; the missing Hmong book is named."),
            .init("1.3", "beginning", "The text is read for its message."),
            .init("2.1", "established", "Each child brings a story that only the family has, and writes from it."),
            .init("2.2", "beginning", "The work tells of a name. Of the text there is one line, in B's."),
            .init("3.1", "beginning", "Representation matters: yes. What did A or B write because of it?"),
        ]),
]

/// On `grant-family.tar.gz` each reader says of everything what was seen; the educator will know who said it.
let familyReadings = [
    Samples.Reading(
        "grant-family.tar.gz", by: "reader-1",
        overall: "I would like to hear at our school how you came to the shed's door.",
        [
            .init("1.1", "mutual", "The fifteen are known, with the hour of their shift, and three were asked how."),
            .init("1.2", "mutual", "One question, and a week later what the answers were used for."),
            .init("2.1", "mutual", "She asks whether it is math. You came back in November to tell her."),
            .init("2.2", "mutual", "The grandfather chose the number, and M says whether the equation is his."),
            .init("3.1", "mutual", "19 of 24; the four wrong numbers are the school's, and the fifth said why."),
        ]),
    Samples.Reading(
        "grant-family.tar.gz", by: "reader-2",
        [
            .init("1.1", "mutual", "Coffee, 2:30, an interpreter: a time and a place of theirs."),
            .init("1.2", "two-way", "Both languages say the same, and both can be answered with a word."),
            .init("2.1", "mutual", "“I would rather grade the feed book.” And it was said after listening."),
            .init("2.2", "mutual", "The Smiths and their car loan are gone, for a reason that families gave."),
            .init("3.1", "two-way", "Counted, with the mistake about the real bill told as it was."),
        ]),
]
