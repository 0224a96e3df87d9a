internal import Assessment
internal import Bookkeeping

/// What a decision file asks for.
enum Judgement: Sendable {
    case draft
    case final(marks: [Mark], overall: String?)
    case declined(reason: String)
    case unscorable(reason: String, evidence: String)
    case faulty([Finding])
}

/// Holds one decision file against the assignment that it was laid for. Taking is all or nothing: one fault refuses it.
struct Judging {
    let fact: AssignedFact
    let rubric: Rubric
    let rubricID: String
    let version: String
    let evidence: [RecordedEvidence]
    /// A decision was taken for this ticket before.
    let isTaken: Bool
    /// The assignment that the file's ticket belongs to, if that is another.
    let home: StrayHome?

    private var wording: DecisionWording { DecisionWording(form: fact.form) }

    func judge(_ decision: DecisionFile) -> Judgement {
        let strayed = bindingFindings(decision)
        if !strayed.isEmpty { return .faulty(strayed) }
        guard let status = decision.status else { return .faulty(unknownStatus(decision)) }
        switch status {
        case .draft: return .draft
        case .final: return judgeFinal(decision)
        case .declined, .unscorable:
            if isTaken { return .faulty([alreadyTaken(decision)]) }
            return status == .declined ? judgeDeclined(decision) : judgeUnscorable(decision)
        }
    }

    /// With it whatever else stands in the way, where a final decision is meant: she comes back once.
    private func unknownStatus(_ decision: DecisionFile) -> [Finding] {
        let meant = DecisionFile.Status(begun: decision.writtenStatus)
        let unknown = finding(
            .decisionStatus, at: decision.places["status"] ?? decision.place,
            "The status '\(shown(decision.writtenStatus))' isn't one of draft, final, declined, unscorable.",
            wording.status(meant: meant))
        let judged = decision.marks.count { !$0.level.trimmed.isEmpty }
        let isFinal = meant == .final || meant == nil && 2 * judged >= decision.marks.count && judged > 0
        guard isFinal, case .faulty(let others) = judgeFinal(decision) else { return [unknown] }
        return [unknown] + others
    }

    /// What the file's reading found, and with it what was changed that isn't for editing.
    func judge(_ decision: DecisionFile?, found: [Finding]) -> [Finding] {
        guard let decision else { return found }
        // A line or an attribute that is gone is told already.
        let changed = bindingFindings(decision).filter { finding in
            decision.places.values.contains { $0.line == finding.line && $0.column == finding.column }
        }
        // In a file of another assignment all else is as it should be there.
        return changed.contains { $0.isA(.decisionStray) } ? changed : changed + found
    }

    /// Words that stand where nobody reads them: no reason to refuse anything, but hers to know of.
    func unread(_ decision: DecisionFile) -> [Finding] {
        var findings: [Finding] = []
        if let first = decision.unread.first {
            let others = decision.unread.count - 1
            let more = others == 0 ? "" : "; so \(others == 1 ? "does one more line" : "do \(others) more lines")"
            findings.append(
                finding(
                    .decisionUnreadWords, at: first.place,
                    "'\(shown(first.words))' stands in a note of the form, where nothing is read\(more).",
                    "Move it into a <comment>, between its innermost square brackets, or take it out."))
        }
        let reason = decision.reason.trimmed
        if !reason.isEmpty, decision.status == .final || decision.status == .draft {
            let moving = "move it into a comment, or take it out."
            findings.append(
                finding(
                    .decisionUnreadWords, at: decision.places["reason"] ?? decision.place,
                    "'\(shown(reason))' stands as the reason, which is read only under declined or unscorable.",
                    decision.status == .final
                        ? "If the educator should read it, " + moving
                        : "If you decline, or can't judge an item, write so as the status; otherwise " + moving))
        }
        return findings
    }

    // MARK: The ticket

    private func bindingFindings(_ decision: DecisionFile) -> [Finding] {
        let found = decision.binding
        if found.ticket.trimmed != fact.ticket {
            let here = "\(fact.reviewer)'s decision on \(fact.submission)"
            let place = decision.places["ticket"] ?? decision.place
            if let home {
                return [
                    finding(
                        .decisionStray, at: place,
                        "This file is \(home.owner), but it lies where \(here) belongs.", home.remedy)
                ]
            }
            return [
                finding(
                    .decisionTicket, at: place,
                    "The ticket '\(shown(found.ticket))' isn't the one of this folder (\(here)): it was changed, or is of an earlier assignment.",
                    "Write \(wording.value("ticket", fact.ticket)).")
            ]
        }
        let laid: [(name: String, found: String, right: String)] = [
            ("submission", found.submission, fact.submission), ("reviewer", found.reviewer, fact.reviewer),
            ("rubric", found.rubric, rubricID), ("version", found.version, version),
        ]
        return laid.filter { $0.found != $0.right }.map { entry in
            finding(
                .decisionChangedBinding, at: decision.places[entry.name] ?? decision.place,
                "\(wording.laid(entry.name)) was changed to '\(shown(entry.found))'; it is not for editing.",
                "Write \(wording.value(entry.name, entry.right)).")
        }
    }

    // MARK: Final

