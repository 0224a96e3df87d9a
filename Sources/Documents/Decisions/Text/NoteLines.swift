internal import Assessment

/// The lines that were laid with a `#` in one stretch of the file: the guide, or a block's descriptors.
///
/// An editor may change white space and quotation marks, wrap lines anew, or lack letters; a person may take lines out.
/// Any other word there is hers, and should stand where somebody reads it.
struct NoteLines {
    /// The first thing that wasn't laid there.
    struct Change {
        /// Counted from 0.
        var line: Int
        var column = 1
        var kind: Kind

        enum Kind {
            /// Her words at the end of a laid line.
            case added(String)
            /// A laid line with other words in it.
            case changed(laid: String)
            /// A line of her own that begins with `#`.
            case own
            /// A line without `#`.
            case stray
        }
    }

    private let laid: [String]
    private let words: [[Substring]]
    private let stream: [Substring]
    /// Where each laid line's words begin among all.
    private let starts: [Int]

    init(_ laid: [String]) {
        self.laid = laid
        words = laid.map(NoteLines.words)
        stream = words.flatMap { $0 }
        starts = words.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    func change(in lines: [String], _ indices: some Sequence<Int>) -> Change? {
        var place = 0
        for index in indices where !lines[index].isBlank {
            let found = NoteLines.words(lines[index])
            if found.isEmpty { continue }
            let isNote = isNote(lines[index])
            if isNote, let line = line(found, from: place) {
                place = starts[line + 1]
            } else if let end = wrapped(found, from: place, isNote: isNote) {
                place = end
            } else {
                return isNote ? change(index, lines[index], found, from: place) : Change(line: index, kind: .stray)
            }
        }
        return nil
    }

    private func line(_ found: [Substring], from place: Int) -> Int? {
        words.indices.first { line in
            starts[line] >= place && words[line].count == found.count
                && zip(found, words[line]).allSatisfy(NoteLines.isSame)
        }
    }

    /// A piece of what was laid, broken into lines elsewhere; without its `#` it goes on right where the last one ended.
    private func wrapped(_ found: [Substring], from place: Int, isNote: Bool) -> Int? {
        let last = stream.count - found.count
        // What stands at a laid line's beginning has lost its `#`, and wasn't wrapped.
        guard place <= last, isNote || !starts.contains(place) else { return nil }
        let start = (place...(isNote ? last : place)).first { stream[$0..<($0 + found.count)].elementsEqual(found) }
        return start.map { $0 + found.count }
    }

    private func change(_ index: Int, _ line: String, _ found: [Substring], from place: Int) -> Change {
        func common(_ laid: [Substring]) -> Int { zip(found, laid).prefix { NoteLines.isSame($0, $1) }.count }
        let nearest = words.indices.filter { starts[$0] >= place && !words[$0].isEmpty }
            .max { common(words[$0]) < common(words[$1]) }
        guard let nearest, common(words[nearest]) > 0 else { return Change(line: index, kind: .own) }
        let same = common(words[nearest])
        if same == words[nearest].count {
            let rest = line[found[same].startIndex...]
            let column = line[..<rest.startIndex].count + 1
            return Change(line: index, column: column, kind: .added(String(rest).trimmed))
        }
        return Change(line: index, kind: .changed(laid: laid[nearest]))
    }

    // MARK: Words

    private static func words(_ line: String) -> [Substring] {
        line.drop { $0.isWhitespace }.drop { $0 == "#" }.split(whereSeparator: \.isWhitespace)
    }

    /// Letters that an encoding lacks, or that were taken for those of another, may have become any few others.
    private static func isSame(_ found: Substring, _ laid: Substring) -> Bool {
        let found = found.map(plain)
        let laid = laid.map(plain)
        if found == laid { return true }
        let foreign = laid.count { !$0.isASCII }
        guard foreign > 0, found.count <= laid.count + 3 * foreign else { return false }
        let pieces = laid.split(omittingEmptySubsequences: false) { !$0.isASCII }
        guard let first = pieces.first, let last = pieces.last, found.starts(with: first) else { return false }
        var rest = found[first.count...]
        for piece in pieces.dropFirst().dropLast() {
            guard let next = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else { return false }
            rest = rest[(next + piece.count)...]
        }
        return rest.reversed().starts(with: last.reversed())
    }

    private static func plain(_ letter: Character) -> Character {
        switch letter {
        case "’", "‘": "'"
        case "“", "”": "\""
        default: letter
        }
    }
}
