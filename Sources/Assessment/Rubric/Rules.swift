package enum EvidenceForm: String, Sendable, Codable { case file, link, text }

/// What a rubric asks of one kind of evidence.
package struct EvidenceRule: Hashable, Sendable {
    package var kind: String
    package var form: EvidenceForm
    package var min: Int
    package var max: Int
    package var title: String?
    /// Accepted media types; empty means any.
    package var media: [String] = []
    package var maxBytes: Int64?
    /// Accepted hosts, `*.x` for any name below x; empty means any.
    package var hosts: [String] = []
    package var minDuration: Period?
    package var maxDuration: Period?
    package var minWords: Int?
    package var maxWords: Int?
    package var releaseRequired = false

    package init(kind: String, form: EvidenceForm, min: Int, max: Int, title: String? = nil) {
        (self.kind, self.form, self.min, self.max, self.title) = (kind, form, min, max, title)
    }
}

extension EvidenceRule {
    /// `video.district.example, names below vimeo.com such as www.vimeo.com (not vimeo.com itself)`.
    package var hostsInWords: String {
        hosts.map { host in
            guard host.hasPrefix("*.") else { return host }
            let site = String(host.dropFirst(2))
            return "names below \(site) such as www.\(site)" + (hosts.contains(site) ? "" : " (not \(site) itself)")
        }.joined(separator: ", ")
    }
}

/// A rule in the rubric's own words: an XPath 1.0 test over the inspected manifest.
package struct IntakeRule: Hashable, Sendable {
    package enum Piece: Hashable, Sendable { case words(String), expression(String) }

    package var id: String
    package var severity: Finding.Severity
    package var test: String
    /// The message, its `{…}` taken apart.
    package var message: [Piece]

    package init(id: String, severity: Finding.Severity, test: String, message: String) {
        (self.id, self.severity, self.test) = (id, severity, test)
        self.message = IntakeRule.pieces(of: message)
    }

    package var expressions: [String] {
        message.compactMap { if case .expression(let path) = $0 { path } else { nil } }
    }

    /// Splits at `{` and `}`; a brace inside an XPath string literal belongs to the expression.
    static func pieces(of message: String) -> [Piece] {
        var pieces: [Piece] = []
        var words = ""
        var expression: String?
        var quote: Character?
        for character in message {
            guard let open = expression else {
                if character == "{" {
                    if !words.isEmpty { pieces.append(.words(words)) }
                    (words, expression) = ("", "")
                } else {
                    words.append(character)
                }
                continue
            }
            if character == "}", quote == nil {
                pieces.append(.expression(open))
                expression = nil
                continue
            }
            if let ending = quote {
                if character == ending { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            }
            expression = open + String(character)
        }
        if let open = expression { words += "{" + open }
        if !words.isEmpty { pieces.append(.words(words)) }
        return pieces
    }
}

/// What earns the micro-credential.
package enum Award: Hashable, Sendable {
    /// Every required criterion at a meeting level.
    case allMeet
    /// The sum of weight × points reaches `minimum`, and each required criterion has `each` points at least.
    case points(minimum: Thousandths, each: Int?)
}

/// Who reads, what they see, and when they differ.
package struct ReviewRule: Hashable, Sendable {
    package enum Blind: String, Sendable, Codable { case double, single, none }
    package enum Agreement: String, Sendable, Codable { case meets, level, outcome }
    package enum Commenting: String, Sendable { case whenNotMet = "when-not-met", always, optional }

    package var reviewers: Int
    package var blind: Blind
    package var agree: Agreement
    package var comment: Commenting
    /// Working days.
    package var dueDays: Int

    package init(
        reviewers: Int = 1, blind: Blind = .double, agree: Agreement = .meets, comment: Commenting = .whenNotMet,
        dueDays: Int = 10
    ) {
        (self.reviewers, self.blind, self.agree) = (reviewers, blind, agree)
        (self.comment, self.dueDays) = (comment, dueDays)
    }
}

/// How often, and what is kept.
package struct ResubmitRule: Hashable, Sendable {
    /// Attempts in all, the first included; nil means no limit.
    package var max: Int?
    package var keepsMet: Bool
    package init(max: Int? = nil, keepsMet: Bool = true) { (self.max, self.keepsMet) = (max, keepsMet) }
}

/// A decimal number with at most three places, held exactly.
package struct Thousandths: Hashable, Comparable, Sendable {
    package var value: Int

    package init(value: Int) { self.value = value }
    package init(whole: Int) { value = whole * 1000 }

    /// Reads `12`, `0.5` or `1.125`; nil for anything else and beyond a billion.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty, whole.count <= 9,
            whole.allSatisfy(\.isASCIIDigit), let number = Int(whole)
        else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard (1...3).contains(parts[1].count), parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
            fraction = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count)) ?? 0
        }
        value = number * 1000 + fraction
    }

    package static func < (a: Thousandths, b: Thousandths) -> Bool { a.value < b.value }

    package var text: String {
        let (whole, rest) = (value.magnitude / 1000, value.magnitude % 1000)
        let sign = value < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        let digits = String(repeating: "0", count: 3 - "\(rest)".count) + "\(rest)"
        return "\(sign)\(whole)." + digits.replacingTrailingZeros()
    }
}

extension String {
    fileprivate func replacingTrailingZeros() -> String {
        var digits = self
        while digits.last == "0" { digits.removeLast() }
        return digits
    }
}