    private func judgeFinal(_ decision: DecisionFile) -> Judgement {
        var findings: [Finding] = []
        var marks: [Mark] = []
        var seen: Set<String> = []
        let asked = rubric.criteria.filter { fact.criteria.contains($0.id) }
        let missing = asked.filter { criterion in !decision.marks.contains { $0.criterion == criterion.id } }
        for written in decision.marks {
            if missing.contains(where: { wording.isSwallowed($0, by: written.comment) }) {
                findings.append(unclosed(written))
            }
            guard let criterion = asked.first(where: { $0.id == written.criterion }) else {
                findings.append(
                    finding(
                        .decisionUnknownCriterion, at: written.place,
                        "The criterion '\(printable(written.criterion))' isn't one that this file asks for.",
                        "Take it out; asked for are: \(asked.map(\.id).joined(separator: ", "))."))
                continue
            }
            guard seen.insert(criterion.id).inserted else {
                findings.append(
                    finding(
                        .decisionCriterionTwice, at: written.place,
                        "The criterion '\(criterion.id)' stands here twice.",
                        "Keep one of the two."))
                continue
            }
            judge(written, criterion, &marks, &findings)
        }
        // What an unclosed comment took in is there, and would be twice if it were written again.
        for criterion in missing
        where !decision.marks.contains(where: { wording.isSwallowed(criterion, by: $0.comment) }) {
            findings.append(
                finding(
                    .decisionMissingCriterion, at: decision.place,
                    "The criterion '\(criterion.id)' is missing from the file.", wording.criterion(criterion)))
        }
        if !findings.isEmpty { return .faulty(findings) }
        let overall = decision.overall.trimmed
        return .final(marks: marks, overall: overall.isEmpty ? nil : overall)
    }

    private func judge(
        _ written: DecisionFile.WrittenMark, _ criterion: Criterion, _ marks: inout [Mark], _ findings: inout [Finding]
    ) {
        let scale = rubric.scale(of: criterion)
        let choices = scale.levels.map(\.id).joined(separator: ", ")
        if written.level.trimmed.isEmpty {
            // Left blank it counts nothing; what was said of it is kept all the same.
            let comment = written.comment.trimmed
            if !criterion.isRequired, !comment.isEmpty {
                marks.append(Mark(criterion: criterion.id, level: "", comment: comment))
            }
            if criterion.isRequired {
                findings.append(
                    finding(
                        .decisionMissingLevel, at: written.levelPlace,
                        "The criterion '\(criterion.id)' has no level.",
                        "Write one of: \(choices)."))
            }
            return
        }
        guard let level = scale.level(written: written.level) else {
            findings.append(
                finding(
                    .decisionUnknownLevel, at: written.levelPlace,
                    "'\(shown(written.level))' isn't a level of the criterion '\(criterion.id)'.",
                    "Write one of: \(choices)."))
            return
        }
        let comment = written.comment.trimmed
        let needsComment =
            switch rubric.review.comment {
            case .always: true
            case .whenNotMet: !level.meets
            case .optional: false
            }
        if needsComment, comment.isEmpty {
            findings.append(
                finding(
                    .decisionMissingComment, at: written.place,
                    "The criterion '\(criterion.id)' is '\(level.label)' and has no comment; the educator needs to know why.",
                    wording.commenting))
            return
        }
        marks.append(Mark(criterion: criterion.id, level: level.id, comment: comment.isEmpty ? nil : comment))
    }

    /// A comment whose closing brackets were lost takes in all that follows, up to the next ones.
    private func unclosed(_ written: DecisionFile.WrittenMark) -> Finding {
        finding(
            .decisionUnclosedComment, at: written.place,
            "The comment on '\(printable(written.criterion))' holds what belongs to the next criterion: its closing brackets are gone.",
            "Write ]]> after the comment's last word, before </comment>.")
    }

    // MARK: Declined and unscorable

    private func judgeDeclined(_ decision: DecisionFile) -> Judgement {
        let reason = decision.reason.trimmed
        return reason.isEmpty ? .faulty([missingReason(decision)]) : .declined(reason: reason)
    }

    private func judgeUnscorable(_ decision: DecisionFile) -> Judgement {
        let reason = decision.reason.trimmed
        var findings = reason.isEmpty ? [missingReason(decision)] : []
        let item = EvidenceNaming(evidence: evidence, rubric: rubric).item(written: decision.evidence)
        let refs = evidence.map(\.ref).joined(separator: ", ")
        switch item {
        case .one(let ref) where findings.isEmpty: return .unscorable(reason: reason, evidence: ref)
        case .one: break
        case .several:
            findings.append(
                finding(
                    .decisionMissingEvidence, at: decision.places["evidence"] ?? decision.place,
                    "'\(shown(decision.evidence))' names more than one item of the evidence.",
                    "Write one only of: \(refs); name the others in the reason."))
        case .none:
            findings.append(
                finding(
                    .decisionMissingEvidence, at: decision.places["evidence"] ?? decision.place,
                    decision.evidence.trimmed.isEmpty
                        ? "It isn't said which item of the evidence can't be judged."
                        : "'\(shown(decision.evidence))' names no item of the evidence.",
                    "Write one of: \(refs), \(wording.placing("evidence"))."))
        }
        return .faulty(findings)
    }

    private func missingReason(_ decision: DecisionFile) -> Finding {
        finding(
            .decisionMissingReason, at: decision.places["reason"] ?? decision.place,
            "The status '\(decision.writtenStatus.trimmed)' needs a reason.", wording.reasoning)
    }

    private func alreadyTaken(_ decision: DecisionFile) -> Finding {
        finding(
            .decisionAlreadyTaken, at: decision.places["status"] ?? decision.place,
            "Your decision was taken already; it can be replaced by another final one until the record is written, but not taken back.",
            "Write \(wording.value("status", "final")).")
    }

    /// What somebody typed, as it may stand in a message.
    private func shown(_ text: String) -> String {
        printable(text.count > 120 ? text.prefix(120) + "…" : text)
    }

    private func finding(_ code: FindingCode, at place: Place, _ message: String, _ remedy: String) -> Finding {
        Finding(code, file: wording.file, line: place.line, column: place.column, message, remedy: remedy)
    }
}
