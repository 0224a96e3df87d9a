/// The rubric that sums points, with a floor on each required criterion; the educator is not told its one reader.
let feedbackRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="feedback-that-moves-learning" version="1.0" status="active">
      <title>Feedback That Moves Learning</title>
      <competency>The educator gives feedback that students use to make their work,
        and the next one, better.</competency>
      <method>Say what quality looks like before the work begins; describe the work against it; leave the student with
        one step that she can take alone; and keep time in the lesson to take it. Hattie and Timperley's review of 2007
        found that feedback about the task and how to go at it helps, that praise of the person doesn't, and that the
        effect depends on its being used.</method>
      <credit hours="10" type="PD"/>
      <valid for="P3Y"/>
      <tag>formative</tag>
      <tag>feedback</tag>
      <alignment kind="standard" framework="InTASC" code="6">Assessment</alignment>
      <alignment kind="school-goal" code="writing-daily">Every reader writes daily</alignment>
      <resource href="https://mvsd.example/learn/feedback">Three short films of feedback in use</resource>
      <intake>
        <evidence kind="task" form="file" min="1" max="1" media="application/pdf text/markdown text/plain"
                  title="The task as students got it, with what quality looks like"/>
        <evidence kind="feedback-sample" form="file" min="2" max="6" media="application/pdf image/png image/jpeg"
                  max-bytes="20000000" release="required" title="Student work with your feedback on it, without names"/>
        <evidence kind="revised-work" form="file" min="1" max="6" media="application/pdf image/png image/jpeg"
                  max-bytes="20000000" release="required" title="What the same students did next"/>
        <evidence kind="conversation" form="link" min="0" max="1" hosts="video.mvsd.example"
                  min-duration="PT2M" max-duration="PT10M" release="required"
                  title="A conversation with a student about the work"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="150" max-words="600"
                  title="What the feedback changed"/>
        <rule id="each-has-a-sequel" severity="warning" test="count(a:evidence/a:file[@kind='revised-work'])
              &gt;= count(a:evidence/a:file[@kind='feedback-sample'])">There are
          {count(a:evidence/a:file[@kind='feedback-sample'])} pieces of work with feedback and
          {count(a:evidence/a:file[@kind='revised-work'])} revised;
          reviewers look for what each student did next.</rule>
      </intake>
      <scale id="quality">
        <level id="exemplary" points="3" meets="true">Exemplary</level>
        <level id="proficient" points="2" meets="true">Proficient</level>
        <level id="developing" points="1" meets="false">Developing</level>
        <level id="emerging" points="0" meets="false">Emerging</level>
      </scale>
    \(feedbackGiven)
    \(feedbackUsed)
      <award policy="points" minimum="15" each="1"/>
      <review reviewers="1" blind="single" comment="when-not-met" due="P7D"/>
      <resubmit max="3" keep="met"/>
    </rubric>

    """

private let feedbackGiven = """
      <part id="1" title="Feedback given">
        <criterion id="1.1" scale="quality" evidence="task" required="true" weight="1">
          <title>The task says what quality looks like</title>
          <at level="exemplary">Students helped to word what quality looks like, and an example and a near miss stand
            beside it.</at>
          <at level="proficient">The task says in students' words what quality looks like, for what matters most.</at>
          <at level="developing">The task lists requirements, such as length and parts, rather than qualities.</at>
          <at level="emerging">The task says what to do, not what it is to be like.</at>
        </criterion>
        <criterion id="1.2" scale="quality" evidence="feedback-sample" required="true" weight="2">
          <title>The feedback describes the work against what quality looks like</title>
          <at level="exemplary">Each comment points to a place in the work, says what is there, and how that serves or
            misses the aim, in words that the student can check.</at>
          <at level="proficient">Most comments say what is there and relate it to the aim.</at>
          <at level="developing">Comments are true but general, or correct the surface only.</at>
          <at level="emerging">The feedback is a grade, praise or blame.</at>
        </criterion>
        <criterion id="1.3" scale="quality" evidence="feedback-sample" required="true" weight="2">
          <title>The feedback leaves a step that the student can take alone</title>
          <at level="exemplary">One step, chosen for this student, that makes her think, and that can be taken in the
            time given.</at>
          <at level="proficient">A step that the student can take without more help.</at>
          <at level="developing">A step that is too large or too many at once, or the teacher's own correction to be
            copied.</at>
          <at level="emerging">No step.</at>
        </criterion>
      </part>
    """

private let feedbackUsed = """
      <part id="2" title="Feedback used">
        <criterion id="2.1" scale="quality" evidence="revised-work" required="true" weight="2">
          <title>Students used it, and the work became better</title>
          <at level="exemplary">The revision goes beyond the step that was given, and shows the same quality in another
            place of the work.</at>
          <at level="proficient">The revision takes the step, and the work is better for it.</at>
          <at level="developing">The revision changes something near the step, or only what was marked.</at>
          <at level="emerging">The work is copied out, or unchanged.</at>
        </criterion>
        <criterion id="2.2" scale="quality" evidence="conversation" required="false" weight="0.5">
          <title>The educator hears how the student understood it</title>
          <at level="exemplary">The student says in her own words what to do and why, and the educator changes the
            feedback by what she hears.</at>
          <at level="proficient">The student says in her own words what she'll do.</at>
          <at level="developing">The educator explains, and the student agrees.</at>
          <at level="emerging">The student isn't heard.</at>
        </criterion>
      </part>
      <part id="3" title="Reflection">
        <criterion id="3.1" scale="quality" evidence="reflection" required="true" weight="1">
          <title>The reflection follows the feedback into the work</title>
          <at level="exemplary">The reflection compares what different students did with their feedback, and explains
            the difference by the feedback's own wording.</at>
          <at level="proficient">The reflection says which feedback was used, which wasn't, and what the educator will
            word differently.</at>
          <at level="developing">The reflection says that the feedback helped, without following one piece of it.</at>
          <at level="emerging">The reflection is about something else.</at>
        </criterion>
      </part>
    """
