package import Assessment
import Markup

/// The text of receipt.xml: what became of a bundle, and how to mend it.
package func receiptXML(_ receipt: Receipt) -> String {
    var xml = XMLWriter()
    xml.element(
        "receipt",
        [
            "xmlns": "urn:assay:1", "state": receipt.state.rawValue, "bundle": receipt.bundle, "at": receipt.at.text,
            "submission": receipt.submission, "attempt": receipt.attempt.map { "\($0)" },
        ]
    ) { xml in
        if let educator = receipt.educator { xml.educator(educator) }
        if let rubric = receipt.rubric {
            xml.element("rubric", ["id": rubric, "version": receipt.version], text: receipt.rubricTitle ?? "")
        }
        if let first = receipt.firstBundle { xml.empty("first", ["bundle": first]) }
        if !receipt.evidence.isEmpty { xml.evidence(receipt.evidence) }
        for criterion in receipt.carried { xml.empty("carried", ["criterion": criterion]) }
        for finding in receipt.findings { xml.finding(finding) }
    }
    return xml.finish()
}

extension XMLWriter {
    fileprivate mutating func finding(_ finding: Finding) {
        element(
            "finding",
            [
                "code": finding.code, "severity": finding.severity.rawValue, "file": finding.file,
                "line": finding.line.map { "\($0)" }, "column": finding.column.map { "\($0)" },
            ]
        ) { xml in
            xml.element("message", text: finding.message)
            xml.element("remedy", text: finding.remedy)
        }
    }
}
