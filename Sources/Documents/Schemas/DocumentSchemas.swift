/// The XML schemas of the documents, each whole in itself, so that any editor can use it.
package enum DocumentSchemas {
    /// The schema's text by the name of the document's root element.
    package static let texts: [String: String] = [
        "rubric": rubric, "submission": submission, "program": program, "reviewers": reviewers,
        "decision": decision, "record": record, "receipt": receipt,
    ]

    /// The name of the file in Rubrics/Schemas by the name of the document's root element.
    package static let fileNames: [String: String] = texts.reduce(into: [:]) { $0[$1.key] = $1.key + ".xsd" }

    /// A schema around what one document is made of; it ends with the shared types that it uses.
    static func schema(of document: String, _ parts: String, shared: [String]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:assay:1" targetNamespace="urn:assay:1"
            elementFormDefault="qualified">
          <xs:annotation>
            <xs:documentation>\(document)</xs:documentation>
          </xs:annotation>
        \(parts)
        \(shared.joined(separator: "\n"))
        </xs:schema>

        """
    }
}
