/// Two messages, two conversations, and a unit that begins at the kitchen table.
let grant = Bundle(
    name: "grant-family", shape: .tarGz,
    fate: "accepted from a tar.gz archive; readers, educator and record know each other's names under this rubric",
    contents: [
        Samples.File("grant-family/manifest.xml", manifest), Samples.File("grant-family/plan.md", plan),
        Samples.File("grant-family/messages/october-en.txt", messageEnglish),
        Samples.File("grant-family/messages/october-es.txt", messageSpanish),
        Samples.File("grant-family/change/budget-unit.md", change),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="family-partnership" version="1.1">
      <educator id="E1099" name="Denise Grant" email="dgrant@mvsd.example" school="jefferson-hs"/>
      <evidence>
        <file kind="plan" path="plan.md" title="Plan for the first quarter"/>
        <file kind="message" path="messages/october-en.txt" title="October, English"/>
        <file kind="message" path="messages/october-es.txt" title="October, Spanish"/>
        <text kind="conversation" title="A mother, at the packing shed" release="on-file">\(conversation1)</text>
        <text kind="conversation" title="A grandfather, by telephone" release="on-file">\(conversation2)</text>
        <file kind="lesson-change" path="change/budget-unit.md" title="The budget unit, first page"
              release="not-needed"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
      <statement kind="families-agreed" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let plan = """
    # First quarter, Math 9, 3rd hour: 24 students

    **Whom the usual ways miss.** Last year 9 of 24 families came to conferences. Of the 15 others, 11 work at the packing
    shed or on farms, where the second shift begins at 3. E-mail reaches 7 of the 15. Conferences are from 4 to 7.

    **What for.** I don't know what our students do with numbers outside of my room.

    **How.** I asked three of the fifteen families how they would like to hear from me. Two said a text message in the
    morning; one said, come to the shed at the break. So: one text message a week, one sentence on what we learn and one
    question; and I stand at the shed's door at 2:30 on the first Tuesday, with coffee and an interpreter.

    """

private let messageEnglish = """
    Good morning. This week in math: what a number per month does to you over a year.
    A question that I need an answer to: who at home keeps track of what comes in and goes out, and how? (On paper? In
    the head? By envelopes?) A word is enough. D. Grant

    The week after: Eleven of you wrote back. Six use envelopes! On Thursday the class tried to find out what an envelope
    can do that an app can't. Your child can tell you what we found.

    """

private let messageSpanish = """
    Buenos días. Esta semana en matemáticas: lo que una cantidad por mes hace con uno en un año.
    Una pregunta cuya respuesta necesito: en su casa, ¿quién lleva la cuenta de lo que entra y lo que sale, y cómo? (¿En
    papel? ¿De memoria? ¿Con sobres?) Basta una palabra. D. Grant

    La semana siguiente: Once de ustedes contestaron. ¡Seis usan sobres! El jueves la clase buscó lo que un sobre puede
    hacer y una aplicación no. Su hijo o su hija les puede contar qué encontramos.

    """

private let conversation1 = prose(
    """
    Twelve minutes at the shed's door, with an interpreter. I asked what M does with numbers at home. She said: he does
    all of the phone bills, for us and for my sister, and he found that she paid for two lines and has one. I said that
    I hadn't known. She said: he doesn't say it in school because he thinks it isn't math. She asked me whether what he
    does is math. I said that it is next month's unit, and asked whether I might ask him to bring how he does it. She
    said, ask him. In November I came back and told her that he had.
    """)

private let conversation2 = prose(
    """
    By telephone, in the evening, twenty minutes. He raises K. I had called because she hands in nothing. He said that
    she has the sheep from five to seven, morning and evening, and that the feed has become dear, so the two of them sit
    over the feed book on Sundays, and she is quicker than he is. He was worried that I called to say that she fails. I
    said that she might, and that I would rather grade the feed book. We laughed. Then we agreed that she may hand in on
    Mondays, and that one page of the feed book counts as one page of homework.
    """)

private let change = """
    # What comes in, what goes out (two weeks, November)

    Before: a worksheet on the budget of a family named Smith, with a car loan.

    Now:

    1. *Four ways to keep track*, from eleven families' answers: envelopes, a feed book, a phone bill taken apart, “in the
       head, on Fridays”. Groups find out what each shows at once, and what it hides.
    2. M's method for phone bills, which he explains himself: subtract what doesn't change, divide the rest by what does.
       We write it as an equation, and he says whether it is still his.
    3. The feed book: what does 12 % more for feed do until spring? (K's grandfather chose the number.)
    4. Make a way of your own, and test it on a month.

    """

private let reflection = prose(
    """
    Of 24 families I have now heard from 19: 11 by message, 5 at the shed, 3 by telephone. That is ten more than came last
    year. Of the five whom I haven't reached, four moved after August, and their numbers in our system are wrong; it isn't
    that they don't answer. The fifth answered when her daughter asked her instead of me, and wrote: I thought it is only
    when there is trouble.

    What I learned at the shed changed the unit, and that changed who speaks in it. M explained for eleven minutes. It
    also went wrong once: in the first draft I had M's mother's bill on the sheet, with the amounts. He said no, and he
    was right. The bill in the unit is made up.

    Next: the office will ask for numbers again in January, and I will ask two families to tell me what to ask first.
    """)
