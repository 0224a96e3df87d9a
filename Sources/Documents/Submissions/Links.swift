package import Assessment

/// What is wrong with a link: its form always, its host and duration where the rubric limits them. Nothing is fetched.
package func linkFindings(_ item: EvidenceItem, rule: EvidenceRule?, file: String) -> [Finding] {
    guard case .link(let href, let duration) = item.content else { return [] }
    var notes = Notes(file: file)
    let (refusals, host) = judgeLink(href)
    if !refusals.isEmpty {
        notes.add(
            .linkRefused, at: item.place,
            "The link \(quoted(href)) can't be used: \(refusals.map(\.reason).joined(separator: ", and ")).",
            remedy: refusals.map(\.remedy).joined(separator: " "))
    }
    if let host, let hosts = rule?.hosts, !hosts.isEmpty, !hosts.contains(where: { accepts($0, host) }) {
        if hosts.contains("*." + host) {
            notes.add(
                .linkHost, at: item.place,
                "Links to \(quoted(host)) aren't accepted for \(quoted(item.kind)): '*.\(host)' means names below \(host), "
                    + "such as www.\(host), and not \(host) itself.",
                remedy: "Put it on one of these: \(listed(hosts)), or have the district write "
                    + "hosts=\"\(host) *.\(host)\" into the rubric, if \(host) itself is meant as well.")
        } else {
            notes.add(
                .linkHost, at: item.place, "Links to \(quoted(host)) aren't accepted for \(quoted(item.kind)).",
                remedy: "Put it on one of these: \(listed(hosts)).")
        }
    }
    if let rule, rule.form == .link { notes.judgeDuration(duration, of: item, by: rule) }
    return notes.read(()).findings
}

/// Whether a text is a page's address: it begins with `https://` or `http://` and holds nothing hidden.
package func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return false }
    let host = text.dropFirst(start.hasPrefix("https://") ? 8 : 7)
    return host.first.map { !"/?#".contains($0) } == true && !hasForbiddenCharacter(text)
}

/// `video.district.example`, or `*.vimeo.com` for any name below it.
func isHostPattern(_ pattern: String) -> Bool {
    let name = pattern.hasPrefix("*.") ? pattern.dropFirst(2) : pattern[...]
    return hostFault(String(name)) == nil
}

private struct LinkRefusal {
    var reason: String
    var remedy: String
    init(_ reason: String, _ remedy: String) { (self.reason, self.remedy) = (reason, remedy) }
}

/// All that refuses a link, and its host in lower case where it can be read.
private func judgeLink(_ href: String) -> (refusals: [LinkRefusal], host: String?) {
    let copy = "Copy the address from the browser's address line; it begins with https://."
    if href.isEmpty { return ([LinkRefusal("it is empty", copy)], nil) }
    var refusals: [LinkRefusal] = []
    let scheme = ["https://", "http://"].first { href.lowercased().hasPrefix($0) }
    if scheme != "https://" { refusals.append(LinkRefusal("it doesn't begin with https://", copy)) }
    if hasForbiddenCharacter(href) {
        refusals.append(LinkRefusal("it holds a space, a backslash or a hidden character", copy))
    }
    guard let scheme, let authority = authority(href.dropFirst(scheme.count)) else { return (refusals, nil) }
    if authority.contains("@") {
        refusals.append(
            LinkRefusal("it names a user before '@'", "Remove what stands between :// and '@', and the '@'."))
    }
    var host = String(authority[(authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...])
    if host.hasPrefix("[") {
        return (refusals + [LinkRefusal("it names a machine by number", "Write the site's name.")], nil)
    }
    if let colon = host.firstIndex(of: ":") {
        if host[colon...] != ":443" {
            refusals.append(LinkRefusal("it names a port", "Remove ':' and the number after the site's name."))
        }
        host = String(host[..<colon])
    }
    if let fault = hostFault(host) {
        return (refusals + [LinkRefusal(fault, "Write the site's name, as in video.district.example.")], nil)
    }
    return (refusals, host.lowercased())
}

/// What stands before the path, where nothing in it is hidden.
private func authority(_ rest: Substring) -> String? {
    let authority = String(rest.prefix { !"/?#".contains($0) })
    return hasForbiddenCharacter(authority) ? nil : authority
}

/// Spaces, backslashes, and whatever browsers drop, hide or read as something else.
private func hasForbiddenCharacter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "\\" || $0.properties.isWhitespace } || printable(text) != text
}

/// What is wrong with a host's name; nil when nothing is.
private func hostFault(_ host: String) -> String? {
    if host.isEmpty { return "it names no site" }
    let scalars = host.unicodeScalars
    let isPlain = scalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
    }
    guard isPlain else { return "the site's name \(quoted(host)) holds more than letters, digits, '-' and '.'" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
        if label.isEmpty { return "the site's name has a '.' too many" }
        if label.count > 63 || host.count > 253 { return "the site's name is too long" }
        if label.first == "-" || label.last == "-" { return "a part of the site's name begins or ends with '-'" }
    }
    // Browsers read a name that ends in a number as an address: 2130706433, 0x7f.1, 127.0.0.1.
    let last = labels.last?.lowercased() ?? ""
    if last.allSatisfy(\.isNumber) || last.hasPrefix("0x") { return "it names a machine by number" }
    if last == "localhost" { return "it names the reader's own machine" }
    return nil
}

/// `*.x` accepts any name below x, and not x.
private func accepts(_ pattern: String, _ host: String) -> Bool {
    let pattern = pattern.lowercased()
    guard pattern.hasPrefix("*.") else { return pattern == host }
    let ending = pattern.dropFirst()
    return host.count > ending.count && host.hasSuffix(ending)
}

extension Notes {
    fileprivate mutating func judgeDuration(_ duration: Period?, of item: EvidenceItem, by rule: EvidenceRule) {
        guard rule.minDuration != nil || rule.maxDuration != nil else { return }
        let bounds = [
            rule.minDuration.map { "at least \(spoken($0))" }, rule.maxDuration.map { "at most \(spoken($0))" },
        ]
        .compactMap { $0 }.joined(separator: " and ")
        guard let duration else {
            add(
                .linkNoDuration, at: item.place, "The \(quoted(item.kind)) link doesn't say how long it is.",
                remedy: "Write duration=\"…\" in it, as in PT9M30S for 9 minutes 30 seconds; \(bounds).")
            return
        }
        let isShort = rule.minDuration.map { duration.totalSeconds < $0.totalSeconds } ?? false
        let isLong = rule.maxDuration.map { duration.totalSeconds > $0.totalSeconds } ?? false
        guard isShort || isLong else { return }
        add(
            isShort ? .linkTooShort : .linkTooLong, at: item.place,
            "The \(quoted(item.kind)) link is \(spoken(duration)) long; \(bounds) is asked for.",
            remedy: isShort ? "Give a longer one." : "Cut it, or give a shorter one.")
    }
}

/// A duration in words, such as `9 minutes 30 seconds`.
func spoken(_ period: Period) -> String {
    let total = period.totalSeconds
    let parts = [
        (total / 86_400, "day"), (total / 3600 % 24, "hour"), (total / 60 % 60, "minute"), (total % 60, "second"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return words.isEmpty ? "0 seconds" : words.joined(separator: " ")
}
