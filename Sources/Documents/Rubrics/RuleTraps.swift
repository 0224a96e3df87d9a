package import Assessment

/// What a rule looks for that no manifest of this rubric can have. Such XPath is correct, and finds nothing.
package func ruleTraps(_ path: String, in rubric: Rubric) -> [String] {
    var traps = RuleTraps(rubric: rubric)
    traps.read(pathTokens(path))
    return traps.found
}

private enum PathToken: Equatable {
    case name(String), literal(String), sign(String)
}

/// Names, texts in quotation marks, and signs; numbers and white space are nobody's name.
private func pathTokens(_ path: String) -> [PathToken] {
    var tokens: [PathToken] = []
    var rest = path[...]
    while let first = rest.first {
        if first == "'" || first == "\"" {
            let text = rest.dropFirst().prefix { $0 != first }
            tokens.append(.literal(String(text)))
            rest = rest.dropFirst(text.count + 2)
        } else if first.isLetter || first == "_" {
            var name = rest.prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
            // An axis: `child::a:file` is two names.
            if let axis = name.firstRange(of: "::") { name = name[..<axis.lowerBound] }
            tokens.append(.name(String(name)))
            rest = rest[name.endIndex...]
        } else if rest.hasPrefix("::") {
            tokens.append(.sign("::"))
            rest = rest.dropFirst(2)
        } else {
            if !first.isWhitespace { tokens.append(first.isNumber ? .literal("") : .sign(String(first))) }
            rest = rest.dropFirst()
        }
    }
    return tokens
}

private struct RuleTraps {
    let rubric: Rubric
    var found: [String] = []
    /// The element whose `[…]` is being read, innermost last.
    private var owners: [String?] = []
    private var element: String?

    init(rubric: Rubric) { self.rubric = rubric }

    /// What `inspectedManifest` writes.
    private static let elements: Set<String> = [
        "submission", "educator", "cohort", "evidence", "file", "link", "text", "statement", "resubmission", "note",
    ]
    private static let attributes: Set<String> = [
        "rubric", "version", "id", "name", "email", "school", "lang", "kind", "path", "title", "release", "bytes",
        "sha256", "media-type", "words", "href", "duration", "agreed", "date", "of",
    ]

    mutating func read(_ tokens: [PathToken]) {
        for (index, token) in tokens.enumerated() {
            let before = index > 0 ? tokens[index - 1] : nil
            let after = index + 1 < tokens.count ? tokens[index + 1] : nil
            switch token {
            case .sign("["): owners.append(element)
            case .sign("]"): element = owners.popLast() ?? nil
            case .sign("*") where startsStep(before): element = nil
            case .name(let name):
                if after == .sign("(") || after == .sign("::") { continue }
                let isAttribute =
                    before == .sign("@")
                    || (before == .sign("::") && index > 1 && tokens[index - 2] == .name("attribute"))
                if isAttribute {
                    attribute(name)
                    if name == "kind" { kind(around: index, tokens) }
                } else if isComparedWithAttribute(index, tokens), !name.hasPrefix("a:") {
                    element = nil
                    add("'\(name)' finds nothing: it is a text, and needs quotation marks; write '\(name)' with them")
                } else if !["and", "or", "div", "mod"].contains(name) || startsStep(before) {
                    step(name)
                }
            default: continue
            }
        }
    }

    /// Whether the word stands beside `=` or `!=`, and an attribute on the other side, as in `@kind=log`.
    private func isComparedWithAttribute(_ index: Int, _ tokens: [PathToken]) -> Bool {
        var left = index - 1
        guard left > 1, tokens[left] == .sign("=") else { return false }
        if tokens[left - 1] == .sign("!") { left -= 1 }
        guard left > 1, case .name = tokens[left - 1] else { return false }
        return tokens[left - 2] == .sign("@")
    }

    /// Whether a name may stand here; after an operand the same word is an operator.
    private func startsStep(_ before: PathToken?) -> Bool {
        guard case .sign(let sign)? = before else { return before == nil || isOperator(before) }
        return ![")", "]", ".", "*"].contains(sign)
    }

    private func isOperator(_ token: PathToken?) -> Bool {
        ["and", "or", "div", "mod"].contains { token == .name($0) }
    }

    private mutating func attribute(_ name: String) {
        if name.hasPrefix("a:") {
            add("'@\(name)' finds nothing: an attribute has no 'a:'; write '@\(name.dropFirst(2))'")
        } else if !Self.attributes.contains(name) {
            add("'@\(name)' finds nothing: no element of a manifest has such an attribute")
        }
    }

    private mutating func step(_ name: String) {
        // `a:*` means any element.
        if name == "a:" { return element = nil }
        guard name.hasPrefix("a:") else {
            element = name
            if Self.attributes.contains(name), !Self.elements.contains(name) {
                return add("'\(name)' finds nothing: it is an attribute; write '@\(name)'")
            }
            return add("'\(name)' finds nothing: an element needs the prefix 'a:'; write 'a:\(name)'")
        }
        element = String(name.dropFirst(2))
        if !Self.elements.contains(name.dropFirst(2).description) {
            add("'\(name)' finds nothing: a manifest has no such element")
        }
    }

    /// `@kind='…'` of evidence: a kind that the rubric asks for, in the form that it asks for.
    private mutating func kind(around index: Int, _ tokens: [PathToken]) {
        guard let owner = owners.last ?? nil, let form = EvidenceForm(rawValue: owner) else { return }
        var wanted: String?
        if index + 2 < tokens.count, tokens[index + 1] == .sign("="), case .literal(let kind) = tokens[index + 2] {
            wanted = kind
        } else if index > 2, tokens[index - 2] == .sign("="), case .literal(let kind) = tokens[index - 3] {
            wanted = kind
        }
        guard let wanted else { return }
        guard let rule = rubric.evidenceRule(wanted) else {
            return add("'@kind='\(wanted)'' finds nothing: the rubric asks for no evidence of that kind")
        }
        if rule.form != form {
            add(
                "'a:\(owner)' with '@kind='\(wanted)'' finds nothing: that kind is asked for as form=\"\(rule.form.rawValue)\"; "
                    + "write 'a:\(rule.form.rawValue)'")
        }
    }

    private mutating func add(_ trap: String) { if !found.contains(trap) { found.append(trap) } }
}
