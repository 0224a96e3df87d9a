import Documents
import Testing

/// The schemas against the documents of the contract.
struct SchemaTests {
    private let other = "xmlns:o=\"urn:other\" o:note=\"x\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

    private var rubric: String {
        """
        <rubric xmlns="urn:assay:1" \(other) xsi:schemaLocation="urn:assay:1 Schemas/rubric.xsd"
            id="checking-for-understanding" version="1.2" status="active">
          <title o:lang="en">Checking for Understanding</title>
          <competency>One sentence.</competency>
          <method>The key method.</method>
          <credit hours="15" type="PD"/>
          <valid for="P3Y"/>
          <tag>formative</tag>
          <alignment kind="standard" framework="InTASC" code="6" href="https://x.example">Assessment</alignment>
          <prerequisite rubric="learning-targets"/>
          <resource href="https://x.example">Where to learn it</resource>
          <intake>
            <evidence kind="lesson-plan" form="file" min="1" max="3" media="application/pdf text/markdown"
              max-bytes="20000000" title="The plan you taught from"/>
            <evidence kind="student-work" form="file" min="2" max="6" release="required"/>
            <rule id="two-students" severity="error" test="count(a:evidence) >= 2">Two; {count(a:evidence)}.</rule>
            <evidence kind="video" form="link" min="1" max="2" hosts="video.district.example *.vimeo.com"
              min-duration="PT5M" max-duration="PT15M" release="required"/>
            <evidence kind="reflection" form="text" min="1" max="1" min-words="150" max-words="600"/>
          </intake>
          <scale id="dp">
            <level id="demonstrated" points="2" meets="true">Demonstrated</level>
            <level id="not-met" points="0" meets="false">Not met</level>
          </scale>
          <part id="2" title="Work examples">
            <criterion id="2.1" scale="dp" evidence="lesson-plan" required="true" weight="1">
              <title>The plan names where and how understanding is checked</title>
              <at level="demonstrated">What a reviewer sees.</at>
            </criterion>
          </part>
          <award policy="points" minimum="12" each="1"/>
          <review reviewers="2" blind="double" agree="meets" comment="when-not-met" due="P10D"/>
          <resubmit max="3" keep="met"/>
        </rubric>
        """
    }

    private var submission: String {
        """
        <submission xmlns="urn:assay:1" \(other) rubric="checking-for-understanding">
          <educator id="E1042" name="Ana María Núñez" email="anunez@district.example" school="lincoln-es"/>
          <cohort id="plc-lincoln-3"/>
          <evidence>
            <file kind="lesson-plan" path="plans/exit-ticket.pdf" title="Exit ticket" bytes="48211"/>
            <link kind="video" href="https://video.district.example/v/8841" duration="PT9M30S" release="on-file"/>
            <text kind="reflection">…</text>
          </evidence>
          <statement kind="own-work" agreed="true" date="2026-11-02"/>
          <resubmission of="S-0123456789ABC"><note>What changed…</note></resubmission>
        </submission>
        """
    }

    private var program: String {
        """
        <program xmlns="urn:assay:1" \(other) id="maple-valley" time-zone="America/Chicago">
          <name>Maple Valley School District</name>
          <issuer name="Maple Valley School District" url="https://mvsd.example" email="pd@mvsd.example"/>
          <queue evidence="copy"/>
          <intake settle="PT5S" patience="PT1H" max-bytes="2000000000" max-files="500"/>
          <calendar><closed from="2026-12-21" to="2027-01-01">Winter break</closed></calendar>
          <school id="lincoln-es" name="Lincoln Elementary" title-i="true" locale="rural"/>
          <goal id="literacy" school="lincoln-es">Every reader writes daily</goal>
          <cohort id="plc-lincoln-3" school="lincoln-es" lead="E0007">Grade 3 learning community</cohort>
        </program>
        """
    }

    private var reviewers: String {
        """
        <reviewers xmlns="urn:assay:1" \(other)>
          <reviewer id="r-okafor" name="Ngozi Okafor" email="nokafor@district.example" school="washington-ms"
              role="assessor" capacity="12" form="xml">
            <qualified rubric="checking-for-understanding"/> <qualified tag="formative"/>
            <conflict educator="E1042"/> <conflict school="lincoln-es"/>
            <away from="2026-12-01" to="2026-12-05"/>
          </reviewer>
          <reviewer id="r-2" name="Two" email="two@district.example"/>
        </reviewers>
        """
    }

    private var decision: String {
        """
        <decision xmlns="urn:assay:1" \(other) submission="S-1" reviewer="r-okafor" rubric="c" version="1.2" ticket="t"
            status="finall" reason="" evidence="">
          <criterion id="2.1" level=""><comment><![CDATA[]]></comment></criterion>
          <overall><comment><![CDATA[]]></comment></overall>
        </decision>
        """
    }

    @Test func `the contract's examples are valid`() throws {
        try validate(rubric, by: "rubric")
        try validate(submission, by: "submission")
        try validate(program, by: "program")
        try validate(reviewers, by: "reviewers")
        try validate(decision, by: "decision")
    }

    @Test func `what may be left out may be left out`() throws {
        for name in ["issuer", "queue", "intake", "calendar", "school", "goal", "cohort"] {
            let rest = program.split(separator: "\n").filter { !$0.contains("<\(name)") }.joined(separator: "\n")
            try validate(rest, by: "program")
        }
        for name in ["method", "credit", "valid", "tag", "alignment", "prerequisite", "resource", "resubmit", "review"]
        {
            let rest = rubric.split(separator: "\n").filter { !$0.contains("<\(name) ") && !$0.contains("<\(name)>") }
            try validate(rest.joined(separator: "\n"), by: "rubric")
        }
        for name in ["cohort", "resubmission"] {
            let rest = submission.split(separator: "\n").filter { !$0.contains("<\(name)") }.joined(separator: "\n")
            try validate(rest, by: "submission")
        }
        try validate(
            "<decision xmlns=\"urn:assay:1\" submission=\"\" reviewer=\"\" rubric=\"\" version=\"\" ticket=\"\" "
                + "status=\"\"/>", by: "decision")
    }

    @Test(arguments: [
        ("<title o", "<surprise/><title o"), ("status=\"active\"", "status=\"open\""), ("min=\"1\"", "min=\"-1\""),
        ("id=\"dp\"", "id=\"d p\""), ("<valid for", "<valid bogus=\"1\" for"), ("points=\"2\"", "points=\"2.5\""),
        ("<competency>", "<competency/><competency>"), ("blind=\"double\"", "blind=\"treble\""),
        ("kind=\"standard\"", "kind=\"x\""), ("reviewers=\"2\"", "reviewers=\"4\""),
    ])
    func `unknown names, another order and other words are invalid`(from: String, to: String) throws {
        #expect(rubric.contains(from))
        try validate(rubric.replacing(from, with: to, maxReplacements: 1), by: "rubric", isValid: false)
    }

    @Test func `every root has its schema and its file`() {
        let roots = ["decision", "program", "receipt", "record", "reviewers", "rubric", "submission"]
        #expect(DocumentSchemas.texts.keys.sorted() == roots)
        #expect(DocumentSchemas.fileNames["rubric"] == "rubric.xsd")
        #expect(DocumentSchemas.fileNames.count == 7)
    }
}
