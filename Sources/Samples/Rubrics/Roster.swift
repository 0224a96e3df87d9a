/// The sample roster: fourteen assessors and four leads of five schools, of whom some write XML and some plain text.
///
/// For each sample enough of them are free of conflicts, also while one is away; but for `hassan-family`, which shows
/// what happens where they aren't. Those who are qualified for the first two rubrics are for these alone.
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
      <reviewer id="r-bianchi" name="Paola Bianchi" email="pbianchi@mvsd.example" school="jefferson-hs"
                role="assessor" capacity="8" form="text">
        <qualified tag="literacy"/>
        <conflict educator="E1420"/>
      </reviewer>
      <reviewer id="r-chen" name="Wei Chen" email="wchen@mvsd.example" school="washington-ms"
                role="assessor" capacity="10">
        <qualified tag="mathematics"/>
      </reviewer>
      <reviewer id="r-delgado" name="Rosa Delgado" email="rdelgado@mvsd.example" school="lincoln-es" role="assessor"
                capacity="10">
        <qualified rubric="checking-for-understanding"/>
        <qualified rubric="feedback-that-moves-learning"/>
      </reviewer>
      <reviewer id="r-ebanks" name="Marcia Ebanks" email="mebanks@mvsd.example" school="lincoln-es"
                role="assessor" capacity="6" form="text">
        <qualified tag="mathematics"/>
        <qualified tag="technology"/>
        <away from="2026-12-07" to="2026-12-11"/>
      </reviewer>
      <reviewer id="r-fontaine" name="Luc Fontaine" email="lfontaine@mvsd.example" school="sunrise-ec"
                role="assessor" capacity="10" form="text">
        <qualified tag="family"/>
        <qualified tag="equity"/>
      </reviewer>
      <reviewer id="r-haile" name="Selam Haile" email="shaile@mvsd.example" school="sunrise-ec"
                role="assessor" capacity="8">
        <qualified rubric="culturally-responsive-texts"/>
        <qualified rubric="family-partnership"/>
      </reviewer>
      <reviewer id="r-ivanova" name="Daria Ivanova" email="divanova@mvsd.example" school="cedar-ridge-k8"
                role="assessor" capacity="8" form="text">
        <qualified tag="discourse"/>
        <qualified rubric="technology-for-formative-assessment"/>
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
      <reviewer id="r-nakai" name="Leona Nakai" email="lnakai@mvsd.example" school="lincoln-es"
                role="lead" capacity="6">
        <qualified tag="literacy"/>
        <qualified tag="family"/>
      </reviewer>
      <reviewer id="r-okafor" name="Ngozi Okafor" email="nokafor@mvsd.example" school="washington-ms" role="assessor"
                capacity="12">
        <qualified tag="formative"/>
        <conflict educator="E1310"/>
      </reviewer>
      <reviewer id="r-pierce" name="Dana Pierce" email="dpierce@mvsd.example" school="washington-ms"
                role="lead" capacity="6" form="text">
        <qualified tag="mathematics"/>
        <qualified tag="technology"/>
        <away from="2026-12-14" to="2026-12-18"/>
        <away from="2027-01-04" to="2027-01-08"/>
      </reviewer>
      <reviewer id="r-sorensen" name="Kari Sørensen" email="ksorensen@mvsd.example" school="washington-ms"
                role="assessor" capacity="6">
        <qualified tag="family"/>
        <conflict school="sunrise-ec"/>
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
      <reviewer id="r-yoder" name="Amos Yoder" email="ayoder@mvsd.example" school="cedar-ridge-k8"
                role="assessor" capacity="3" form="text">
        <qualified tag="literacy"/>
        <qualified tag="mathematics"/>
        <conflict school="lincoln-es"/>
        <conflict educator="E1318"/>
      </reviewer>
    </reviewers>

    """
