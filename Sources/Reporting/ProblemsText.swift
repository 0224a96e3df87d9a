package import Assessment

/// `problems.txt`: what is to be mended in a reviewer's decision file, in plain words, with the line ends of Notepad.
///
/// `file` is the decision file's name; `findings` may name others, such as a second copy beside it.
/// `isTaken` says that a decision was taken from it before.
package func problemsText(file: String, findings: [Finding], isTaken: Bool) -> String {
    let isElsewhere = findings.allSatisfy { $0.file.map { $0 != file } ?? false }
    var text =
        findings.hasError
        ? ProblemWords.header(
            file: printable(file), count: findings.count, isTaken: isTaken, isElsewhere: isElsewhere)
        : ProblemWords.noticeHeader(file: printable(file), isTaken: isTaken)
    for (number, finding) in findings.enumerated() {
        text.append("")
        text += paragraph(finding, number: number + 1, of: file)
    }
    return text.map { $0 + "\r\n" }.joined()
}

private func paragraph(_ finding: Finding, number: Int, of file: String) -> [String] {
    let places = [
        finding.file.flatMap { $0 == file ? nil : $0 }, finding.line.map { "line \($0)" },
        finding.column.map { "column \($0)" },
    ].compactMap { $0 }
    var paragraph = ["\(number). " + (places.isEmpty ? ProblemWords.whole : printable(places.joined(separator: ", ")))]
    paragraph += labeled(finding.severity == .error ? ProblemWords.found : ProblemWords.noticed, finding.message)
    paragraph += labeled(ProblemWords.write, finding.remedy)
    return paragraph
}

/// The label, then the text; further lines stand below the first one's beginning.
private func labeled(_ label: String, _ text: String) -> [String] {
    lines(of: text).enumerated().map { number, line in
        "   " + (number == 0 ? label : String(repeating: " ", count: label.count)) + " " + line
    }
}
