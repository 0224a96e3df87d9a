/// From the school at which nearly all reviewers of its rubric work.
let hassan = Bundle(
    name: "hassan-family",
    fate: "accepted, but unroutable: of two places a lead can take one, and for the other nobody is free of conflicts, "
        + "until someone is added to reviewers.xml",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("plan.md", plan),
        Samples.File("messages/card-1.txt", message1), Samples.File("messages/card-2.txt", message2),
        Samples.File("change/market.md", change),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="family-partnership">
      <educator id="E1377" name="Idil Hassan" email="ihassan@mvsd.example" school="sunrise-ec"/>
      <cohort id="families-team"/>
      <evidence>
        <file kind="plan" path="plan.md" title="The walk to school"/>
        <file kind="message" path="messages/card-1.txt" title="First card, English and Spanish"/>
        <file kind="message" path="messages/card-2.txt" title="Second card, English and Spanish"/>
        <text kind="conversation" release="on-file">\(conversation1)</text>
        <text kind="conversation" release="on-file">\(conversation2)</text>
        <file kind="lesson-change" path="change/market.md" title="The market corner" release="not-needed"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-19"/>
    </submission>

    """

private let plan = """
    # The walk to school

    Fourteen of our sixteen four-year-olds are brought by somebody on foot, and half of these by a grandparent or an older
    sister, who turn around at the gate. Our notes go into the backpack, and are for somebody who isn't there.

    So I walk along. On Mondays I go with one child and whoever brings it, from their door. I bring a question and no
    paper. Where I can't speak with them, the child or a neighbor helps. On Fridays a card goes home with one picture and
    one line, in the language that was spoken on the walk.

    """

private let message1 = """
    [picture: a hand counting steps]
    We count what we do every day. On the walk, what does your child count? Please tell me at the gate.
    Contamos lo que hacemos cada día. En el camino, ¿qué cuenta su niña o su niño? Cuéntenmelo en la puerta.

    """

private let message2 = """
    [picture: a basket with onions]
    You told us: onions, dogs, and the steps of the bridge. Now we have a market in our room. What should cost the most?
    Nos contaron: cebollas, perros y los escalones del puente. Ya hay un mercado en el salón. ¿Qué debería costar más?

    """

private let conversation1 = prose(
    """
    With a grandmother, eight minutes, her grandson in between. She sells at the Saturday market, and he lays out the
    onions for her, in rows of five, because the rows show at once what is sold. I asked who had taught him. She said: I
    gave him a box that holds five. I had put down on his sheet that he counts to seven.
    """)

private let conversation2 = prose(
    """
    With a sister of thirteen, ten minutes. She brings him because their mother leaves at five. She said that he counts
    the bridge's steps in Spanish going down and in English going up, and gets to different numbers, and that they argue
    about it. I asked whether I may tell this in class. She asked him, and he said yes, but only the dogs.
    """)

private let change = """
    # The market corner

    - Boxes that hold five, from the grandmother, who also showed two of us how to lay the rows. Children see “five and
      two” without counting.
    - Prices are set by the families' answers to the second card. Onions cost the most, since they make one cry.
    - Dogs are for sale as well, on the boy's wish. His steps stayed on the bridge.

    """

private let reflection = prose(
    """
    In nine Mondays I walked with nine of the fourteen. From the cards, twelve people told me something at the gate, five
    of them persons to whom I had never spoken, four of them grandparents. Two families come by car, and I sat in the car
    with one; the other father said that mornings are not good and that he would rather send a picture, and he sends one
    each Friday.

    What I hadn't expected is that my own sheets were wrong. Three children whom I had down as counting to ten or less
    handle larger numbers at home, in groups. We now ask for “how many, without counting” first.

    Of the five with whom I haven't walked, three live beyond the bridge, where I am afraid of the road in the dark, and
    that is my reason and not theirs. I will ask whether they'd meet me at the bridge.
    """)
