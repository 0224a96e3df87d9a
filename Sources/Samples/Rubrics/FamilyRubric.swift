/// The rubric in which everybody knows everybody: readers and educator are named, and attempts aren't counted.
let familyRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="family-partnership" version="1.1" status="active">
      <title>Partnership with Families</title>
      <competency>The educator works with families as people who know their child, so that what is learned from them
        changes the teaching and what they learn helps at home.</competency>
      <method>Ask before telling; tie every contact to learning; go to where families are, in their language; and come
        back with what became of it. Moll, Amanti, Neff and González (1992) showed how teachers who visit households as
        learners find knowledge there that lessons can build on. Mapp and Kuttner (2013) describe why events alone
        don't do it: families and staff both need the skills and the trust. Kraft and Rogers (2015) found in an
        experiment that one sentence a week to parents, above all on what the student could do better, let more students
        of a credit recovery program earn the credit.</method>
      <credit hours="12" type="PD"/>
      <valid for="P3Y"/>
      <tag>family</tag>
      <alignment kind="standard" framework="InTASC" code="10">Leadership and collaboration</alignment>
      <alignment kind="evaluation" framework="Framework for Teaching" code="4c"
                 href="https://mvsd.example/evaluation/4c">Communicating with families</alignment>
      <alignment kind="school-goal" code="families-as-partners">Every family is heard before it is told</alignment>
      <resource href="https://mvsd.example/learn/families">How to ask for an interpreter</resource>
      <resource href="https://mvsd.example/learn/listening">Five questions for a first conversation</resource>
      <intake>
        <evidence kind="plan" form="file" min="1" max="1" media="application/pdf text/markdown text/plain
                  application/vnd.openxmlformats-officedocument.wordprocessingml.document
                  application/vnd.oasis.opendocument.text" title="Whom you wanted to reach, for what, and how"/>
        <evidence kind="message" form="file" min="2" max="8" media="application/pdf text/markdown text/plain image/png
                  image/jpeg" max-bytes="10000000" title="What went home, in each language it went in"/>
        <evidence kind="conversation" form="text" min="2" max="5" min-words="50" max-words="400" release="required"
                  title="Notes of a conversation with a family, without names"/>
        <evidence kind="lesson-change" form="file" min="1" max="2" media="application/pdf text/markdown text/plain
                  image/png image/jpeg application/vnd.oasis.opendocument.text" release="required"
                  title="Something in the classroom that is different because of it"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="100" max-words="600"
                  title="Whom you reached, and whom not"/>
        <rule id="two-languages" severity="warning"
              test="count(a:evidence/a:file[@kind='message'][@title]) &gt;= 2">Give each message a title with its
          language, such as “October note, Spanish”; {count(a:evidence/a:file[@kind='message'][@title])} of
          {count(a:evidence/a:file[@kind='message'])} have one.</rule>
        <rule id="messages-differ" severity="error"
              test="not(a:evidence/a:file[@kind='message'][@sha256 = preceding-sibling::a:file/@sha256])">The same
          message is listed twice: {a:evidence/a:file[@kind='message'][@sha256 =
          preceding-sibling::a:file/@sha256]/@path}.</rule>
      </intake>
      <scale id="partnership">
        <level id="mutual" points="3" meets="true">Mutual</level>
        <level id="two-way" points="2" meets="true">Two-way</level>
        <level id="one-way" points="1" meets="false">One-way</level>
        <level id="none" points="0" meets="false">None</level>
      </scale>
    \(familyCriteria)
      <award policy="all-meet"/>
      <review reviewers="2" blind="none" agree="meets" comment="always" due="P15D"/>
      <resubmit keep="met"/>
    </rubric>

    """

private let familyCriteria = """
      <part id="1" title="Reaching">
        <criterion id="1.1" scale="partnership" evidence="plan" required="true">
          <title>The plan starts from families who are not yet reached</title>
          <at level="mutual">The plan names which families the usual ways miss and why, and families had a say in the
            way that was chosen.</at>
          <at level="two-way">The plan names whom the usual ways miss, and chooses time, place, language and channel for
            them.</at>
          <at level="one-way">The plan is the same for all families, with a translation.</at>
          <at level="none">The plan is an event or a newsletter, for whoever comes or reads.</at>
        </criterion>
        <criterion id="1.2" scale="partnership" evidence="message" required="true">
          <title>Messages are about learning, and can be answered</title>
          <at level="mutual">Each message says what the child is learning and one thing to notice or do, asks a question
            that the teacher needs answered, and later messages take the answers up.</at>
          <at level="two-way">Messages say what is being learned in plain words, in the family's language, and ask for
            an answer.</at>
          <at level="one-way">Messages inform, or ask for signatures and supplies.</at>
          <at level="none">Messages come only when something is wrong.</at>
        </criterion>
      </part>
      <part id="2" title="Listening">
        <criterion id="2.1" scale="partnership" evidence="conversation" required="true">
          <title>The educator learns something that only the family knows</title>
          <at level="mutual">In both conversations the family speaks more than the teacher; what it knows is written down
            in its words; and it hears back what was done with it.</at>
          <at level="two-way">The notes hold something about the child's knowledge, interests or worries that the school
            didn't have.</at>
          <at level="one-way">The notes hold what the teacher told the family, and that it agreed.</at>
          <at level="none">The notes are about behavior or logistics.</at>
        </criterion>
        <criterion id="2.2" scale="partnership" evidence="lesson-change conversation" required="true">
          <title>What was learned changes the teaching</title>
          <at level="mutual">A family's knowledge became part of a lesson for all, and the family had a part in
            how.</at>
          <at level="two-way">A task, a grouping or a text is different for a reason that a family gave.</at>
          <at level="one-way">The change is in the contact, not in the teaching.</at>
          <at level="none">No change can be seen.</at>
        </criterion>
      </part>
      <part id="3" title="Reflection">
        <criterion id="3.1" scale="partnership" evidence="reflection" required="true">
          <title>The reflection counts who was reached, and asks why not the others</title>
          <at level="mutual">It counts, says what the families who didn't answer have in common, and tells what one of
            them said when asked another way.</at>
          <at level="two-way">It counts who was reached, and names another way for the rest.</at>
          <at level="one-way">It says that many came or answered.</at>
          <at level="none">It explains why families don't come.</at>
        </criterion>
      </part>
    """
