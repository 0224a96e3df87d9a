import Assessment

extension Language {
    static let english = Language(
        code: "en", common: englishCommon, receipt: englishReceipt, feedback: englishFeedback, staff: .english)
}

private let englishCommon = CommonTexts(
    time: { instant in
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let text = instant.text
        guard let date = CivilDate(String(text.prefix(10))) else { return text }
        let (year, month, day) = date.parts
        return "\(months[Int(month) - 1]) \(day), \(year), \(text.dropFirst(11).prefix(5)) UTC"
    },
    line: { "line \($0)" },
    column: { "column \($0)" },
    words: { $0 == 1 ? "1 word" : "\($0) words" },
    writtenText: "text",
    release: { "release \($0)" },
    and: "and",
    findingNames: [:],
    phrasebook: nil)

private let englishReceipt = ReceiptTexts(
    labels: ReceiptTexts.Labels(
        bundle: "Dropped as", submission: "Submission", firstBundle: "First dropped as", educator: "Educator",
        rubric: "Rubric", attempt: "Attempt", carried: "Kept from the attempt before", time: "Time",
        whatToDo: "What to do:", whatYouCanDo: "What you can do:", notes: "Worth knowing", next: "What happens next",
        evidence: "Evidence received", item: "Item", kind: "Kind", what: "What", measured: "Measured"),
    footer: "Written by Assay. The same facts for programs are in receipt.xml, in this folder.",
    heading: { receipt in
        switch receipt.state {
        case .accepted: "Accepted for review"
        case .returned:
            switch receipt.hindrance {
            case .earned: "Returned: earned already"
            case .underReview: "Returned: an earlier one is still under review"
            case nil: "Returned: please mend and drop again"
            }
        case .duplicate: "Received before"
        case .incomplete: "On hold: an item can't be scored"
        }
    },
    opening: { receipt in
        switch receipt.state {
        case .accepted:
            "Everything that the rubric asks for is here. It is submission \(receipt.submission ?? "as below")."
        case .returned:
            "This bundle was not accepted, and no attempt was used up. Nothing in it was changed: "
                + "the whole of it is in this folder, as it was dropped."
        case .duplicate:
            "The same content, to the last byte, was accepted before as \(receipt.submission ?? "a submission")"
                + (receipt.firstBundle.map { ", dropped as “\($0)”" } ?? "")
                + ". It is read once; this copy is in this folder, unchanged."
        case .incomplete:
            "A reviewer could not open or use an item of this submission, so the review has stopped. "
                + "No attempt is used up, and levels that were already given stand."
        }
    },
    faults: { receipt, count in
        switch (receipt.state, count) {
        case (.incomplete, _): "What could not be scored"
        case _ where receipt.hindrance != nil: "Why it came back"
        case (_, 1): "The one thing to mend"
        default: "The \(count) things to mend"
        }
    },
    steps: { receipt in
        switch receipt.state {
        case .returned where receipt.hindrance == .earned:
            [
                "There is nothing to mend, and nothing to send as long as it is valid: this micro-credential is earned.",
                "The decision lies in Outbox/Decisions, in a folder named after the submission that earned it.",
                "This folder may be deleted once the educator has what is in it.",
            ]
        case .returned where receipt.hindrance == .underReview:
            [
                "There is nothing to mend. Leave this folder where it is until the earlier submission is decided; "
                    + "Outbox/index.html shows where that stands.",
                "If the decision is “not yet earned”, move the folder back into Inbox: it is taken as the next attempt. "
                    + "The receipt files may stay in it; they are ignored.",
                "If the micro-credential is earned by then, the folder may be deleted.",
                "If this bundle is meant to take the earlier one's place, have that one withdrawn first (assay withdraw).",
            ]
        case .accepted:
            [
                "Reviewers are given the work; nobody needs to do anything here.",
                "The decision will be in Outbox/Decisions, in a folder named after the submission.",
                "Outbox/index.html shows where it stands.",
            ]
        case .returned:
            (receipt.mustWait
                ? [
                    "An earlier submission is still under review: wait until it is decided, as Outbox/index.html shows. If "
                        + "this bundle is still needed then:"
                ] : [])
                + (receipt.isOfArchive
                    ? [
                        "Unpack the archive that lies in this folder, and mend everything listed above in what was in it. "
                            + "One that can't be unpacked is made anew from the files it was made of.",
                        "Move the folder back into Inbox. That is a new try. "
                            + "The archive may stay beside what was unpacked, and so may the receipt files.",
                        "Outbox/index.html shows what became of it.",
                    ]
                    : [
                        "Mend everything listed above in this folder. What concerns the manifest is changed in manifest.xml.",
                        "Move the folder back into Inbox. That is a new try. "
                            + "The receipt files may stay in it; they are ignored.",
                        "Outbox/index.html shows what became of it.",
                    ])
        case .duplicate:
            [
                "If this was a second drop of the same work, there is nothing to do; the folder may be deleted.",
                "If something else was meant, put the right files in place and move the folder back into Inbox.",
                "Outbox/index.html shows where the first stands.",
            ]
        case .incomplete:
            [
                "Tell the educator which item it is, and why; the reason above is the reviewer's.",
                "If the item itself works again, such as a link that opens now, drop the same bundle into Inbox again.",
                "Otherwise put a good copy in the item's place in the bundle, and drop the whole bundle into Inbox.",
                "The review goes on where it stopped, with the same attempt.",
            ]
        }
    })

