/// Written for a version of the rubric that isn't taken any more, and packed: it comes back as it came.
let mercer = Bundle(
    name: "mercer-discourse", shape: .zip,
    fate: "returned, as the archive that it came in: it asks for version 1.0 of its rubric, which is retired",
    contents: [
        Samples.File("mercer-discourse/manifest.xml", mercerManifest),
        Samples.File("mercer-discourse/task.md", mercerTask),
    ])

private let mercerManifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="math-discourse" version="1.0">
      <educator id="E1120" name="Paul Mercer" email="pmercer@mvsd.example" school="cedar-ridge-k8"/>
      <evidence>
        <file kind="task" path="task.md" title="Which one doesn't belong?"/>
        <link kind="video" href="https://video.mvsd.example/v/8702" duration="PT11M" release="on-file"/>
        <text kind="reflection">\(mercerReflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-06"/>
    </submission>

    """

private let mercerTask = """
    # Which one doesn't belong?

    9, 16, 25, 43. Find a reason for each of the four. Then find one that your partner hasn't thought of.

    Expected: 9 has one digit; 16 is even; 25 ends in what it was made from; 43 isn't a square. Somebody will say that 16
    is the only one whose digits make an odd number, and then we have to look at all of them.

    """

private let mercerReflection = prose(
    """
    Since each number can be the one, nobody can be wrong at first, and in my fourth grade this opened mouths that are
    closed in October. It also made the talk too easy: they collected reasons, and nobody had to answer anyone. The turn
    came when J said that 43 doesn't belong “because it is nothing”, and M said that nothing is nothing, everything is
    something times something. From there they argued for six minutes about whether 43 is something times something, and
    I wrote down what they tried.

    I would start with this next time. One number, and the claim that it is special: who can take it down? Four of the
    quiet ones spoke in the first half, and none in the second, so I need both halves, and a minute alone in between.
    """)

/// Several faults of the kinds that people make who don't write XML; the receipt speaks of folders and files.
let novak = Bundle(
    name: "novak-technology",
    fate: "returned for several reasons, in words of folders: a Word document under a PDF's name where a Word document "
        + "isn't taken, no release, the same responses twice, a link to a site that isn't accepted, a note that is too short",
    contents: [
        Samples.File("manifest.xml", novakManifest), Samples.File("lesson-plan/plan.md", novakPlan),
        Samples.File("tool/quiz.txt", "https://quiz.example.com/play/20871\n"),
        Samples.File("responses/monday.txt", novakResponses), Samples.File("responses/tuesday.txt", novakResponses),
        Samples.File("responses/wednesday.pdf", docx("Monday 14, Tuesday 17, Wednesday 21 of 25 right.")),
        Samples.File("data-note/note.txt", "It's a free tool and everybody uses it.\n"),
        Samples.File("reflection/reflection.txt", novakReflection),
    ])

private let novakManifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="technology-for-formative-assessment">
      <educator id="E1350" name="Petr Novák" email="pnovak@mvsd.example" school="washington-ms"/>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let novakPlan = """
    # Grade 7 science: phases of the moon

    1. Quiz, five questions, points for speed.
    2. Film.
    3. The same quiz again on Tuesday and Wednesday.

    """

private let novakResponses = """
    Question 1  14 of 25    Question 2  19 of 25    Question 3  11 of 25    Question 4  20 of 25    Question 5   9 of 25

    """

private let novakReflection = prose(
    """
    The class enjoys the quiz with music, and from day to day more answers are right, as one sees in the three files. In
    question 5 the shadow of the earth is the most chosen answer, and I believe that this is a misconception, because it
    was in the film of an eclipse last year. I told them on Tuesday that it isn't so, and on Wednesday more had it right.

    What I can't see is why. Some may know it now, and some may only know that this answer is wrong. On the last day three
    students told me that one can see from the colors where the right answer will be. I would like to ask for a drawing
    next time, with the sun in it, and to look at it before I start the film and not after.
    """)

/// A file that isn't a bundle: it stays where it is, and `status` says so.
let strayNote = Samples.File(
    "Inbox/notes from the office.txt", "Ms. Keller's file is copied over the slow line. Don't move it yet.\n")
