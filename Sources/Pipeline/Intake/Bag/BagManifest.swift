internal import Assessment
internal import Credentials
internal import Documents

/// A manifest of a bag, payload or tag files: a digest and a path in each line (RFC 8493, section 2.1.3).
struct BagManifest {
    /// `manifest-sha256.txt` or `tagmanifest-sha256.txt`, and what that says.
    struct Name {
        var isOfTags: Bool
        /// The word for the digest function; nil in `kind` where it isn't one of ours.
        var word: String
        var kind: DigestKind? { DigestKind(rawValue: word) }

        init?(_ name: String) {
            let start = name.hasPrefix("tagmanifest-") ? "tagmanifest-" : "manifest-"
            guard name.hasPrefix(start), name.hasSuffix(".txt"), name.utf8.count > start.utf8.count + 4 else {
                return nil
            }
            isOfTags = start == "tagmanifest-"
            word = String(name.dropFirst(start.count).dropLast(4)).lowercased()
        }
    }

    struct Entry {
        /// As it is to be found in the bag, and as it stands in the line: the two differ where signs are encoded.
        var path: String
        var written: String
        var digest: String
        var line: Int
    }

    struct Fault: Error {
        var line: Int
        var words: String
        /// It is the path that can't be used.
        var isOfPath = false
    }

    /// Faults beyond these aren't listed: a file that is no manifest has as many as lines.
    private static let mostFaults = 20

    private(set) var entries: [Entry] = []
    private(set) var faults: [Fault] = []
    /// The last line has its end: nothing more is to come.
    let isWhole: Bool

    /// At most `limit` entries are read, and one more tells that there are too many.
    init(_ bytes: [UInt8], _ name: Name, limit: Int) {
        isWhole = bytes.last == 0x0A || bytes.last == 0x0D
        guard String(validating: bytes, as: UTF8.self) != nil else {
            faults = [Fault(line: 1, words: "it isn't UTF-8")]
            return
        }
        var first: [String: Int] = [:]
        let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
        for (index, line) in bytes.split(separator: end, omittingEmptySubsequences: false).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.isEmpty { continue }
            if faults.count >= Self.mostFaults || entries.count > limit { return }
            do throws(Fault) {
                let entry = try BagManifest.entry(line, name, number: index + 1)
                // Strings compare by canonical equivalence, so that NFC and NFD are one here.
                if let earlier = first.updateValue(entry.line, forKey: entry.path.lowercased()) {
                    throw Fault(
                        line: entry.line, words: "the path '\(entry.written)' stands in line \(earlier) already",
                        isOfPath: true)
                }
                entries.append(entry)
            } catch {
                faults.append(error)
            }
        }
    }

    private static func entry(_ line: ArraySlice<UInt8>, _ name: Name, number: Int) throws(Fault) -> Entry {
        let digest = line.prefix { $0 != 0x20 && $0 != 0x09 }
        let written = String(decoding: line[digest.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
        guard !digest.isEmpty, digest.allSatisfy(isHexadecimal) else {
            throw Fault(
                line: number, words: "a line has to begin with a digest, that is with digits and the letters a to f")
        }
        if digest.count != name.kind?.digits {
            let right = name.kind.map { "; one of \($0.rawValue) has \($0.digits)" } ?? ""
            throw Fault(line: number, words: "the digest has \(digest.count) digits\(right)")
        }
        let path = decoded(written)
        if let fault = fault(ofPath: path, written, name) {
            throw Fault(line: number, words: "the path '\(written)' can't be used: \(fault)", isOfPath: true)
        }
        return Entry(
            path: path, written: written, digest: String(decoding: digest, as: UTF8.self).lowercased(), line: number)
    }

    private static func fault(ofPath path: String, _ written: String, _ name: Name) -> String? {
        if path.isEmpty { return "there is none after the digest" }
        if written.utf8.contains(0x0D) { return "it holds the end of a line" }
        if path.utf8.first == 0x2A { return "it begins with '*'" }
        // Only what ends a line may be in a file's name and be no fault of the path.
        let visible = String(String.UnicodeScalarView(path.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }))
        if let fault = pathFault(visible) { return fault }
        let isPayload = path.below("data/") != nil
        if !name.isOfTags, !isPayload { return "a payload's files lie below 'data/'" }
        if name.isOfTags, isPayload || path == "data" { return "what lies below 'data/' is payload, and no tag file" }
        if name.isOfTags, !path.isNested, Name(path)?.isOfTags == true {
            return "a manifest of tag files doesn't list one of its own kind"
        }
        return nil
    }

    /// `%0A`, `%0D` and `%25` stand for a line's ends and the percent sign.
    static func decoded(_ written: String) -> String {
        guard written.utf8.contains(0x25) else { return written }
        var rest = Array(written.utf8)[...]
        var path: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == 0x25, let sign = signs[String(decoding: rest.prefix(2), as: UTF8.self).lowercased()] {
                path.append(sign)
                rest = rest.dropFirst(2)
            } else {
                path.append(byte)
            }
        }
        return String(decoding: path, as: UTF8.self)
    }

    private static let signs: [String: UInt8] = ["0a": 0x0A, "0d": 0x0D, "25": 0x25]

    /// A path as a manifest has to write it.
    static func encoded(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
}