private let englishFeedback = FeedbackTexts(
    labels: FeedbackTexts.Labels(
        educator: "Educator", submission: "Submission", rubric: "Rubric", attempt: "Attempt",
        attemptsLeft: "Attempts left", decided: "Decided", seen: "What the reviewers saw", whole: "About the whole",
        kept: "What is kept for the next attempt", next: "What to do next", looksLike: "looks like this:",
        sum: "How the points add up", criterion: "Criterion", level: "Level", points: "Points", weight: "Weight",
        product: "Points × weight", total: "Sum", minimum: "Needed", least: "Needed of each required criterion"),
    footer: "Written by Assay. The signed statement of this decision is record.xml, in this folder; "
        + "record.xml.sig is its signature. Keep the three together.",
    noLimit: "no limit", noneNeeded: "none needed", noneAsRetired: "none: the rubric is retired",
    notJudged: "Not judged: this criterion is optional, and was left open", noLevel: "not judged",
    earned: "Earned", notYetEarned: "Not yet earned",
    congratulations: { "Congratulations. Your evidence shows the competency: \($0)" },
    partly:
        "Your evidence shows part of the competency so far. This page says what is there and what is still asked.",
    allMet: { "All \($0) required criteria are met." },
    someMet: { "\($0) of \($1) required criteria are met; still open: \($2)." },
    points: { "Your work has \($0) points; \($1) are needed." },
    each: { "Each required criterion needs \($0) at least; below that: \($1)." },
    reader: { $0 },
    readBy: { "read by \($0) reviewers" },
    adjudicated: "the reviewers differed, and a lead reviewer read it too",
    carried: "kept from your attempt before",
    readAnew: "Under this rubric every criterion is read anew at each attempt.",
    noneMet: "No criterion is met yet, so all of them will be read again.",
    keptIfUnchanged: "These stay as they are, as long as the evidence they rest on is sent again unchanged:",
    keptOnShared: { "It rests on \($0), as \($1) does: if you change that for \($1), this is judged again." },
    stepsWhenEarned: [
        "Keep this page and the record beside it; they are your proof.",
        "Hand them in where your district asks for them, such as for credit hours or a salary step.",
    ],
    stepsAfterTheLast: [
        "This was the last attempt that the rubric allows.",
        "Take this page to your coach or your program's office, and talk over what comes next.",
    ],
    stepsWhenRetired: [
        "The rubric is retired, and no other version of it is offered: no new attempt is possible.",
        "Take this page to your coach or your program's office, and talk over what comes next.",
    ],
    gather: {
        "Read what was seen under \($0 ?? "each criterion"), "
            + "and gather new evidence for that. Another lesson may serve."
    },
    sendAgain: "Send the whole bundle again: the new evidence, and the rest unchanged. "
        + "A bundle by folders needs nothing more.",
    sayWhatChanged: "In a manifest that lists the evidence, or to say what changed, write this line just above "
        + "</submission>:",
    whatChanged: "What changed",
    attempts: { left in
        switch left {
        case 1?: "One attempt is left."
        case let left?: "\(left) attempts are left."
        case nil: "There is no limit on attempts."
        }
    })
