internal import Assessment

/// The few words of a complaint that depend on how the decision file was laid: what is to be written into it.
struct DecisionWording {
    let form: Reviewer.Form

    var file: String { form.decisionName }

    /// A value as it stands in the file: `level="met"`, or `level: met`.
    func value(_ name: String, _ text: String) -> String {
        form == .xml ? "\(name)=\"\(text)\"" : "\(name): \(text)"
    }

    /// What a laid value is called.
    func laid(_ name: String) -> String { form == .xml ? "The attribute '\(name)'" : "The line '\(name):'" }

    var reasoning: String { "Write it \(placing("reason"))." }

    /// Where a value is typed.
    func placing(_ name: String) -> String { form == .xml ? "into \(name)=\"…\"" : "after '\(name):'" }

    /// What to write for a status that is none: the one that was meant, where that shows, else all with their meaning.
    func status(meant: DecisionFile.Status?) -> String {
        guard let meant else {
            let words = DecisionFile.Status.allCases.map { "\($0.rawValue) (\(meaning(of: $0)))" }
            return "Write one of: \(words.joined(separator: ", "))."
        }
        let written = "Write \(value("status", meant.rawValue))"
        switch meant {
        case .draft, .final: return written + "."
        case .declined: return written + ", and why \(placing("reason"))."
        case .unscorable:
            return written + ", why \(placing("reason")), and which item \(placing("evidence"))."
        }
    }

    private func meaning(of status: DecisionFile.Status) -> String {
        switch status {
        case .draft: "you are still at work"
        case .final: "you are done"
        case .declined: "somebody else should read it; with a reason"
        case .unscorable: "an item is missing or won't open; with a reason and the item"
        }
    }

    var commenting: String {
        switch form {
        case .xml: "Write it between the brackets: <comment><![CDATA[your words]]></comment>."
        case .text: "Write it below 'comment:', over as many lines as you like."
        }
    }

    /// What a criterion that is missing begins with.
    func criterion(_ criterion: Criterion) -> String {
        switch form {
        case .xml:
            "Write <criterion id=\"\(criterion.id)\" level=\"…\"><comment></comment></criterion>, in the rubric's order."
        case .text:
            "Copy your words out of the file, then delete it, and an empty one is laid again with every criterion."
        }
    }

    /// Whether a comment of XML took in this criterion, which follows it; a comment of plain text can't.
    func isSwallowed(_ criterion: Criterion, by comment: String) -> Bool {
        form == .xml && comment.contains("<criterion id=\"\(criterion.id)\"")
    }
}
