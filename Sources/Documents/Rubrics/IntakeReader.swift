import Assessment
import Markup

/// What a rubric asks of a bundle: kinds of evidence, and rules in its own words.
extension Notes {
    mutating func evidenceRules(_ intake: Element?) -> [EvidenceRule] {
        let elements = intake?.children("evidence") ?? []
        judgeUnique(elements, by: "kind", noun: "kind of evidence")
        return elements.map { evidenceRule($0) }
    }

    mutating func intakeRules(_ intake: Element?) -> [IntakeRule] {
        let elements = intake?.children("rule") ?? []
        judgeUnique(elements, noun: "rule")
        return elements.map { intakeRule($0) }
    }

    private mutating func evidenceRule(_ element: Element) -> EvidenceRule {
        let most = Int(Int32.max)
        let least = number("min", of: element, in: 0...most, isRequired: true)
        let greatest = number("max", of: element, in: 1...most, isRequired: true)
        var rule = EvidenceRule(
            kind: id("kind", of: element), form: choice("form", of: element, from: [.file, .link, .text]),
            min: least ?? 0, max: greatest ?? most, title: element.filled("title"))
        rule.media = mediaTypes(element)
        rule.maxBytes = number("max-bytes", of: element, in: 0...Int64.max)
        rule.hosts = hosts(element)
        rule.minDuration = period("min-duration", of: element)
        rule.maxDuration = period("max-duration", of: element)
        for (name, limit) in [("min-duration", rule.minDuration), ("max-duration", rule.maxDuration)] {
            guard let limit, limit.years + limit.months + limit.days > 0 else { continue }
            add(
                .durationTooLong, at: element.place(of: name),
                "\(name)=\"\(limit.text)\" is in days, months or years: no recording is that long.",
                remedy: "Write hours, minutes or seconds after a T, as in PT20M for 20 minutes.")
        }
        rule.minWords = number("min-words", of: element, in: 0...most)
        rule.maxWords = number("max-words", of: element, in: 0...most)
        if let release = element.trimmed("release") {
            rule.releaseRequired = release == "required"
            if !rule.releaseRequired {
                add(
                    .xmlInvalid, at: element.place(of: "release"), restating: element,
                    "\(quoted(release)) can't be 'release'.", remedy: "Write release=\"required\", or leave it out.")
            }
        }
        judgeOrder(least, greatest, "min", "max", of: element)
        judgeOrder(rule.minWords, rule.maxWords, "min-words", "max-words", of: element)
        judgeOrder(
            rule.minDuration?.totalSeconds, rule.maxDuration?.totalSeconds, "min-duration", "max-duration", of: element)
        judgeFit(element, rule.form)
        return rule
    }

    private mutating func judgeOrder<Number: Comparable>(
        _ least: Number?, _ greatest: Number?, _ lower: String, _ upper: String, of element: Element
    ) {
        guard let least, let greatest, greatest < least else { return }
        let (low, high) = (element.trimmed(lower) ?? "", element.trimmed(upper) ?? "")
        add(
            .boundsReversed, at: element.place(of: lower),
            "\(lower) (\(quoted(low))) is above \(upper) (\(quoted(high))): nothing can satisfy both.",
            remedy: "Write the smaller value in \(lower) and the greater in \(upper).")
    }

    /// Attributes that mean nothing for the form.
    private mutating func judgeFit(_ element: Element, _ form: EvidenceForm) {
        let fitting: [(String, [EvidenceForm])] = [
            ("media", [.file]), ("max-bytes", [.file]), ("hosts", [.link]), ("min-duration", [.link]),
            ("max-duration", [.link]), ("min-words", [.text, .file]), ("max-words", [.text, .file]),
        ]
        for (name, forms) in fitting where element[name] != nil && !forms.contains(form) {
            let wanted = forms.map { "form=\"\($0.rawValue)\"" }.joined(separator: " or ")
            add(
                .evidenceNoEffect, at: element.place(of: name),
                "'\(name)' has no effect on evidence with form=\"\(form.rawValue)\".",
                remedy: "Leave it out, or write \(wanted).")
        }
    }

