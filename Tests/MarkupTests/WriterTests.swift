import Markup
import Testing

@Suite struct WriterTests {
    @Test func `a document is laid with its indentation and its line ends`() {
        var writer = XMLWriter(newline: .crlf)
        writer.element("letter", ["xmlns": "urn:assay:1", "id": "q", "absent": nil]) { writer in
            writer.comment("one\ntwo")
            writer.start("line")
            writer.cdata("")
            writer.end()
            writer.empty("to", ["x": "1"])
            writer.element("line", text: "a < b & c ]]> d")
        }
        let lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<letter xmlns=\"urn:assay:1\" id=\"q\">", "  <!--one",
            "two-->",
            "  <line><![CDATA[]]></line>", "  <to x=\"1\"/>", "  <line>a &lt; b &amp; c ]]&gt; d</line>", "</letter>",
            "",
        ]
        #expect(writer.finish() == lines.joined(separator: "\r\n"))
    }

    @Test(arguments: ["-", "--", "---", "a--b-", "<!-- x -->", "-->", "\u{1}-", "--!>"])
    func `a comment can hold anything`(text: String) {
        var writer = XMLWriter()
        writer.start("letter", ["xmlns": "urn:assay:1"])
        writer.comment(text)
        writer.comment("<!DOCTYPE x>")
        #expect(read(writer.finish()).faults.isEmpty)
    }

    @Test(arguments: [
        "]]>", "]]]]>>", "a\tb\nc\r\nd", "&amp;<x>\"'", "ñ😀", "\u{FEFF}x", " ", "]]", "e\u{301}<\u{301}&\u{301}",
    ])
    func `text comes back as it was written`(text: String) {
        for newline in [XMLWriter.Newline.lf, .crlf] {
            var writer = XMLWriter(newline: newline)
            writer.start("letter", ["xmlns": "urn:assay:1"])
            writer.element("line", text: text)
            writer.start("line")
            writer.cdata(text)
            writer.end()
            let lines = read(writer.finish()).root?.children("line").map(\.text)
            let expected = text.replacing("\r\n", with: "\n")
            #expect(lines == [expected, expected])
        }
    }

    @Test(arguments: ["a\tb\nc\rd", "  x  ", "\"'<>&", "\r\n", "ñ"]) func `attributes keep their white space`(
        text: String
    ) {
        var writer = XMLWriter()
        writer.start("other", ["xmlns": "urn:assay:1", "id": text])
        let root = letters.read(Array(writer.finish().utf8)).root
        // By scalars: to String a line feed and CRLF are different, but that is what is meant.
        #expect(root?["id"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test func `what XML can't hold becomes a replacement character`() {
        var writer = XMLWriter()
        writer.start("letter", ["xmlns": "urn:assay:1"])
        writer.element("line", text: "a\u{0}\u{1B}[31m\u{FFFF}b")
        #expect(read(writer.finish()).root?.child("line")?.text == "a\u{FFFD}\u{FFFD}[31m\u{FFFD}b")
    }
}
