internal import Packing

/// A Word document of plain paragraphs, which blank lines divide.
func docx(_ text: String) -> [UInt8] {
    let paragraphs = paragraphs(of: text).map {
        "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped($0))</w:t></w:r></w:p>"
    }
    return storedZip([
        part(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml"
              ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """),
        part(
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Target="word/document.xml"
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>
            """),
        part(
            "word/document.xml",
            """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            \(paragraphs.joined(separator: "\n"))
            </w:body></w:document>
            """),
    ])
}

/// A LibreOffice text of plain paragraphs, which blank lines divide.
func odt(_ text: String) -> [UInt8] {
    let type = "application/vnd.oasis.opendocument.text"
    let paragraphs = paragraphs(of: text).map { "<text:p>\(escaped($0))</text:p>" }
    return storedZip([
        // First, and as it is: this is how the type is told.
        (path: "mimetype", bytes: Array(type.utf8)),
        part(
            "META-INF/manifest.xml",
            """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
            manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="\(type)"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """),
        part(
            "content.xml",
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
            <office:body><office:text>
            \(paragraphs.joined(separator: "\n"))
            </office:text></office:body></office:document-content>
            """),
    ])
}

private func part(_ path: String, _ xml: String) -> (path: String, bytes: [UInt8]) {
    (path, Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(xml)\n".utf8))
}

/// Text between tags.
private func escaped(_ text: String) -> String {
    text.map { sign in
        switch sign {
        case "&": "&amp;"
        case "<": "&lt;"
        default: String(sign)
        }
    }.joined()
}
