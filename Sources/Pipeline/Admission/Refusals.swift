internal import Assessment
internal import Bookkeeping

/// What admission says when it says no.
extension Admitting {
    /// `last` is the last day on which it is valid; nil where it has no end.
    func alreadyEarned(_ earned: SubmissionRow, until last: CivilDate?) -> Finding {
        guard let last else {
            return finding(
                .submissionAlreadyEarned, "This micro-credential was earned already, with \(earned.id).",
                "Nothing more is needed.")
        }
        return finding(
            .submissionAlreadyEarned,
            "This micro-credential was earned already, with \(earned.id), and is valid until the end of \(last.text).",
            "Nothing is needed until then; from the next day on a renewal is taken, as a first attempt.")
    }

    /// No attempt comes before a renewal's first.
    func noResubmission(_ of: String, renewing earned: SubmissionRow) -> Finding {
        finding(
            .resubmissionUnknown,
            "The bundle says that it resubmits '\(printable(of))', but it would renew what was earned with \(earned.id) "
                + "and is valid no more: a renewal begins with a first attempt.",
            "Take the <resubmission> element out.")
    }

    /// `latest` is the attempt that may be meant.
    func unknownResubmission(_ of: String, latest: SubmissionRow? = nil) -> Finding {
        finding(
            .resubmissionUnknown,
            "The bundle says that it resubmits '\(printable(of))', but this educator has no such submission under this rubric.",
            latest.map { "Write <resubmission of=\"\($0.id)\">." }
                ?? "Take the <resubmission> element out, or correct the number.")
    }

    func wrongResubmission(_ of: String, latest: SubmissionRow) -> Finding {
        finding(
            .resubmissionNotLatest,
            "The bundle says that it resubmits '\(printable(of))'; the latest attempt is \(latest.id).",
            "Write <resubmission of=\"\(latest.id)\">.")
    }

    /// Another's submission is as unknown as one that doesn't exist: nothing is told of it.
    func knownResubmission(_ of: String, latest: SubmissionRow) throws -> Finding {
        if let other = try book.submission(of), other.educator == found.submission.educator.id.lowercased(),
            other.rubric == found.rubric.value.id
        {
            return wrongResubmission(of, latest: latest)
        }
        return unknownResubmission(of, latest: latest)
    }

    /// Somebody else's bundle under an educator's id is never attached to her earlier work.
    func mailMismatch(_ before: AcceptedFact, _ latest: SubmissionRow) -> Finding? {
        let mail = found.submission.educator.email
        guard !sameMail(before.educator.email, mail) else { return nil }
        return finding(
            .educatorMismatch,
            "The educator '\(printable(found.submission.educator.id))' has an earlier attempt (\(latest.id)) under another e-mail address.",
            "Check the educator's id; if it is right, write the e-mail address of the earlier attempt.")
    }

    /// Where her id came with other particulars before it may be somebody else's: that is told, and goes on. What the
    /// others were isn't said, for the receipt goes to whoever dropped the bundle.
    func differingNotes() throws -> [Finding] {
        let educator = found.submission.educator
        guard let row = try book.newestSubmission(educator: educator.id) else { return [] }
        let before = try book.acceptance(of: row).educator
        func plain(_ name: String) -> String {
            name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let differences = [
            sameMail(before.email, educator.email) ? nil : "The e-mail address was another one.",
            plain(before.name) == plain(educator.name) ? nil : "The name was another one.",
            before.school == educator.school ? nil : "The school was another one.",
        ].compactMap(\.self)
        guard !differences.isEmpty else { return [] }
        return [
            finding(
                .educatorDiffers,
                (["This educator's id came in \(row.id) with other particulars."] + differences).joined(separator: " "),
                "If it isn't the same person, have this submission withdrawn, and drop the bundle again with the right id."
            )
        ]
    }

    func finding(_ code: FindingCode, _ message: String, _ remedy: String) -> Finding {
        let place =
            [.educatorMismatch, .educatorDiffers].contains(code)
            ? found.submission.educatorPlace : found.submission.place
        return Finding(
            code, file: found.root + "manifest.xml", line: place.line, column: place.column, message,
            remedy: remedy)
    }
}
