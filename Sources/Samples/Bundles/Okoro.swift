let okoro = Bundle(
    name: "okoro-feedback", fate: "accepted under the rubric that sums points; one reader decides",
    contents: [
        Samples.File("manifest.xml", manifest), Samples.File("task.md", task),
        Samples.File("feedback/student-1.pdf", feedback1), Samples.File("feedback/student-2.pdf", feedback2),
        Samples.File("revised/student-1.pdf", revised1), Samples.File("revised/student-2.pdf", revised2),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="feedback-that-moves-learning">
      <educator id="E1187" name="Chidi Okoro" email="cokoro@mvsd.example" school="washington-ms"/>
      <evidence>
        <file kind="task" path="task.md" title="A letter to the school board"/>
        <file kind="feedback-sample" path="feedback/student-1.pdf" title="Student 1, first draft" release="on-file"/>
        <file kind="feedback-sample" path="feedback/student-2.pdf" title="Student 2, first draft" release="on-file"/>
        <file kind="revised-work" path="revised/student-1.pdf" title="Student 1, second draft" release="on-file"/>
        <file kind="revised-work" path="revised/student-2.pdf" title="Student 2, second draft" release="on-file"/>
        <link kind="conversation" href="https://video.mvsd.example/v/8990" duration="PT4M20S" release="on-file"/>
        <text kind="reflection">\(reflection)</text>
      </evidence>
      <statement kind="own-work" agreed="true" date="2026-11-12"/>
    </submission>

    """

private let reflection = """
    I used to write eight or ten comments on a draft. This time I gave myself two: one that says what a sentence
    does for the letter, and one question. Twenty-seven drafts took me no longer than before, because I read each
    one to the end before I wrote anything.

    Student 1 had a strong reason and no one who might disagree. My question was who on the board would vote no, and
    what that person would say. The second draft answers the cost of the late bus with the number of students who
    now miss tutoring, and then does the same, unasked, for the drivers' hours. Student 2 had three reasons in one
    paragraph. I asked which of them the board could check for itself. He moved that one to the front, but kept the
    other two as they were, so the paragraph is clearer and no stronger.

    The difference, I think, lies in my wording. To Student 1 I gave a reader to argue with; to Student 2 I gave a
    sorting job, and he sorted. In the conversation he told me that he took “check” to mean spelling. I had not
    thought of that. Now I ask: which reason could a board member go and see with her own eyes?
    """

private let task = """
    # A letter to the school board

    Grade 7, argument writing, week 2 of 3

    You have picked one thing that the school board could change. Write the board a letter of about one page that could
    move a member who does not agree with you yet.

    ## What a good one is like (we wrote this together, from four letters)

    - You can tell in the first three lines what is asked for.
    - Each reason is something that the reader can see, count or look up.
    - It takes the reader seriously who would vote no, and answers her.
    - It sounds like somebody who will be at the next meeting.

    *Near miss, from last year:* “Everybody knows that lunch is too short, and it is not fair.” We said: it asks for
    something, but whom would it move, and how would they know?

    ## How we go on

    Draft 1 on Tuesday. On Thursday you get one remark and one question, and 25 minutes in class for draft 2. Use pencil
    for what you change. The letters go to the board on the 20th.

    """

private let feedback1 = pdf(
    "Student 1, draft 1, with feedback",
    """
    Dear members of the school board,

    I am writing to ask for a late bus on Tuesday and Thursday. Right now the only bus leaves at 3:10
    and tutoring starts at 3:15. I live 9 miles out. My mom works until 6. So I can not go to
    tutoring even though I got a letter that says I should. I counted in my homeroom and 7 of 24
    kids said the same. A late bus would help kids who want to do better.

    Please think about it.
                                                              S. 1

    ---------------------------------------------------------------------------------------------
    Feedback

    Lines 2 to 5: you put 3:10 beside 3:15, and then 7 of 24. A board member can check both, and nobody
    needs to be told that it is unfair. That is our second line of what a good one is like.

    A question for draft 2: who on the board would vote no to this, and what would she say? Answer her
    in your letter.
    """)

private let feedback2 = pdf(
    "Student 2, draft 1, with feedback",
    """
    To the board:

    We need more time for lunch. Lunch is 22 minutes and the line is long and people can't eat and
    it is loud so your head hurts and then in 5th hour nobody can think, also the tables by the
    window are always taken, and other schools have 30 minutes. Please make lunch longer.

                                                              S. 2

    ---------------------------------------------------------------------------------------------
    Feedback

    "Lunch is 22 minutes": that is a number, and it stands right at the front where the reader needs it.
    After it I count three reasons in one sentence, and they hold each other's sleeves.

    A question for draft 2: which of your reasons could the board check? Begin with that one.
    """)

private let revised1 = pdf(
    "Student 1, draft 2",
    """
    Dear members of the school board,

    I am writing to ask for a late bus on Tuesday and Thursday. Right now the only bus leaves at 3:10
    and tutoring starts at 3:15. I live 9 miles out. My mom works until 6. So I can not go to
    tutoring even though I got a letter that says I should. I counted in my homeroom and 7 of 24
    kids said the same.

    Some of you may say that a bus costs money and few kids would ride it. I asked in the office.
    61 kids got the tutoring letter and 19 come. If the bus brings only half of the others that is
    21 kids, and the tutors are paid already for the whole room.

    Or you may say that the drivers' day is long enough. Mr. T. who drives route 6 told me he waits
    at the garage from 3:50 to 5:00 for the sports bus anyway.

    I will be at the meeting on the 20th with the list.
                                                              S. 1
    """)

private let revised2 = pdf(
    "Student 2, draft 2",
    """
    To the board:

    We need more time for lunch. Lunch is 22 minutes. You can check that in the schedule, and Cedar
    Ridge has 30 minutes, you can check that too. I timed the line three days and it was 9, 11 and
    8 minutes so you have about 13 to eat.

    Also it is loud so your head hurts and then in 5th hour nobody can think, also the tables by
    the window are always taken. Please make lunch longer.

                                                              S. 2
    """)
