/// An archive that is still being copied, or whose copying ended too early: its end isn't there.
let keller = Bundle(
    name: "keller-family", shape: .cutZip,
    fate: "waiting: the archive's end isn't there; after an hour without a change it is returned, and has to be "
        + "copied again",
    contents: [
        Samples.File("manifest.xml", kellerManifest), Samples.File("plan.md", kellerPlan),
        Samples.File("messages/september.txt", "Tell me one thing that I should know before I teach your child.\n"),
        Samples.File("messages/october.txt", "You told me: horses, a new baby, two who read at night.\n"),
    ])

private let kellerManifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="family-partnership">
      <educator id="E1290" name="Ruth Keller" email="rkeller@mvsd.example" school="cedar-ridge-k8"/>
      <evidence>
        <file kind="plan" path="plan.md" title="One thing to know"/>
        <file kind="message" path="messages/september.txt" title="September, English"/>
        <file kind="message" path="messages/october.txt" title="October, English"/>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let kellerPlan = """
    # One thing to know

    Before the first bell each family gets a card with one question: what is the one thing that I should know before I
    teach your child? In October I say what I did with it.

    """

/// A bundle by folders into which the second half hasn't been put yet.
let morales = Bundle(
    name: "morales-texts",
    fate: "waiting: a bundle by folders with one of two pieces of student work; after an hour without a change it is "
        + "returned, naming the folder",
    contents: [
        Samples.File("manifest.xml", moralesManifest), Samples.File("class-picture/picture.txt", moralesPicture),
        Samples.File("text-set/set.md", moralesSet), Samples.File("lesson/lesson.md", moralesLesson),
        Samples.File("student-work/student J.pdf", moralesWork),
        Samples.File("student-work/release.txt", "not-needed\n"),
        Samples.File("student-work/_to do.txt", "K's page is at home, scan on Monday\n"),
        Samples.File("reflection/reflection.txt", moralesReflection),
    ])

private let moralesManifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="culturally-responsive-texts">
      <educator id="E1333" name="Inés Morales" email="imorales@mvsd.example" school="lincoln-es"/>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let moralesPicture = prose(
    """
    Twenty fifth graders. I asked each to bring a sentence that somebody at home says often, in the words in which it is
    said, and to tell when it is said. There were six languages and, which surprised me, two kinds of English that the
    children were shy to write. Eleven of the sentences are about work, and three are prayers. Two children made theirs
    up because there is nobody who talks, and one of them told me so.

    """)

private let moralesSet = """
    - **Last Stop on Market Street**, Matt de la Peña: a grandmother's sentences, and a boy who learns to hear them.
    - **Fry Bread**, Kevin Noble Maillard: one line that comes back and means more each time. And the notes at the end,
      which are as long as the book.
    - **Brown Girl Dreaming**, Jacqueline Woodson, the poems about how the South is to be spoken: for the two kinds of
      English.
    - **Thunder Rose**, Jerdine Nolen: a tall tale in a big voice, because it must be funny as well.

    """

private let moralesLesson = """
    # How people talk in books (2 lessons)

    1. Hear the grandmother's lines three times: as we'd say them, as they stand, as somebody in a hurry would.
    2. Find in the text who answers her, and how. What does the boy's answer show about what he has understood?
    3. Write a page in which your sentence from home is said twice, and the second time means more.

    """

private let moralesWork = pdf(
    "Student J: a page",
    """
    "We don't waste daylight." My dad said it when the alarm went and I said it is dark. He said that is
    why we are early.

    In November the barn roof came down and everyone came to help, and nobody talked. When it was four
    o'clock he looked up and said we don't waste daylight, but he did not mean hurry up. He meant thank
    you to the people.
    """)

private let moralesReflection = prose(
    """
    In the book the grandmother never says what she means, and the children hear it anyway. This is what I wanted them to
    write. J's page does it: the same five words give an order first and thanks the second time, and it is the roof
    between the two that changes them. I had feared that “a sentence from home” would bring proverbs. It brought what
    people say when they are tired.

    Two children who made up their sentences wrote the best dialogue, since nobody had told them what it means. For one of
    these I ought to have asked before and not after; from now on it is “a sentence that you hear often”, wherever that
    may be. K wrote hers in the English that she is shy of. She asked me whether I would correct it. I said that I
    wouldn't, and showed her the poems.

    """)
