let ahmadi = Bundle(
    name: "ahmadi-texts",
    fate: "accepted, with a warning: one file is named by no manifest and is shown to nobody; its two readers will "
        + "differ on levels, and agree that it is earned, which is all that this rubric asks of them",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("text-set.md", textSet), Samples.File("lesson.md", lesson),
        Samples.File("work/student-1.pdf", student1), Samples.File("work/student-2.pdf", student2),
        Samples.File("for-the-office.txt", "Please tell me when it has arrived. Z. A., room 114\n"),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="culturally-responsive-texts" version="1.0">
      <educator id="E1318" name="Zahra Ahmadi" email="zahmadi@mvsd.example" school="washington-ms"/>
      <evidence>
        <text kind="class-picture">\(picture)</text>
        <file kind="text-set" path="text-set.md" title="Five texts for the fall"/>
        <file kind="lesson" path="lesson.md" title="What the verse leaves out"/>
        <file kind="student-work" path="work/student-1.pdf" title="Student 1: margin notes" release="on-file"/>
        <file kind="student-work" path="work/student-2.pdf" title="Student 2: letter to the author" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-17"/>
    </submission>

    """

private let picture = prose(
    """
    Twenty-six seventh graders. In September each drew a map of the places that made them, on which I allowed no
    words, and told it to a partner. I learned of four farms, one of them lost last year; of Karen, Spanish and Somali
    at home; of grandparents in three counties; and that the four students whom I had called the Somali group come from
    two countries and two camps, and that one of them has never left this state. Two students drew only the inside of a
    house. I didn't ask further.
    """)

private let textSet = """
    # Five texts for the fall

    1. **Inside Out & Back Again**, Thanhha Lai. A year in verse, from Saigon to Alabama. For the students who have
       moved between languages, and for the others, who will have to read slowly: what isn't said stands between the
       lines. The author lived it.
    2. **When Stars Are Scattered**, Victoria Jamieson and Omar Mohamed. Two brothers in a camp. Two of my students know
       the name of the place. It is funny, which I wanted; the camp in our old reader was only hunger.
    3. **I Can Make This Promise**, Christine Day. A girl finds what her family hasn't told her. For the two houses that
       were drawn from the inside, and for all who live on land with an older name.
    4. **“My Name”**, from *The House on Mango Street*, Sandra Cisneros. One page. A demanding page: every sentence
       turns on a word that means two things.
    5. **“Those Winter Sundays”**, Robert Hayden. For the farms, and for everyone who has been got up for in the dark.
       It is the hardest of the five, and the shortest.

    What is missing: nothing here is by or about Karen people. I found two picture books and no text for this age, and
    asked the public library.

    """

private let lesson = """
    # What the verse leaves out (50 minutes, day 4 of the novel)

    **Aim.** Readers of a novel in verse supply what the lines leave out, and can say which words made them do it.

    1. *Alone, 8 minutes.* Read the poem of the day twice. Mark each place where you knew something that isn't there.
    2. *In pairs, 10 minutes.* For each mark: which word made you know it? Did you know it from the book, or from
       somewhere else? From where else is yours to tell or to keep.
    3. *All, 15 minutes.* Three places on the board. I ask: could somebody who has never left home know this? Could
       somebody who has, not know it?
    4. *Alone, 15 minutes.* Margin notes on one page, or a letter to the author about one line: what did you leave out,
       and what would you not leave out?

    """

private let student1 = pdf(
    "Student 1: margin notes, one page of the novel",
    """
    at "papaya":      she counts the papayas. She is not counting papayas, she is counting how many more
                      days there will be a tree. I know this because my aunt does it with the lambs.

    at "no one":      she writes "no one" and not "my brothers did not". So it is everyone's fault.

    at the gap
    between stanzas:  here they decide. We never hear who said it. In our family it was also not said, one
                      day the big bag was open.

    question:         who tells this? Ha does and she is ten. What does her mother know in the gap?
    """)

private let student2 = pdf(
    "Student 2: letter to the author",
    """
    Dear Ms. Lai,

    I liked your book because it is short lines and I could finish it. I also never had to move so it
    was interesting to read about somebody who did. I think Ha is brave.

    You wrote that she feels smart in one country and then dumb in the other. I thought a person is
    smart or not. But it is the same Ha. So it has to be that the others can not see it, because she
    can not say it in English yet. In our class S. is quiet and I thought the same about her. I would
    not leave out the part where the teacher claps, because she means it nice and it is not.

                                                                S. 2
    """)

private let reflection = prose(
    """
    I chose the verse novel as a mirror for four students and a window for twenty-two. It went otherwise. Student 1,
    whose family farms and has never moved, read the counting of the papayas as nobody else did, from lambing. The
    question that the poem leaves open, whether she counts fruit or days, was settled in the room by her, and then by
    the lines before it. She had the right to keep where she knew it from, and told it.

    Student 2's letter begins where I feared, with “brave”, and then turns at “the same Ha”. That turn is the best
    reading of the page in either class. It came out of the last question of the lesson; in the other class I left this
    question out for time, and no letter there gets beyond “brave”.

    It didn't work for one of the four for whom I had meant it. He knew too much about leaving and wrote nothing for two
    days. I had told them that telling is theirs to choose, and then built the task so that only those who knew had
    marks to make. He chose the Hayden on Thursday, about fathers, and wrote a page. Next fall the first text will be
    the one about mornings, and the novel comes when they know one another.
    """)
