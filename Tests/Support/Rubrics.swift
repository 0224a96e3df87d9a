/// One criterion of a rubric, on the scale `dp`.
package struct Criterion {
    var id: String
    var kinds: String
    var isRequired: Bool
    var weight: String

    package init(_ id: String, on kinds: String = "lesson-plan", required: Bool = true, weight: String = "1") {
        (self.id, self.kinds, isRequired, self.weight) = (id, kinds, required, weight)
    }

    var xml: String {
        """
            <criterion id="\(id)" scale="dp"\(kinds.isEmpty ? "" : " evidence=\"\(kinds)\"") \
        required="\(isRequired)" weight="\(weight)">
              <title>Criterion \(id) is seen in the evidence</title>
              <at level="demonstrated">It is there, and it is used.</at>
              <at level="progressing">It is there in part.</at>
              <at level="not-met">It isn't there.</at>
            </criterion>

        """
    }
}

/// The intake that `Item.usual` satisfies.
package let usualIntake = """
        <evidence kind="lesson-plan" form="file" min="1" max="2"/>
        <evidence kind="student-work" form="file" min="1" max="4"/>
        <evidence kind="reflection" form="text" min="1" max="1"/>
        <evidence kind="video" form="link" min="0" max="2"/>
    """

/// A rubric with criterion 1.1 on the lesson plan and 1.2 on the student work, read by one assessor.
package func rubricXML(
    id: String = "checking", version: String = "1.0", status: String = "active", tags: [String] = ["formative"],
    intake: String = usualIntake, criteria: [Criterion] = [Criterion("1.1"), Criterion("1.2", on: "student-work")],
    award: String = "policy=\"all-meet\"", reviewers: Int = 1, blind: String = "double", agree: String = "meets",
    comment: String = "when-not-met", due: String = "P10D", resubmit: String = "max=\"3\" keep=\"met\""
) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:assay:1" id="\(id)" version="\(version)" status="\(status)">
      <title>Checking for understanding</title>
      <competency>The educator checks what every student understood before going on.</competency>
      <method>Exit tickets.</method>
    \(tags.map { "  <tag>\($0)</tag>" }.joined(separator: "\n"))
      <intake>
    \(intake)
      </intake>
      <scale id="dp">
        <level id="demonstrated" points="2" meets="true">Demonstrated</level>
        <level id="progressing" points="1" meets="false">Progressing</level>
        <level id="not-met" points="0" meets="false">Not met</level>
      </scale>
      <part id="1" title="Work examples">
    \(criteria.map(\.xml).joined())  </part>
      <award \(award)/>
      <review reviewers="\(reviewers)" blind="\(blind)" agree="\(agree)" comment="\(comment)" due="\(due)"/>
      <resubmit \(resubmit)/>
    </rubric>

    """
}

/// A program with three schools that takes bundles at first sight and waits an hour for what is missing.
package func programXML(
    settle: String = "PT0S", patience: String = "PT1H", maxBytes: Int = 2_000_000_000, maxFiles: Int = 500,
    calendar: String = "", evidence: String = "copy"
) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <program xmlns="urn:assay:1" id="maple-valley" time-zone="America/Chicago">
      <name>Maple Valley School District</name>
      <issuer name="Maple Valley School District" url="https://mvsd.example" email="pd@mvsd.example"/>
      <queue evidence="\(evidence)"/>
      <intake settle="\(settle)" patience="\(patience)" max-bytes="\(maxBytes)" max-files="\(maxFiles)"/>
      \(calendar.isEmpty ? "" : "<calendar>\(calendar)</calendar>")
      <school id="lincoln-es" name="Lincoln Elementary"/>
      <school id="washington-ms" name="Washington Middle"/>
      <school id="jefferson-hs" name="Jefferson High"/>
    </program>

    """
}

/// Somebody on the roster; qualified for everything that is tagged `formative`, at a school that no educator is of.
package struct Person {
    package var id: String
    var role: String
    var capacity: Int
    var email: String
    var school: String
    var form: String
    var within: String

    package init(
        _ id: String, role: String = "assessor", capacity: Int = 12, email: String? = nil,
        school: String = "washington-ms", qualified: String = "tag=\"formative\"", conflict: String = "",
        away: String = "", form: String = "xml"
    ) {
        (self.id, self.role, self.capacity, self.school, self.form) = (id, role, capacity, school, form)
        self.email = email ?? "\(id)@district.example"
        within = qualified.isEmpty ? "" : "<qualified \(qualified)/>"
        if !conflict.isEmpty { within += "<conflict \(conflict)/>" }
        if !away.isEmpty { within += "<away \(away)/>" }
    }

    package var idInSmall: String { id.lowercased() }

    package static func lead(_ id: String = "r-lead", capacity: Int = 12, conflict: String = "") -> Person {
        Person(id, role: "lead", capacity: capacity, conflict: conflict)
    }

    /// An assessor who is given decision.txt.
    package static func writer(_ id: String) -> Person { Person(id, form: "text") }

    var xml: String {
        """
          <reviewer id="\(id)" name="Reader \(id)" email="\(email)" school="\(school)" role="\(role)" \
        capacity="\(capacity)"\(form == "xml" ? "" : " form=\"\(form)\"")>\(within)</reviewer>

        """
    }
}

package func reviewersXML(_ people: [Person]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <reviewers xmlns="urn:assay:1">
    \(people.map(\.xml).joined())</reviewers>

    """
}
