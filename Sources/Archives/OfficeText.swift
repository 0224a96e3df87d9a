internal import CArchive

/// The words of a Word or OpenDocument text, a line for each paragraph; nil where the bytes are neither.
///
/// Only the one entry that holds the text is unpacked, and only so much of it as any essay has.
package func officeText(_ bytes: [UInt8]) -> String? {
    var form: OfficeForm?
    var xml: [UInt8] = []
    let ending = unsafe bytes.withUnsafeBytes { raw -> ArchiveEnding in
        guard let archive = unsafe ArchiveHandle(raw, .zip) else { return .incomplete }
        return archive.read(ArchiveLimits(entries: 10_000, bytes: 64 << 20), needsEnd: false) { piece in
            switch piece {
            case .entry(_, let path):
                // The text has been read when the next entry begins.
                if form != nil { return false }
                form = OfficeForm.of(entry: path)
            case .data(let data): if form != nil { xml += data }
            }
            return true
        }
    }
    guard let form, ending == .whole || ending == .tooLarge, xml.count <= 32 << 20 else { return nil }
    var reader = OfficeReader(form: form)
    return reader.text(of: xml)
}

/// Which words stand for what in the two kinds of documents.
private struct OfficeForm {
    /// Elements that end a paragraph.
    var paragraphs: Set<String>
    /// Elements whose own text counts.
    var texts: Set<String>
    /// Elements with nothing that the author meant to say.
    var silent: Set<String>

    static func of(entry path: [UInt8]) -> OfficeForm? {
        switch String(decoding: path, as: UTF8.self) {
        // Word on the web and SharePoint write document2.xml or document22.xml.
        case let name where isWordText(name):
            OfficeForm(paragraphs: ["p"], texts: ["t"], silent: ["del", "moveFrom", "Fallback"])
        case "content.xml":
            OfficeForm(paragraphs: ["p", "h"], texts: ["p", "h"], silent: ["tracked-changes", "annotation"])
        default: nil
        }
    }

    /// `word/document.xml`, perhaps with a number.
    private static func isWordText(_ name: String) -> Bool {
        guard name.hasPrefix("word/document"), name.hasSuffix(".xml") else { return false }
        return name.utf8.dropFirst(13).dropLast(4).allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// Goes through tags and text once, from the front to the end; nothing is expanded but the five names of XML.
private struct OfficeReader {
    let form: OfficeForm
    private var output: [UInt8] = []
    private var textDepth = 0
    private var silentDepth = 0

    init(form: OfficeForm) { self.form = form }

    mutating func text(of xml: [UInt8]) -> String? {
        var index = 0
        while index < xml.count {
            guard xml[index] == 0x3C else {
                let end = xml[index...].firstIndex(of: 0x3C) ?? xml.count
                take(xml[index..<end])
                index = end
                continue
            }
            // A document type could define names; office documents have none.
            if xml[index...].starts(with: "<!D".utf8) { return nil }
            let closing = xml[index...].starts(with: "<!--".utf8) ? Array("-->".utf8) : [0x3E]
            guard let end = xml.firstRange(of: closing, from: index) else { return nil }
            tag(xml[(index + 1)..<end])
            index = end + closing.count
        }
        return String(validating: output, as: UTF8.self)
    }

    private mutating func tag(_ tag: ArraySlice<UInt8>) {
        guard let first = tag.first, first != 0x21, first != 0x3F else { return }
        let isEnd = first == 0x2F
        let isEmpty = tag.last == 0x2F
        let full = tag.dropFirst(isEnd ? 1 : 0).prefix { $0 > 0x20 && $0 != 0x2F }
        let name = String(decoding: full.drop { $0 != 0x3A }.dropFirst(), as: UTF8.self)
        if form.silent.contains(name), !isEmpty { silentDepth += isEnd ? -1 : 1 }
        if form.texts.contains(name), !isEmpty { textDepth += isEnd ? -1 : 1 }
        guard silentDepth <= 0 else { return }
        if form.paragraphs.contains(name), isEnd || isEmpty { output.append(0x0A) }
        switch name {
        case "br", "cr", "line-break": output.append(0x0A)
        case "tab", "s": output.append(0x20)
        default: break
        }
    }

    private mutating func take(_ text: ArraySlice<UInt8>) {
        guard textDepth > 0, silentDepth <= 0 else { return }
        guard text.contains(0x26) else {
            output += text
            return
        }
        var rest = text
        while let start = rest.firstIndex(of: 0x26) {
            output += rest[..<start]
            let end = rest[start...].prefix(12).firstIndex(of: 0x3B) ?? start
            let reference = String(decoding: rest[start...end], as: UTF8.self)
            output += OfficeReader.character(reference).utf8
            rest = rest[(end + 1)...]
        }
        output += rest
    }

    private static func character(_ reference: String) -> String {
        let named = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'"]
        if let sign = named[reference] { return sign }
        let digits = reference.dropFirst(2).dropLast()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard reference.hasPrefix("&#"), let value, value >= 0x20, let scalar = Unicode.Scalar(value)
        else { return " " }
        return String(Character(scalar))
    }
}

extension [UInt8] {
    /// Where `wanted` first begins at or after `start`.
    fileprivate func firstRange(of wanted: [UInt8], from start: Int) -> Int? {
        var index = start
        while let found = self[index...].firstIndex(of: wanted[0]), found + wanted.count <= count {
            if self[found..<(found + wanted.count)].elementsEqual(wanted) { return found }
            index = found + 1
        }
        return nil
    }
}
