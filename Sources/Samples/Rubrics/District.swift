/// The sample district: its clock, its holidays, its schools, and how long intake waits.
let program = """
    <?xml version="1.0" encoding="UTF-8"?>
    <program xmlns="urn:assay:1" id="maple-valley" time-zone="America/Chicago">
      <name>Maple Valley School District</name>
      <issuer name="Maple Valley School District" url="https://mvsd.example" email="pd@mvsd.example"/>
      <queue evidence="copy"/>
      <intake settle="PT5S" patience="PT1H" max-bytes="2000000000" max-files="500"/>
      <calendar>
        <closed from="2026-11-25" to="2026-11-27">Thanksgiving</closed>
        <closed from="2026-12-21" to="2027-01-01">Winter break</closed>
        <closed from="2027-01-18" to="2027-01-18">Martin Luther King Jr. Day</closed>
        <closed from="2027-03-22" to="2027-03-26">Spring break</closed>
      </calendar>
      <school id="lincoln-es" name="Lincoln Elementary School" title-i="true" locale="rural"/>
      <school id="washington-ms" name="Washington Middle School" locale="town"/>
      <school id="jefferson-hs" name="Jefferson High School" locale="town"/>
      <school id="cedar-ridge-k8" name="Cedar Ridge School" title-i="true" locale="rural"/>
      <school id="sunrise-ec" name="Sunrise Early Learning Center" title-i="true" locale="rural"/>
      <goal id="every-student-answers">Every student answers, every lesson</goal>
      <goal id="writing-daily" school="washington-ms">Every reader writes daily</goal>
      <goal id="families-as-partners" school="sunrise-ec">Every family is heard before it is told</goal>
      <cohort id="plc-lincoln-3" school="lincoln-es" lead="E0007">Grade 3 learning community</cohort>
      <cohort id="plc-jefferson-math" school="jefferson-hs">Mathematics learning community</cohort>
      <cohort id="families-team" school="sunrise-ec" lead="E0031">Families team</cohort>
    </program>

    """
