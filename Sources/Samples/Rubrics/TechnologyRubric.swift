/// The rubric that builds on another one; one reader, and a second attempt is read from the start.
let technologyRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="technology-for-formative-assessment" version="1.0" status="active">
      <title>Technology for Formative Assessment</title>
      <competency>The educator uses a digital tool to see what each student thinks while there is time to act on it, and
        keeps the students' data safe.</competency>
      <method>Start from the question, not from the tool: what would I do differently if I knew? Let the tool collect
        reasons and not clicks alone; look at it during the lesson; act; and keep as little data as that needs. In Black
        and Wiliam's theory (2009), assessment is formative so far as evidence is used to decide on next steps that are
        likely better than those taken without it; a tool changes only how soon and how widely one sees. In a
        randomized trial in Maine, Roschelle, Feng, Murphy and Mason (2016) found that seventh graders learned more
        where an online tool gave them feedback on homework and their teachers a report to plan from, and most of all
        those who had been behind.</method>
      <credit hours="8" type="PD"/>
      <credit hours="0.5" type="technology-requirement"/>
      <valid for="P2Y"/>
      <tag>technology</tag>
      <alignment kind="standard" framework="ISTE Standards for Educators" code="2.7">Analyst</alignment>
      <alignment kind="standard" framework="InTASC" code="6">Assessment</alignment>
      <alignment kind="school-goal" code="every-student-answers">Every student answers, every lesson</alignment>
      <prerequisite rubric="checking-for-understanding"/>
      <resource href="https://mvsd.example/learn/tools">The tools that the district has an agreement with</resource>
      <intake>
        <evidence kind="lesson-plan" form="file" min="1" max="1" media="application/pdf text/markdown text/plain
                  application/vnd.openxmlformats-officedocument.wordprocessingml.document
                  application/vnd.oasis.opendocument.text" title="The plan, with the moment at which you look"/>
        <evidence kind="tool" form="link" min="1" max="2" hosts="forms.mvsd.example *.desmos.com"
                  title="The check as students see it"/>
        <evidence kind="responses" form="file" min="1" max="3" media="application/pdf text/plain
                  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" max-bytes="10000000"
                  release="required" title="What the tool showed, without names"/>
        <evidence kind="screencast" form="link" min="0" max="1" hosts="video.mvsd.example" min-duration="PT1M"
                  max-duration="PT5M" title="You, reading the responses aloud"/>
        <evidence kind="data-note" form="text" min="1" max="1" min-words="30" max-words="200"
                  title="What the tool keeps, who sees it, and when it is deleted"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="100" max-words="500"
                  title="What you did because you saw it"/>
        <rule id="responses-differ" severity="error"
              test="not(a:evidence/a:file[@kind='responses'][@sha256 = preceding-sibling::a:file/@sha256])">Two of the
          {count(a:evidence/a:file[@kind='responses'])} files with responses are the same file.</rule>
        <rule id="one-look" severity="warning" test="count(a:evidence/a:file[@kind='responses']) &gt;= 2 or
              a:evidence/a:link[@kind='screencast']">There is one file of responses and no screencast; a second file from
          after your next step lets reviewers see what it changed.</rule>
      </intake>
      <scale id="dp">
        <level id="demonstrated" points="2" meets="true">Demonstrated</level>
        <level id="progressing" points="1" meets="false">Progressing</level>
        <level id="not-met" points="0" meets="false">Not met</level>
      </scale>
    \(technologyCriteria)
      <award policy="all-meet"/>
      <review reviewers="1" blind="double" comment="optional" due="P5D"/>
      <resubmit max="3" keep="nothing"/>
    </rubric>

    """

private let technologyCriteria = """
      <part id="1" title="Design">
        <criterion id="1.1" scale="dp" evidence="lesson-plan tool" required="true">
          <title>The tool asks for thinking</title>
          <at level="demonstrated">Each student answers alone; the question asks for a reason, a drawing or a choice
            whose wrong options come from known misconceptions; nobody sees others' answers first.</at>
          <at level="progressing">Each student answers, but the answers show right and wrong only.</at>
          <at level="not-met">The tool is a game of speed, a poll of feelings, or a place to hand in.</at>
        </criterion>
        <criterion id="1.2" scale="dp" evidence="lesson-plan" required="true">
          <title>The plan says when the educator looks, and what follows</title>
          <at level="demonstrated">The plan names the minute of the look, what to look for, and a next step for at least
            two patterns of answers.</at>
          <at level="progressing">The plan names the look, and one next step for everybody.</at>
          <at level="not-met">The responses are looked at after the lesson.</at>
        </criterion>
        <criterion id="1.3" scale="dp" evidence="data-note tool" required="true">
          <title>Students' data are safe</title>
          <at level="demonstrated">The note names what the tool keeps of a student, who can see it, and when it is
            deleted; the tool is on the district's list; nothing is kept that the check doesn't need.</at>
          <at level="progressing">The note says that the tool is allowed, without what it keeps or for how long.</at>
          <at level="not-met">Names or accounts of students are visible, or the tool isn't allowed.</at>
        </criterion>
      </part>
      <part id="2" title="Use">
        <criterion id="2.1" scale="dp" evidence="responses reflection" required="true">
          <title>The responses are read for patterns of thinking</title>
          <at level="demonstrated">At least two patterns are named, with how many students show each and one response
            that stands for it.</at>
          <at level="progressing">The responses are read as a percentage, or one by one.</at>
          <at level="not-met">The tool's own summary is repeated.</at>
        </criterion>
        <criterion id="2.2" scale="dp" evidence="responses reflection" required="true">
          <title>The next step follows from them, in time</title>
          <at level="demonstrated">Something is done for each pattern in the same or the next lesson, and later
            responses or the reflection show what came of it.</at>
          <at level="progressing">One thing is done for all, or later than the next lesson.</at>
          <at level="not-met">Nothing follows.</at>
        </criterion>
        <criterion id="2.3" scale="dp" evidence="screencast" required="false">
          <title>The educator thinks aloud over the responses</title>
          <at level="demonstrated">One hears a guess, a check of it in the responses, and a decision.</at>
          <at level="progressing">One hears what is on the screen.</at>
          <at level="not-met">One hears how the tool works.</at>
        </criterion>
      </part>
    """
