import ArgumentParser

/// The manual page assay(1) in the language mdoc(7). What commands and options do is what their help says, so that
/// the two can't differ; the rest is written by hand in `ManualText`. `make install` lays the page.
struct Manual {
    private var lines: [String] = []

    /// The whole page.
    static func text() throws -> String {
        let tool = try HelpTree.ofAssay()
        var manual = Manual()
        manual.lines.append(ManualText.head(version: Assay.configuration.version))
        manual.lines += [".Sh COMMANDS", ".Bl -tag -width Ds"]
        for command in tool.leaves { manual.add(command) }
        manual.lines += [".El", ".Sh OPTIONS", "Every command takes these:", ".Bl -tag -width Ds"]
        for option in tool.leaves.first?.common ?? [] { manual.add(option) }
        manual.lines += [".El", ManualText.tail]
        return manual.lines.joined(separator: "\n")
    }

    private mutating func add(_ command: HelpTree.Command) {
        let path = (command.superCommands ?? []).dropFirst() + [command.commandName]
        var synopsis = ".It Nm assay Cm " + path.joined(separator: " ")
        for argument in command.own { synopsis += " " + Manual.synopsis(of: argument) }
        lines.append(synopsis)
        addText([command.abstract, command.discussion].compactMap { $0 })
        if command.own.isEmpty { return }
        lines += [".Bl -tag -width Ds"]
        for argument in command.own { add(argument) }
        lines += [".El"]
    }

    private mutating func add(_ argument: HelpTree.Argument) {
        lines.append(".It " + argument.flags.map { "Fl " + $0 }.joined(separator: " , ") + argument.value)
        var text = argument.abstract ?? ""
        if let usual = argument.defaultValue { text += " It is \(usual) if left out." }
        addText([text])
    }

    private static func synopsis(of argument: HelpTree.Argument) -> String {
        let flag = argument.flags.first.map { "Fl " + $0 } ?? ""
        let text = (flag + argument.value).drop { $0 == " " }
        let words = text + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "Oo " + words + " Oc" : String(words)
    }

    /// Paragraphs, each sentence on a line of its own.
    private mutating func addText(_ paragraphs: [String]) {
        for (number, paragraph) in paragraphs.filter({ !$0.isEmpty }).enumerated() {
            if number > 0 { lines.append(".Pp") }
            var line = ""
            for word in paragraph.split(whereSeparator: \.isWhitespace) {
                line += (line.isEmpty ? "" : " ") + word
                if ".!?:".contains(word.last ?? " ") {
                    lines += broken(line, to: 78).map(Manual.escaped)
                    line = ""
                }
            }
            if !line.isEmpty { lines += broken(line, to: 78).map(Manual.escaped) }
        }
    }

    /// A text line: nothing in it is a command of the language.
    private static func escaped(_ line: String) -> String {
        let text = line.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}

extension HelpTree.Argument {
    /// As the language's `Fl` takes them: without the first hyphen.
    fileprivate var flags: [String] {
        kind == .positional ? [] : (names ?? []).map { $0.kind == .long ? "-" + $0.name : $0.name }
    }

    fileprivate var value: String { kind == .flag ? "" : " Ar " + (valueName ?? "value") }
}
