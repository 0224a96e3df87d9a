package import Assessment

/// Reads a decision.txt as its reviewer left it, with the place of everything she may have typed.
///
/// Only the lines that were laid, in their places, are structure. Status, levels, tickets and what is missing are
/// judged by whoever holds the assignment, as for decision.xml.
package func readDecisionText(_ bytes: [UInt8], laid: LaidText, file: String) -> Read<DecisionFile> {
    var notes = Notes(file: file)
    let start = Place(line: 1, column: 1)
    switch TextLines(bytes) {
    case .other(let words, let line):
        notes.add(
            .decisionNotText, at: Place(line: line ?? 1, column: 1), "The file \(words).",
            remedy:
                "Save it as plain text, in UTF-8 (in TextEdit: Format, Make Plain Text; in Notepad: Save As, and UTF-8 "
                + "at Encoding); "
                + copyingOut)
        return notes.read(nil)
    case .lines(let lines) where lines.allSatisfy(\.isBlank):
        notes.add(
            .decisionEmpty, at: start, "The file is empty.",
            remedy: "Save it again with what you typed; or delete it, and an empty one is laid again.")
        return notes.read(nil)
    case .lines(let lines):
        var reader = DecisionTextReader(lines: lines, laid: laid, notes: notes)
        let decision = reader.read()
        return reader.notes.read(decision)
    }
}

struct DecisionTextReader {
    let lines: [String]
    let laid: LaidText
    var notes: Notes

    mutating func read() -> DecisionFile? {
        let headEnd = lines.firstIndex { $0.hasPrefix("## ") } ?? lines.count
        var reading = HeadReading()
        for index in 0..<headEnd { reading.take(lines[index], at: index + 1) }
        guard !reading.found.isEmpty else {
            notes.add(
                .decisionNotADecision, at: Place(line: 1, column: 1), "The file doesn't hold the decision's lines.",
                remedy: "Copy words of yours out of it. Then delete it, and an empty one is laid again.")
            return nil
        }
        var decision = decision(reading)
        // A file of another assignment may have other criteria: its ticket says more than they would.
        if let ticket = reading.found["ticket"]?.text, ticket != laid.binding.ticket,
            BlockFinder(lines, laid.blocks).search().contains(where: { $0.place == nil })
        {
            return decision
        }
        judge(reading)
        (decision.marks, decision.overall) = marks(headEnd)
        return decision
    }

    private func decision(_ reading: HeadReading) -> DecisionFile {
        func text(_ key: String) -> String { reading.found[key]?.text ?? "" }
        var binding = laid.binding
        (binding.submission, binding.ticket) = (text("submission"), text("ticket"))
        return DecisionFile(
            binding: binding, writtenStatus: text("status"), reason: reading.reason, evidence: text("evidence"),
            place: reading.found.values.map(\.place).min { $0.line < $1.line } ?? Place(line: 1, column: 1),
            places: reading.found.mapValues(\.place))
    }

    // MARK: The head

    private mutating func judge(_ reading: HeadReading) {
        for (key, line) in reading.twice {
            notes.add(
                .decisionLineTwice, at: Place(line: line, column: 1),
                "The line '\(key):' stands here a second time.", remedy: "Keep it once, and take the other out.")
        }
        judgeNotes(reading.loose, laid: laid.guide.map { [$0] } ?? [])
        let written = [
            "submission": laid.binding.submission, "ticket": laid.binding.ticket, "status": "draft",
        ]
        for (number, key) in LaidText.keys.enumerated() where reading.found[key] == nil {
            let before = LaidText.keys[..<number].last { reading.found[$0] != nil }
            let line = before.flatMap { reading.found[$0]?.place.line } ?? 1
            let value = written[key].map { " " + $0 } ?? ""
            if let other = reading.mistyped[key] {
                notes.add(
                    .decisionMissingLine, at: Place(line: other.line, column: 1),
                    "\(quoted(lines[other.line - 1].trimmed)) isn't written as it was laid: a colon belongs after "
                        + "'\(key)'.",
                    // An arrow, or the like, from what was laid to what is meant.
                    remedy: "Write \(key): \(key == "status" ? lastWord(of: other.text) : other.text)")
                continue
            }
            notes.add(
                .decisionMissingLine, at: Place(line: line, column: 1),
                "The line '\(key):' is gone from the head.",
                remedy: "Write \(key):\(value) in a line of its own, "
                    + (before.map { "below '\($0):'." } ?? "above the first criterion."))
        }
    }

