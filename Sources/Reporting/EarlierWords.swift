package import Assessment

/// What a reviewer had typed into a folder of the same work that left the queue before the present one was laid.
package struct EarlierWords: Sendable {
    /// One of the files with a decision's name in that folder.
    package enum Words: Sendable {
        case typed(DecisionFile, isTaken: Bool)
        /// It couldn't be read as a decision.
        case unread(file: String, text: String)
    }

    /// When that folder was laid.
    package var assigned: Instant
    package var words: [Words]
    /// Names of other things of the reviewer's own that were kept.
    package var others: [String]
    /// They stood in the present folder's own decision file, which had strayed into another folder.
    package var isStrayed = false
    package init(assigned: Instant, words: [Words] = [], others: [String] = []) {
        (self.assigned, self.words, self.others) = (assigned, words, others)
    }

    /// Nothing in it would help anybody.
    package var isEmpty: Bool { words.allSatisfy(\.isEmpty) && others.isEmpty }
}

extension EarlierWords.Words {
    package var isEmpty: Bool {
        switch self {
        case .typed(let file, _):
            file.marks.allSatisfy { $0.level.isEmpty && $0.comment.isEmpty } && file.overall.isEmpty
                && file.reason.isEmpty && file.unread.isEmpty
        case .unread(_, let text): text.allSatisfy(\.isWhitespace)
        }
    }

    fileprivate var lines: [String] {
        switch self {
        case .typed(let file, let isTaken):
            let reason = file.reason.isEmpty ? [] : ["", EarlierWording.reason] + EarlierWords.typed(file.reason)
            let marks = file.marks.flatMap { EarlierWords.mark($0.criterion, $0.level, $0.comment) }
            let title = isTaken ? EarlierWording.taken : EarlierWording.typed
            let unread = file.unread.isEmpty ? [] : ["", EarlierWording.unreadNotes]
            return [title] + reason + marks + EarlierWords.overall(file.overall) + unread
                + file.unread.flatMap { EarlierWords.typed($0.words) }
        case .unread(let file, let text):
            return [EarlierWording.unread(printable(file)), ""] + EarlierWords.typed(text)
        }
    }
}

extension EarlierWords {
    /// As it was typed, to be copied; only what could steer a terminal is replaced.
    fileprivate static func typed(_ text: String) -> [String] {
        text.isEmpty ? [] : pageText(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    fileprivate static func mark(_ criterion: String, _ level: String, _ comment: String) -> [String] {
        if level.isEmpty && comment.isEmpty { return [] }
        let level = level.isEmpty ? EarlierWording.noLevel : printable(level)
        return ["", "\(printable(criterion)): \(level)"] + typed(comment)
    }

    fileprivate static func overall(_ comment: String) -> [String] {
        comment.isEmpty ? [] : ["", EarlierWording.overall] + typed(comment)
    }
}

/// `your-earlier-words.txt`: a reviewer's own words from folders that left the queue, the oldest first, with the line
/// ends of Notepad. `decisionFile` is the file into which what still holds can be copied.
package func earlierWordsText(_ earlier: [EarlierWords], decisionFile: String) -> String {
    var text = EarlierWording.header(decisionFile)
    for one in earlier where !one.isEmpty {
        let (day, time) = dayAndTime(one.assigned)
        let title = one.isStrayed ? EarlierWording.strayed : EarlierWording.folder(day, time)
        text += ["", String(repeating: "-", count: 72), title]
        for words in one.words where !words.isEmpty { text += [""] + words.lines }
        if !one.others.isEmpty { text += ["", EarlierWording.others(one.others.map(printable))] }
    }
    let whole = text.map { $0 + "\r\n" }.joined()
    // As for decision.txt: older programs of Windows would spell accents wrong without the mark.
    return whole.utf8.allSatisfy({ $0 < 0x80 }) ? whole : "\u{FEFF}" + whole
}

/// What a reviewer reads there.
private enum EarlierWording {
    static let typed = "What you had typed, and hadn't finished:"
    static let taken = "What was taken from you:"
    static let noLevel = "(no level)"
    static let overall = "Of the whole:"
    static let reason = "Your reason:"

    static func header(_ file: String) -> [String] {
        [
            "You worked on this before, and what you wrote is here again. Nobody reads this file:",
            "copy what still holds into \(file).",
        ]
    }

    static func folder(_ day: String, _ time: String) -> String {
        "From the folder that was laid for you on \(day), \(time)"
    }

    static let strayed = "From this folder's own decision file, found in the folder of another submission"

    static func unread(_ file: String) -> String { "What stood in \(file), which couldn't be read as a decision:" }

    static let unreadNotes = "In the notes of the form, where nothing is read:"

    static func others(_ names: [String]) -> String {
        "Kept as well; ask the office if you need it: \(names.joined(separator: ", "))"
    }
}
