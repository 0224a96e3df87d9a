import Markup
import Testing

@Suite struct WellFormednessTests {
    @Test(arguments: [
        ("<a>R & D</a>", "1:6 A & stands alone."), ("<a>x < y</a>", "1:6 A < stands alone; it begins no tag."),
        ("<a>&nbsp;</a>", "1:4 '&nbsp;' means nothing here."),
        ("<a>AT&T is</a>", "1:6 '&T' begins with a & that stands alone."),
        ("<a>\n <comment>x</coment></a>", "2:12 Expected </comment>, found </coment>; <comment> was begun on line 2."),
        ("<a>\r\n<b>\r\n", "3:1 The document stops before </b>; <b> was begun on line 2."),
        ("<a/>junk", "1:5 Something follows after the end of the document."),
        ("<a/>\n<b/>", "2:1 Something follows after the end of the document."),
        ("<a x='1' x='2'/>", "1:10 The attribute 'x' is written twice in this tag."),
        ("<a x/>", "1:4 The attribute 'x' has no value."),
        ("<a x=1/>", "1:6 The value of the attribute isn't in straight quotation marks."),
        ("<a x=“1”/>", "1:6 The value of the attribute isn't in straight quotation marks."),
        ("<a x='1>t<b/></a>", "1:10 A < stands inside the value of an attribute."),
        ("<a x='1'y='2'/>", "1:9 This tag can't be read from here on."),
        ("<a x='1' y=\"z=\"w/>", "1:15 A \" stands inside the value of 'y', and ends it there."),
        ("<a>]]></a>", "1:4 ]]> stands alone in the text."), ("<a>&#0;</a>", "1:4 '&#0;' means nothing here."),
        (" <?xml version='1.0'?><a/>", "1:2 The line <?xml …?> stands in the wrong place."),
        ("Hello", "1:1 This isn't XML: a document begins with a tag."), ("", "1:1 The file is empty."),
    ])
    func `one fault is told in one plain sentence with its place`(text: String, sentence: String) {
        let reading = read(text)
        #expect(reading.root == nil)
        #expect(reading.told == [sentence])
        #expect(reading.kinds == [.notWellFormed])
    }

    @Test(arguments: [
        ("<a id=“E15”/>", "Write id=\"E15\", with \" before and after the value."),
        ("<a id=1 b='2'/>", "Write id=\"1\", with \" before and after the value."),
        ("<a id = ‘E15’ b='2'/>", "Write id=\"E15\", with \" before and after the value."),
        ("<a id=/>", "Write name=\"value\" with \" before and after the value."),
    ])
    func `a value in other marks is written out as it should be`(text: String, remedy: String) {
        #expect(read(text).faults.first?.remedy == remedy)
    }

    @Test func `all faults are told, in order`() {
        #expect(read("<a>x & y\n< &nbsp;</a>").told.map { $0.prefix(3) } == ["1:6", "2:1", "2:3"])
    }

    @Test func `columns count characters, not bytes`() {
        #expect(read("<a>ñ😀& </a>").told == ["1:6 A & stands alone."])
    }

    @Test func `an undeclared prefix and a doubled namespaced attribute are faults`() {
        #expect(
            read(letter("<x:y/>")).told == ["1:29 The prefix 'x:' isn't declared."])
        #expect(read(letter("", "xsi:nil='true'")).told == ["1:29 The prefix 'xsi:' isn't declared."])
        #expect(read(letter("", "xmlns:p='u' xmlns:q='u' p:a='' q:a=''")).kinds == [.invalid])
    }
}