    /// Says the first thing in some lines before a level that wasn't laid there, by whichever of the forms fits best.
    private mutating func judgeNotes(_ indices: [Int], laid forms: [[String]]) {
        let changes = forms.map { NoteLines($0).change(in: lines, indices) }
        if changes.contains(where: { $0 == nil }) { return }
        guard let change = changes.first ?? nil else {
            if let stray = indices.first(where: { !lines[$0].isBlank && !isNote(lines[$0]) }) { addStray(stray + 1) }
            return
        }
        let place = Place(line: change.line + 1, column: change.column)
        let line = quoted(lines[change.line].trimmed)
        let moving = "Move it below a 'comment:', or take it out."
        switch change.kind {
        case .stray: addStray(change.line + 1)
        case .own:
            notes.add(
                .decisionStrayText, at: place, "\(line) begins with '#' and wasn't laid: nothing is read there.",
                remedy: moving)
        case .added(let words):
            notes.add(
                .decisionStrayText, at: place,
                "\(quoted(words)) stands at the end of a line that begins with '#', where nothing is read.",
                remedy: moving)
        case .changed(let laid):
            notes.add(
                .decisionStrayText, at: place,
                "\(line) isn't as it was laid, and in a line that begins with '#' nothing is read.",
                remedy: "Move your own words below a 'comment:'. Then take this line out, or write it as it was: "
                    + laid)
        }
    }

    private mutating func addStray(_ line: Int) {
        notes.add(
            .decisionStrayText, at: Place(line: line, column: 1),
            "\(quoted(lines[line - 1].trimmed)) stands where nothing is read.",
            remedy: "Move it below a 'comment:', or take it out.")
    }

    // MARK: The criteria

    private mutating func marks(_ headEnd: Int) -> ([DecisionFile.WrittenMark], String) {
        let searches = BlockFinder(lines, laid.blocks).search()
        let places = searches.map(\.place)
        let last = places.compactMap { $0?.comment }.last ?? -1
        let end = lines.lastIndex { isLaid(LaidText.end, $0) }.flatMap { $0 > last ? $0 : nil }
        judge(searches, end: end)
        if let end, let words = lines[(end + 1)...].firstIndex(where: { !$0.isBlank }) {
            notes.add(
                .decisionStrayText, at: Place(line: words + 1, column: 1),
                "\(quoted(lines[words].trimmed)) stands below '\(LaidText.end)', where nothing is read.",
                remedy: "Move what stands there below the 'comment:' of '## Overall' if the educator should read it, "
                    + "or delete it.")
        }
        if !places.contains(nil), let first = places[0]?.start, headEnd < first {
            judgeNotes(Array(headEnd..<first), laid: [[]])
        }
        var marks: [DecisionFile.WrittenMark] = []
        var overall = ""
        let starts = places.compactMap { $0?.start }
        for (block, place) in zip(laid.blocks, places) {
            guard let place else { continue }
            let next = starts.first { $0 > place.start } ?? lines.count
            let comment = comment(place.comment, until: block.criterion == nil ? end ?? next : next)
            judgeNotes(
                Array((place.start + 1)..<(place.level ?? place.comment)), laid: [block.notes, block.formerNotes])
            guard let criterion = block.criterion, let level = place.level else {
                overall = comment
                continue
            }
            let written = levelWritten(level, until: place.comment)
            marks.append(
                .init(
                    criterion: criterion, level: written.text, comment: comment,
                    place: Place(line: place.comment + 1, column: 1), levelPlace: written.place))
        }
        return (marks, overall)
    }

