/// One of its files was damaged on its way: it begins as a PDF does, and no program opens it.
let ferreira = Bundle(
    name: "ferreira-technology",
    fate: "accepted as a bundle by folders, with links from a Windows and a Mac browser, and a warning, since the "
        + "micro-credential that comes before this one isn't earned here; a reader can't open one file: incomplete",
    contents: Ferreira.contents(responses: Array(Ferreira.before.prefix(700))))

/// The same with the file whole: it goes on with the attempt, and no attempt is used up.
let ferreiraMended = Bundle(
    name: "ferreira-technology-mended",
    fate: "accepted once the first is incomplete: it goes on with the same attempt and the same reader",
    contents: Ferreira.contents(responses: Ferreira.before))

private enum Ferreira {
    static func contents(responses: [UInt8]) -> [Samples.File] {
        [
            Samples.File("manifest.xml", manifest), Samples.File("lesson-plan/ratios.odt", odt(plan)),
            Samples.File(
                "tool/the check.url", "[InternetShortcut]\r\nURL=https://forms.mvsd.example/f/ratio-paint\r\n"),
            Samples.File("tool/the second one.webloc", webloc),
            Samples.File("responses/1 before.pdf", responses), Samples.File("responses/2 after.txt", after),
            Samples.File("responses/release.txt", "not-needed\n"),
            Samples.File("data-note/data note.txt", note), Samples.File("reflection/reflection.docx", docx(reflection)),
        ]
    }

    static let manifest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <submission xmlns="urn:assay:1" rubric="technology-for-formative-assessment">
          <educator id="E1402" name="Joana Ferreira" email="jferreira@mvsd.example" school="washington-ms"/>
          <statement kind="own-work" agreed="true" date="2026-11-19"/>
        </submission>

        """

    static let webloc = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
        \t<key>URL</key>
        \t<string>https://student.desmos.com/activitybuilder/paint-two</string>
        </dict>
        </plist>

        """

    static let plan = """
        Grade 6: equal ratios. Target: I can tell whether two mixtures have the same color, and why.

        Minutes 0 to 8: two jars of paint, 2 blue to 3 white and 4 blue to 5 white. Look and wonder.

        Minutes 8 to 14, the check, each student alone on the form, others' answers hidden: Is 4 to 6 the same green
        as 6 to 9, lighter, or darker? Say why, in a sentence or a picture.

        Minute 14: I look. Who says darker because there is more of it adds; who says the same because both grew by
        the same number adds too, in another place. Who doubles or halves has it.

        If many add: the jars again, now with a table, and we mix. If many double: what about 4 to 6 and 6 to 9, where
        doubling doesn't help? If both: pairs of one and one at the jars.
        """

    static let before = pdf(
        "Responses, minute 14 (24 students, numbers instead of names)",
        """
        Is 4 to 6 the same green as 6 to 9, lighter, or darker?          same 15   darker 7   lighter 2

        same
          11  "2 to 3 is in both." / "half of it is 2 and 3 and a third is 2 and 3"
           4  "both got 2 more and 3 more, that is almost the same"
        darker
           6  "there is more paint in it" / "6 blue is more than 4"
           1  "I guessed"
        lighter
           2  "9 is more white"

        Numbers 3, 9, 17 and 21 wrote same and add.
        """)

    static let after = """
        Second check, next day (23 students): 6 to 8 and 9 to 12, the same, lighter, darker? Why?

        same     20   of these: "3 to 4 is in both" 16; "times one and a half" 2; "both got more" 2 (9, 21)
        darker    2   "more blue"
        lighter   1   no reason

        """

    static let note = prose(
        """
        The form is the district's own. It keeps the number that a student types, the answers and the time, and no name
        or account. I see it, and nobody else. I delete it on the last day of the unit; the picture and the counts that
        I hand in here are all that stays.
        """)

    static let reflection = """
        The form says that 15 of 24 are right, and at the jars I would have believed it. The sentences say that it is
        11. Four students wrote “the same” because both numbers grew, and this is the thinking that gives “darker” for
        the next pair of jars. I had made the question so that an adder says darker, and hadn't seen that 2 more and 3
        more looks fair.

        So I didn't do the step for “many double”. I put one adder and one of the eleven at each jar, and asked them to
        make 10 to 15 before they mix it. The seven who said darker needed only to see it. The four argued, and number 3
        found that by adding one gets from 4 to 6 to 100 to 102, which has nearly as much blue as white.

        The next day 18 of 23 had a multiplicative reason. Numbers 9 and 21 still add. They work with me on Monday while
        the others meet the pair for which doubling doesn't help.
        """
}
