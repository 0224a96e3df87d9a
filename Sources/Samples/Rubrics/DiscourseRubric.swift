/// The rubric with three readers, who must give the same levels; each required criterion has to be met.
let discourseRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="math-discourse" version="2.0" status="active">
      <title>Mathematical Discourse</title>
      <competency>The educator leads a discussion in which students explain, question and connect each other's
        mathematics, and in which the lesson's idea becomes visible to all.</competency>
      <method>Choose a task that can be done in several ways; anticipate these; watch who does which; select and order
        what will be shown; and connect it to the idea. These are the five practices of Stein, Engle, Smith and Hughes
        (2008). While students talk, few and plain moves carry it: wait, ask for a restatement, press for a reason, ask
        who agrees and why (Chapin, O'Connor and Anderson 2003). Hufferd-Ackles, Fuson and Sherin (2004) describe how
        questioning, explaining, and the source of ideas pass from the teacher to the students.</method>
      <credit hours="20" type="PD"/>
      <valid for="P5Y"/>
      <tag>mathematics</tag>
      <tag>discourse</tag>
      <alignment kind="standard" framework="Common Core State Standards" code="MP3">Construct viable arguments and
        critique the reasoning of others</alignment>
      <alignment kind="standard" framework="InTASC" code="5">Application of content</alignment>
      <alignment kind="evaluation" framework="Framework for Teaching" code="3b">Using questioning and discussion
        techniques</alignment>
      <alignment kind="school-goal" code="every-student-answers">Every student answers, every lesson</alignment>
      <resource href="https://mvsd.example/learn/math-talk">Six short films of talk moves</resource>
      <intake>
        <evidence kind="task" form="file" min="1" max="1" media="application/pdf text/markdown text/plain"
                  title="The task, with the ways of solving it that you expected"/>
        <evidence kind="monitoring" form="file" min="1" max="2" media="application/pdf text/markdown text/plain
                  image/png image/jpeg" title="What you noted while they worked: who did what, and what you chose"/>
        <evidence kind="video" form="link" min="1" max="2" hosts="video.mvsd.example *.vimeo.com"
                  min-duration="PT8M" max-duration="PT15M" release="required" title="The discussion, unedited"/>
        <evidence kind="transcript" form="file" min="1" max="1" media="text/plain text/markdown
                  application/vnd.openxmlformats-officedocument.wordprocessingml.document
                  application/vnd.oasis.opendocument.text" min-words="120" max-words="1500"
                  title="Some minutes of it in writing, students as S1, S2, …"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="120" max-words="600"
                  title="Whose mathematics it was"/>
        <rule id="two-films" severity="error" test="count(a:evidence/a:link[@kind='video']) = 1 or
              count(a:evidence/a:link[@kind='video'][@title]) = 2">There are two films. Write title="…" in both, so that
          reviewers see which part of the discussion is which.</rule>
        <rule id="transcript-in-parts" severity="warning"
              test="not(a:evidence/a:file[@kind='transcript'][@words &gt; 900])">The transcript has
          {a:evidence/a:file[@kind='transcript']/@words} words; five minutes of talk have about 600, and reviewers read
          better what was chosen.</rule>
      </intake>
      <scale id="talk">
        <level id="sustained" points="3" meets="true">Sustained</level>
        <level id="present" points="2" meets="true">Present</level>
        <level id="prompted" points="1" meets="false">Prompted only</level>
        <level id="missing" points="0" meets="false">Missing</level>
      </scale>
    \(discoursePlanned)
    \(discourseLed)
      <award policy="all-meet"/>
      <review reviewers="3" blind="double" agree="level" comment="when-not-met" due="P14D"/>
      <resubmit max="2" keep="met"/>
    </rubric>

    """

private let discoursePlanned = """
      <part id="1" title="Before">
        <criterion id="1.1" scale="talk" evidence="task" required="true">
          <title>The task gives students something to talk about</title>
          <at level="sustained">The task has several ways in and ways through; the expected ones are written out,
            faulty ones too, and each is tied to what it would let the class see.</at>
          <at level="present">The task can be solved in at least two ways that differ in their idea, and both are
            written out.</at>
          <at level="prompted">The task has one way with several steps, or its ways differ only in their notation.</at>
          <at level="missing">The task asks for a procedure that was just shown.</at>
        </criterion>
        <criterion id="1.2" scale="talk" evidence="monitoring" required="true">
          <title>Work is chosen for the discussion, and in an order</title>
          <at level="sustained">The notes say who did what, which pieces are shown in which order, and what each is to
            add to the one before; at least one comes from a student who seldom speaks.</at>
          <at level="present">The notes say who did what and which pieces are shown first, second and last, with a
            reason.</at>
          <at level="prompted">The notes tell right from wrong, or volunteers are called.</at>
          <at level="missing">There are no notes from the lesson.</at>
        </criterion>
      </part>
    """

private let discourseLed = """
      <part id="2" title="The discussion">
        <criterion id="2.1" scale="talk" evidence="video transcript" required="true">
          <title>Students give reasons, and not only answers</title>
          <at level="sustained">Students give reasons unasked, refer to the drawing or the numbers for them, and go on
            when a reason doesn't hold.</at>
          <at level="present">When asked why, students give reasons that are about the mathematics.</at>
          <at level="prompted">Students tell the steps that they took; the teacher gives the reasons.</at>
          <at level="missing">Students give results, and the teacher judges them.</at>
        </criterion>
        <criterion id="2.2" scale="talk" evidence="video transcript" required="true">
          <title>Students work on each other's ideas</title>
          <at level="sustained">Students speak to one another: restate, question, doubt and extend, over at least three
            turns without the teacher between.</at>
          <at level="present">By the teacher's moves, students restate and respond to a classmate's idea.</at>
          <at level="prompted">Students speak one after another to the teacher, and could be in separate rooms.</at>
          <at level="missing">One or two students speak.</at>
        </criterion>
        <criterion id="2.3" scale="talk" evidence="video transcript monitoring" required="true">
          <title>The discussion arrives at the idea</title>
          <at level="sustained">What was shown is put side by side, and students say what is the same in it; the idea is
            said in their words and can be pointed to.</at>
          <at level="present">The teacher connects at least two of the ways, and a student says what they share.</at>
          <at level="prompted">The ways are shown one after another, and the teacher says the idea at the end.</at>
          <at level="missing">The discussion ends with the last answer.</at>
        </criterion>
      </part>
      <part id="3" title="Reflection">
        <criterion id="3.1" scale="talk" evidence="reflection transcript" required="true">
          <title>The reflection listens to the talk</title>
          <at level="sustained">It counts or quotes who spoke and to whom, finds a moment at which another move would
            have let students do the work, and gives that move's words.</at>
          <at level="present">It points to a line of the transcript and says what the educator would ask there
            next time.</at>
          <at level="prompted">It says in general that students talked more, or should.</at>
          <at level="missing">It tells the lesson again.</at>
        </criterion>
        <criterion id="3.2" scale="talk" evidence="reflection video" required="false">
          <title>The educator looks for whose voice is missing</title>
          <at level="sustained">It names by number who didn't speak and why that may be, and what was changed since, with
            what came of it.</at>
          <at level="present">It names who didn't speak, and a change.</at>
          <at level="prompted">It says that more students should take part.</at>
          <at level="missing">It doesn't ask the question.</at>
        </criterion>
      </part>
    """

/// The version before, under which nothing new is accepted.
let discourseRubricBefore = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="math-discourse" version="1.0" status="retired">
      <title>Mathematical Discourse</title>
      <competency>The educator leads a discussion in which students explain and question mathematics.</competency>
      <tag>mathematics</tag>
      <intake>
        <evidence kind="task" form="file" min="1" max="1" title="The task"/>
        <evidence kind="video" form="link" min="1" max="1" hosts="video.mvsd.example" max-duration="PT15M"
                  release="required" title="The discussion"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="100" max-words="600"/>
      </intake>
      <scale id="seen">
        <level id="seen" points="1" meets="true">Seen</level>
        <level id="not-seen" points="0" meets="false">Not seen</level>
      </scale>
      <part id="1" title="The discussion">
        <criterion id="1.1" scale="seen" evidence="video">
          <title>Students give reasons</title>
          <at level="seen">At least three students say why, in words that are about the mathematics.</at>
          <at level="not-seen">Students give results or steps.</at>
        </criterion>
        <criterion id="1.2" scale="seen" evidence="video task">
          <title>Students respond to each other</title>
          <at level="seen">A student takes up what another one said before the teacher does.</at>
          <at level="not-seen">Each student speaks to the teacher.</at>
        </criterion>
      </part>
      <award policy="all-meet"/>
      <review reviewers="1" blind="double" due="P10D"/>
      <resubmit max="2" keep="met"/>
    </rubric>

    """
