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

    var reasoning: String { form == .xml ? "Write it into reason=\"…\"." : "Write it after 'reason:'." }

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
        case .text: "Delete the file, and an empty one is laid again with every criterion."
        }
    }

    /// Where a comment of XML took in what follows it; a comment of plain text can't.
    func isSwallowed(_ comment: String) -> Bool {
        form == .xml && (comment.contains("<criterion") || comment.contains("<![CDATA["))
    }
}
