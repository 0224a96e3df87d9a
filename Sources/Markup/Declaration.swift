/// Refuses by its XML declaration what isn't XML 1.0 in UTF-8, UTF-16 or ASCII.
///
/// By name, not by effect: pure ASCII that calls itself UTF-7 would parse, and mean something else to another reader.
/// UTF-16 that says it is UTF-8 passes, since Notepad's "Unicode" saves files so and the bytes leave no doubt.
func checkDeclaration(_ text: [UInt8], isUTF16: Bool) throws(Refusal) {
    guard let declaration = Declaration(text) else { return }
    if let (version, offset) = declaration.version, version != "1.0" {
        throw Refusal(
            .encoding, at: Place(text, offset), "The document says it is XML \(version); only XML 1.0 is read.",
            remedy: "Write version=\"1.0\" in the first line.")
    }
    guard let (name, offset) = declaration.encoding else { return }
    let place = Place(text, offset)
    switch name.uppercased() {
    case "UTF-8", "UTF8":
        return
    case "UTF-16":
        if isUTF16 { return }
        throw Refusal(
            .encoding, at: place, "The document says it is in UTF-16, but it isn't.",
            remedy: "Write encoding=\"UTF-8\" in the first line.")
    case "US-ASCII", "ASCII":
        if !isUTF16 && text.allSatisfy({ $0 < 0x80 }) { return }
        throw Refusal(
            .encoding, at: place, "The document says it is in ASCII, but holds other characters.",
            remedy: "Write encoding=\"UTF-8\" in the first line and save the document in UTF-8.")
    default:
        throw Refusal(
            .encoding, at: place,
            "The document says its encoding is '\(shortened(name))'; only UTF-8 and UTF-16 are read.",
            remedy: "Write encoding=\"UTF-8\" in the first line and save the document in UTF-8.")
    }
}

/// What an XML declaration says, each value with its offset; a malformed one is left for the parser to refuse.
private struct Declaration {
    private(set) var version: (String, Int)?
    private(set) var encoding: (String, Int)?

    init?(_ text: [UInt8]) {
        let opening = Array("<?xml".utf8)
        guard text.starts(with: opening), text.count > opening.count, isBlank(text[opening.count]) else { return nil }
        var index = opening.count
        let end = min(text.count, 1024)
        while index < end && text[index] != 0x3F && text[index] != 0x3E {
            guard isNameByte(text[index]) else {
                index += 1
                continue
            }
            let nameStart = index
            while index < end && isNameByte(text[index]) { index += 1 }
            let name = String(decoding: text[nameStart..<index], as: UTF8.self)
            while index < end && (isBlank(text[index]) || text[index] == 0x3D) { index += 1 }
            guard index < end, text[index] == 0x22 || text[index] == 0x27 else { continue }
            let valueStart = index + 1
            guard let valueEnd = text[valueStart..<end].firstIndex(of: text[index]) else { return }
            let value = String(decoding: text[valueStart..<valueEnd], as: UTF8.self)
            if name == "version" && version == nil { version = (value, valueStart) }
            if name == "encoding" && encoding == nil { encoding = (value, valueStart) }
            index = valueEnd + 1
        }
    }
}

extension Place {
    /// The place of one offset, counted from the beginning of the text.
    init(_ text: [UInt8], _ offset: Int) {
        var cursor = PlaceCursor(text)
        self = cursor.place(at: offset)
    }
}
