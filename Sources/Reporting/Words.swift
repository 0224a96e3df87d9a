import Assessment

/// Words that more than one page uses.
enum Words {
    /// A moment as `November 2, 2026, 15:04 UTC`.
    static func time(_ instant: Instant) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let text = instant.text
        guard let date = CivilDate(String(text.prefix(10))) else { return text }
        let (year, month, day) = date.parts
        return "\(months[Int(month) - 1]) \(day), \(year), \(text.dropFirst(11).prefix(5)) UTC"
    }

    static func place(_ finding: Finding) -> String? {
        let parts = [finding.file, finding.line.map { "line \($0)" }, finding.column.map { "column \($0)" }]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10) MB"
        }
    }

    static func words(_ count: Int) -> String { count == 1 ? "1 word" : "\(count) words" }

    /// A duration as `9 min 30 s`, as it was written where it can't be read.
    static func length(_ duration: String) -> String {
        guard let seconds = Period(duration)?.totalSeconds, seconds > 0 else { return duration }
        let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    static func name(of item: RecordedEvidence) -> String {
        let source = item.path ?? item.href ?? "text in the manifest"
        return item.title.map { "\($0) (\(source))" } ?? source
    }

    /// `1.1`, `1.1 and 1.2`, or `1.1, 1.2 and 2.1`.
    static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// What the secretary reads.
enum ReceiptWords {
    static let footer = "Written by Assay. The same facts for programs are in receipt.xml, in this folder."
    static let notesHeading = "Worth knowing"

    static func title(_ receipt: Receipt) -> String { "\(heading(receipt.state)): \(receipt.bundle)" }

    static func heading(_ state: Receipt.State) -> String {
        switch state {
        case .accepted: "Accepted for review"
        case .returned: "Returned: please mend and drop again"
        case .duplicate: "Received before"
        case .incomplete: "On hold: an item can't be scored"
        }
    }

    static func tone(_ state: Receipt.State) -> String {
        switch state {
        case .accepted: "good"
        case .returned: "bad"
        case .duplicate, .incomplete: "warn"
        }
    }

    static func opening(_ receipt: Receipt) -> [String] {
        switch receipt.state {
        case .accepted:
            ["Everything that the rubric asks for is here. It is submission \(receipt.submission ?? "as below")."]
        case .returned:
            [
                "This bundle was not accepted, and no attempt was used up. Nothing in it was changed: "
                    + "the whole of it is in this folder, as it was dropped."
            ]
        case .duplicate:
            [
                "The same content, to the last byte, was accepted before as \(receipt.submission ?? "a submission")"
                    + (receipt.firstBundle.map { ", dropped as “\($0)”" } ?? "")
                    + ". It is read once; this copy is in this folder, unchanged."
            ]
        case .incomplete:
            [
                "A reviewer could not open or use an item of this submission, so the review has stopped. "
                    + "No attempt is used up, and levels that were already given stand."
            ]
        }
    }

    static func faultsHeading(_ state: Receipt.State, count: Int) -> String {
        switch (state, count) {
        case (.incomplete, _): "What could not be scored"
        case (_, 1): "The one thing to mend"
        default: "The \(count) things to mend"
        }
    }

    static func steps(_ receipt: Receipt) -> [String] {
        switch receipt.state {
        case .accepted:
            [
                "Reviewers are given the work; nobody needs to do anything here.",
                "The decision will be in Outbox/Decisions, in a folder named after the submission.",
                "To see where it stands, run: assay show \(receipt.submission ?? receipt.bundle)",
            ]
        case .returned:
            [
                "Mend everything listed above in this folder. What concerns the manifest is changed in manifest.xml.",
                "Move the folder back into Inbox. That is a new try. "
                    + "The receipt files may stay in it; they are ignored.",
                "Before you do, “assay check” and the folder's name says whether anything is still missing.",
            ]
        case .duplicate:
            [
                "If this was a second drop of the same work, there is nothing to do; the folder may be deleted.",
                "If something else was meant, put the right files in place and move the folder back into Inbox.",
                "To see where the first stands, run: assay show \(receipt.submission ?? receipt.firstBundle ?? "ID")",
            ]
        case .incomplete:
            [
                "Tell the educator which item it is, and why; the reason above is the reviewer's.",
                "If the item itself works again, such as a link that opens now, drop the same bundle into Inbox again.",
                "Otherwise put a good copy in the item's place in the bundle, and drop the whole bundle into Inbox.",
                "The review goes on where it stopped, with the same attempt.",
            ]
        }
    }
}

/// What the educator reads.
enum FeedbackWords {
    static let noLimit = "no limit"
    static let noneNeeded = "none needed"
    static let notJudged = "Not judged: this criterion is optional, and was left open"
    static let footer =
        "Written by Assay. The signed statement of this decision is record.xml, in this folder; "
        + "record.xml.sig is its signature. Keep the three together."

    static func heading(_ record: Record) -> String {
        (record.outcome == .earned ? "Earned: " : "Not yet earned: ") + record.rubric.title
    }

    static func opening(_ record: Record, rubric: Rubric) -> [String] {
        switch record.outcome {
        case .earned:
            [
                "Congratulations. Your evidence shows the competency: "
                    + lines(of: rubric.competency).joined(separator: " ")
            ] + [reached(record, rubric: rubric)].compactMap { $0 }
        case .notYetEarned:
            ["Your evidence shows part of the competency so far. This page says what is there and what is still asked."]
                + [reached(record, rubric: rubric)].compactMap { $0 }
        }
    }

    /// How the rubric's rule came out, in one or two sentences.
    private static func reached(_ record: Record, rubric: Rubric) -> String? {
        let required = record.criteria.filter { rubric.criterion($0.id)?.isRequired == true }
        switch rubric.award {
        case .allMeet:
            let open = required.filter { !$0.meets }
            if open.isEmpty { return "All \(required.count) required criteria are met." }
            return "\(required.count - open.count) of \(required.count) required criteria are met; "
                + "still open: \(Words.list(open.map(\.id)))."
        case .points(let minimum, let each):
            guard let total = record.policy.total else { return nil }
            let low = required.filter { ($0.points ?? .min) < each ?? .min }
            let sum = "Your work has \(total) points; \(minimum.text) are needed."
            guard let each, !low.isEmpty else { return sum }
            return sum + " Each required criterion needs \(each) at least; below that: \(Words.list(low.map(\.id)))."
        }
    }

    static func how(_ basis: Basis, readers: Int) -> String? {
        switch basis {
        case .agreed: readers > 1 ? "read by \(readers) reviewers" : nil
        case .adjudicated: "the reviewers differed, and a lead reviewer read it too"
        case .carried: "kept from your attempt before"
        }
    }

    static func keeping(_ rubric: Rubric, count: Int) -> String {
        if !rubric.resubmit.keepsMet { return "Under this rubric every criterion is read anew at each attempt." }
        if count == 0 { return "No criterion is met yet, so all of them will be read again." }
        return "These stay as they are, as long as the evidence they rest on is sent again unchanged:"
    }

    static func steps(_ record: Record, rubric: Rubric) -> [String] {
        if record.outcome == .earned {
            return [
                "Keep this page and the record beside it; they are your proof.",
                "Hand them in where your district asks for them, such as for credit hours or a salary step.",
            ]
        }
        let open = record.criteria.filter { !$0.meets && rubric.criterion($0.id)?.isRequired == true }.map(\.id)
        guard record.attemptsLeft != 0 else {
            return [
                "This was the last attempt that the rubric allows.",
                "Take this page to your coach or your program's office, and talk over what comes next.",
            ]
        }
        let again =
            switch record.attemptsLeft {
            case 1?: "One attempt is left."
            case let left?: "\(left) attempts are left."
            case nil: "There is no limit on attempts."
            }
        return [
            "Read what was seen under \(open.isEmpty ? "each criterion" : Words.list(open)), "
                + "and gather new evidence for that. Another lesson may serve.",
            "Send the whole bundle again: the new evidence, and the rest unchanged. "
                + "In its manifest name this submission, \(record.submission), as the one it follows, "
                + "and say what changed.",
            again,
        ]
    }
}

/// What a reviewer reads in `problems.txt`.
enum ProblemWords {
    static let whole = "The whole file"
    static let found = "What was found:"
    static let noticed = "Worth knowing: "
    static let write = "What to write: "

    static func header(file: String, count: Int) -> [String] {
        [
            "The decision in \(file) was not taken yet.",
            "",
            "Nothing is lost: your file is exactly as you saved it, and what was taken from it before stands.",
            count == 1
                ? "Please mend the one thing below in \(file), and save it."
                : "Please mend the \(count) things below in \(file), and save it.",
            "It is read again by itself. When all is mended, this file goes away.",
        ]
    }
}
