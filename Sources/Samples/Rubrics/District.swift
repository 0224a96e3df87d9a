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
      <goal id="every-student-answers">Every student answers, every lesson</goal>
      <goal id="writing-daily" school="washington-ms">Every reader writes daily</goal>
      <cohort id="plc-lincoln-3" school="lincoln-es" lead="E0007">Grade 3 learning community</cohort>
      <cohort id="plc-jefferson-math" school="jefferson-hs">Mathematics learning community</cohort>
    </program>

    """

/// The sample roster. For every sample two assessors and a lead are free of conflicts, also while one is away.
let reviewers = """
    <?xml version="1.0" encoding="UTF-8"?>
    <reviewers xmlns="urn:assay:1">
      <reviewer id="r-abbott" name="Samuel Abbott" email="sabbott@mvsd.example" school="jefferson-hs" role="assessor"
                capacity="8">
        <qualified rubric="feedback-that-moves-learning"/>
        <away from="2026-12-01" to="2026-12-05"/>
      </reviewer>
      <reviewer id="r-begay" name="Thomas Begay" email="tbegay@mvsd.example" school="lincoln-es" role="lead"
                capacity="6">
        <qualified tag="formative"/>
      </reviewer>
      <reviewer id="r-delgado" name="Rosa Delgado" email="rdelgado@mvsd.example" school="lincoln-es" role="assessor"
                capacity="10">
        <qualified rubric="checking-for-understanding"/>
        <qualified rubric="feedback-that-moves-learning"/>
      </reviewer>
      <reviewer id="r-kaminska" name="Ewa Kamińska" email="ekaminska@mvsd.example" school="washington-ms"
                role="assessor" capacity="8">
        <qualified rubric="checking-for-understanding"/>
        <conflict school="lincoln-es"/>
      </reviewer>
      <reviewer id="r-moreau" name="Claire Moreau" email="cmoreau@mvsd.example" school="cedar-ridge-k8" role="lead"
                capacity="6">
        <qualified tag="formative"/>
      </reviewer>
      <reviewer id="r-okafor" name="Ngozi Okafor" email="nokafor@mvsd.example" school="washington-ms" role="assessor"
                capacity="12">
        <qualified tag="formative"/>
        <conflict educator="E1310"/>
      </reviewer>
      <reviewer id="r-tran" name="Minh Tran" email="mtran@mvsd.example" school="cedar-ridge-k8" role="assessor"
                capacity="10">
        <qualified tag="assessment"/>
        <qualified tag="feedback"/>
      </reviewer>
      <reviewer id="r-whitman" name="Grace Whitman" email="gwhitman@mvsd.example" school="jefferson-hs" role="assessor"
                capacity="10">
        <qualified tag="formative"/>
      </reviewer>
    </reviewers>

    """
