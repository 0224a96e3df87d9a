package import Assessment
import Markup

/// The text of record.xml, over whose bytes the signature stands.
package func recordXML(_ record: Record) -> String {
    var xml = XMLWriter()
    xml.element(
        "record",
        [
            "xmlns": "urn:assay:1", "submission": record.submission, "bundle": record.bundle,
            "attempt": "\(record.attempt)", "attempts-left": record.attemptsLeft.map { "\($0)" },
            "resubmission-of": record.resubmissionOf, "outcome": record.outcome.rawValue,
        ]
    ) { xml in
        xml.educator(record.educator)
        let rubric = record.rubric
        xml.element(
            "rubric", ["id": rubric.id, "version": rubric.version, "sha256": rubric.sha256], text: rubric.title)
        xml.empty("program", ["id": record.program, "sha256": record.programSHA256])
        xml.empty("roster", ["sha256": record.rosterSHA256])
        xml.evidence(record.evidence)
        for reader in record.readers { xml.reader(reader) }
        for criterion in record.criteria { xml.criterion(criterion) }
        let policy = record.policy
        xml.empty(
            "policy",
            [
                "policy": policy.policy, "minimum": policy.minimum, "each": policy.each.map { "\($0)" },
                "total": policy.total,
            ])
        xml.empty("times", ["accepted": record.accepted.text, "decided": record.decided.text])
        xml.empty("ledger", ["event": "\(record.event)", "chain": record.chain])
        xml.empty("key", ["id": record.key])
    }
    return xml.finish()
}

extension XMLWriter {
    fileprivate mutating func reader(_ reader: Record.Reader) {
        element(
            "reader",
            [
                "label": reader.label, "id": reader.reviewer, "name": reader.name, "assigned": reader.assigned.text,
                "taken": reader.taken.text, "sha256": reader.sha256,
            ]
        ) { xml in
            if let overall = reader.overall { xml.element("overall", text: overall) }
        }
    }

    fileprivate mutating func criterion(_ criterion: Record.CriterionResult) {
        element(
            "criterion",
            [
                "id": criterion.id, "level": criterion.level, "label": criterion.label,
                "points": criterion.points.map { "\($0)" }, "weight": criterion.weight, "meets": "\(criterion.meets)",
                "how": criterion.how.rawValue,
            ]
        ) { xml in
            xml.element("title", text: criterion.title)
            for mark in criterion.marks {
                xml.element("mark", ["by": mark.by, "level": mark.level]) { xml in
                    if let comment = mark.comment { xml.element("comment", text: comment) }
                }
            }
        }
    }

    /// The educator as results name her: without the e-mail address, which is nobody else's business.
    mutating func educator(_ educator: Submission.Educator) {
        empty("educator", ["id": educator.id, "name": educator.name, "school": educator.school])
    }

    mutating func evidence(_ evidence: [RecordedEvidence]) {
        element("evidence") { xml in
            for item in evidence {
                xml.empty(
                    "item",
                    [
                        "ref": item.ref, "kind": item.kind, "form": item.form.rawValue, "title": item.title,
                        "path": item.path, "href": item.href, "duration": item.duration, "release": item.release,
                        "sha256": item.sha256, "bytes": "\(item.bytes)", "media-type": item.mediaType,
                        "words": item.words.map { "\($0)" },
                    ])
            }
        }
    }
}
