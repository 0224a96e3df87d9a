package import Assessment
import Markup

/// One file of an empty bundle: its path below the bundle, and its text with the line ends that Notepad likes.
package struct BlankFile: Hashable, Sendable {
    package var path: String
    package var text: String
}

/// An empty bundle by folders for a rubric: one folder for each kind of evidence, with a note of what goes there, and a
/// manifest in which only the educator's line is to be filled.
package func blankBundle(_ rubric: Rubric) -> [BlankFile] {
    let notes = rubric.evidence.map { BlankFile(path: "\($0.kind)/_what-goes-here.txt", text: note($0, rubric).crlf) }
    return [BlankFile(path: "manifest.xml", text: manifest(rubric))] + notes
}

private func manifest(_ rubric: Rubric) -> String {
    var xml = XMLWriter(newline: .crlf)
    xml.element("submission", ["xmlns": "urn:assay:1", "rubric": rubric.id, "version": rubric.version]) { xml in
        xml.empty("educator", ["id": "", "name": "", "email": "", "school": ""])
        xml.empty("statement", ["kind": "own-work", "agreed": "true"])
    }
    return xml.finish()
}

private func note(_ rule: EvidenceRule, _ rubric: Rubric) -> String {
    var lines = [rule.title ?? rule.kind, ""]
    let noun = rule.form.rawValue
    switch (rule.min, rule.max) {
    case (0, let most): lines.append("Put at most \(counted(most, noun)) here (may stay empty).")
    case (let least, let most) where least == most: lines.append("Put \(counted(least, noun)) here.")
    case (let least, let most): lines.append("Put \(least) to \(counted(most, noun)) here.")
    }
    switch rule.form {
    case .file:
        lines.append("Each file counts by itself; its name becomes its title.")
        if !rule.media.isEmpty { lines.append("Accepted: " + mediaNames(rule.media) + ".") }
        if let most = rule.maxBytes { lines.append("At most \(size(most)) each.") }
    case .text:
        lines.append("A document of Word (.docx) or LibreOffice (.odt), or a .txt or .md file, is a text.")
    case .link:
        lines.append("A .txt file with a link in each line, or a link dragged here from the browser (.url, .webloc).")
        if !rule.hosts.isEmpty { lines.append("Accepted sites: " + rule.hostsInWords + ".") }
        if rule.minDuration != nil || rule.maxDuration != nil {
            lines.append("Write the duration after each link, in minutes and seconds:")
            lines.append("    https://video.example/v/1 9:30")
            lines.append("A link that was dragged here can't hold a duration: write a .txt instead of it.")
        }
        if let least = rule.minDuration { lines.append("At least \(spoken(least)).") }
        if let most = rule.maxDuration { lines.append("At most \(spoken(most)).") }
    }
    if let least = rule.minWords { lines.append("At least \(counted(least, "word")).") }
    if let most = rule.maxWords { lines.append("At most \(counted(most, "word")).") }
    if rule.releaseRequired {
        lines += [
            "", "Signed releases are needed. Put a file release.txt here whose first line is",
            "    on-file       when the signed releases are on file", "    not-needed    when nobody can be recognized",
        ]
    }
    for (severity, introduction) in [
        (Finding.Severity.error, "A bundle comes back with these words where they are so:"),
        (.warning, "A bundle is taken with these words as a warning where they are so:"),
    ] {
        // What a rule says is said where it doesn't hold.
        let said = rubric.rules.filter { $0.severity == severity }.map(\.asked).filter { !$0.isEmpty }
        if !said.isEmpty { lines += ["", introduction] + said.map { "- " + $0 } }
    }
    return (lines + ["", "This note may stay: names that begin with _ are never evidence."]).joined(separator: "\n")
        + "\n"
}

/// `20 MB`, `500 kB`, `1.5 MB`, where that is exactly so.
private func size(_ bytes: Int64) -> String {
    if bytes >= 1_000_000, bytes % 100_000 == 0 {
        let tenths = bytes / 100_000 % 10
        return "\(bytes / 1_000_000)" + (tenths == 0 ? "" : ".\(tenths)") + " MB"
    }
    if bytes >= 1000, bytes % 1000 == 0 { return "\(bytes / 1000) kB" }
    return counted(bytes, "byte")
}

extension String {
    fileprivate var crlf: String { split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
}
