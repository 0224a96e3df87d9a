internal import Assessment
internal import Markup

extension Librarian {
    /// A version under which something was accepted has other bytes: says which, and how they are had back.
    func changed(
        _ rubric: Rubric, _ bytes: [UInt8], file: String, from accepted: String, to digest: String
    ) throws -> Finding {
        let difference = try acceptedBytes(accepted).map { firstDifference(from: $0, to: bytes) }
        return Finding(
            .rubricChanged, file: file, line: difference?.line ?? 1, column: 1,
            "Version \(rubric.version) of '\(rubric.id)' was changed after submissions had been accepted under it"
                + (difference.map { " (\($0.words))" } ?? "")
                + ": its SHA-256 was \(accepted) and is now \(digest).",
            remedy: "Put the earlier file back, and give the changed one a new version number. The earlier file: "
                + "assay rubric accepted \(rubric.id) \(rubric.version) > \(earlierName(rubric))")
    }

    /// A copy that somebody works on elsewhere, with the id and version that it came with.
    func needsOwnName(_ rubric: Rubric, file: String, root: Element) -> Finding {
        let place = root.attribute("version").map { ($0.line, $0.column) } ?? (root.line, root.column)
        return Finding(
            .rubricChanged, file: file, line: place.0, column: place.1,
            "It has the id and version of an accepted rubric, '\(rubric.id)' \(rubric.version), and other words.",
            remedy: "Give it an id of its own, or a new version.")
    }

    /// Outside Rubrics, for there it would be a second file of that version.
    private func earlierName(_ rubric: Rubric) -> String { "\(rubric.id)-\(rubric.version).xml" }
}

extension Finding {
    /// A rule's id that the program keeps for itself stays where submissions were accepted by it: the file may not change.
    var butReservedRulesStay: Finding {
        guard isA(.ruleReservedId) else { return self }
        var finding = self
        finding.severity = .warning
        return finding
    }
}

/// In what a file differs from the one before, in a few words, and the line of the first difference where one shows.
func firstDifference(from before: [UInt8], to after: [UInt8]) -> (words: String, line: Int?) {
    let (old, new) = (plainLines(before), plainLines(after))
    if old == new {
        if before.starts(with: byteOrderMark) != after.starts(with: byteOrderMark) {
            return ("only a byte-order mark at the beginning differs", nil)
        }
        return (before.count(of: 13) != after.count(of: 13) ? "only the line endings differ" : endDiffers, nil)
    }
    let (shortOld, shortNew) = (withoutBlankEnd(old), withoutBlankEnd(new))
    if shortOld == shortNew { return (endDiffers, nil) }
    let line = zip(shortOld, shortNew).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let number = (line ?? min(shortOld.count, shortNew.count)) + 1
    return ("first differs in line \(number)", number)
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
private let endDiffers = "only white space at the end differs"

/// Lines without their ends, whichever these are, and without a byte-order mark.
private func plainLines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...] {
        if byte == 13 || byte == 10 {
            if byte == 13 || previous != 13 { lines.append([]) }
        } else {
            lines[lines.count - 1].append(byte)
        }
        previous = byte
    }
    return lines
}

private func withoutBlankEnd(_ lines: [[UInt8]]) -> [[UInt8]] {
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 }
    var lines = lines.map { line in Array(line.reversed().drop(while: isBlank).reversed()) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

extension [UInt8] {
    fileprivate func count(of byte: UInt8) -> Int { reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
}
