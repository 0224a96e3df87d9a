let haddad = Bundle(
    name: "haddad-checking", fate: "accepted; its two readers may well differ on 2.3, and then a lead decides",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("plan.md", plan),
        Samples.File("work/whiteboards.pdf", whiteboards), Samples.File("work/student-r.pdf", studentR),
        Samples.File("work/student-k.pdf", studentK),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="checking-for-understanding" version="1.2">
      <educator id="E1155" name="Layla Haddad" email="lhaddad@mvsd.example" school="jefferson-hs"/>
      <cohort id="plc-jefferson-math"/>
      <evidence>
        <file kind="lesson-plan" path="plan.md" title="Slope as a rate"/>
        <file kind="student-work" path="work/whiteboards.pdf" title="All 26 whiteboards, copied out"
              release="not-needed"/>
        <file kind="student-work" path="work/student-r.pdf" title="Student R, after the check" release="on-file"/>
        <file kind="student-work" path="work/student-k.pdf" title="Student K, after the check" release="on-file"/>
        <link kind="video" href="https://video.mvsd.example/v/9017" duration="PT12M5S" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-18"/>
    </submission>

    """

private let reflection = """
    My check was one question on whiteboards: a candle is 20 cm tall and burns down 3 cm every 2 hours; write the
    slope, and say in words what it means. I had planned for two answers, and got four. Eleven students wrote -3/2
    and a sentence with centimeters and hours. Eight wrote 3/2 without the sign. Five wrote -2/3; their sentences
    were correct, so they know what happens and turn the fraction over when they write it. Two wrote 20.

    I had thought that a missing sign was carelessness. Reading the boards aloud without names, I heard that six of
    the eight had written “it loses 3 cm”, and then the minus would say it twice, as Student R explained. That is a
    good reason. It is a question about what the slope is a rate of, and I would not have met it without the
    sentence.

    In the rest of the hour I put R's board beside one with the minus and asked the class what the height would be
    after ten hours by each. You see the argument in the video from minute 7. I did not have time to return to the
    upside-down fractions with all five; Student K got a note.

    Next time the check will ask for the height after two hours as well. A student who turns the fraction over will
    then see it, without me.
    """

private let plan = """
    # Algebra I: slope as a rate of change

    **Learning target.** I can read a slope from a situation, write it with its sign, and say what it means in the
    situation's own units.

    **Before.** Students can find a slope from two points on a graph. Most call it “rise over run” and can't yet say
    what it would be for a candle.

    ## Steps

    1. *Warm-up, 6 minutes.* Three graphs without numbers: filling a pool, a phone losing charge, a parked car. Which
       slopes are positive, negative, zero? Partners decide; each pair holds up a card.
    2. *Example, 10 minutes.* A bus ride, from table to sentence: “Every hour, the bus is 45 miles farther.” We write
       45 miles per hour, and ask what −45 would mean.
    3. **Check, 5 minutes.** On whiteboards, each student alone, boards face down until I ask: *A candle is 20 cm tall
       and burns down 3 cm every 2 hours. Write the slope of its height. Then say in words what your number means.*
       All boards go up at once; my aide copies them out.
    4. *By the answers, 15 minutes.*
       - Sign missing: put one such board beside one with the sign and let the class work out hour 10 by each.
       - Fraction turned over: these students write the height at hours 0, 2 and 4 first, then the slope.
       - 20: sit with me; what is the candle's height when it is lit, and what changes?
       - All well: make up a candle of slope −2/3 and describe it.
    5. *Exit, 4 minutes.* Same question, other numbers, on paper.

    """

private let whiteboards = pdf(
    "Whiteboards, 4th hour, copied out by the aide",
    """
    A candle is 20 cm tall and burns down 3 cm every 2 hours.
    Write the slope of its height. Say in words what your number means.

    -3/2, with a sentence (11 boards), for example
      "Every hour it gets 1 and a half cm shorter."
      "-3/2 means minus 3 cm in 2 hours."
      "It goes down 3 for every 2 across."

    3/2 (8 boards), for example
      "It loses 3 cm every 2 hours."   (six boards say loses, burns or goes down)
      "3 cm per 2 hours."
      "Height over time."

    -2/3 (5 boards), for example
      "Every 2 hours it is 3 cm less."
      "Down 3 in 2 hours."

    20 (2 boards)
      "It starts at 20."
      "20 is how tall it is."
    """)

private let studentR = pdf(
    "Student R: exit question",
    """
    A tank holds 50 liters and leaks 5 liters every 4 hours.
    Slope: -5/4

    What it means:
    The water in the tank changes by minus 5 liters in 4 hours. I used to leave the minus off because
    I said "leaks" already. But the slope is about how much is IN the tank and not about the leak, so
    the minus has to be in the number. If somebody asked for the slope of the puddle it would be +5/4.

    After 12 hours: 50 - 15 = 35 liters.
    """)

private let studentK = pdf(
    "Student K: exit question",
    """
    A tank holds 50 liters and leaks 5 liters every 4 hours.
    Slope: -4/5

    What it means:
    Every 4 hours there are 5 liters less.

    After 12 hours: 35 liters because 50, 45, 40, 35.

    Note on the paper, teacher's hand: Your table is right. From 50 to 45, how many liters changed, and
    in how many hours? Which of the two does your slope have on top?
    """)
