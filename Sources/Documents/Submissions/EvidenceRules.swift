package import Assessment

/// What a measured submission lacks or has too much of by its rubric, each fault at its item's place.
///
/// An item that wasn't measured is held only against what its line in the manifest says. Of the kinds in `partly` not
/// everything that is there was read, so that too few of them say nothing.
package func evidenceFindings(
    _ submission: Submission, rubric: Rubric, file: String, partly: Set<String> = []
) -> [Finding] {
    var notes = Notes(file: file)
    var found: [Finding] = []
    for item in submission.evidence {
        let rule = rubric.evidenceRule(item.kind)
        found += linkFindings(item, rule: rule, file: file)
        guard let rule else {
            notes.refuseKind(of: item, rubric)
            continue
        }
        guard rule.form == item.form else {
            notes.add(
                .evidenceForm, at: item.place,
                "\(quoted(item.kind)) is given as a \(item.form.rawValue), and a \(rule.form.rawValue) is asked for.",
                remedy: "Write it as <\(rule.form.rawValue) kind=\"\(item.kind)\" …>.")
            continue
        }
        notes.judge(item, by: rule)
    }
    for rule in rubric.evidence {
        let items = submission.evidence.filter { $0.kind == rule.kind }
        if items.count < rule.min, partly.contains(rule.kind) { continue }
        notes.judgeCount(of: items, by: rule, at: submission.place)
    }
    return inOrderOfPlace(found + notes.read(()).findings)
}

extension Notes {
    fileprivate mutating func refuseKind(of item: EvidenceItem, _ rubric: Rubric) {
        let known = listed(rubric.evidence.map(\.kind))
        add(
            .evidenceUnknownKind, at: item.place,
            "The rubric asks for no evidence of the kind \(quoted(item.kind)).",
            remedy: known.isEmpty ? "Remove it from the manifest." : "Write one of these kinds: \(known).")
    }

    fileprivate mutating func judgeCount(of items: [EvidenceItem], by rule: EvidenceRule, at place: Place) {
        let noun = rule.form.rawValue
        let there = items.isEmpty ? "none is there" : "\(items.count) \(items.count == 1 ? "is" : "are") there"
        if items.count < rule.min {
            let missing = rule.min - items.count
            add(
                .evidenceTooFew, at: items.last?.place ?? place,
                "\(counted(rule.min, "'\(rule.kind)' \(noun)")) \(rule.min == 1 ? "is" : "are") asked for, \(there).",
                remedy:
                    "Add \(counted(missing, "\(items.isEmpty ? "" : "more ")\(rule.kind) \(noun)")) to the evidence.")
        } else if items.count > rule.max {
            add(
                .evidenceTooMany, at: items[rule.max].place,
                "At most \(counted(rule.max, "'\(rule.kind)' \(noun)")) may be given, \(there).",
                remedy: "Remove \(counted(items.count - rule.max, "\(rule.kind) \(noun)")) from the evidence.")
        }
    }

    fileprivate mutating func judge(_ item: EvidenceItem, by rule: EvidenceRule) {
        if rule.releaseRequired, item.release == nil {
            add(
                .evidenceNoRelease, at: item.place, "\(label(item)) doesn't say whether a release is on file.",
                remedy: "Write release=\"on-file\" in it when the signed release is on file, or release=\"not-needed\" "
                    + "when nobody can be recognized.")
        }
        guard item.form != .link, let measured = item.measured else { return }
        if item.form == .file { judgeFile(item, measured, by: rule) }
        judgeWords(item, measured.words, by: rule)
    }

    private mutating func judgeFile(_ item: EvidenceItem, _ measured: Measured, by rule: EvidenceRule) {
        if !rule.media.isEmpty, !rule.media.contains(where: { accepts($0, measured.mediaType) }) {
            let wanted = mediaNames(rule.media)
            add(
                .evidenceMedia, at: item.place,
                "\(label(item)) is \(measured.mediaType.map(mediaName) ?? "of no known kind") by its content.",
                remedy: "Save or export it as \(wanted); changing the name alone doesn't help.")
        }
        if let most = rule.maxBytes, measured.bytes > most {
            add(
                .evidenceTooLarge, at: item.place,
                "\(label(item)) has \(counted(measured.bytes, "byte")), and \(counted(most, "byte")) at most may be.",
                remedy: "Make it smaller, for example with smaller pictures or as several files.")
        }
    }

    private mutating func judgeWords(_ item: EvidenceItem, _ words: Int?, by rule: EvidenceRule) {
        guard rule.minWords != nil || rule.maxWords != nil else { return }
        guard let words else {
            add(
                .evidenceWordsUnknown, at: item.place,
                "The words in \(label(item, isFirst: false)) can't be counted.",
                remedy: "Nothing needs to be done; the reviewer will see whether it is long enough.")
            return
        }
        if let least = rule.minWords, words < least {
            add(
                .evidenceTooFewWords, at: item.place,
                "\(label(item)) has \(counted(words, "word")); at least \(counted(least, "word")) \(least == 1 ? "is" : "are") asked for.",
                remedy: "Write at least \(counted(least - words, "more word")).")
        }
        if let most = rule.maxWords, words > most {
            add(
                .evidenceTooManyWords, at: item.place,
                "\(label(item)) has \(counted(words, "word")); at most \(counted(most, "word")) \(most == 1 ? "is" : "are") allowed.",
                remedy: "Shorten it by \(counted(words - most, "word")).")
        }
    }
}

/// The item in words: its path or link, or its kind.
private func label(_ item: EvidenceItem, isFirst: Bool = true) -> String {
    let article = isFirst ? "The" : "the"
    return switch item.content {
    case .file(let path, _, _): "\(article) file \(quoted(path))"
    case .link(let href, _): "\(article) link \(quoted(href))"
    case .text: "\(article) text \(quoted(item.kind))"
    }
}

private func accepts(_ pattern: String, _ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return false }
    return pattern.hasSuffix("/*") ? type.hasPrefix(pattern.dropLast()) : pattern == type
}
