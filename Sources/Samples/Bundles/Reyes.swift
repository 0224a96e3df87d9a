let reyes = Bundle(
    name: "reyes-missing-file",
    fate: "waiting: one of its files isn't there; after an hour without a change it is returned, naming the file",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("plan.md", plan),
        Samples.File("work/student-c.pdf", studentC),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="checking-for-understanding" version="1.2">
      <educator id="E1310" name="Marisol Reyes" email="mreyes@mvsd.example" school="jefferson-hs"/>
      <evidence>
        <file kind="lesson-plan" path="plan.md" title="Osmosis, day 2"/>
        <file kind="student-work" path="work/student-c.pdf" title="Student C: prediction" release="on-file"/>
        <file kind="student-work" path="work/student-d.pdf" title="Student D: prediction" release="on-file"/>
        <link kind="video" href="https://player.vimeo.com/video/771203" duration="PT8M" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let reflection = """
    The gummy bear lab is a favorite, and for years I let students find out that the bear swells, and went on. This
    fall I asked for a prediction first: one bear in tap water and one in very salty water; draw both tomorrow, with
    arrows for what moves, and write why it stops.

    Thirty students handed one in. Twelve drew water going in on the left and out on the right, like Student C. Ten
    drew salt going into the bear on the right, and some of these expect it to swell as well, like Student D. Eight
    drew arrows in one direction on both sides, mostly inward. Nearly everyone could have told me that water moves
    from high to low. The sentence was there, and it was not about water in their minds, but about whatever is most
    interesting in the glass.

    Because of this I cut the notes that were planned, and had groups act it out: red cards for salt, blue for
    water, a row of chairs as the membrane through which only blue may pass. In the video, a student with a red card
    asks what she is supposed to do all hour. That was the lesson.

    Nobody could say why it stops. My next check will ask only this, for a bear that has stopped growing: does any
    water cross now, and how would you know?
    """

private let plan = """
    # Biology: osmosis, day 2

    **Target.** I can predict which way water moves across a membrane and explain it by what can and can't cross.

    1. *Recall, 5 minutes.* The tea bag from yesterday: what moved, what stayed?
    2. **Check, 10 minutes, before the lab.** On a half sheet, each student alone: one gummy bear lies in tap water,
       one in very salty water. Draw both tomorrow. Use arrows for whatever moves. Write why it stops. I sort the
       sheets during the set-up, by *what* the arrows are of and not by which bear is bigger.
    3. *By the answers.* Water both ways, rightly: design a bath in which nothing changes. Salt moves in: act it out
       with cards and chairs. Arrows all inward: compare with the tea bag first.
    4. *Lab, 20 minutes.* Measure and weigh the bears, set them in their baths, label them.
    5. *Exit.* Change your drawing in another color, if you would change it.

    """

private let studentC = pdf(
    "Student C: prediction",
    """
    Left glass, tap water: the bear gets big. Blue arrows go IN from all sides.
    Right glass, salty: the bear gets small. Blue arrows go OUT.

    Why: water goes where there is less water, because of the sugar in the bear there is less water in it
    than in the tap water. In the salty glass there is less water outside.

    Why it stops: the bear is full.

    Changed in green at the end: not full. It is even now? But there is still sugar in it so I don't get
    why it is even.
    """)
