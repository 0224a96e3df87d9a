/// Finds the laid blocks among lines that may hold anything, their own headings quoted in comments included.
struct BlockFinder {
    /// One block's lines by their index.
    struct Place: Equatable {
        var start: Int
        /// Nil for the overall comment.
        var level: Int?
        var comment: Int
    }

    /// What became of a block.
    enum Search {
        case found(Place)
        /// Two places would do: the lines of both.
        case twice(Int, Int)
        /// Its lines are there, but not after those of the block before it.
        case misplaced(Int)
        /// The heading is there; the word is of a line that should follow it and doesn't.
        case incomplete(Int, lacks: String)
        /// A line with the heading's first word.
        case changed(Int)
        case gone

        var place: Place? { if case .found(let place) = self { place } else { nil } }
    }

    let lines: [String]
    let blocks: [LaidText.Block]
    /// Of each block, lines that begin with `## ` and its word.
    private var headings: [[Int]]

    init(_ lines: [String], _ blocks: [LaidText.Block]) {
        (self.lines, self.blocks) = (lines, blocks)
        headings = blocks.map { _ in [] }
        let byWord = Dictionary(grouping: blocks.indices, by: { blocks[$0].word })
        for (index, line) in lines.enumerated() where line.hasPrefix("## ") {
            let word = line.dropFirst(3).prefix { !$0.isWhitespace }
            for block in byWord[String(word), default: []] { headings[block].append(index) }
        }
    }

    /// In the blocks' order. A place is certain when the first that will do is also the last that will do.
    func search() -> [Search] {
        let candidates = blocks.indices.map(candidates)
        let earliest = sequence(candidates)
        let latest = Array(
            sequence(candidates.reversed().map { $0.reversed().map(mirrored) }).reversed().map { $0.map(mirrored) })
        return blocks.indices.map { block in
            guard let first = earliest[block] else { return miss(block, candidates[block]) }
            let last = latest[block] ?? first
            return first == last ? .found(first) : .twice(first.start, last.start)
        }
    }

    /// One place for each block, each the first one after the place before.
    private func sequence(_ candidates: [[Place]]) -> [Place?] {
        var after = Int.min
        return candidates.map { places in
            let place = places.first { $0.start > after }
            after = place?.start ?? after
            return place
        }
    }

    /// With the last line first, so that one way of looking serves from both ends.
    private func mirrored(_ place: Place) -> Place {
        Place(start: -place.start, level: place.level, comment: place.comment)
    }

    /// Places where the block may be. Those with all the notes that were laid leave no doubt about a heading alone
    /// that somebody quotes in a comment.
    private func candidates(_ block: Int) -> [Place] {
        let laid = blocks[block]
        let places = headings[block].filter { isLaid(laid.heading, lines[$0]) }.compactMap { place(laid, at: $0) }
        let exact = places.filter { place in
            let notes = lines[(place.start + 1)..<(place.level ?? place.comment)].filter { !$0.isBlank }
            return [laid.notes, laid.formerNotes].contains { laid in
                notes.count == laid.count && zip(laid, notes).allSatisfy(isLaid)
            }
        }
        return exact.isEmpty ? places : exact
    }

    /// What is to be typed must follow before the next heading of any kind.
    private func place(_ block: LaidText.Block, at start: Int) -> Place? {
        var level: Int?
        if block.criterion != nil {
            level = line("level", after: start)
            if level == nil { return nil }
        }
        return line("comment", after: level ?? start).map { Place(start: start, level: level, comment: $0) }
    }

    private func line(_ key: String, after start: Int) -> Int? {
        for index in (start + 1)..<max(lines.count, start + 1) {
            if lines[index].hasPrefix("## ") { return nil }
            if value(of: key, in: lines[index]) != nil { return index }
        }
        return nil
    }

    private func miss(_ block: Int, _ candidates: [Place]) -> Search {
        if let place = candidates.first { return .misplaced(place.start) }
        if let heading = headings[block].first(where: { isLaid(blocks[block].heading, lines[$0]) }) {
            let hasLevel = blocks[block].criterion == nil || line("level", after: heading) != nil
            return .incomplete(heading, lacks: hasLevel ? "comment" : "level")
        }
        return headings[block].first.map { .changed($0) } ?? .gone
    }
}
