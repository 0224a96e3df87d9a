/// Bytes as they lie on disk, made into UTF-8 without a byte-order mark.
///
/// Decoding is done here rather than by libxml2, so that no converter of iconv ever meets an educator's bytes.
func decoded(_ bytes: [UInt8], limits: Limits) throws(Refusal) -> [UInt8] {
    try refuseForeignFormats(bytes)
    if bytes.count > limits.maxBytes { throw Refusal(beyond: limits, bytes.count) }
    if bytes.isEmpty {
        throw Refusal(.notWellFormed, "The file is empty.", remedy: "Save the document again, or send it anew.")
    }
    if let order = ByteOrder(of: bytes) {
        let text = try utf8(fromUTF16: bytes, order)
        try checkDeclaration(text, isUTF16: true)
        return text
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // The declaration first: "it says ISO-8859-1" helps more than "byte 214 isn't UTF-8".
    try checkDeclaration(text, isUTF16: false)
    try refuseNUL(text)
    try checkUTF8(text)
    return text
}

private func refuseForeignFormats(_ bytes: [UInt8]) throws(Refusal) {
    let known: [(magic: [UInt8], name: String)] = [
        ([0x1F, 0x8B], "is compressed (gzip)"), ([0x50, 0x4B, 0x03, 0x04], "is a ZIP archive or an office document"),
        ([0x25, 0x50, 0x44, 0x46], "is a PDF"), ([0x4C, 0x6F, 0xA7, 0x94], "is in EBCDIC"),
        ([0xFF, 0xFE, 0x00, 0x00], "is in UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "is in UTF-32"),
        ([0x00, 0x00, 0x00, 0x3C], "is in UTF-32"), ([0x3C, 0x00, 0x00, 0x00], "is in UTF-32"),
    ]
    for (magic, name) in known where bytes.starts(with: magic) {
        throw Refusal(
            .encoding, "The file \(name), not XML text.",
            remedy: "Save the document as plain XML text in UTF-8.")
    }
}

private enum ByteOrder {
    case little, big

    /// By the mark, or by a first `<` that is two bytes wide.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .little
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .big
        } else if bytes.count >= 4, bytes[0] == 0x3C, bytes[1] == 0, bytes[3] == 0 {
            self = .little
        } else if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0x3C, bytes[2] == 0 {
            self = .big
        } else {
            return nil
        }
    }
}

private func utf8(fromUTF16 bytes: [UInt8], _ order: ByteOrder) throws(Refusal) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(order == .little ? second << 8 | first : first << 8 | second)
        index += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }

    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var iterator = units.makeIterator()
    var codec = UTF16()
    decoding: while true {
        switch codec.decode(&iterator) {
        case .scalarValue(let scalar): text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case .emptyInput: break decoding
        case .error:
            let place = end(of: text)
            throw Refusal(
                .encoding, at: place, "The UTF-16 text is damaged here.",
                remedy: "Save the document again, in UTF-8.")
        }
    }
    try refuseNUL(text)
    if bytes.count % 2 == 1 {
        throw Refusal(
            .notWellFormed, at: end(of: text), "The file stops in the middle of a character.",
            remedy: "Send the whole file.")
    }
    return text
}

/// A NUL is never XML. Nothing but NULs up to the end is how a copy under way looks on some shares.
private func refuseNUL(_ text: [UInt8]) throws(Refusal) {
    guard let first = text.firstIndex(of: 0) else { return }
    var cursor = PlaceCursor(text)
    let place = cursor.place(at: first)
    if text[first...].allSatisfy({ $0 == 0 }) {
        throw Refusal(
            .notWellFormed, at: place, "From here on the file holds only zero bytes, as of a copy that didn't finish.",
            remedy: "Send the whole file.")
    }
    throw Refusal(
        .encoding, at: place, "The file holds a zero byte here: it is not XML text.",
        remedy: "Save the document as plain XML text in UTF-8.")
}

private func checkUTF8(_ text: [UInt8]) throws(Refusal) {
    if String(validating: text, as: UTF8.self) != nil { return }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = text.makeIterator()
    var offset = 0
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded): offset += encoded.count
        case .emptyInput: return
        case .error(let length):
            var cursor = PlaceCursor(text)
            let place = cursor.place(at: offset)
            if offset + length == text.count && isBegunCharacter(text[offset...]) {
                throw Refusal(
                    .notWellFormed, at: place, "The file stops in the middle of a character.",
                    remedy: "Send the whole file.")
            }
            throw Refusal(
                .encoding, at: place, "The character here is not in UTF-8 (its byte is \(text[offset])).",
                remedy: "Save the document with the encoding UTF-8; in Notepad: File, Save As, and UTF-8 at Encoding.")
        }
    }
}

/// Whether the bytes are the beginning of a longer character, and nothing else.
private func isBegunCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead <= 0xF4 else { return false }
    let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    return bytes.count < needed && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
}

private func end(of text: [UInt8]) -> Place {
    var cursor = PlaceCursor(text)
    return cursor.place(at: text.count)
}
