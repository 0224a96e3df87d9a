/// A text as people type it: each paragraph in one line, however the source is broken; blank lines divide them.
///
/// Pages keep the line breaks of a text, so that those of the source would be seen.
func prose(_ text: String) -> String {
    paragraphs(of: text).joined(separator: "\n\n") + (text.hasSuffix("\n") ? "\n" : "")
}

/// The paragraphs that blank lines divide; within one, a line break is a space.
func paragraphs(of text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
}
