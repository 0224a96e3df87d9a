/// The rubric that sums points and asks two readers to agree on the outcome alone; every level wants a comment.
let textsRubric = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="culturally-responsive-texts" version="1.0" status="active">
      <title>Culturally Responsive Texts</title>
      <competency>The educator chooses texts in which the students of this class can see themselves and others, and
        teaches demanding reading with them.</competency>
      <method>Find out who is in the room; read the shelf as it is, for who is in it and who tells it; choose texts for
        the gaps and for what they ask of a reader; and let students talk back to them. Bishop (1990) gave the images
        of books as mirrors, windows and sliding glass doors. Ladson-Billings (1995) describes teaching that holds
        three things at once: academic success, cultural competence, and a critical eye. Gay (2000) shows how what
        students bring can be the way in to what is to be learned, rather than a decoration of it.</method>
      <credit hours="15" type="PD"/>
      <credit hours="1" type="equity-requirement"/>
      <valid for="P5Y"/>
      <tag>literacy</tag>
      <tag>equity</tag>
      <alignment kind="standard" framework="InTASC" code="2">Learning differences</alignment>
      <alignment kind="standard" framework="InTASC" code="5">Application of content</alignment>
      <alignment kind="competency" framework="Maple Valley teaching competencies" code="T4">Knows the students, and
        teaches from what they know</alignment>
      <alignment kind="school-goal" code="writing-daily">Every reader writes daily</alignment>
      <resource href="https://mvsd.example/learn/mirrors-and-windows">How to read your own shelf: a worksheet</resource>
      <intake>
        <evidence kind="class-picture" form="text" min="1" max="1" min-words="60" max-words="400"
                  title="Who is in the room, and how you know, without names"/>
        <evidence kind="text-set" form="file" min="1" max="1" media="application/pdf text/markdown text/plain
                  application/vnd.openxmlformats-officedocument.wordprocessingml.document
                  application/vnd.oasis.opendocument.text" max-bytes="20000000"
                  title="Four or more texts, each with why it is there"/>
        <evidence kind="lesson" form="file" min="1" max="2" media="application/pdf text/markdown text/plain
                  application/vnd.openxmlformats-officedocument.wordprocessingml.document
                  application/vnd.oasis.opendocument.text" title="A lesson with one of the texts"/>
        <evidence kind="student-work" form="file" min="2" max="6" media="application/pdf image/png image/jpeg"
                  max-bytes="20000000" release="required" title="What students wrote about it, without names"/>
        <evidence kind="reflection" form="text" min="1" max="1" min-words="120" max-words="600"
                  title="What the texts let students do"/>
        <rule id="reasons" severity="error" test="not(a:evidence/a:file[@kind='text-set'][@words &lt; 60])">The list of
          texts has {a:evidence/a:file[@kind='text-set']/@words} words. Say of each text why it is there, and for
          whom.</rule>
        <rule id="reflection-weighs-more" severity="warning" test="sum(a:evidence/a:text[@kind='reflection']/@words)
              &gt;= sum(a:evidence/a:text[@kind='class-picture']/@words)">You wrote
          {a:evidence/a:text[@kind='class-picture']/@words} words about the class and
          {a:evidence/a:text[@kind='reflection']/@words} about what it did; reviewers look for the second.</rule>
      </intake>
      <scale id="practice">
        <level id="leading" points="3" meets="true">Leading</level>
        <level id="established" points="2" meets="true">Established</level>
        <level id="beginning" points="1" meets="false">Beginning</level>
        <level id="absent" points="0" meets="false">Not yet seen</level>
      </scale>
    \(textsChosen)
    \(textsTaught)
      <award policy="points" minimum="12" each="1"/>
      <review reviewers="2" blind="double" agree="outcome" comment="always" due="P10D"/>
      <resubmit max="3" keep="met"/>
    </rubric>

    """

private let textsChosen = """
      <part id="1" title="Choosing">
        <criterion id="1.1" scale="practice" evidence="class-picture" required="true" weight="1">
          <title>The educator knows who is in the room, from them</title>
          <at level="leading">The picture comes from what students and families said or made, names what the educator
            had assumed wrongly, and keeps differences inside a group in view.</at>
          <at level="established">The picture names languages, places, families and interests of this class, and says
            how the educator learned of each.</at>
          <at level="beginning">The picture lists groups and percentages from the school's records.</at>
          <at level="absent">The class is described in words that would fit any class.</at>
        </criterion>
        <criterion id="1.2" scale="practice" evidence="text-set class-picture" required="true" weight="1">
          <title>The set holds mirrors and windows for this class</title>
          <at level="leading">Each text answers something in the picture of the class; authors write from inside the
            lives they tell; and the set shows one group in more than one way, joy and daily life included.</at>
          <at level="established">Most students of the picture can find themselves in at least one text, and everybody
            meets a life unlike their own.</at>
          <at level="beginning">The set has diverse covers, but one story of each group: a holiday, a hero, or a
            hardship.</at>
          <at level="absent">The set is the old list, or its reasons are only level and length.</at>
        </criterion>
        <criterion id="1.3" scale="practice" evidence="text-set lesson" required="true" weight="1">
          <title>The texts are worth the reading that is asked of them</title>
          <at level="leading">The educator points to what in the text is hard and worth it, such as a voice, a form or
            a silence, and the lesson is built on that place.</at>
          <at level="established">The texts are at or above the demand of the grade, with help that leaves the text
            whole.</at>
          <at level="beginning">The texts are easier than the grade's, or are read for their message only.</at>
          <at level="absent">Excerpts are used as examples of a topic, and nobody has to read them closely.</at>
        </criterion>
      </part>
    """

private let textsTaught = """
      <part id="2" title="Teaching">
        <criterion id="2.1" scale="practice" evidence="lesson student-work" required="true" weight="1">
          <title>What students know from home is a way into the text</title>
          <at level="leading">A student's knowledge, such as a word, a custom or a place, settles a question that the
            text leaves open, and the class learns it from that student, who chose to tell it.</at>
          <at level="established">The task asks for something that students know from outside of school, and the work
            shows them using it to read.</at>
          <at level="beginning">Students tell of themselves before the reading, and it isn't taken up again.</at>
          <at level="absent">Students are asked to speak for a group, or nothing of theirs is asked for.</at>
        </criterion>
        <criterion id="2.2" scale="practice" evidence="student-work" required="true" weight="1">
          <title>Students read closely, and talk back</title>
          <at level="leading">The work quotes the text, asks who tells this and who doesn't, and takes a position that
            the text itself could answer.</at>
          <at level="established">The work makes a claim about the text and rests it on its words.</at>
          <at level="beginning">The work says whether the student liked or knew it, with few of the text's words.</at>
          <at level="absent">The work retells, or answers questions with one right word.</at>
        </criterion>
      </part>
      <part id="3" title="Reflection">
        <criterion id="3.1" scale="practice" evidence="reflection" required="true" weight="1">
          <title>The reflection follows students, also one for whom it didn't work</title>
          <at level="leading">It follows at least two students through the work, one of whom the choice missed or
            exposed, and names the next text and why.</at>
          <at level="established">It points to lines in the work that the texts made possible, and names one change.</at>
          <at level="beginning">It says that students were engaged and saw themselves.</at>
          <at level="absent">It is about the educator's own reading or feelings.</at>
        </criterion>
      </part>
    """
