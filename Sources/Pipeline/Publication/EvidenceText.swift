internal import Assessment
internal import Folders

/// What of the evidence can be read in a page, bounded for each item and for the page.
struct EvidenceText {
    static let itemLimit = 200_000
    private static let pageLimit = 1_000_000

    private var room = EvidenceText.pageLimit

    /// The text's beginning, and whether something was cut off; nil where the page is full.
    mutating func take(_ bytes: some Collection<UInt8>) -> (text: String, isCut: Bool)? {
        let limit = min(EvidenceText.itemLimit, room)
        guard limit > 0 || bytes.isEmpty else { return nil }
        let head = Array(bytes.prefix(limit))
        room -= head.count
        let isCut = bytes.count > head.count
        return (readableText(head, isCut: isCut), isCut)
    }
}

/// Bytes as text: UTF-16 with its mark, UTF-8, or else Windows-1252. Of a text that was cut the last character may be
/// half there, and is left out.
func readableText(_ bytes: [UInt8], isCut: Bool = false) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            UInt16(bytes[isLittle ? index + 1 : index]) << 8 | UInt16(bytes[isLittle ? index : index + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    for missing in 0...(isCut ? 3 : 0) {
        if let text = String(validating: rest.dropLast(missing), as: UTF8.self) { return text }
    }
    var text = ""
    text.reserveCapacity(rest.count)
    for byte in rest {
        text.unicodeScalars.append(byte < 0x80 ? Unicode.Scalar(byte) : windows1252[Int(byte) - 0x80])
    }
    return text
}
