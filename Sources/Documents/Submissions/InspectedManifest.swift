package import Assessment
import Markup

/// The manifest as a rubric's rules see it: the submission as it was read, with what was measured beside each item.
package func inspectedManifest(_ submission: Submission) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
        "submission", ["xmlns": "urn:assay:1", "rubric": submission.rubric, "version": submission.version]
    ) { xml in
        let educator = submission.educator
        xml.empty(
            "educator",
            [
                "id": educator.id, "name": educator.name, "email": educator.email, "school": educator.school,
                "lang": educator.lang?.rawValue,
            ])
        if let cohort = submission.cohort { xml.empty("cohort", ["id": cohort]) }
        xml.element("evidence") { xml in
            for item in submission.evidence { xml.inspected(item) }
        }
        for statement in submission.statements {
            xml.empty(
                "statement", ["kind": statement.kind, "agreed": "\(statement.isAgreed)", "date": statement.date])
        }
        if let resubmission = submission.resubmission {
            xml.element("resubmission", ["of": resubmission.of]) { xml in
                if let note = resubmission.note { xml.element("note", text: note) }
            }
        }
    }
    return Array(xml.finish().utf8)
}

extension XMLWriter {
    fileprivate mutating func inspected(_ item: EvidenceItem) {
        let measured = item.measured
        switch item.content {
        case .file(let path, let sha256, let bytes):
            empty(
                "file",
                [
                    "kind": item.kind, "path": path, "title": item.title, "release": item.release,
                    "bytes": (measured?.bytes ?? bytes).map { "\($0)" }, "sha256": measured?.sha256 ?? sha256,
                    "media-type": measured?.mediaType, "words": measured?.words.map { "\($0)" },
                ])
        case .link(let href, let duration):
            empty(
                "link",
                [
                    "kind": item.kind, "href": href, "title": item.title, "duration": duration?.text,
                    "release": item.release,
                ])
        case .text(let text):
            element(
                "text",
                [
                    "kind": item.kind, "title": item.title, "release": item.release,
                    "words": measured?.words.map { "\($0)" },
                ], text: text)
        }
    }
}
