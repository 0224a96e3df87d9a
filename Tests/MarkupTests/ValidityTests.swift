import Markup
import Testing

@Suite struct ValidityTests {
    @Test(arguments: [
        (
            letter("\n<shet/>"), "2:1 'shet' isn't known here; expected one of: to, line, sheet.",
            "Write <to> or <line> or <sheet> instead of <shet>."
        ),
        (
            letter("<to/><to/>"), "1:34 'to' isn't in its place here; expected one of: line, sheet.",
            "Write <line> or <sheet> here, and <to> where it belongs."
        ),
        (letter("<line/><to/>"), "1:36 'to' isn't expected here.", "Take it away, or put it where it belongs."),
        (letter("<sheet/>"), "1:29 The attribute 'id' is missing in 'sheet'.", "Write id=\"…\" into this tag."),
        (
            letter("<sheet id='a' min='abc'/>"),
            "1:43 'abc' is not a valid value for 'min'.", "Write a whole number."
        ),
        (
            letter("<sheet id='a'\n  color='green'/>"),
            "2:3 'green' is not a valid value for 'color'.", "Write one of: red, blue."
        ),
        (
            letter("<sheet id='a b'/>"),
            "1:36 'a b' is not a valid value for 'id'.",
            "Write an id of letters and digits."
        ),
        (
            letter("<sheet id=''/>"), "1:36 The sheet's id isn't filled in.",
            "Write the sheet's id between the quotation marks of id=\"\"."
        ),
        (
            letter("<sheet id='a' count='0'/>"),
            "1:43 '0' is not a valid value for 'count'.",
            "Write a value of at least 1."
        ),
        (
            letter("", "title='x'"), "1:29 The attribute 'title' isn't known in 'letter'.",
            "Take it away, or look for a slip of the pen in its name."
        ),
        (
            letter("Hello"), "1:1 Text isn't allowed directly in 'letter'.",
            "Take the text out, or put it into the element that it belongs to."
        ),
        (
            letter("<line xmlns=''/>"), "1:29 'line' is not in the namespace urn:assay:1.",
            "Take xmlns=\"…\" or the prefix away from it."
        ),
    ])
    func `a fault against the schema says where, what and what to write`(text: String, sentence: String, remedy: String)
    {
        let reading = read(text)
        #expect(reading.told == [sentence])
        #expect(reading.faults.first?.remedy == remedy)
        #expect(reading.kinds == [.invalid])
        #expect(reading.root != nil)
    }

    @Test func `a document that nobody knows is named, and so are those that are known`() {
        let reading = read("<lettre xmlns='urn:assay:1'/>")
        #expect(reading.told == ["1:1 'lettre' isn't known as a document; expected one of: letter."])
        #expect(reading.faults.first?.remedy == "Begin the document with <letter xmlns=\"urn:assay:1\" …>.")
        #expect(reading.kinds == [.unknownRoot])
    }

    @Test func `a root without the namespace is told what to write`() {
        let reading = read("<letter/>")
        #expect(reading.root == nil)
        #expect(reading.told == ["1:1 'letter' is not in the namespace urn:assay:1."])
        #expect(reading.faults.first?.remedy == "Write <letter xmlns=\"urn:assay:1\" …>.")
    }

    @Test func `several faults come in the order of their places`() {
        let text = letter("<sheet min='x' id='!'/>\n<sheet color='y'/>", "z=''")
        #expect(read(text).told.map { $0.prefix(4) } == ["1:29", "1:41", "1:49", "2:1 ", "2:8 "])
    }

    @Test func `the tree keeps text, attributes and places`() {
        let text = letter("\n  <line>a &lt;<![CDATA[ & ]]>b</line><o:x xmlns:o='u'><line/></o:x>", "id = 'q'")
        #expect(
            read(text).root
                == Element(
                    name: "letter", attributes: [.init(name: "id", value: "q", line: 1, column: 29)],
                    children: [Element(name: "line", text: "a < & b", line: 2, column: 3)], text: "\n  ", line: 1,
                    column: 1))
    }

    @Test func `a schema that can't be compiled leaves a document unjudged`() {
        #expect(Schemas(["letter": "<nonsense/>"]).read(Array(letter().utf8)).kinds == [.unjudged])
    }

    @Test func `many threads share the schemas`() async {
        let shared = Schemas(["letter": letterSchema])
        let text = Array(letter("<sheet id='a' min='x'/>").utf8)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { (0..<20).map { _ in shared.read(text).faults.count }.reduce(0, +) } }
            for await count in group { #expect(count == 20) }
        }
    }
}
