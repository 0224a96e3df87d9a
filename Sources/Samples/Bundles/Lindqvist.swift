let lindqvist = Bundle(
    name: "lindqvist-wrong-school", fate: "returned: its school is none that program.xml declares",
    contents: [
        Samples.File("manifest.xml", lindqvistManifest), Samples.File("task.md", lindqvistTask),
        Samples.File("feedback/student-7.pdf", lindqvistFeedback7),
        Samples.File("feedback/student-8.pdf", lindqvistFeedback8),
        Samples.File("revised/student-7.pdf", lindqvistRevised7),
        Samples.File("revised/student-8.pdf", lindqvistRevised8),
    ])

private let lindqvistManifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="feedback-that-moves-learning">
      <educator id="E1204" name="Saga Lindqvist" email="slindqvist@mvsd.example" school="cedar-ridge"/>
      <evidence>
        <file kind="task" path="task.md" title="Landscape in three depths"/>
        <file kind="feedback-sample" path="feedback/student-7.pdf" title="Student 7, sketch" release="not-needed"/>
        <file kind="feedback-sample" path="feedback/student-8.pdf" title="Student 8, sketch" release="not-needed"/>
        <file kind="revised-work" path="revised/student-7.pdf" title="Student 7, painting" release="not-needed"/>
        <file kind="revised-work" path="revised/student-8.pdf" title="Student 8, painting" release="not-needed"/>
        <text kind="reflection">\(lindqvistReflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-19"/>
    </submission>

    """

private let lindqvistReflection = """
    In art I am tempted to take the brush out of a child's hand. For this unit I made a rule for myself: I may
    point, ask and cover things with my fingers, and I may not draw. Every sketch got one sticky note before the
    paint came out.

    Student 7's sketch had a barn, a fence and a hill of nearly one gray. My note asked her to half close her eyes
    and tell me which of the three disappears first. She came back on her own after some minutes and said the fence,
    and that it ought to be the hill. In the painting the fence is the darkest thing, the barn is warm and the hill
    is nearly the sky. She then lightened the far trees, which nobody had mentioned.

    Student 8 got the same question, and it didn't work. He had drawn one tree in the middle, so there was nothing
    to compare, and he answered politely that the tree disappears. His painting is a lovely tree. The note was for
    the exercise, and not for him. When I asked him on Friday where somebody would be standing to see this tree, he
    began a second sheet.

    What I take from it is to look at the sketch before I choose the question. I had brought my questions along,
    written on the notes already, since there are 28 children and 40 minutes.
    """

private let lindqvistTask = """
    # Landscape in three depths

    Grade 5 art, three lessons. Paint a place that you could walk into: something near, something in the middle,
    something far.

    What makes one want to walk in, as we found at the picture wall:

    - near things are darkest and sharpest, and far things come close to the color of the sky;
    - there is a way for the eye to go;
    - something is left out.

    Sketch first, in pencil, at most four grays. You get one note with one question before you paint.

    """

private let lindqvistFeedback7 = pdf(
    "Student 7, sketch with its note",
    """
    (Sketch, described: a fence across the front, a barn to the right, a hill behind; all shaded alike.)

    Note: The fence leads me in, from the left edge right up to the barn door. Half close your eyes. Which
    of fence, barn and hill disappears first? Which one should?
    """)

private let lindqvistFeedback8 = pdf(
    "Student 8, sketch with its note",
    """
    (Sketch, described: one large tree in the middle of the sheet, every branch drawn, nothing else.)

    Note: I can see that you looked at how branches fork. Half close your eyes. What disappears first?
    What should?
    """)

private let lindqvistRevised7 = pdf(
    "Student 7, painting",
    """
    (Painting, described: the fence nearly black with light between the boards; the barn a warm red of middle
    strength; the hill blue-gray, a little darker than the sky. A row of far trees was painted and then washed
    out with water until it is paler than the hill.)

    On the back, in pencil: I made the trees go away some.
    """)

private let lindqvistRevised8 = pdf(
    "Student 8, painting",
    """
    (Painting, described: the tree again, in green and brown, carefully; the ground is a line.)

    On the back, in pencil: It is the same but with color.
    """)
