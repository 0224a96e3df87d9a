import ArgumentParser
import Assessment
import Pipeline
import Reporting

struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "What the code of a finding means, what follows from it, and what to do.",
        discussion: """
            The code stands in brackets at the end of a message. For example: assay findings evidence.missing
            Without a code: all of them.
            """)

    @OptionGroup(title: "Common options") var options: CommonOptions

    @Argument(help: "Codes, such as evidence.missing; all if left out.")
    var codes: [String] = []

    /// The list as it stands in the README and in the guides, which are made from it.
    @Flag(name: .long, help: .hidden)
    var markdown = false

    func run() throws {
        let asked = try codes.map { word in
            guard let code = FindingCode(word: word) else {
                throw Refusal.unknown(
                    "No finding has the code '\(printable(word))'. 'assay findings' lists all that there are.")
            }
            return code
        }
        let chosen = asked.isEmpty ? FindingCode.allCases : asked
        if options.json { return try sayJSON(chosen.map(ExplainedCode.init)) }
        if markdown { return say(findingCodesMarkdown(chosen)) }
        if asked.isEmpty { return sayAll() }
        for (index, code) in asked.enumerated() {
            if index > 0 { say("") }
            say("\(code.rawValue) (\(code.severity.rawValue))")
            say("  What it means:  \(plain(code.meaning))")
            say("  What follows:   \(plain(code.consequence))")
            say("  What to do:     \(plain(code.remedy))")
        }
    }

    private func sayAll() {
        for group in FindingCode.Group.allCases {
            say("\(group.rawValue):")
            sayTable(
                FindingCode.allCases.filter { $0.group == group }.map {
                    [Cell($0.rawValue), Cell($0.severity.rawValue), Cell(plain($0.meaning))]
                })
        }
        say("What to do about one, for example: assay findings evidence.missing")
    }
}

/// One of `findings --json`.
private struct ExplainedCode: Encodable {
    let code: String
    let severity: String
    let group: String
    let meaning: String
    let consequence: String
    let remedy: String
    let inReceipts: Bool
    let translations: [FindingTranslation]

    init(_ code: FindingCode) {
        (self.code, severity, group) = (code.rawValue, code.severity.rawValue, code.group.rawValue)
        (meaning, consequence, remedy) = (plain(code.meaning), plain(code.consequence), plain(code.remedy))
        (inReceipts, translations) = (
            code.standsInReceipts, code.standsInReceipts ? FindingTranslation.all(of: code) : []
        )
    }
}

/// A table for each group, with what follows from most of its findings above it.
private func findingCodesMarkdown(_ codes: [FindingCode]) -> String {
    FindingCode.Group.allCases.map { group in
        let error = group.consequence(of: .error)
        let warning = group.consequence(of: .warning)
        let follows =
            error == warning ? error : "After an error: \(lowered(error)) After a warning: \(lowered(warning))"
        let rows = codes.filter { $0.group == group }.map { code in
            let meaning = [code.meaning, code.exception ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            let bearing = code.severity == .warning ? "*Warning.* " : ""
            return "| `\(code.rawValue)` | \(bearing)\(meaning) | \(code.remedy) |"
        }
        return """
            **\(group.rawValue).** \(follows)

            | Code | What it means | What to do |
            |---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }.joined(separator: "\n\n")
}

/// Back-ticks are for Markdown; a terminal has plain quotation marks.
private func plain(_ words: String) -> String { String(words.map { $0 == "`" ? "'" : $0 }) }

private func lowered(_ sentence: String) -> String { sentence.prefix(1).lowercased() + sentence.dropFirst() }
