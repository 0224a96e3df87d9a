/// A rubric that is still being written: it is checked, and offered to nobody.
let selfAssessmentRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="student-self-assessment" version="0.3" status="draft">
      <title>Student Self-Assessment</title>
      <competency>The educator teaches students to judge their own work against criteria while they can still change
        it.</competency>
      <method>Make the criteria with students, let them look for the criteria in their work, and leave time to revise.
        Andrade's review (2019) argues that self-assessment does most for achievement, and for students' steering of
        their own learning, where it is formative and students are taught how.</method>
      <tag>formative</tag>
      <alignment kind="standard" framework="InTASC" code="6">Assessment</alignment>
      <intake>
        <evidence kind="criteria" form="file" min="1" max="1" title="The criteria as students have them"/>
        <evidence kind="student-work" form="file" min="2" max="6" release="required"
                  title="Work with the student's own marks, and what came after"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="120" max-words="600"/>
      </intake>
      <scale id="seen">
        <level id="shown" points="2" meets="true">Shown</level>
        <level id="begun" points="1" meets="false">Begun</level>
        <level id="not-shown" points="0" meets="false">Not shown</level>
      </scale>
      <part id="1" title="Criteria">
        <criterion id="1.1" scale="seen" evidence="criteria">
          <title>Students can use the criteria without the teacher</title>
          <at level="shown">The criteria are in students' words, each with an example that can be found in a work.</at>
          <at level="begun">The criteria are the teacher's scoring guide, made shorter.</at>
          <at level="not-shown">The criteria are a checklist of parts.</at>
        </criterion>
      </part>
      <part id="2" title="Judging and revising">
        <criterion id="2.1" scale="seen" evidence="student-work">
          <title>Students find the criteria in their own work, and revise</title>
          <at level="shown">Marks point to places in the work, some of them critical, and the revision answers them.</at>
          <at level="begun">Marks are general or all favorable, and the revision is elsewhere.</at>
          <at level="not-shown">Students give themselves a grade.</at>
        </criterion>
        <criterion id="2.2" scale="seen" evidence="reflection student-work">
          <title>The educator gives feedback on the judging</title>
          <at level="shown">The educator compares a student's judgment with the work, and says what she told the student
            about the judgment.</at>
          <at level="begun">The educator says whether students judged too mildly or too hard.</at>
          <at level="not-shown">The educator marks the work over the student's marks.</at>
        </criterion>
      </part>
      <award policy="all-meet"/>
      <review reviewers="1" blind="double" due="P10D"/>
      <resubmit max="3" keep="met"/>
    </rubric>

    """
