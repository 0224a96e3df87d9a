internal import CLibXML2

extension IllFormedWords {
    /// Words for what is wrong inside a tag.
    func tagWords(_ problem: Problem, _ code: xmlParserErrors) -> (offset: Int, message: String, remedy: String)? {
        let here = problem.offset
        let aside = "A < that belongs to the text is written &lt;."
        switch code {
        case XML_ERR_ATTRIBUTE_REDEFINED:
            let name = problem.names[0] ?? ""
            return (
                attribute(name, before: here), "The attribute '\(name)' is written twice in this tag.",
                "Keep one of them."
            )
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
            let name = problem.names[0] ?? ""
            return (
                attribute(name, before: here), "The attribute '\(name)' has no value.", "Write \(name)=\"…\". \(aside)"
            )
        case XML_ERR_ATTRIBUTE_NOT_STARTED:
            return (
                here, "The value of the attribute isn't in straight quotation marks.",
                unquoted(at: here).map { "Write \($0), with \" before and after the value." }
                    ?? "Write name=\"value\" with \" before and after the value."
            )
        case XML_ERR_ATTRIBUTE_NOT_FINISHED:
            return (here, "The value of the attribute doesn't end.", "Put a \" after the value.")
        case XML_ERR_INTERNAL_ERROR where quoted(before: here) != nil,
            XML_ERR_SPACE_REQUIRED where quoted(before: here) != nil:
            return (
                here - 1, "A \" stands inside the value of '\(quoted(before: here) ?? "")', and ends it there.",
                "Write ' instead of each \" inside the value."
            )
        case XML_ERR_INTERNAL_ERROR, XML_ERR_SPACE_REQUIRED:
            return (
                here, "This tag can't be read from here on.",
                "Put a space between attributes and write each as name=\"value\". \(aside)"
            )
        case XML_ERR_GT_REQUIRED:
            return (here, "The tag doesn't end: a > is missing.", "Write > where the tag ends. \(aside)")
        default:
            return nil
        }
    }

    /// The attribute whose value begins here, written as it should be; nil where that can't be told.
    private func unquoted(at here: Int) -> String? {
        let before = text[..<min(here, text.count)].reversed().drop { $0 == 0x20 }
        guard before.first == 0x3D else { return nil }
        let name = before.dropFirst().drop { $0 == 0x20 }.prefix(while: isNameByte).reversed()
        let rest = String(decoding: text[min(here, text.count)...].prefix(200), as: UTF8.self)
        let marks: [Character] = ["“", "”", "„", "‟", "«", "»", "″", "‘", "’", "'"]
        let value =
            rest.first.map(marks.contains) == true
            ? rest.dropFirst().prefix { !marks.contains($0) && !"\"<>\n\r".contains($0) }
            : rest.prefix { !$0.isWhitespace && !"\"<>/".contains($0) && !marks.contains($0) }
        guard !name.isEmpty, !value.isEmpty, value.count < 100, value.unicodeScalars.first != "\u{FFFD}" else {
            return nil
        }
        return "\(String(decoding: Array(name), as: UTF8.self))=\"\(value)\""
    }

    /// The attribute whose value was ended by a quotation mark right before a word that is no attribute of its own.
    private func quoted(before here: Int) -> String? {
        guard here > 1, here < text.count, text[here - 1] == 0x22, isNameByte(text[here]) else { return nil }
        let next = text[here...].drop(while: isNameByte).drop { $0 == 0x20 }
        if next.first == 0x3D { return nil }
        let value = text[..<(here - 1)].suffix(2000)
        // The mark right before this place ends a value; it begins none.
        let equals = value.indices.dropLast().last { value[$0] == 0x3D && value[$0 + 1] == 0x22 }
        guard let equals else { return nil }
        let name = value[..<equals].reversed().prefix(while: isNameByte).reversed()
        return name.isEmpty ? nil : shortened(String(decoding: Array(name), as: UTF8.self))
    }

    /// Where the last attribute of that name begins in the tag that the parser is in, or has just left.
    private func attribute(_ name: String, before offset: Int) -> Int {
        guard let tag = scan.tags.lastIndex(where: { $0.offset < offset }),
            let attribute = scan.attribute(name, of: tag, isLast: true)
        else { return offset }
        return attribute.name.lowerBound
    }

    /// Words for all the rest; the library's own where there is nothing better to say.
    func otherWords(_ problem: Problem, _ code: xmlParserErrors) -> (offset: Int, message: String, remedy: String) {
        let here = problem.offset
        switch code {
        case XML_ERR_INVALID_CHAR:
            return (here, "A character stands here that XML doesn't allow.", "Take it out, or type it again.")
        case XML_ERR_COMMENT_NOT_FINISHED:
            return (here, "A comment doesn't end.", "Write --> where it ends.")
        case XML_ERR_HYPHEN_IN_COMMENT:
            return (here, "Two hyphens stand inside a comment.", "Write one hyphen instead of --.")
        case XML_ERR_CDATA_NOT_FINISHED:
            return (here, "A text that begins with <![CDATA[ doesn't end.", "Write ]]> where it ends.")
        case XML_ERR_MISPLACED_CDATA_END:
            return (here, "]]> stands alone in the text.", "Write ]]&gt; instead.")
        case XML_ERR_PI_NOT_FINISHED:
            return (here, "A <? doesn't end.", "Write ?> where it ends. A < that belongs to the text is written &lt;.")
        case XML_ERR_RESERVED_XML_NAME:
            return (
                max(0, here - "<?xml".utf8.count), "The line <?xml …?> stands in the wrong place.",
                "It must be the very first thing in the file; take away what is before it."
            )
        case XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED, XML_ERR_VERSION_MISSING,
            XML_ERR_STRING_NOT_STARTED, XML_ERR_STRING_NOT_CLOSED, XML_ERR_STANDALONE_VALUE, XML_ERR_ENCODING_NAME:
            return (
                here, "The first line, <?xml …?>, is not written right.",
                "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>."
            )
        default:
            let words = problem.message.split(whereSeparator: \.isNewline).joined(separator: " ")
            return (here, "The document can't be read here: \(shortened(words)).", "Mend the line, or write it anew.")
        }
    }
}
