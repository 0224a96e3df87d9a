import Assessment
import Markup

/// What earns the credential, who reads, and how often one may try.
extension Notes {
    /// A decimal number of at most three places; nil when it is absent or isn't one.
    mutating func decimal(_ name: String, of element: Element, isRequired: Bool = false) -> Thousandths? {
        guard let value = element.trimmed(name) else {
            if isRequired { _ = required(name, of: element) }
            return nil
        }
        // The bound keeps every sum of weights and points far from an overflow.
        if let number = Thousandths(value), number <= Thousandths(whole: 1_000_000) { return number }
        add(
            .numberInvalid, at: element.place(of: name), restating: Int(value) == nil ? element : nil,
            "\(quoted(value)) can't be '\(name)'.",
            remedy: "Write a number from 0 to 1000000 with at most three decimals, as in 12 or 0.5.")
        return nil
    }

    mutating func award(_ element: Element?, of rubric: Rubric, _ root: Element) -> Award {
        guard let element else { return .allMeet }
        switch element.trimmed("policy") {
        case "all-meet":
            for name in ["minimum", "each"] where element[name] != nil {
                add(
                    .awardNoEffect, at: element.place(of: name),
                    "'\(name)' has no effect under policy=\"all-meet\".",
                    remedy: "Leave it out, or write policy=\"points\".")
            }
            if !rubric.criteria.isEmpty, !rubric.criteria.contains(where: \.isRequired) {
                add(
                    .awardNothingRequired, at: element.place,
                    "No criterion is required, so that every submission earns the credential.",
                    remedy: "Leave required=\"false\" out of the criteria that must be met.")
            }
            judgeWeights(root)
            return .allMeet
        case "points": return pointsAward(element, of: rubric, root)
        case let other?:
            add(
                .xmlInvalid, at: element.place(of: "policy"), restating: element,
                "\(quoted(other)) can't be 'policy'.",
                remedy: "Write policy=\"all-meet\" or policy=\"points\".")
        case nil: _ = required("policy", of: element)
        }
        return .allMeet
    }

    /// 1 is the standing value, which many write out.
    private mutating func judgeWeights(_ root: Element) {
        for element in root.children("part").flatMap({ $0.children("criterion") }) {
            guard let weight = element.trimmed("weight").flatMap(Thousandths.init), weight != Thousandths(whole: 1)
            else { continue }
            add(
                .awardNoEffect, at: element.place(of: "weight"), "'weight' has no effect under policy=\"all-meet\".",
                remedy: "Leave it out, or write policy=\"points\".")
        }
    }

    /// A minimum that asks for nothing, or that nobody reaches who leaves out what may be left out.
    private mutating func judgeMinimum(_ minimum: Thousandths, _ element: Element, requiredSum: Int) {
        if minimum.value <= 0 {
            add(
                .awardMinimum, at: element.place(of: "minimum"), "A minimum of 0 points asks for nothing.",
                remedy: "Write how many points earn the credential.")
        } else if minimum.value > requiredSum {
            add(
                .awardMinimum, at: element.place(of: "minimum"),
                "\(minimum.text) points are asked for, and the required criteria give "
                    + "\(Thousandths(value: requiredSum).text) at most: criteria that may be left out are needed.",
                remedy:
                    "Write a minimum of \(Thousandths(value: requiredSum).text) or less, or make more criteria required."
            )
        }
    }

