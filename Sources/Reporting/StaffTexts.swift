/// What staff, reviewers and rubric authors read.
struct StaffTexts: Sendable {
    struct RubricLabels: Sendable {
        var competency, method, credit, valid, alignment, prerequisites, learn: String
        var intake, criteria, award, review, again: String
        var required, optional, on, onAll, onNone, noDescriptor: String
        var refuses, warns: String
    }
    struct ReadLabels: Sendable {
        var skip, rubric, evidence, judgedFor, openLink, openFile, saveFile, picture, cut, unshown: String
        var submission, due, attempt, by, changed, kept, back, noEvidence: String
    }
    struct OutboxLabels: Sendable {
        var needs, waits, back, twice, arrived, bundle, why, name, when, since, stands, decision, nothing, sections,
            counts: String
    }
    struct DeskLabels: Sendable {
        var open, problems, notes, differ, taken, work, due, overdue, when, noneOpen, noneTaken, how: String
        var sections, ended, endedWhen, endedKept, endedAgain, backToDraft, misplaced: String
    }
    var rubric: RubricLabels
    var read: ReadLabels
    var outbox: OutboxLabels
    var desk: DeskLabels
    /// Where a reviewer writes, by the decision file's name.
    var writing: @Sendable (String) -> String
    var rubricFooter, readFooter, outboxFooter, deskFooter: String
    var version: @Sendable (_ version: String, _ status: String) -> String
    var newest: @Sendable (_ shown: Int, _ all: Int) -> String
    /// Where the rest of such a list is, before the link to it.
    var rest: String
    var next: @Sendable (_ shown: Int, _ all: Int) -> String
    var state: @Sendable (String) -> String
    var asOf: @Sendable (String) -> String
    var outboxTitle: @Sendable (String?) -> String
    var deskTitle: @Sendable (String) -> String
    var ended: @Sendable (DeskPage.Ended.Reason) -> String
    var misplaced: @Sendable (DeskPage.Misplaced) -> String
}

