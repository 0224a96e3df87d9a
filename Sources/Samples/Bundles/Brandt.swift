let brandt = Bundle(
    name: "brandt-feedback",
    fate: "accepted; as it is, the reader will find that the feedback wasn't used: not yet earned",
    contents: [
        Samples.File("manifest.xml", Brandt.manifest(date: "2026-11-10", reflection: firstReflection)),
        Samples.File("task.md", Brandt.task),
        Samples.File("feedback/lab-group-2.pdf", Brandt.feedback2),
        Samples.File("feedback/lab-group-5.pdf", Brandt.feedback5),
        Samples.File("revised/lab-group-2.pdf", revised2), Samples.File("revised/lab-group-5.pdf", revised5),
    ])

/// What both attempts have in common.
enum Brandt {
    static func manifest(date: String, reflection: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <submission xmlns="urn:assay:1" rubric="feedback-that-moves-learning" version="1.0">
          <educator id="E1076" name="Tomas Brandt" email="tbrandt@mvsd.example" school="washington-ms"/>
          <evidence>
            <file kind="task" path="task.md" title="Lab report: what makes a paper helicopter fall slowly?"/>
            <file kind="feedback-sample" path="feedback/lab-group-2.pdf" title="Group 2, report" release="on-file"/>
            <file kind="feedback-sample" path="feedback/lab-group-5.pdf" title="Group 5, report" release="on-file"/>
            <file kind="revised-work" path="revised/lab-group-2.pdf" title="Group 2, afterwards" release="on-file"/>
            <file kind="revised-work" path="revised/lab-group-5.pdf" title="Group 5, afterwards" release="on-file"/>
            <text kind="reflection">\(reflection)</text>
          </evidence>
          <statement kind="own-work" agreed="true" date="\(date)"/>
        </submission>

        """
    }

    static let task = """
        # Lab report: what makes a paper helicopter fall slowly?

        Grade 6 science. In groups of three you changed *one* thing about the helicopter and timed five drops for each
        setting. Now write the report together, one page.

        **A report that a scientist would believe**

        1. says in one sentence what you changed, what you measured, and what you kept the same;
        2. shows every number that you wrote down, also the odd ones;
        3. says what the numbers show, and how sure you can be with five drops;
        4. gives a reason from what we know about air, which somebody could test next.

        Look at the two reports on the wall. We said of the left one that it tells what the group hoped for, and of the
        right one that it tells what they saw.

        """

    static let feedback2 = pdf(
        "Group 2, report with feedback",
        """
        We changed how long the wings are. We timed it with a phone. Short wings 1.2 1.3 1.2 1.4 1.2 and
        long wings 1.9 2.0 1.3 2.1 1.9. The long wings are slower so we were right. They catch more air.

        -------------------------------------------------------------------------------------------
        Feedback

        You show all ten numbers, and I can see for myself that long wings mostly take longer (point 2).
        The third drop with long wings, 1.3, is as quick as the short ones, and your report doesn't speak
        of it (point 3).

        Your step: look at drop 3 once more. Write two sentences: what may have happened, and whether
        your result holds with and without it.
        """)

    static let feedback5 = pdf(
        "Group 5, report with feedback",
        """
        Our question was do paper clips matter. We put 1, 2 and 3 paper clips. We kept the paper and the
        height the same, 2 meters. 1 clip: 1.8 1.7 1.8 1.8 1.9. 2 clips: 1.5 1.4 1.5 1.5 1.4.
        3 clips: 1.2 1.2 1.1 1.2 1.2. More clips fall faster. We are 100 % sure.

        -------------------------------------------------------------------------------------------
        Feedback

        Your first three sentences let me build it and try (point 1), and your numbers hardly overlap,
        so the pattern is easy to trust. What is missing is a reason (point 4): the wings are the same
        with three clips, so what is different for the air?

        Your step: write one reason, and beside it a test that could prove you wrong.
        """)
}

private let firstReflection = """
    This unit was the first time that I gave written feedback to groups instead of grades, and on the whole it went
    very well. The students were engaged and liked the helicopters, and the noise was a good kind of noise. I spent
    a weekend on the nine reports and tried to write down for each group what was already there and one thing to do.

    On Monday I handed the reports back at the end of the hour, since we had the fire drill, and asked the groups to
    copy out a clean version for the display in the hall by Wednesday. All nine groups handed one in, and the
    display looks great. Parents stopped to read it on conference night, and my principal took a picture of it for
    the newsletter.

    I believe that the feedback helped, because the clean versions are neater and longer than the first ones, and
    because students asked me fewer questions about what their grade would be. It was also good for me to think
    about what I wanted to see in a report before I read them, and I liked having the four points from the task to
    lean on. I will certainly do it again in the spring with the plant unit, and start a little earlier, so that
    there is more time for everybody.
    """

private let revised2 = pdf(
    "Group 2, clean copy for the hall",
    """
    PAPER HELICOPTERS by Group 2

    We changed how long the wings are. We timed it with a phone.

    Short wings: 1.2  1.3  1.2  1.4  1.2
    Long wings:  1.9  2.0  1.3  2.1  1.9

    The long wings are slower so we were right. They catch more air.

    (drawing of a helicopter, colored in)
    """)

private let revised5 = pdf(
    "Group 5, clean copy for the hall",
    """
    DO PAPER CLIPS MATTER?

    Our question was do paper clips matter. We put 1, 2 and 3 paper clips. We kept the paper and the
    height the same, 2 meters.

    1 clip:  1.8 1.7 1.8 1.8 1.9
    2 clips: 1.5 1.4 1.5 1.5 1.4
    3 clips: 1.2 1.2 1.1 1.2 1.2

    More clips fall faster. We are 100 % sure. Thank you for reading our report.
    """)
