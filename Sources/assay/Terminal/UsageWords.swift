import ArgumentParser
import Assessment
import Pipeline

#if canImport(Glibc)
    import Glibc
#endif

extension Assay {
    /// Says what is wrong with a command line and ends; returns where the error is none, such as a call for help.
    static func complain(aboutUsage error: any Error) {
        let words = Array(CommandLine.arguments.dropFirst())
        let code = exitCode(for: error)
        if let unknown = unknownCommand(words), code == .validationFailure || words.first == "help" {
            assay.complain(unknown)
            Glibc.exit(64)
        }
        guard code == .validationFailure else { return }
        let text = fullMessage(for: error)
        let label = "Error: "
        assay.complain(text.hasPrefix(label) ? String(text.dropFirst(label.count)) : text)
        Glibc.exit(64)
    }

    /// The complaint about a first word that is no command's name.
    private static func unknownCommand(_ words: [String]) -> String? {
        var words = words[...]
        if words.first == "help" { words = words.dropFirst() }
        guard let first = words.first, !first.hasPrefix("-") else { return nil }
        let names = self.names(of: configuration)
        guard names.contains(first) else { return complaint(about: first, names, help: "assay --help") }
        let inner = self.names(of: RubricCommand.configuration)
        guard first == "rubric", let second = words.dropFirst().first, !second.hasPrefix("-"), !inner.contains(second)
        else { return nil }
        return complaint(about: "rubric " + second, inner.map { "rubric " + $0 }, help: "assay rubric --help")
    }

    private static func names(of configuration: CommandConfiguration) -> [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    }

    private static func complaint(about word: String, _ names: [String], help: String) -> String {
        let near = nearest(to: word, among: names).map { "Did you mean 'assay \($0)'? " } ?? ""
        return "There is no command '\(printable(word))'. \(near)'\(help)' names them all."
    }
}
