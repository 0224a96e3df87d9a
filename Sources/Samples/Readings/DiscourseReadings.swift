/// On `dubois-discourse` the third reader sees another level of one criterion, and under this rubric that is a
/// difference, though both levels meet it.
let discourseReadings = [
    Samples.Reading("dubois-discourse.zip", by: "reader-1", dubois(peers: "sustained")),
    Samples.Reading(
        "dubois-discourse.zip", by: "reader-2",
        overall: "Please show this film to somebody who believes that algebra is quiet.", dubois(peers: "sustained")),
    Samples.Reading(
        "dubois-discourse.zip", by: "reader-3",
        dubois(
            peers: "present",
            "It is the same six who speak to one another. For the others it is the teacher who opens the turn.")),
    Samples.Reading(
        "dubois-discourse.zip", by: "adjudicator",
        [
            .init(
                "2.2", "sustained",
                """
                From “But it's still minus one” seven turns go by without the teacher, and they restate, doubt and extend. \
                How many take part is what 3.2 asks about, and there it is counted.
                """)
        ]),
]

private func dubois(peers level: String, _ comment: String = "") -> [Samples.Reading.Mark] {
    [
        .init("1.1", "sustained"), .init("1.2", "sustained"), .init("2.1", "sustained"),
        .init("2.2", level, comment), .init("2.3", "sustained"), .init("3.1", "sustained"),
        .init("3.2", "present", "Three by number, and the projector. What came of the move isn't known yet."),
    ]
}

/// One file of `ferreira-technology` can't be opened; mended, it is earned without a comment.
let technologyReadings = [
    Samples.Reading(
        "ferreira-technology", by: "reader-1",
        act: .unscorable(
            reason: "The first file of responses can't be opened: the program says that it is damaged.",
            evidence: "e4")),
    Samples.Reading(
        "ferreira-technology-mended", by: "reader-1",
        [
            .init("1.1", "demonstrated"), .init("1.2", "demonstrated"), .init("1.3", "demonstrated"),
            .init("2.1", "demonstrated", "The four who wrote the same, and add."), .init("2.2", "demonstrated"),
        ]),
]
