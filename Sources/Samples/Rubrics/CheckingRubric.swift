/// The rubric under which every required criterion has to be met; two readers, a lead where they differ.
let checkingRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="checking-for-understanding" version="1.2" status="active">
      <title>Checking for Understanding</title>
      <competency>The educator finds out, during the lesson, what every student understands, and changes the teaching
        by what was found.</competency>
      <method>Plan a short check at the point where the lesson could go two ways, let every student answer it, sort the
        answers by the thinking behind them, and teach the next step accordingly. The method rests on the research on
        formative assessment: Black and Wiliam's review of 1998 found that using such evidence to adapt teaching is
        among the strongest things a classroom can do, and most of all for students who struggle.</method>
      <credit hours="15" type="PD"/>
      <valid for="P3Y"/>
      <tag>formative</tag>
      <tag>assessment</tag>
      <alignment kind="standard" framework="InTASC" code="6">Assessment</alignment>
      <alignment kind="standard" framework="InTASC" code="8">Instructional strategies</alignment>
      <alignment kind="school-goal" code="every-student-answers">Every student answers, every lesson</alignment>
      <resource href="https://mvsd.example/learn/checking">A one-hour course with classroom examples</resource>
      <intake>
        <evidence kind="lesson-plan" form="file" min="1" max="3" media="application/pdf text/markdown text/plain"
                  max-bytes="20000000" title="The plan you taught from"/>
        <evidence kind="student-work" form="file" min="1" max="6" media="application/pdf image/png image/jpeg"
                  max-bytes="20000000" release="required" title="What students wrote at the check, without names"/>
        <evidence kind="video" form="link" min="1" max="2" hosts="video.mvsd.example *.vimeo.com"
                  min-duration="PT5M" max-duration="PT15M" release="required"
                  title="The check and what you did with it, unedited"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="150" max-words="600"
                  title="What you learned from the answers"/>
        <rule id="two-students" severity="error" test="count(a:evidence/a:file[@kind='student-work']) &gt;= 2">Send work
          of at least two students; this bundle has {count(a:evidence/a:file[@kind='student-work'])}.</rule>
        <rule id="work-differs" severity="error"
              test="not(a:evidence/a:file[@kind='student-work'][@sha256 = preceding-sibling::a:file/@sha256])">The same
          student work is listed twice: {a:evidence/a:file[@kind='student-work'][@sha256 =
          preceding-sibling::a:file/@sha256]/@path} has the content of a file before it.</rule>
      </intake>
      <scale id="dp">
        <level id="demonstrated" points="2" meets="true">Demonstrated</level>
        <level id="progressing" points="1" meets="false">Progressing</level>
        <level id="not-met" points="0" meets="false">Not met</level>
      </scale>
    \(checkingPlan)
    \(checkingPractice)
      <award policy="all-meet"/>
      <review reviewers="2" blind="double" agree="meets" comment="when-not-met" due="P10D"/>
      <resubmit max="3" keep="met"/>
    </rubric>

    """

private let checkingPlan = """
      <part id="1" title="The plan">
        <criterion id="1.1" scale="dp" evidence="lesson-plan" required="true" weight="1">
          <title>The plan names where and how understanding is checked</title>
          <at level="demonstrated">The plan marks the moment of the check, gives its wording, and says what the teacher
            will do for at least two different answers.</at>
          <at level="progressing">The plan marks a check and gives its wording, but says only what happens when the
            answers are right.</at>
          <at level="not-met">The plan has no check, or only a general one, such as asking whether there are
            questions.</at>
        </criterion>
        <criterion id="1.2" scale="dp" evidence="lesson-plan" required="true" weight="1">
          <title>The check asks for the thinking that the lesson is about</title>
          <at level="demonstrated">A student can't answer the check well without the understanding that the learning
            target names, and a likely misconception leads to an answer of its own.</at>
          <at level="progressing">The check is about the topic, but can be answered from memory, or its wrong answers
            don't tell misconceptions apart.</at>
          <at level="not-met">The check is about something else than the learning target, or no target is named.</at>
        </criterion>
      </part>
    """

private let checkingPractice = """
      <part id="2" title="Work examples">
        <criterion id="2.1" scale="dp" evidence="student-work video" required="true" weight="1">
          <title>Every student answers</title>
          <at level="demonstrated">All students in view respond, each by themselves, in a form that the teacher can see
            or keep, and the student work shows reasons, not only results.</at>
          <at level="progressing">Most students respond, or all of them in a form that shows results without the
            reasons.</at>
          <at level="not-met">Volunteers answer for the class.</at>
        </criterion>
        <criterion id="2.2" scale="dp" evidence="student-work reflection" required="true" weight="1">
          <title>Answers are sorted by the thinking behind them</title>
          <at level="demonstrated">The educator names at least two kinds of thinking in the answers, points to the work
            that shows each, and says how many students each was true of.</at>
          <at level="progressing">The educator sorts answers into right and wrong, or names kinds of thinking without
            pointing to the work.</at>
          <at level="not-met">The answers are described as a whole, or aren't described.</at>
        </criterion>
        <criterion id="2.3" scale="dp" evidence="video" required="true" weight="1">
          <title>The teaching changes by what was found</title>
          <at level="demonstrated">In the video the educator does something next that the answers call for, and that
            would have been different had the answers been different.</at>
          <at level="progressing">The educator repeats or slows down for all, whatever the answers were.</at>
          <at level="not-met">The lesson goes on as planned, and the answers aren't used.</at>
        </criterion>
      </part>
      <part id="3" title="Reflection">
        <criterion id="3.1" scale="dp" evidence="reflection" required="true" weight="1">
          <title>The reflection draws on the evidence, and names a next step</title>
          <at level="demonstrated">The reflection says what the answers showed that the educator hadn't expected, and
            names one change to the next check, with its reason.</at>
          <at level="progressing">The reflection tells what happened, and names a next step that would fit any
            lesson.</at>
          <at level="not-met">The reflection is about the lesson's mood or activity rather than about
            understanding.</at>
        </criterion>
      </part>
    """
