/// The border of a square: one count, written in four ways.
let dubois = Bundle(
    name: "dubois-discourse", shape: .zip,
    fate: "accepted from a zip archive; of its three readers one will see another level, and then a lead decides",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("task.md", task),
        Samples.File("monitoring.md", monitoring), Samples.File("transcript.txt", transcript),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="math-discourse">
      <educator id="E1251" name="Remy Dubois" email="rdubois@mvsd.example" school="jefferson-hs"/>
      <cohort id="plc-jefferson-math"/>
      <evidence>
        <file kind="task" path="task.md" title="The border"/>
        <file kind="monitoring" path="monitoring.md" title="My notes, 2nd hour"/>
        <link kind="video" href="https://video.mvsd.example/v/9155" duration="PT13M40S" title="The whole discussion"
              release="on-file"/>
        <file kind="transcript" path="transcript.txt" title="Minutes 6 to 9"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-13"/>
    </submission>

    """

private let task = """
    # The border

    A square of 10 by 10 tiles has its border painted. Without counting one by one: how many tiles are painted? Then for
    a square of n by n. Write your rule so that somebody can see from it *how you saw the square*.

    ## Ways that I expect, and what each lets us see

    | Way | For 10 | What it sees |
    |---|---|---|
    | four sides, corners taken off again | 4n - 4 | each corner is counted twice |
    | four strips that chase each other | 4(n - 1) | every side gives one corner away |
    | two whole sides, two short ones | 2n + 2(n - 2) | top and bottom own the corners |
    | the whole without the middle | n² - (n - 2)² | the border is what is left |
    | *faulty:* four sides | 4n = 40 | nothing tells that corners are shared |

    The idea for the end: these are one number, so they are one expression, and we can say why without trying values.

    """

private let monitoring = """
    # Notes, 2nd hour, 27 students

    - 4n: S3, S8, S11 at first; S8 found the corners alone when she shaded.
    - 4n - 4: eleven, among them S2, S14.
    - 4(n - 1): S5 and S19. S19 colored the strips, each in its own color. **S19 hasn't spoken since September.**
    - 2n + 2(n - 2): six, S7.
    - n² - (n - 2)²: S22 alone.
    - still counting: four, at the back table and S20.

    Order: S8's shading first, with the 40 crossed out and left to be seen. Then S2, since most have it. Then S19's
    colors beside it, and I ask where the minus 4 went. S22 last: it looks like none of the others.

    """

private let transcript = """
    S2: So four times ten is forty and minus four because the corners.
    T: Who can say what S2 means by "because the corners"?
    S8: You count them two times. I did that. When you go along the top you take it and when you go down you take it.
    T: (waits)
    S14: And there's four of them so minus four.
    T: S19, you let me put yours beside it. Where did the minus four go?
    S19: (quiet) It's ... each color stops before the corner.
    S5: Yeah, so every strip is nine. You never count it double so you don't take it away.
    S2: But it's still minus one.
    S19: Four times. It's minus one four times.
    S7: Oh. Oh! That's the same minus four. She just took it before and you took it after.
    S2: Before you times it.
    S14: So if you multiply it out you get mine.
    T: Say it so that S3 can check it.
    S14: Four times n minus one is four n minus four times one.
    S3: But that's only letters. How do you know it's always?
    S7: Because a square has always four corners. It doesn't matter how big.
    S3: Then it wouldn't work for a triangle.
    S19: Three.
    T: Three what?
    S19: Minus three. Each side gives one away.

    """

private let reflection = prose(
    """
    In three minutes I speak five times, and ten of the students' sixteen turns answer another student, not me. From
    “But it's still minus one” on, S2, S19 and S7 find the distributive law in the colors before anybody multiplies.
    I had planned to say it.

    S3's question, how we know it is always so, is the one that I would have asked at the end, and it came from the
    student who had written 40. S7's answer is a proof. I nearly passed over it, since I wanted to get to S22, and on
    the film one sees me turn to the board. It was S3 who stayed with it and asked for the triangle.

    Where another move would have been better: “Say it so that S3 can check it” made S14 recite. “Can you see that in
    the colors?” would have kept it in the picture. S22's way came three minutes before the bell, and only four students
    said anything to it; it opens the next lesson. Nobody of the back table spoke. These are S11, S16 and S24, who sit
    where the projector blinds them. They have moved.
    """)
