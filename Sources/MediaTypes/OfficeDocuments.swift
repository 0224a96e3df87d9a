/// The type of an office document by the names of its archive's first entries; nil for any other archive.
///
/// libmagic 5.44 knows these only when the entries come in the order in which one program writes them.
func officeType(ofHead bytes: [UInt8]) -> String? {
    guard bytes.starts(with: localHeader) else { return nil }
    var isPackage = false
    var type: String?
    for entry in entries(of: bytes) {
        if entry.name == "mimetype" && entry.isFirst { return declaredType(entry.content) }
        if entry.name == "[Content_Types].xml" || entry.name == "_rels/.rels" { isPackage = true }
        for (folder, kind) in officeFolders where type == nil && entry.name.hasPrefix(folder) {
            type = "application/vnd.openxmlformats-officedocument." + kind
        }
        if isPackage, let type { return type }
    }
    return nil
}

private let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

private let officeFolders = [
    ("word/", "wordprocessingml.document"), ("xl/", "spreadsheetml.sheet"), ("ppt/", "presentationml.presentation"),
]

private struct Entry {
    var name: String
    var content: ArraySlice<UInt8>
    var isFirst: Bool
}

/// The entries whose headers lie in the head, found by their signature: sizes may stand behind the content.
private func entries(of bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    var index = 0
    while index + 30 <= bytes.count && entries.count < 1000 {
        guard bytes[index] == 0x50, bytes[index..<(index + 4)].elementsEqual(localHeader) else {
            index += 1
            continue
        }
        func number(at offset: Int) -> Int { Int(bytes[index + offset]) | Int(bytes[index + offset + 1]) << 8 }
        let isStored = number(at: 8) == 0
        let size = number(at: 18) | number(at: 20) << 16
        let nameEnd = index + 30 + number(at: 26)
        let contentStart = nameEnd + number(at: 28)
        guard nameEnd <= bytes.count else { break }
        let contentEnd = isStored ? min(bytes.count, contentStart + size) : contentStart
        entries.append(
            Entry(
                name: String(decoding: bytes[(index + 30)..<nameEnd], as: UTF8.self),
                // The head may end before its content begins.
                content: contentStart < contentEnd ? bytes[contentStart..<contentEnd] : [],
                isFirst: index == 0))
        index = nameEnd
    }
    return entries
}

/// What an OpenDocument or EPUB file says it is; nil for other claims, since a ZIP must not pass for a PDF.
private func declaredType(_ content: ArraySlice<UInt8>) -> String? {
    let type = String(decoding: content.prefix(128), as: UTF8.self)
    if type == "application/epub+zip" { return type }
    let family = "application/vnd.oasis.opendocument."
    guard type.hasPrefix(family), type.utf8.count > family.utf8.count else { return nil }
    // text, spreadsheet, text-template, …
    let isPlain = type.utf8.dropFirst(family.utf8.count).allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
    return isPlain ? type : nil
}
