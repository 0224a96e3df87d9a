import Markup
import Testing

@Suite struct EncodingTests {
    private let text = "<?xml version=\"1.0\"?>\r\n" + letter("<line>Núñez 😀</line>\r\n\r\n") + "\r\n\r\n"

    @Test func `a byte-order mark, CRLF and trailing blank lines change nothing`() {
        let plain = read(text)
        #expect(plain.faults.isEmpty)
        #expect(plain.root?.child("line")?.text == "Núñez 😀")
        #expect(read("\u{FEFF}" + text) == plain)
        #expect(read(text.replacing("\r\n", with: "\n")) == plain)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read in either order, with and without a mark`(littleEndian: Bool, withMark: Bool) {
        #expect(letters.read(utf16(text, littleEndian: littleEndian, withMark: withMark)) == read(text))
    }

    @Test func `UTF-16 that calls itself UTF-8 is read, as Notepad writes it`() {
        let text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + letter()
        #expect(letters.read(utf16(text, littleEndian: true, withMark: true)).faults.isEmpty)
    }

    @Test(arguments: [
        "UTF-7", "ISO-8859-1", "windows-1252", "EBCDIC-CP-US", "UTF-32", "x", "UTF-16", "HZ", "ISO-2022-JP",
    ])
    func `another declared encoding is refused by name`(name: String) {
        let reading = read("<?xml version='1.0' encoding='\(name)'?>" + letter())
        #expect(reading.root == nil)
        #expect(reading.kinds == [.encoding])
        #expect(reading.faults.first?.column == 31)
    }

    @Test(arguments: ["UTF-8", "utf-8", "US-ASCII"]) func `the usual encodings are taken`(name: String) {
        #expect(read("<?xml version='1.0' encoding='\(name)'?>" + letter()).faults.isEmpty)
    }

    @Test func `ASCII that isn't is refused`() {
        #expect(read("<?xml version='1.0' encoding='us-ascii'?>" + letter("é")).kinds == [.encoding])
    }

    @Test func `XML 1_1 is refused`() {
        #expect(read("<?xml version='1.1'?>" + letter()).kinds == [.encoding])
    }

    @Test(
        arguments: [
            [0x1F, 0x8B, 0x08, 0x00], [0x50, 0x4B, 0x03, 0x04], [0xFF, 0xFE, 0x00, 0x00, 0x3C, 0, 0, 0],
            [0x4C, 0x6F, 0xA7, 0x94],
            [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], [0x3C, 0x61, 0x00, 0x3E], [0x3C, 0x61, 0x3E, 0xC0, 0x80, 0x3C],
            [0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C], [0x3C, 0x61, 0x3E, 0xE9, 0x3C],
        ] as [[UInt8]])
    func `what isn't text is refused`(bytes: [UInt8]) {
        let reading = letters.read(bytes)
        #expect(reading.root == nil)
        #expect(reading.kinds == [.encoding])
    }

    @Test(
        arguments: [
            [], [0x3C, 0x61, 0x3E, 0xC3], [0x3C, 0x61, 0x3E, 0xF0, 0x9F, 0x98], [0x3C, 0x61, 0, 0, 0, 0],
            [0, 0, 0, 0, 0],
            [0xFF, 0xFE, 0x3C, 0x00, 0x61],
        ] as [[UInt8]])
    func `what a copy under way leaves isn't well-formed yet`(bytes: [UInt8]) {
        #expect(letters.read(bytes).kinds == [.notWellFormed])
    }
}
