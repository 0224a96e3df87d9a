/// Where every start tag and every attribute stands, in document order, found before the parser sees the text.
///
/// The scan is linear, refuses a DOCTYPE and what exceeds the limits, and is strict about nothing else: whether the
/// text is well-formed is the parser's to say. For well-formed text its tags are exactly the parser's elements.
struct Scan {
    struct Attribute {
        var name: Range<Int>
        var place: Place
    }

    struct Tag {
        /// The offset of `<`.
        var offset: Int
        var place: Place
        var attributes: Range<Int>
    }

    private(set) var tags: [Tag] = []
    private(set) var attributes: [Attribute] = []
    /// What stands in each comment.
    private(set) var comments: [Range<Int>] = []
    private let text: [UInt8]
    private let limits: Limits
    private var cursor: PlaceCursor
    private var depth = 0
    private var instructions = 0

    init(_ text: [UInt8], limits: Limits) throws(Refusal) {
        (self.text, self.limits, cursor) = (text, limits, PlaceCursor(text))
        var index = 0
        while let open = next(0x3C, from: index) {
            index = try pass(open)
        }
    }

    /// The attribute of that name, prefix included, of the tag with that ordinal.
    func attribute(_ name: String, of ordinal: Int, isLast: Bool = false) -> Attribute? {
        guard tags.indices.contains(ordinal) else { return nil }
        let found = attributes[tags[ordinal].attributes].filter { text[$0.name].elementsEqual(name.utf8) }
        return isLast ? found.last : found.first
    }

    /// Passes one piece of markup that begins at `open`, and returns where to look on.
    private mutating func pass(_ open: Int) throws(Refusal) -> Int {
        guard open + 1 < text.count else { return text.count }
        switch text[open + 1] {
        case 0x21:
            if matches("<!--", at: open) {
                let end = end("-->", from: open + 4)
                comments.append(open + 4..<max(open + 4, end - 3))
                return end
            }
            if matches("<![CDATA[", at: open) { return end("]]>", from: open + 9) }
            if matches("<!DOCTYPE", at: open, ignoringCase: true) {
                throw Refusal(
                    .doctype, at: cursor.place(at: open), "A DOCTYPE isn't allowed.",
                    remedy: "Take the <!DOCTYPE …> out; nothing needs to stand in its place.")
            }
            return open + 2
        case 0x3F:
            instructions += 1
            try count(at: cursor.place(at: open))
            return end("?>", from: open + 2)
        case 0x2F:
            depth = max(0, depth - 1)
            return open + 2
        case let byte where isNameStart(byte):
            return try passTag(open)
        default:
            return open + 1
        }
    }

    private mutating func passTag(_ open: Int) throws(Refusal) -> Int {
        depth += 1
        let place = cursor.place(at: open)
        try count(at: place)
        if depth > limits.maxDepth {
            throw tooLarge(place, "Elements nest more than \(limits.maxDepth) deep here.")
        }
        let first = attributes.count
        var index = pastName(open + 1)
        scanning: while index < text.count {
            if index - open > limits.maxTagBytes {
                throw tooLarge(
                    place, "The tag that begins here has more than \(limits.maxTagBytes) bytes.",
                    remedy: "Shorten it; look for a quotation mark that is missing.")
            }
            switch text[index] {
            case 0x3E:
                index += 1
                break scanning
            case 0x3C:
                break scanning  // Not well-formed: the parser will say so.
            case 0x2F:
                if index + 1 < text.count && text[index + 1] == 0x3E { depth -= 1 }
                index += 1
            case 0x22, 0x27:
                index = try pastValue(index, of: open)
            case let byte where isBlank(byte) || byte == 0x3D:
                index += 1
            default:
                let end = pastName(index)
                attributes.append(Attribute(name: index..<end, place: cursor.place(at: index)))
                if attributes.count - first > limits.maxAttributes {
                    throw tooLarge(place, "The element here has more than \(limits.maxAttributes) attributes.")
                }
                index = pastUnquoted(end)
            }
        }
        tags.append(Tag(offset: open, place: place, attributes: first..<attributes.count))
        return index
    }

    /// Past a quoted value, or to the `<` in it that shows that its closing quotation mark is missing.
    private func pastValue(_ quote: Int, of open: Int) throws(Refusal) -> Int {
        var index = quote + 1
        let last = min(text.count, open + limits.maxTagBytes + 1)
        while index < last && text[index] != text[quote] && text[index] != 0x3C { index += 1 }
        return index < text.count && text[index] == text[quote] ? index + 1 : index
    }

    /// Past `=value` where the quotation marks are missing, so that the value isn't taken for a name.
    private func pastUnquoted(_ end: Int) -> Int {
        var index = end
        while index < text.count && isBlank(text[index]) { index += 1 }
        guard index < text.count, text[index] == 0x3D else { return end }
        index += 1
        while index < text.count && isBlank(text[index]) { index += 1 }
        guard index < text.count, text[index] != 0x22, text[index] != 0x27 else { return index }
        while index < text.count, !isBlank(text[index]), text[index] != 0x3E, text[index] != 0x3C { index += 1 }
        return index
    }

    private func pastName(_ start: Int) -> Int {
        var index = start
        while index < text.count {
            let byte = text[index]
            if endsName(byte) { break }
            index += 1
        }
        return index
    }

    private func count(at place: Place) throws(Refusal) {
        if tags.count + instructions >= limits.maxElements {
            throw tooLarge(place, "The document has more than \(limits.maxElements) elements.")
        }
    }

    private func tooLarge(_ place: Place, _ message: String, remedy: String = "Shorten it.") -> Refusal {
        Refusal(.tooLarge, at: place, message, remedy: remedy)
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < text.count {
            if text[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Past the closing words, or the end of the text where they are missing.
    private func end(_ closing: StaticString, from start: Int) -> Int {
        let words = "\(closing)"
        guard let first = words.utf8.first else { return start }
        var index = start
        while let found = next(first, from: index) {
            if matches(words, at: found) { return found + words.utf8.count }
            index = found + 1
        }
        return text.count
    }

    private func matches(_ words: String, at start: Int, ignoringCase: Bool = false) -> Bool {
        var index = start
        for byte in words.utf8 {
            guard index < text.count else { return false }
            let found = text[index]
            let isLower = ignoringCase && (0x61...0x7A).contains(found)
            if (isLower ? found - 0x20 : found) != byte { return false }
            index += 1
        }
        return true
    }
}
