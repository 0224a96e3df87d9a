/// Its manifest names no submission that it follows: ids come from content, and the program finds the one it follows.
let brandtAgain = Bundle(
    name: "brandt-feedback-again",
    fate: "accepted as the second attempt, once the first was decided: what was met and is unchanged is kept",
    contents: [
        Samples.File("manifest.xml", Brandt.manifest(date: "2026-12-04", reflection: secondReflection)),
        Samples.File("task.md", Brandt.task),
        Samples.File("feedback/lab-group-2.pdf", Brandt.feedback2),
        Samples.File("feedback/lab-group-5.pdf", Brandt.feedback5),
        Samples.File("revised/lab-group-2.pdf", revised2), Samples.File("revised/lab-group-5.pdf", revised5),
    ])

private let secondReflection = """
    My first attempt came back with the remark that the feedback was good and nobody had used it. That stung, and it
    was true. I had handed the reports back on the way to a fire drill and then asked for a clean copy, so a clean
    copy is what I got. What I wanted had no place in the week.

    I kept the same reports and the same remarks, and gave the groups half an hour with their helicopters still on
    the table. Group 2 had left out the drop of 1.3 seconds. This time they dropped the long wings five more times,
    saw one wing fold back, and wrote that the result holds without that drop and is less sure with it. They then
    went through their short wings for odd drops, which I had not asked. Group 5 had to find a reason and a test.
    Their reason is weight, which I think is right, but the test they wrote would come out the same either way: they
    add a fourth clip.

    So “a test that could prove you wrong” was too hard to take alone. Six of the nine groups read it as “a test
    that proves it”. In the plant unit I will word it as a bet: what would you have to see to give your reason up?
    And I will write the half hour into the plan before I write a remark.
    """

private let revised2 = pdf(
    "Group 2, report after the half hour",
    """
    We changed how long the wings are. We kept the paper, the clip and the height (2 m) the same and
    timed it with a phone.

    Short wings: 1.2  1.3  1.2  1.4  1.2
    Long wings:  1.9  2.0  1.3  2.1  1.9       again: 2.0  1.9  2.0  1.4  2.0

    Drop 3 was fast. When we did it again it happened one more time, and one of us saw that one wing folded
    back against the body. With a folded wing it is not really a long wing. Without these two drops
    long wings take 1.9 to 2.1 seconds, so the result holds. With them it still takes longer but we
    are less sure.

    We looked for odd drops in the short wings too. 1.4 is a bit slow. The phone person said she may
    have pressed late. We leave it in.

    Long wings catch more air. You could test it with long wings that have holes.
    """)

private let revised5 = pdf(
    "Group 5, report after the half hour",
    """
    Our question was do paper clips matter. We put 1, 2 and 3 paper clips. We kept the paper and the
    height the same, 2 meters.

    1 clip:  1.8 1.7 1.8 1.8 1.9
    2 clips: 1.5 1.4 1.5 1.5 1.4
    3 clips: 1.2 1.2 1.1 1.2 1.2

    More clips fall faster. We are pretty sure because the numbers do not overlap, but it was only one
    helicopter.

    Reason: the air pushes up the same because the wings are the same, but the clips pull down more. So
    the air needs more speed before it can push enough.
    Test: put 4 clips. If it is even faster we are right.
    """)