    private mutating func mediaTypes(_ element: Element) -> [String] {
        let types = element.list("media").map { $0.lowercased() }
        for type in types where !isMediaType(type) {
            add(
                .mediaInvalid, at: element.place(of: "media"), "\(quoted(type)) is no media type.",
                remedy: meantMediaType(type).map { "Write \($0) for \(mediaName($0))." }
                    ?? "Write types as in application/pdf, with spaces between them.")
        }
        // What is text by content is told as one of two types, whatever the text is about.
        for type in types where type.hasPrefix("text/") && !["text/plain", "text/markdown", "text/*"].contains(type) {
            add(
                .mediaNeverFound, at: element.place(of: "media"),
                "No file is ever told as \(quoted(type)): what is text by its content is text/plain, with .md text/markdown.",
                remedy: "Write text/plain.")
        }
        for type in types where isMediaType(type) && !type.hasPrefix("text/") {
            guard let meant = meantMediaType(type), !meant.hasSuffix("/" + split(type).name) else { continue }
            add(
                .mediaNeverFound, at: element.place(of: "media"), "No file is ever told as \(quoted(type)).",
                remedy: "Write \(meant) for \(mediaName(meant)).")
        }
        if types.isEmpty, element["media"] != nil { judgeEmptyList("media", of: element) }
        return types
    }

    private mutating func hosts(_ element: Element) -> [String] {
        let hosts = element.list("hosts")
        for host in hosts where !isHostPattern(host) {
            add(
                .hostInvalid, at: element.place(of: "hosts"), "\(quoted(host)) is no host name.",
                remedy: "Write names alone, as in video.district.example, or *.vimeo.com for every name below "
                    + "vimeo.com: no https://, no port, no path, with spaces between them.")
        }
        let written = Set(hosts.filter(isHostPattern).map { $0.lowercased() })
        for host in written.sorted() where isBareSite(host) && written.isDisjoint(with: ["www." + host, "*." + host]) {
            add(
                .hostBare, at: element.place(of: "hosts"),
                "\(quoted(host)) is that name alone: a link to www.\(host) isn't accepted.",
                remedy: "Write hosts=\"\(host) www.\(host)\" if links may have either name.")
        }
        if hosts.isEmpty, element["hosts"] != nil { judgeEmptyList("hosts", of: element) }
        return hosts.map { $0.lowercased() }
    }

    private mutating func judgeEmptyList(_ name: String, of element: Element) {
        add(
            .listEmpty, at: element.place(of: name), "'\(name)' is empty, so that anything is accepted.",
            remedy: "Name what is accepted, or leave '\(name)' out.")
    }

    private mutating func intakeRule(_ element: Element) -> IntakeRule {
        let test = required("test", of: element)
        if test.isEmpty, element["test"] != nil {
            add(
                .ruleNoTest, at: element.place(of: "test"), "The rule has nothing to test.",
                remedy: "Write test=\"…\" with an XPath, as in count(a:evidence/a:file) >= 2.")
        }
        _ = words(of: element)
        let id = id("id", of: element)
        if FindingCode.reservedRules.contains(id) {
            add(
                .ruleReservedId, at: element.place(of: "id"),
                "The program itself has a finding with the code \(quoted(FindingCode.rulePrefix + id)).",
                remedy: "Give the rule another id, such as \(quoted("my-" + id)).")
        }
        var rule = IntakeRule(
            id: id,
            severity: choice("severity", of: element, from: [.error, .warning], default: .error),
            test: test, message: element.text.trimmed)
        if rule.message.contains(where: \.isBroken) {
            add(
                .ruleBraces, at: element.place,
                "The rule's message has a '{' without its '}', or nothing between the two.",
                remedy: "Write each XPath of the message as {…}.")
        }
        rule.message = rule.message.map(\.onOneLine)
        return rule
    }
}

extension Element {
    /// An attribute's value taken apart at white space.
    func list(_ name: String) -> [String] { (self[name] ?? "").split(whereSeparator: \.isWhitespace).map(String.init) }
}

extension IntakeRule.Piece {
    /// A `{` is left among the words only where its `}` is missing.
    fileprivate var isBroken: Bool {
        switch self {
        case .words(let words): words.contains("{")
        case .expression(let path): path.trimmed.isEmpty
        }
    }

    /// Words with each run of white space as one space, those at the ends included, for an expression may stand there.
    fileprivate var onOneLine: IntakeRule.Piece {
        guard case .words(let words) = self else { return self }
        let middle = collapsed(words)
        let before = words.first?.isWhitespace == true ? " " : ""
        let after = !middle.isEmpty && words.last?.isWhitespace == true ? " " : ""
        return .words(before + middle + after)
    }
}

/// A name such as `youtube.com`, whose site mostly answers to `www.youtube.com` as well.
private func isBareSite(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count == 2 && labels[0] != "*" && ["com", "org", "net", "edu"].contains(labels[1])
}

/// `type/subtype`, or `type/*` for all of a type.
private func isMediaType(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let type = parts.first, let subtype = parts.last else { return false }
    let isToken = { (part: Substring) in
        !part.isEmpty
            && part.unicodeScalars.allSatisfy {
                $0.isASCII && $0.properties.isAlphanumeric || "!#$&-^_.+".unicodeScalars.contains($0)
            }
    }
    return isToken(type) && (subtype == "*" || isToken(subtype))
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType == .decimal }
}
