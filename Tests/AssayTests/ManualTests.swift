import Foundation
import Support
import Testing

@Suite(.scratch) struct ManualTests {
    /// Every command that a person may type, as the binary tells it.
    private func commands() throws -> [JSON] {
        func leaves(_ command: JSON) -> [JSON] {
            let inner = command["subcommands"].array.filter {
                $0["shouldDisplay"].bool == true && $0["commandName"].string != "help"
            }
            return inner.isEmpty ? [command] : inner.flatMap(leaves)
        }
        return leaves(try command(assayBinary, ["--experimental-dump-help"]).json["command"])
    }

    @Test func `the manual has every command and every option`() throws {
        let page = try command(assayBinary, ["--generate-manual"])
        #expect(page.exit == 0)
        let all = try commands()
        #expect(all.count > 15)
        for one in all {
            let path = one["superCommands"].array.dropFirst().compactMap(\.string) + [one["commandName"].string ?? "?"]
            #expect(page.stdout.contains(".It Nm assay Cm \(path.joined(separator: " "))"), "\(path)")
            for argument in one["arguments"].array where argument["shouldDisplay"].bool == true {
                for name in argument["names"].array where name["kind"].string == "long" {
                    #expect(page.stdout.contains("Fl -\(name["name"].string ?? "?")"), "\(path) \(name)")
                }
            }
        }
        for word in ["untrusted", "generate-manual"] { #expect(!page.stdout.contains(word)) }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/man")))
    func `the manual is set without a warning`() throws {
        let workspace = try Workspace()
        try workspace.write("assay.1", try command(assayBinary, ["--generate-manual"]).stdout)
        let set = try command("/usr/bin/man", ["--warnings", "-E", "UTF-8", "-l", workspace.path("assay.1")])
        #expect(set.exit == 0 && set.stderr.isEmpty, "\(set.stderr)")
        #expect(set.stdout.contains("EXIT STATUS"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions hold every command, and none that nobody types`(shell: String) throws {
        let script = try command(assayBinary, ["--generate-completion-script", shell])
        #expect(script.exit == 0)
        for one in try commands() { #expect(script.stdout.contains(one["commandName"].string ?? "?")) }
        #expect(!script.stdout.contains("untrusted"))
    }

    @Test func `bash completes submissions and reviewers, and stays silent where there is no workspace`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.write("completions", try command(assayBinary, ["--generate-completion-script", "bash"]).stdout)
        try workspace.makeFolder("bin")
        try workspace.shell("ln -s \(assayBinary) bin/assay")
        try workspace.makeFolder("elsewhere")
        let before = try workspace.tree(".assay")
        func completed(_ words: [String], in folder: String = "") throws -> CommandResult {
            let line = words.joined(separator: " ")
            return try command(
                "/bin/bash",
                [
                    "-c",
                    """
                    . "$1/completions"; PATH="$1/bin:$PATH"; shift
                    COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; shift
                    COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                    _assay assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; printf '%s\\n' "${COMPREPLY[@]}"
                    """, "bash", workspace.root, line,
                ] + words, in: workspace.path(folder))
        }
        let ids = try completed(["assay", "withdraw", "S-"])
        #expect(ids.stdout.contains(submission), "\(ids)")
        #expect(try completed(["assay", "show", "bun"]).stdout.contains("bundle"))
        #expect(try completed(["assay", "queue", "r-"]).stdout.contains("r-one"))
        #expect(try completed(["assay", "new", "ch"]).stdout.contains("checking"))
        let nothing = try completed(["assay", "withdraw", "S-"], in: "elsewhere")
        #expect(nothing.stdout.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty && nothing.stderr.isEmpty)
        #expect(workspace.names(in: "elsewhere").isEmpty)
        // SQLite's own files beside the ledger come and go with every reader.
        let after = try workspace.tree(".assay")
        for name in Set(before.keys).symmetricDifference(after.keys) { #expect(name.hasPrefix("ledger.sqlite-")) }
    }
}
