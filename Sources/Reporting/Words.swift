import Assessment

/// Measures that every language of the pages writes alike.
enum Words {
    static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10) MB"
        }
    }

    /// A duration as `9 min 30 s`, as it was written where it can't be read.
    static func length(_ duration: String) -> String {
        guard let seconds = Period(duration)?.totalSeconds, seconds > 0 else { return duration }
        let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}

/// What a reviewer reads in `problems.txt`.
enum ProblemWords {
    static let whole = "The whole file"
    static let found = "What was found:"
    static let noticed = "Worth knowing: "
    static let write = "What to write: "

    /// Where nothing has to be mended.
    static func noticeHeader(file: String, isTaken: Bool) -> [String] {
        [
            isTaken ? "The decision in \(file) was taken." : "Nothing is wrong with \(file), which is a draft.",
            "But some of what you wrote stands where nobody will read it.",
            "",
            isTaken
                ? "If somebody should read it, move it in \(file), and save it with the status final again."
                : "If somebody should read it, move it in \(file) before you write final.",
            "Otherwise you need do nothing.",
        ]
    }

    /// `isElsewhere` says that nothing is wrong with the file itself, but with what lies beside it.
    static func header(file: String, count: Int, isTaken: Bool, isElsewhere: Bool) -> [String] {
        let place = isElsewhere ? "" : " in \(file), and save it"
        return [
            isTaken ? "The change of \(file) was not taken yet." : "The decision in \(file) was not taken yet.",
            "",
            isTaken
                ? "Nothing is lost: your file is exactly as you saved it, and what was taken from it before stands."
                : "Nothing is lost: your file is exactly as you saved it.",
            count == 1
                ? "Please mend the one thing below\(place)."
                : "Please mend the \(count) things below\(place).",
            "It is read again by itself. When all is mended, this file goes away.",
        ]
    }
}
