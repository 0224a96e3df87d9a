package import Foundation

package struct Educator {
    package var id: String
    package var name: String
    package var email: String
    package var school: String

    package init(
        _ id: String = "E1042", name: String = "Ana María Núñez", email: String? = nil, school: String = "lincoln-es"
    ) {
        (self.id, self.name, self.school) = (id, name, school)
        self.email = email ?? "\(id.lowercased())@district.example"
    }

    var xml: String {
        "<educator id=\"\(id)\" name=\"\(name)\" email=\"\(email)\" school=\"\(school)\"/>"
    }
}

/// One item of evidence: its line in the manifest, and its bytes where it is a file that is there.
package struct Item {
    package var xml: String
    package var path: String?
    package var bytes: Data?

    /// A file; `listed` is the path that the manifest writes, if it isn't the file's own.
    package static func file(
        _ path: String, kind: String = "lesson-plan", _ bytes: Data = Data("# A plan\n\nAsk, wait, look.\n".utf8),
        listed: String? = nil, attributes: String = "", isThere: Bool = true
    ) -> Item {
        Item(
            xml: "<file kind=\"\(kind)\" path=\"\(listed ?? path)\" \(attributes)/>", path: path,
            bytes: isThere ? bytes : nil)
    }

    package static func link(_ href: String, kind: String = "video", duration: String? = "PT9M30S") -> Item {
        Item(xml: "<link kind=\"\(kind)\" href=\"\(href)\"\(duration.map { " duration=\"\($0)\"" } ?? "")/>")
    }

    package static func text(_ text: String, kind: String = "reflection") -> Item {
        Item(xml: "<text kind=\"\(kind)\">\(text)</text>")
    }

    package static let plan = Item.file("plans/exit-ticket.md")
    package static let work = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A"))
    package static let reflection = Item.text("I saw that half of them guessed, and asked again.")

    /// A lesson plan in Markdown, one student's work as a PDF, a reflection: what `rubricXML()` asks for.
    package static let usual: [Item] = [plan, work, reflection]
}

package func manifestXML(
    rubric: String = "checking", version: String? = nil, educator: Educator = Educator(), evidence: [Item] = Item.usual,
    statement: String = "<statement kind=\"own-work\" agreed=\"true\" date=\"2026-11-02\"/>",
    resubmission: String? = nil
) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="\(rubric)"\(version.map { " version=\"\($0)\"" } ?? "")>
      \(educator.xml)
      <evidence>
    \(evidence.map { "    " + $0.xml }.joined(separator: "\n"))
      </evidence>
      \(statement)
      \(resubmission.map { "<resubmission of=\"\($0)\"><note>Mended.</note></resubmission>" } ?? "")
    </submission>

    """
}

/// A small valid PDF of one page that says `text`.
package func pdf(_ text: String) -> Data {
    let content = "BT /F1 18 Tf 72 720 Td (\(text)) Tj ET"
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (number, object) in objects.enumerated() {
        let offset = "\(file.utf8.count)"
        table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
        file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 6\n\(table)trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
}