    /// The rest of its line, and any words below it that stand before the comment.
    private func levelWritten(_ line: Int, until comment: Int) -> (text: String, place: Place) {
        let (first, column) = value(of: "level", in: lines[line]) ?? ("", 1)
        let below = ((line + 1)..<comment).filter { !lines[$0].isBlank }
        let words = ([first] + below.map { lines[$0].trimmed }).filter { !$0.isEmpty }
        let isBelow = first.isEmpty && !below.isEmpty
        return (
            words.joined(separator: " "),
            isBelow ? Place(line: (below.first ?? line) + 1, column: 1) : Place(line: line + 1, column: column)
        )
    }

    private func comment(_ line: Int, until next: Int) -> String {
        let first = value(of: "comment", in: lines[line])?.text ?? ""
        let below = lines[(line + 1)..<max(next, line + 1)]
        return withLineBreaks(([first] + below).joined(separator: "\n")).trimmed
    }

    private mutating func judge(_ searches: [BlockFinder.Search], end: Int?) {
        // A file that was cut says one thing, not one for each criterion that is gone with its end.
        let whole = searches.lastIndex { $0.place != nil } ?? -1
        let isCut = end == nil && whole + 1 < searches.count
        let order = BlockOrder(searches)
        for index in 0..<(isCut ? whole + 1 : searches.count) { judge(searches[index], of: index, order) }
        if end != nil { return }
        let last = Place(line: lines.count, column: 1)
        if isCut {
            notes.add(
                .decisionCut, at: last,
                "The file stops here: the lines from \(quoted(laid.blocks[whole + 1].heading)) to '\(LaidText.end)' "
                    + "are gone or changed.",
                remedy: "Save the whole file again; " + copyingOut)
        } else {
            notes.add(
                .decisionCut, at: last, "The last line, '\(LaidText.end)', is gone: was the file saved whole?",
                remedy: "Write \(LaidText.end) as the last line.")
        }
    }

    private mutating func judge(_ search: BlockFinder.Search, of index: Int, _ order: BlockOrder) {
        let block = laid.blocks[index]
        let heading = quoted(block.heading)
        let between = words(between: order.neighbors(of: index), order)
        switch search {
        case .twice(let first, let last):
            notes.add(
                .decisionLineTwice, at: Place(line: last + 1, column: 1),
                "\(heading) stands here with all its lines, and in line \(first + 1) too.",
                remedy: "Delete one of the two with all its lines: \(lines(of: first)), or \(lines(of: last)).")
        case .misplaced where order.isMoved(index), .found where order.isMoved(index):
            notes.add(
                .decisionMissingLine, at: Place(line: (order.starts[index] ?? 0) + 1, column: 1),
                "\(heading) isn't in its place.",
                remedy: "Move it, with the lines below it, \(between), where it was laid.")
        // What wasn't moved is in its place again once the rest is.
        case .found, .misplaced: break
        case .incomplete(let line, let key):
            notes.add(
                .decisionMissingLine, at: Place(line: line + 1, column: 1),
                "Below \(heading) the line '\(key):' is gone.",
                remedy: key == "level"
                    ? "Write level: in a line of its own, above 'comment:'."
                    : "Write comment: in a line of its own, below the other lines of this one.")
        case .changed(let line):
            notes.add(
                .decisionMissingLine, at: Place(line: line + 1, column: 1),
                "This line was changed; it is not for editing.", remedy: "Write \(block.heading)")
        case .gone:
            let (before, after) = order.neighbors(of: index)
            let line = (after.flatMap { order.starts[$0] } ?? before.flatMap { order.starts[$0] }).map { $0 + 1 }
            notes.add(
                .decisionMissingLine, at: Place(line: line ?? lines.count, column: 1), "The line \(heading) is gone.",
                remedy: "Write \(block.heading) where it stood: \(between), above its own lines; " + copyingOut)
        }
    }

