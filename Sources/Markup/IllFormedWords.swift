internal import CLibXML2

/// What a parser's complaint means to someone who isn't a programmer.
struct IllFormedWords {
    let text: [UInt8]
    let scan: Scan

    init(_ text: [UInt8], _ scan: Scan) { (self.text, self.scan) = (text, scan) }

    /// The faults in order, without those that only follow from an earlier one.
    func faults(_ problems: [Problem]) -> [Fault] {
        var faults: [Fault] = []
        var tagIsBroken = false
        for problem in problems {
            let code = xmlParserErrors(UInt32(bitPattern: problem.code))
            // After a tag that can't be read the parser is off by one element: later ends match nothing.
            if tagIsBroken && Self.followers.contains(code.rawValue) { continue }
            let fault = fault(problem, code)
            if Self.breakers.contains(code.rawValue) { tagIsBroken = true }
            if faults.last.map({ $0.line == fault.line && $0.column == fault.column }) == true { continue }
            faults.append(fault)
            if faults.count == 20 { break }
        }
        if faults.isEmpty {
            faults = [
                Fault(
                    .notWellFormed, line: 1, column: 1, message: "The document can't be read as XML.",
                    remedy: "Save it as plain XML text in UTF-8.")
            ]
        }
        return faults
    }

    private static let breakers: Set<UInt32> = Set(
        [
            XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
            XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED, XML_ERR_TAG_NAME_MISMATCH,
            XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED,
            XML_ERR_XMLDECL_NOT_FINISHED, XML_ERR_INTERNAL_ERROR,
        ].map(\.rawValue))

    private static let followers: Set<UInt32> = Set(
        [
            XML_ERR_INTERNAL_ERROR, XML_ERR_GT_REQUIRED, XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED,
            XML_ERR_DOCUMENT_END, XML_ERR_DOCUMENT_EMPTY, XML_ERR_LTSLASH_REQUIRED, XML_ERR_SPACE_REQUIRED,
        ].map(\.rawValue))

    private func fault(_ problem: Problem, _ code: xmlParserErrors) -> Fault {
        let words = words(problem, code)
        let place = Place(text, max(0, min(words.offset, text.count)))
        return Fault(
            .notWellFormed, line: place.line, column: place.column, message: words.message, remedy: words.remedy)
    }

    private typealias Words = (offset: Int, message: String, remedy: String)

    private func words(_ problem: Problem, _ code: xmlParserErrors) -> Words {
        let here = problem.offset
        switch code {
        case XML_ERR_NAME_REQUIRED:
            return strayCharacter(here)
        case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY,
            XML_ERR_ENTITYREF_NO_NAME, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF,
            XML_ERR_INVALID_HEX_CHARREF, XML_ERR_CHARREF_AT_EOF:
            return reference(here)
        case XML_ERR_LT_IN_ATTRIBUTE:
            return (
                here, "A < stands inside the value of an attribute.",
                "Write &lt; instead of <, or close the value with a quotation mark before it."
            )
        case XML_ERR_TAG_NAME_MISMATCH:
            return mismatch(problem)
        case XML_ERR_TAG_NOT_FINISHED:
            let name = problem.names[0] ?? ""
            return (
                here, "The document stops before </\(name)>; <\(name)> was begun on line \(problem.number).",
                "Write </\(name)> where it ends."
            )
        case XML_ERR_DOCUMENT_END:
            return (
                here, "Something follows after the end of the document.",
                "Take away what stands after the last end tag."
            )
        case XML_ERR_DOCUMENT_EMPTY:
            return (
                here, "This isn't XML: a document begins with a tag.",
                "Put the document's first tag here and nothing before it."
            )
        case XML_ERR_INVALID_CHAR where here > 0 && here <= text.count && text[here - 1] == 0x3B:
            return reference(here)
        default:
            return tagWords(problem, code) ?? otherWords(problem, code)
        }
    }

    private func strayCharacter(_ here: Int) -> Words {
        if here > 0 && text[here - 1] == 0x26 {
            return (here - 1, "A & stands alone.", "Write &amp; instead of &.")
        }
        if here > 0 && text[here - 1] == 0x3C {
            return (here - 1, "A < stands alone; it begins no tag.", "Write &lt; instead of <.")
        }
        return (here, "A name is expected here.", "Write &lt; for a < and &amp; for a & that belong to the text.")
    }

    /// `&name;` that means nothing, or isn't closed.
    private func reference(_ here: Int) -> Words {
        let before = text[..<min(here, text.count)]
        guard let start = before.suffix(100).lastIndex(of: 0x26) else {
            return (here, "A & is not written right here.", "Write &amp; instead of &.")
        }
        let rest = text[start...].prefix(40)
        let name = shortened(
            String(decoding: rest.prefix { isNameByte($0) || $0 == 0x26 || $0 == 0x23 }, as: UTF8.self))
        let isClosed = rest.dropFirst(name.utf8.count).first == 0x3B
        return (
            start, isClosed ? "'\(name);' means nothing here." : "'\(name)' begins with a & that stands alone.",
            name == "&nbsp" ? "Write a space." : "Write &amp; instead of &, or the character itself."
        )
    }

    private func mismatch(_ problem: Problem) -> Words {
        let opened = problem.names[0] ?? ""
        let found = problem.names[1] ?? ""
        // The parser stands behind the end tag.
        var offset = min(problem.offset, text.count)
        while offset > 0 && !(text[offset - 1] == 0x3C && offset < text.count && text[offset] == 0x2F) { offset -= 1 }
        return (
            max(0, offset - 1),
            "Expected </\(opened)>, found </\(found)>; <\(opened)> was begun on line \(problem.number).",
            "Write </\(opened)>, or end the elements in the reverse order of their beginning."
        )
    }
}
