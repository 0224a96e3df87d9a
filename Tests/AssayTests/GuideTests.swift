import Foundation
import Support
import Testing

/// The guides name only what is there. `make docs` checks the rest: that they are DocC without a warning.
@Suite(.scratch) struct GuideTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let catalog = repository + "/Sources/assay/Assay.docc"

    /// Every page below the catalog, by its name without the ending.
    private let pages: [String: String] = {
        var pages: [String: String] = [:]
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: catalog)) ?? [] where path.hasSuffix(".md") {
            let url = URL(filePath: catalog + "/" + path)
            pages[url.deletingPathExtension().lastPathComponent] = try? String(contentsOf: url, encoding: .utf8)
        }
        return pages
    }()

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        text.matches(of: try Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
    }

    @Test func `every page that a page names is there, and every page is named by the first one`() throws {
        let first = try #require(pages["Assay"])
        for (name, text) in pages {
            for link in try matches("<doc:([A-Za-z]+)>", in: text) {
                #expect(pages[link] != nil, "\(name) names the page \(link)")
            }
            #expect(name == "Assay" || first.contains("<doc:\(name)>"), "Assay.md doesn't name \(name)")
        }
    }

    @Test func `the README's links into the repository lead somewhere`() throws {
        let readme = try String(contentsOf: URL(filePath: Self.repository + "/README.md"), encoding: .utf8)
        let links = try matches("\\]\\(([A-Za-z][^):#]*)\\)", in: readme)
        #expect(links.contains("LICENSE"))
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Self.repository + "/" + link), "README.md links to \(link)")
        }
    }

    @Test func `every finding code in a guide is one`() throws {
        for (name, text) in pages {
            for code in try matches("\\[([a-z0-9]+\\.[a-z0-9-]+)\\]", in: text) {
                let known = try command(assayBinary, ["findings", code])
                #expect(known.exit == 0, "\(name) names the code \(code)")
            }
        }
    }

    @Test func `every command in a guide is one, with the options that it is given`() throws {
        var seen: Set<String> = []
        for (name, text) in pages {
            for line in try matches("(?m)^ *(assay [a-z].*)$", in: text) + matches("`(assay [a-z][^`]*)`", in: text) {
                let words = line.split(separator: " ").dropFirst().prefix { $0 != ">" && $0 != "|" }.map(String.init)
                let verb = words.prefix(words.first == "rubric" ? 2 : 1).filter { $0 != "help" }
                if verb.isEmpty { continue }
                let help = try command(assayBinary, ["help"] + verb)
                #expect(
                    help.exit == 0 && help.stdout.contains("USAGE: assay \(verb.joined(separator: " "))"),
                    "\(name): \(line)")
                for option in words where option.hasPrefix("--") {
                    #expect(help.stdout.contains(option + " "), "\(name): \(line)")
                }
                seen.insert(verb[0])
            }
        }
        #expect(seen.isSuperset(of: ["run", "status", "rubric", "verify", "backup", "recover", "erase", "findings"]))
    }
}