extension StaffTexts {
    static let english = StaffTexts(
        rubric: RubricLabels(
            competency: "Competency", method: "Method", credit: "Credit", valid: "Valid for", alignment: "Aligned with",
            prerequisites: "To be earned before", learn: "Where to learn it", intake: "What is sent",
            criteria: "What reviewers judge", award: "What earns it", review: "How it is reviewed",
            again: "Trying again",
            required: "Required.", optional: "Optional.", on: "Judged on", onAll: "all evidence",
            onNone: "evidence of which nothing was sent.", noDescriptor: "–",
            refuses: "A bundle comes back with these words where they are so:",
            warns: "A bundle is taken with these words as a warning where they are so:"),
        read: ReadLabels(
            skip: "Skip to the evidence", rubric: "Rubric", evidence: "Evidence", judgedFor: "For",
            openLink: "Open the link",
            openFile: "Open", saveFile: "Save", picture: "Picture sent as",
            cut: "Only its beginning is shown here; the file has the rest.",
            unshown: "Too long to be shown here; open the file.", submission: "Submission", due: "Due by the end of",
            attempt: "Attempt", by: "Submitted by", changed: "What changed", kept: "Kept from the attempt before",
            back: "All your reviews",
            noEvidence: "There is no evidence to show."),
        outbox: OutboxLabels(
            needs: "What needs somebody", waits: "Waiting in Inbox", back: "Came back", twice: "Dropped twice",
            arrived: "Arrived",
            bundle: "Bundle", why: "Why", name: "Name", when: "When", since: "Since", stands: "Where it stands",
            decision: "Decision",
            nothing: "Nothing.", sections: "Sections", counts: "How many"),
        desk: DeskLabels(
            open: "Open", problems: "To mend", notes: "Worth knowing", differ: "Readers differ", taken: "Taken",
            work: "Submission",
            due: "Due by the end of", overdue: "overdue",
            when: "Taken on", noneOpen: "Nothing is open.",
            noneTaken: "Nothing was taken yet.",
            how: "Each submission has a folder here. Its read.html shows the rubric beside the evidence; the decision "
                + "file beside that page is where you write.",
            sections: "Sections", ended: "No longer yours", endedWhen: "Ended on",
            endedKept: "What you had typed is kept; if you need it, ask the office.",
            endedAgain: "When a review that you didn't decline is given to you again, it lies beside it as "
                + "your-earlier-words.txt.",
            backToDraft: "Your file doesn't say final now. What was taken from it still counts, until you save a new "
                + "final one.",
            misplaced: "In the wrong place"),
        writing: { file in
            "Write into \(file) in this folder instead of on this page: your levels and comments. Then set its status "
                + "to final, and save it."
        },
        rubricFooter: "Written by Assay from the rubric's file: what reviewers see beside the evidence.",
        readFooter: "Written by Assay. Links and files were sent by the submitter; open them with care.",
        outboxFooter: "Written by Assay at the end of each pass in which something changed.",
        deskFooter: "Written by Assay at the end of each pass in which something changed.",
        version: { "Version \($0), \($1)" },
        newest: { "The newest \($0) of \($1)." },
        rest: "All have a receipt, month by month, in",
        next: { "The next \($0) of \($1)." },
        state: { state in
            switch state {
            case "accepted": "accepted"
            case "in-review": "in review"
            case "unroutable": "waits for a reviewer"
            case "adjudication": "with a lead reviewer"
            case "earned": "earned"
            case "not-yet-earned": "not yet earned"
            case "incomplete": "on hold: an item can't be scored"
            case "withdrawn": "withdrawn"
            case "returned": "came back, and lie in Outbox/Returned"
            case "duplicate": "dropped twice, and lie in Outbox/Returned"
            case "waiting": "waiting in Inbox"
            case "mended": "went on with a mended bundle"
            default: state
            }
        },
        asOf: { "As of \($0)." },
        outboxTitle: { $0.map { "\($0): what arrived, waits and came back" } ?? "What arrived, waits and came back" },
        deskTitle: { "\($0): your reviews" },
        ended: { reason in
            switch reason {
            case .declined: "You declined it."
            case .unscorable: "You found that an item can't be judged; the educator was asked to mend it."
            case .withdrawn: "The submission was withdrawn."
            case .incomplete: "Another reader found that an item can't be judged; the educator was asked to mend it."
            case .settled: "It was decided without this reading."
            case .changed: "A reader changed a decision, and the readers differ elsewhere now."
            case .given: "It was given to somebody else."
            case .takenBack: "It was taken back."
            }
        },
        misplaced: { place in
            switch place {
            case .notYours(let name):
                "\(name ?? "Something that was put") in your folder is no open review of yours, and nothing reads it. "
                    + "If you wrote into a decision file there, move that into its submission's own folder first. Then "
                    + "take it away, or ask the office where it belongs."
            case .beside(let name, let submission):
                "\(name ?? "A decision file") lies beside your folder \(submission) instead of in it, and nothing reads it "
                    + "here. Move it into \(submission), in place of the decision file there."
            case .anothers(let name):
                "\(name ?? "Something that was put") in your folder is another reviewer's work, and nothing reads it "
                    + "here. Leave it unread, and ask the office to move it."
            case .anothersDecision(let submission, let file):
                "In \(submission), \(file) is another reviewer's file, and isn't taken as yours. Leave it unread; "
                    + "problems.txt says where it belongs. Once it is gone, an empty one of your own is laid again."
            case .yours(let submission, let title, let isOpen):
                "A file of yours on \(title) (\(submission)) lies in another reviewer's folder, where nothing reads it. "
                    + (isOpen
                        ? "Only the one in your own folder \(submission) counts: see that it says what you mean, and ask "
                            + "the office to take the other away."
                        : "It is no open review of yours; ask the office to take the file away.")
            }
        })
}
