/// A submission that its educator takes back while it is being read.
let ibarra = Bundle(
    name: "ibarra-technology",
    fate: "accepted, with a warning by a rule of the rubric; when the educator asks for it back: assay withdraw",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("plan.md", plan), Samples.File("responses.pdf", responses),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="technology-for-formative-assessment" version="1.0">
      <educator id="E1266" name="Mateo Ibarra" email="mibarra@mvsd.example" school="jefferson-hs"/>
      <evidence>
        <file kind="lesson-plan" path="plan.md" title="Le passé composé, day 6"/>
        <link kind="tool" href="https://forms.mvsd.example/f/etre-avoir" title="Being or having?"/>
        <file kind="responses" path="responses.pdf" title="All responses, 5th hour" release="not-needed"/>
        <text kind="data-note">\(note)</text>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-20"/>
    </submission>

    """

private let plan = """
    # French II: être or avoir?

    **Target.** I can choose the helping verb, and say what about the verb made me choose.

    1. *Story, 10 minutes.* My grandmother's Sunday, told with fourteen verbs.
    2. **Check, 6 minutes, on the form, alone.** “Elle … sorti le chien.” *A* or *est*? Why? (It is *a*: the dog is what
       is taken out. Who knows the list of verbs by heart writes *est*.)
    3. *I look, minute 16.* By the list → act it out: who moves, she or the dog? By the ear → find a second sentence with
       *sortir* that takes *est*, and say what differs. By the object → write the rule for the wall.
    4. *Exit.* “Ils … descendu l'escalier.”

    """

private let responses = pdf(
    "Responses, 5th hour, 19 students, no names",
    """
    Elle ... sorti le chien.          est 13      a 6

    est   9   "sortir is on the list"
          2   "because she goes out too"
          2   no reason
    a     4   "the dog is the thing she does it to"
          2   "sounds right"
    """)

private let note = prose(
    """
    The district's form, without sign-in: it keeps answers and the time. I see them, and the two student teachers in my
    department do too. They are deleted in June with all forms.
    """)

private let reflection = prose(
    """
    Thirteen of 19 chose by the list, which I had taught as a song. The song works too well: nine of them gave it as the
    reason. Two wrote that she goes out as well as the dog, which is true, and the best mistake of the day.

    I had them act it out. With a student as the dog, the question who moves has an answer that one sees: both. So moving
    can't be what decides, and after some minutes somebody said that it is whether something gets moved. The four who had
    said so from the start wrote it for the wall, in words that the song doesn't have. On the exit question 15 of 19
    chose the right verb, and 12 with the reason. I would look at the reasons first next time, and at the count after
    that.
    """)
