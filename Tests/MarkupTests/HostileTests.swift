import Markup
import Testing

@Suite struct HostileTests {
    @Test(arguments: [
        "<!DOCTYPE letter [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + letter("&x;"),
        "<!DOCTYPE letter [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]>" + letter(),
        "<!DOCTYPE letter SYSTEM '/etc/passwd'>" + letter(),
        "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + letter("&b;"),
        "<?xml version='1.0'?><!-- x --><!DOCTYPE letter>" + letter(),
        "<!doctype html><html></html>",
        letter("<line>x</line><!DOCTYPE letter>"),
        "<letter xmlns='urn:assay:1' id='<!DOCTYPE x>'/>",
        "<?x ?><!DOCTYPE letter>" + letter(), "<!---><!DOCTYPE letter>--><!DOCTYPE letter>" + letter(),
    ])
    func `a DOCTYPE is refused`(text: String) {
        let reading = read(text)
        #expect(reading.root == nil)
        #expect(reading.kinds == [.doctype])
        #expect(letters.read(utf16(text, littleEndian: true, withMark: true)).kinds == [.doctype])
    }

    @Test func `a DOCTYPE in a comment, a CDATA section or an instruction is only text`() {
        let text = letter("<!-- <!DOCTYPE x> --><line><![CDATA[<!DOCTYPE x>]]></line><?x <!DOCTYPE x> ?>")
        #expect(read(text).faults.isEmpty)
        #expect(read(text).root?.child("line")?.text == "<!DOCTYPE x>")
    }

    @Test func `schemaLocation and other foreign attributes are ignored, and nothing is fetched`() {
        let text = """
            <letter xmlns="urn:assay:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xml:lang="en"
                xsi:schemaLocation="urn:assay:1 file:///etc/passwd" xsi:type="Id" xmlns:o="urn:other" o:id="7" id="a"/>
            """
        let reading = read(text)
        #expect(reading.faults.isEmpty)
        #expect(reading.root?.attributes.map(\.name) == ["id"])
    }

    @Test func `XInclude does nothing but be unknown`() {
        let text = letter("<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>")
        #expect(read(text).kinds == [.invalid])
        #expect(read(text).root?.children.isEmpty == true)
    }

    @Test(
        .timeLimit(.minutes(15)),
        arguments: [
            "<letter " + (0..<100_000).map { "a\($0)=''" }.joined(separator: " ") + "/>",
            "<letter " + (0..<65).map { "a\($0)=''" }.joined(separator: " ") + "/>",
            "<letter>" + (0..<600_000).map { "<a\($0)/>" }.joined() + "</letter>",
            "<letter>" + String(repeating: "<a/>", count: 20_000) + "</letter>",
            "<letter>" + String(repeating: "<?a?>", count: 20_000) + "</letter>",
            String(repeating: "<letter>", count: 255) + String(repeating: "</letter>", count: 255),
            letter("<line>" + String(repeating: "x", count: 10_000_000) + "</line>"),
            "<letter id='" + String(repeating: "x", count: 70_000) + "'/>",
            "<letter " + String(repeating: " ", count: 70_000) + "/>",
            "<" + String(repeating: "x", count: 70_000) + "/>",
        ])
    func `what would exhaust the parser is refused within a second`(text: String) {
        let bytes = Array(text.utf8)
        let clock = ContinuousClock()
        var reading = Reading(root: nil, faults: [])
        let time = clock.measure { reading = letters.read(bytes) }
        #expect(reading.root == nil)
        #expect(reading.kinds == [.tooLarge])
        #expect(time < .seconds(1))
    }

    @Test func `what is just within the limits is read soon`() {
        let many = letter((0..<19_000).map { "<sheet id='\($0)' min='\($0)'/>" }.joined())
        let broken = letter(String(repeating: "& < ", count: 200_000))
        let unknown = letter("<to/>" + (0..<15_000).map { "<x\($0) a\($0)='' b\($0)='' c\($0)=''/>" }.joined())
        let time = ContinuousClock().measure {
            #expect(read(many).root?.children.count == 19_000)
            #expect(read(broken).faults.count == 20)
            #expect(read(unknown).faults.count == 1)
        }
        #expect(time < .seconds(10))
    }

    @Test func `50,000 characters in one element are kept`() {
        let long = String(repeating: "ñ ", count: 25_000)
        #expect(read(letter("<line>\(long)</line>")).root?.child("line")?.text == long)
    }

    @Test func `damaged documents never crash, and every element stands where it is said to`() {
        let text = Array(
            "<?xml version='1.0'?>\r\n<!-- é -->\n\(letter("<to/>\r\n<line>a &amp; b<![CDATA[<x>]]></line>ü<sheet id='a' min = \"3\"/>", "id='q'"))"
                .utf8)
        var random = SystemLikeGenerator(state: 7)
        for _ in 0..<3_000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = bytes.indices.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: index)
                case 1: bytes.insert(Array("<>&'\"/=!?-[] x\n".utf8).randomElement(using: &random) ?? 0, at: index)
                case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
                default: bytes.replaceSubrange(index..., with: text[min(index + 1, text.count)...])
                }
            }
            let reading = letters.read(bytes)
            #expect(reading.root != nil || !reading.faults.isEmpty)
            if let root = reading.root { check(root, in: bytes) }
        }
    }

    private func check(_ element: Element, in bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        func text(_ line: Int, _ column: Int) -> String {
            String(String.UnicodeScalarView(lines[line - 1].unicodeScalars.dropFirst(column - 1)))
        }
        // A vertical tab or the like would be a line end to String alone; such a document isn't well-formed anyway.
        #expect(text(element.line, element.column).hasPrefix("<\(element.name)"))
        for attribute in element.attributes {
            #expect(text(attribute.line, attribute.column).hasPrefix(attribute.name))
        }
        for child in element.children { check(child, in: bytes) }
    }
}

/// The same numbers in every run.
private struct SystemLikeGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
