let nunez = Bundle(
    name: "nunez-checking", fate: "accepted: all that the rubric asks for is there", contents: nunezContents)

let nunezCopy = Bundle(
    name: "nunez-checking-copy", fate: "duplicate: the same content as nunez-checking, to the last byte",
    contents: nunezContents)

private let nunezContents = [
    Samples.File("manifest.xml", manifest), Samples.File("plans/exit-ticket.pdf", plan),
    Samples.File("work/student-a.png", Drawing.fractionsA), Samples.File("work/student-b.png", Drawing.fractionsB),
]

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="checking-for-understanding" version="1.2">
      <educator id="E1042" name="Ana María Núñez" email="anunez@mvsd.example" school="lincoln-es"/>
      <cohort id="plc-lincoln-3"/>
      <evidence>
        <file kind="lesson-plan" path="plans/exit-ticket.pdf" title="Comparing fractions, day 3" bytes="\(plan.count)"/>
        <file kind="student-work" path="work/student-a.png" title="Student A: exit ticket" release="on-file"/>
        <file kind="student-work" path="work/student-b.png" title="Student B: exit ticket" release="on-file"/>
        <link kind="video" href="https://video.mvsd.example/v/8841" duration="PT9M30S"
              title="The check and the regrouping" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-16"/>
    </submission>

    """

private let reflection = """
    I wrote the ticket so that the two fractions had the same top number, because the week before several children
    had told me that the bigger number wins. With 3/4 and 3/8 a child who thinks that way has to choose 3/8, and I
    can see it on the paper.

    Of 22 tickets, 13 chose 3/4 and gave a reason about the size of the pieces, like Student A. Five chose 3/8
    because eight is more than four, like Student B. Four chose 3/4 but only wrote that it looks like more in the
    drawing. What I had not expected was Student B's picture: both bars have pieces of one size, so the bar for
    eighths is twice as long. The child was comparing three pieces with three pieces and then fell back on the
    bigger number. The trouble was not the rule but the whole.

    So I did not explain the rule again. I gave those nine children two paper strips of one length to fold, while
    the others wrote a pair of fractions that could fool a friend. At the end of the video Student B folds, stops
    and says that the eighths got skinny.

    Next time my ticket will come with one blank bar printed above the other, both the same length, so that I can
    tell children who lose the whole from children who believe in the bigger number.
    """

private let plan = pdf(
    "Grade 3: Comparing fractions, day 3 of 6",
    """
    Learning target
    I can compare two fractions with the same numerator by thinking about the size of the pieces.

    What children bring
    They fold strips into halves, thirds, fourths, sixths and eighths, and name the parts.
    Likely misconception: the larger number below the line makes the larger fraction.

    Opening (8 min)
    Number talk: which is more pizza, one of 3 equal slices or one of 6? Partners, then all.

    Work (18 min)
    In pairs, order 1/2, 1/3, 1/6 with strips; then 2/3, 2/6, 2/8. Record a sentence: "... is more,
    because the pieces ...".

    CHECK (6 min, before the practice page)
    Exit ticket, alone and in silence: "Which is more, 3/4 or 3/8? Draw and write how you know.
    How sure are you?" I collect all 22 and sort them on the carpet into three piles while the
    children read.

    What I will do with the answers
    - Reason about the size of the pieces: write a pair that could fool a friend, and why.
    - 3/8, because 8 is more: two strips of one length, fold one in 4 and one in 8, lay three of
      each side by side, and say what changed.
    - Right, with no reason: join a folding pair and write the sentence that explains the drawing.
    If more than half are in the second pile, the practice page waits until tomorrow.

    Practice (12 min)
    Page 41, numbers 1 to 6; number 6 asks for a sentence.

    Close (4 min)
    One child from each group tells what they would say to the other groups.
    """)
