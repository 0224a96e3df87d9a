let park = Bundle(
    name: "park-unreadable-link",
    fate: "returned at once, for several reasons: an http link, a host that isn't allowed, a release not given, "
        + "work of one student only, and a reflection that is too short",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("plan.md", plan),
        Samples.File("work/student-e.pdf", studentE),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="checking-for-understanding">
      <educator id="E1093" name="Ji-woo Park" email="jpark@mvsd.example" school="cedar-ridge-k8"/>
      <evidence>
        <file kind="lesson-plan" path="plan.md" title="Why did the town move?"/>
        <file kind="student-work" path="work/student-e.pdf" title="Student E: sources"/>
        <link kind="video" href="http://video.mvsd.example/v/9102" duration="PT7M10S" release="on-file"/>
        <link kind="video" href="https://drive.example.com/file/d/1hJq8/view" duration="PT6M" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let reflection = """
    The check showed me that most of the class takes the newest source for the truest. Nine of 24 gave a reason from
    the source itself. I would like to write more about this after the next lesson, when they compare the flood map
    with the mayor's letter.
    """

private let plan = """
    # Grade 8 social studies: why did the town move?

    **Target.** I can say how far a source can be trusted for a given question, and why.

    1. *Two sources, 12 minutes.* The mayor's letter of 1913 and the railroad's pamphlet of 1921, both on why the
       town was moved up the hill.
    2. **Check, 5 minutes.** Each student alone, on a card: which of the two would you ask first, *if the question
       is who paid for it*? Give a reason from the source.
    3. *By the cards.* “The newer one” and “the longer one” go to the table with the flood map of 1912. Cards with a
       reason from the source write a question for which the *other* source would be the better one.
    4. *All, 10 minutes.* Three cards, read without names: what would change this student's mind?

    """

private let studentE = pdf(
    "Student E: sources",
    """
    If the question is who paid for it I would ask: the railroad pamphlet.

    My reason: it is newer so they knew how it ended. Also it has a price in it. The mayor does not say a
    price. But the railroad wants people to come live there, so maybe they say it cost the town nothing on
    purpose.
    """)
