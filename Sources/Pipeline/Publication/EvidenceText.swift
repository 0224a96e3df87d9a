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
        let scalar = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
        text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text
}

/// What Windows-1252 has where Latin-1 has control characters.
private let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
]
