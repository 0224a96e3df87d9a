import ArgumentParser
import Foundation

/// What the commands say of themselves, as `--experimental-dump-help` prints it.
struct HelpTree: Decodable {
    struct Command: Decodable {
        var commandName: String
        var superCommands: [String]?
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool
        var subcommands: [Command]?
        var arguments: [Argument]?

        /// What this command alone takes.
        var own: [Argument] { shown.filter { $0.sectionTitle == nil && !$0.isOfEveryTool } }

        /// What every command takes.
        var common: [Argument] { shown.filter { $0.sectionTitle != nil || $0.isOfEveryTool } }

        private var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
    }

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable {
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            var kind: Kind
            var name: String
        }

        var kind: Kind
        var names: [Name]?
        var abstract: String?
        var valueName: String?
        var defaultValue: String?
        var sectionTitle: String?
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool

        var isOfEveryTool: Bool { (names ?? []).contains { ["help", "version"].contains($0.name) } }
    }

    var command: Command

    static func ofAssay() throws -> HelpTree {
        try JSONDecoder().decode(HelpTree.self, from: Data(Assay._dumpHelp().utf8))
    }

    /// The commands that do something, in the order of the help.
    var leaves: [Command] { leaves(of: command) }

    private func leaves(of command: Command) -> [Command] {
        let inner = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        return inner.isEmpty ? [command] : inner.flatMap(leaves)
    }
}
