import MediaTypes
import Testing

@Suite struct MediaTyperTests {
    /// The beginning of a ZIP archive whose entries lie uncompressed.
    private func archive(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var bytes: [UInt8] = []
        for (name, content) in entries {
            bytes += Array("PK\u{3}\u{4}".utf8)
            // Version, flags, method, time and date, checksum; then the sizes.
            for (value, width) in [(20, 2), (0, 2), (0, 2), (0, 4), (0, 4)] { bytes += number(value, width) }
            bytes += number(content.utf8.count, 4) + number(content.utf8.count, 4)
            bytes += number(name.utf8.count, 2) + number(0, 2)
            bytes += Array(name.utf8) + Array(content.utf8)
        }
        return bytes
    }

    private func type(_ bytes: [UInt8]) throws -> String { try #require(MediaTyper()).mediaType(ofHead: bytes) }

    @Test func `office documents are told by their own content, whatever the order of entries`() throws {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        #expect(
            try type(archive(["[Content_Types].xml": "<T/>", "_rels/.rels": "<R/>", "word/document.xml": "<d/>"]))
                == word)
        #expect(try type(archive(["word/document.xml": "<d/>", "[Content_Types].xml": "<T/>"])) == word)
        #expect(
            try type(archive(["docProps/app.xml": "x", "xl/workbook.xml": "x", "_rels/.rels": "x"])).contains(
                "spreadsheetml"))
        #expect(
            try type(archive(["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"]))
                == "application/vnd.oasis.opendocument.text")
    }

    @Test func `an archive is no office document because it says so or holds one`() throws {
        #expect(try type(archive(["mimetype": "application/pdf", "x": "y"])) == "application/zip")
        for claim in ["x/y", "<b>", ""] {
            let said = "application/vnd.oasis.opendocument." + claim
            #expect(try type(archive(["mimetype": said, "x": "y"])) == "application/octet-stream")
        }
        #expect(try type(archive(["a.txt": "y", "sub/word/document.xml": "y", "b.docx": "y"])) == "application/zip")
    }

    @Test(arguments: [0, 8]) func `a head that ends between an entry's name and its content is told`(method: UInt8)
        throws
    {
        var head = archive(["[Content_Types].xml": "", "word/document.xml": ""])
        // Compressed or not, with 40 more bytes after the last name, which the head has no longer.
        let last = head.count - 30 - "word/document.xml".utf8.count
        (head[last + 8], head[last + 28]) = (method, 40)
        #expect(try type(head).hasSuffix("wordprocessingml.document"))
    }

    @Test(arguments: [
        ("%PDF-1.7\n", "application/pdf"), ("Dear reader,\nñ", "text/plain"), ("# Title\n\n* one\n", "text/plain"),
        ("a,b\n1,2\n3,4\n5,6\n7,8\n9,0\n1,2\n3,4\n5,6\n7,8\n9,0\n", "text/plain"), ("{\"a\": 1}", "text/plain"),
        ("#!/bin/sh\necho\n", "text/plain"), ("<!DOCTYPE html><html><body>x</body></html>", "text/html"),
        ("\0\0\0\0\0\0\0\0", "application/octet-stream"), ("", "application/x-empty"),
    ])
    func `a type is told by content`(text: String, expected: String) throws {
        #expect(try type(Array(text.utf8)) == expected)
    }

    @Test func `Windows-1252 and UTF-16 are text`() throws {
        #expect(try type([0x4E, 0xFA, 0xF1, 0x65, 0x7A, 0x0D, 0x0A]) == "text/plain")
        #expect(try type([0xFF, 0xFE, 0x48, 0, 0x69, 0, 0x0A, 0]) == "text/plain")
    }
}