    /// Where something belongs, by the headings around it.
    private func words(between neighbors: (before: Int?, after: Int?), _ order: BlockOrder) -> String {
        func name(_ index: Int?) -> String? {
            index.flatMap { index in
                order.starts[index].map { "line \($0 + 1) ('## \(laid.blocks[index].word)')" }
            }
        }
        switch (name(neighbors.before), name(neighbors.after)) {
        case (let before?, let after?): return "between \(before) and \(after)"
        case (nil, let after?): return "above \(after)"
        case (let before?, nil): return "below \(before) and its lines"
        case (nil, nil): return "above '\(LaidText.end)'"
        }
    }

    /// From a block's heading to the line before the next one that was laid.
    private func lines(of start: Int) -> String {
        let next = lines[(start + 1)...].firstIndex { line in
            line.hasPrefix("## ")
                && (isLaid(LaidText.end, line) || laid.blocks.contains { isLaid($0.heading, line) })
        }
        guard let next else { return "lines \(start + 1) to \(lines.count)" }
        let word = lines[next].dropFirst(3).prefix { !$0.isWhitespace }
        return "lines \(start + 1) to \(next) (the line before '## \(word)')"
    }
}

/// What to do where a file can't be mended where it is.
private let copyingOut = "or copy your words out of it, then delete it, and an empty one is laid again."

/// A word processor's line and page breaks as line breaks.
private func withLineBreaks(_ text: String) -> String {
    text.replacing("\u{0B}", with: "\n").replacing("\u{0C}", with: "\n")
}

/// Whether a line is one of the guide's or of the descriptors, or looks like one.
func isNote(_ line: String) -> Bool { line.first { !$0.isWhitespace } == "#" }

/// The head as it is gathered, line by line.
private struct HeadReading {
    var found: [String: (text: String, place: Place)] = [:]
    /// The first line that says a key again, by the key.
    var twice: [String: Int] = [:]
    /// Lines that say `key = value` or `key value`, without the colon, by the key.
    var mistyped: [String: (line: Int, text: String)] = [:]
    /// A long reason may go on in the next lines, whatever they look like.
    private var moreReason: [String] = []
    /// The guide's lines and those that are nothing, from 0.
    private var others: [Int] = []
    private var current: String?

    private static func withoutColon(_ line: String) -> (key: String, text: String)? {
        let start = line.trimmed
        guard let key = LaidText.keys.first(where: { start.lowercased().hasPrefix($0) }) else { return nil }
        let rest = start.dropFirst(key.count)
        guard let first = rest.first, first == "=" || first == ";" || first.isWhitespace else { return nil }
        let text = rest.drop { $0 == "=" || $0 == ";" || $0 == "\"" || $0.isWhitespace }
        return (key, String(text).replacing("\"", with: "").trimmed)
    }

    /// The same, with what looked like a key that is there all the same.
    var loose: [Int] { (others + mistyped.filter { found[$0.key] != nil }.map { $0.value.line - 1 }).sorted() }

    var reason: String {
        let lines = [found["reason"]?.text ?? ""] + moreReason
        return withLineBreaks(lines.joined(separator: " ")).replacing("\n", with: " ").trimmed
    }

    mutating func take(_ line: String, at number: Int) {
        if line.isBlank { return }
        let key = LaidText.keys.first { value(of: $0, in: line) != nil }
        if let key, found[key] == nil, let value = value(of: key, in: line) {
            found[key] = (value.text, Place(line: number, column: value.column))
            current = key
        } else if current == "reason" {
            moreReason.append(line.trimmed)
        } else if let key {
            twice[key] = twice[key] ?? number
        } else if !isNote(line), let (key, text) = HeadReading.withoutColon(line), mistyped[key] == nil {
            mistyped[key] = (number, text)
        } else {
            others.append(number - 1)
        }
    }
}

/// Of `draft -> final`, what is meant.
private func lastWord(of text: String) -> String { text.split(separator: " ").last.map(String.init) ?? text }
