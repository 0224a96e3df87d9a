import Assessment

/// A rubric's rules in English sentences, for those who read or write it.
enum RubricTexts {
    static func intake(_ rule: EvidenceRule) -> String {
        let noun =
            switch rule.form {
            case .file: "file"
            case .link: "link"
            case .text: "text"
            }
        let number = rule.min == rule.max ? "\(rule.max)" : "\(rule.min) to \(rule.max)"
        var parts = ["\(number) \(noun)\(rule.max == 1 ? "" : "s")"]
        if !rule.media.isEmpty { parts.append(rule.media.joined(separator: ", ")) }
        if let bytes = rule.maxBytes { parts.append("at most \(Words.size(bytes)) each") }
        if !rule.hosts.isEmpty { parts.append("on \(rule.hostsInWords)") }
        parts += [range(rule.minDuration.map { Words.length($0.text) }, rule.maxDuration.map { Words.length($0.text) })]
            .compactMap { $0 }
        parts += [range(rule.minWords.map(String.init), rule.maxWords.map { "\($0) words" })].compactMap { $0 }
        if rule.releaseRequired { parts.append("each with a release on file, or none needed") }
        return parts.joined(separator: "; ")
    }

    /// `3 years`; a duration with hours or less as it was written.
    static func length(_ period: Period) -> String {
        guard period.seconds == 0 else { return period.text }
        let parts = [(period.years, "year"), (period.months, "month"), (period.days, "day")].filter { $0.0 > 0 }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }

    private static func range(_ least: String?, _ most: String?) -> String? {
        switch (least, most) {
        case (let least?, let most?): "\(least) to \(most)"
        case (let least?, nil): "at least \(least)"
        case (nil, let most?): "at most \(most)"
        case (nil, nil): nil
        }
    }

    static func award(_ award: Award) -> String {
        switch award {
        case .allMeet: return "Every required criterion at a level that meets it."
        case .points(let minimum, let each):
            let least = each.map { " Each required criterion needs \($0) at least." } ?? ""
            return "\(minimum.text) points or more, each level's points times the criterion's weight.\(least)"
        }
    }

    static func review(_ rule: ReviewRule) -> [String] {
        let readers = rule.reviewers == 1 ? "One reviewer reads it." : "\(rule.reviewers) reviewers read it."
        let blind =
            switch rule.blind {
            case .double: "Reviewers don't see who sent it, and the educator doesn't see who read it."
            case .single: "Reviewers see who sent it; the educator doesn't see who read it."
            case .none: "Reviewers see who sent it, and the educator sees who read it."
            }
        let differ =
            switch rule.agree {
            case .meets: "on whether a criterion is met"
            case .level: "on a level"
            case .outcome: "on the outcome"
            }
        let comment =
            switch rule.comment {
            case .always: "Each criterion needs a comment."
            case .whenNotMet: "A criterion that isn't met needs a comment."
            case .optional: "Comments are optional."
            }
        let lead = rule.reviewers > 1 ? ["Where they differ \(differ), a lead reads it too."] : []
        let days = rule.dueDays == 1 ? "1 working day" : "\(rule.dueDays) working days"
        let due = "It is due \(days) after it is given out."
        return [readers] + lead + [blind, comment, due]
    }

    static func again(_ rule: ResubmitRule) -> String {
        let attempts = rule.max.map { $0 == 1 ? "One attempt." : "\($0) attempts in all." } ?? "As often as is needed."
        if rule.max == 1 { return attempts }
        return attempts + (rule.keepsMet ? " What was met is kept." : " Everything is read anew.")
    }
}