    private mutating func pointsAward(_ element: Element, of rubric: Rubric, _ root: Element) -> Award {
        let minimum = decimal("minimum", of: element)
        let each: Int? = number("each", of: element, in: -1_000_000...1_000_000)
        if element["minimum"] == nil {
            add(
                .awardNoMinimum, at: element.place,
                "policy=\"points\" doesn't say how many points earn the credential.",
                remedy: "Write minimum=\"…\".")
        }
        let greatest = rubric.criteria.map { rubric.scale(of: $0).levels.map(\.points).max() }
        // Nothing adds up while a weight can't be read; that is said where it stands.
        let isWeighed = root.children("part").flatMap { $0.children("criterion") }
            .compactMap { $0.trimmed("weight") }.allSatisfy { Thousandths($0) != nil }
        if let minimum, isWeighed, !greatest.isEmpty, greatest.count <= mostCriteria, greatest.allSatisfy({ $0 != nil })
        {
            let sum = zip(rubric.criteria, greatest).reduce(0) { $0 + $1.0.weight.value * max(0, $1.1 ?? 0) }
            if sum < minimum.value {
                add(
                    .awardUnreachable, at: element.place(of: "minimum"),
                    "\(minimum.text) points are asked for, and the criteria give \(Thousandths(value: sum).text) "
                        + "at most: nobody can earn the credential.",
                    remedy: "Write a minimum of \(Thousandths(value: sum).text) or less.")
            } else {
                let required = zip(rubric.criteria, greatest).filter(\.0.isRequired)
                    .reduce(0) { $0 + $1.0.weight.value * max(0, $1.1 ?? 0) }
                // With 'each' the points of each criterion may be all that is asked for.
                if each == nil || minimum.value > 0 { judgeMinimum(minimum, element, requiredSum: required) }
            }
        }
        for (criterion, points) in zip(rubric.criteria, greatest) where criterion.isRequired {
            guard let each, let points, points < each else { continue }
            add(
                .awardUnreachable, at: element.place(of: "each"),
                "each=\"\(each)\" is above the greatest points of the required criterion "
                    + "\(quoted(criterion.id)), \(points): nobody can earn the credential.",
                remedy: "Write \(points) or less.")
            break
        }
        return .points(minimum: minimum ?? Thousandths(whole: 0), each: each)
    }

    mutating func review(_ element: Element) -> ReviewRule {
        let standard = ReviewRule()
        let reviewers = number("reviewers", of: element, in: 1...3)
        let rule = ReviewRule(
            reviewers: reviewers ?? standard.reviewers,
            blind: choice("blind", of: element, from: [.double, .single, .none], default: standard.blind),
            agree: choice("agree", of: element, from: [.meets, .level, .outcome], default: standard.agree),
            comment: choice(
                "comment", of: element, from: [.whenNotMet, .always, .optional], default: standard.comment),
            dueDays: dueDays(element) ?? standard.dueDays)
        // 'meets' is the standing value, which many write out.
        let isAlone = reviewers == 1 || element.trimmed("reviewers") == nil && standard.reviewers == 1
        if isAlone, element["agree"] != nil, rule.agree != standard.agree {
            add(
                .reviewAgreeUnused, at: element.place(of: "agree"),
                "'agree' has no effect with one reviewer.", remedy: "Leave it out, or write reviewers=\"2\".")
        }
        return rule
    }

    /// Working days, so that only whole days make sense.
    private mutating func dueDays(_ element: Element) -> Int? {
        guard let value = element.trimmed("due") else { return nil }
        let digits = value.dropFirst().dropLast()
        if value.hasPrefix("P"), value.hasSuffix("D"), digits.allSatisfy({ ("0"..."9").contains($0) }),
            let days = Int(digits), days <= 1000
        {
            return days
        }
        add(
            .reviewDue, at: element.place(of: "due"), "\(quoted(value)) is no number of working days.",
            remedy: "Write it as in due=\"P10D\", for 10 working days; 1000 at most.")
        return nil
    }

    mutating func resubmit(_ element: Element) -> ResubmitRule {
        let kept = element.trimmed("keep") ?? "met"
        if !["met", "nothing"].contains(kept) {
            add(
                .xmlInvalid, at: element.place(of: "keep"), restating: element, "\(quoted(kept)) can't be 'keep'.",
                remedy: "Write keep=\"met\" or keep=\"nothing\".")
        }
        return ResubmitRule(max: number("max", of: element, in: 1...Int(Int32.max)), keepsMet: kept != "nothing")
    }
}
