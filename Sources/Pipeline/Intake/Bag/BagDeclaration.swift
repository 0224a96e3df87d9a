internal import Documents

/// What `bagit.txt` has to say, and nothing else: two lines, to the letter (RFC 8493, section 2.1.1).
struct BagDeclaration {
    enum Fault: Error {
        /// Perhaps it is still being copied.
        case empty
        case wrong(String)
    }

    let major: Int
    let minor: Int

    private static let version = "BagIt-Version: "
    private static let encoding = "Tag-File-Character-Encoding: UTF-8"

    init(_ bytes: [UInt8]) throws(Fault) {
        if bytes.isEmpty { throw .empty }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw .wrong("it begins with a byte-order mark") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .wrong("it isn't UTF-8") }
        // A carriage return and a line feed are one character.
        var lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
        if lines.last?.isEmpty == true { lines.removeLast() }
        if lines.contains(where: { $0.first?.isWhitespace == true || $0.last?.isWhitespace == true }) {
            throw .wrong("a line begins or ends with a space")
        }
        guard lines.count == 2 else { throw .wrong("it has \(counted(lines.count, "line"))") }
        guard lines[0].hasPrefix(Self.version) else { throw .wrong("its first line isn't the version") }
        let numbers = lines[0].dropFirst(Self.version.count).split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 2, let major = Self.number(numbers[0]), let minor = Self.number(numbers[1]) else {
            throw .wrong("its version isn't two numbers with a dot between")
        }
        guard major <= 1 else { throw .wrong("it names version \(major).\(minor), which nobody has written down yet") }
        guard lines[1] == Self.encoding else { throw .wrong("its second line isn't '\(Self.encoding)'") }
        (self.major, self.minor) = (major, minor)
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
