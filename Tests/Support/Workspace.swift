package import Foundation
package import Testing

/// A workspace in the test's scratch folder, driven by files and the built binary alone. Paths are relative to it.
package final class Workspace {
    package let root: String
    /// The program's clock for the next command: a Monday, nine in the morning where the program is.
    package var now = Workspace.start

    private static let start = Date(timeIntervalSince1970: 1_793_631_600)  // 2026-11-02T15:00:00Z

    package init(
        _ name: String = "workspace", rubrics: [String] = [rubricXML()], program: String = programXML(),
        people: [Person] = [Person("r-one"), Person("r-two"), .lead()]
    ) throws {
        let scratch = try #require(Scratch.current, "the suite needs the trait .scratch")
        root = try scratch.folder(name)
        for folder in ["Rubrics", "Inbox", "Outbox"] { try makeFolder(folder) }
        for (number, rubric) in rubrics.enumerated() { try write("Rubrics/rubric-\(number + 1).xml", rubric) }
        try write("Rubrics/program.xml", program)
        try write("Rubrics/reviewers.xml", reviewersXML(people))
    }

    /// The same workspace in another place, so that two passes can start from one state.
    package init(copy original: Workspace, named name: String) throws {
        root = original.root + "-" + name
        now = original.now
        _ = try command("/bin/rm", ["-rf", root])
        let copied = try command("/bin/cp", ["-a", original.root, root])
        try #require(copied.exit == 0)
    }

    package func advance(seconds: Int = 0, hours: Int = 0, days: Int = 0) {
        now += TimeInterval(seconds + hours * 3600 + days * 86_400)
    }

    /// The clock's time as commands take it.
    package var clock: String { now.ISO8601Format() }

    package func setReviewers(_ people: [Person]) throws { try write("Rubrics/reviewers.xml", reviewersXML(people)) }

    // MARK: Files

    package func path(_ path: String) -> String { path.hasPrefix("/") ? path : root + "/" + path }

    package func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self.path(path)) }

    package func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: self.path(path), withIntermediateDirectories: true)
    }

    package func write(_ path: String, _ bytes: Data) throws {
        let url = URL(filePath: self.path(path))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    package func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    package func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: self.path(path))) }

    package func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    package func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: self.path(path)) }

    package func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: self.path(path), toPath: self.path(other))
    }

    package func copy(_ path: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: self.path(path), toPath: self.path(other))
    }

    /// The names in a folder, sorted; none where there is no folder.
    package func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: self.path(path))) ?? []).sorted()
    }

    /// Every file below a folder with its bytes, every folder with none.
    package func tree(_ path: String) throws -> [String: Data] {
        var tree: [String: Data] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: self.path(path))) ?? [] {
            var isFolder: ObjCBool = false
            let full = self.path(path) + "/" + name
            guard unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
            tree[isFolder.boolValue ? name + "/" : name] = isFolder.boolValue ? Data() : try bytes(full)
        }
        return tree
    }

    /// Files below a folder with this last name, relative to the workspace.
    package func files(named name: String, in path: String) throws -> [String] {
        try tree(path).keys.filter { $0 == name || $0.hasSuffix("/" + name) }.map { path + "/" + $0 }.sorted()
    }

    /// A line of shell in a folder of the workspace: for what Foundation can't make.
    @discardableResult
    package func shell(_ line: String, in folder: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let result = try command("/bin/sh", ["-ec", line], in: path(folder))
        try #require(result.exit == 0, "\(line): \(result)", sourceLocation: sourceLocation)
        return result.stdout
    }

    /// What these statements yield on the ledger, which SQLite's own shell is to take.
    @discardableResult
    package func sqlite(_ statements: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let result = try command("/usr/bin/sqlite3", [path(".assay/ledger.sqlite"), statements])
        try #require(result.exit == 0, "\(statements): \(result)", sourceLocation: sourceLocation)
        return result.stdout
    }

    /// Whether the program's own folder holds these words anywhere, ledger or vault.
    package func isKept(_ words: String) throws -> Bool {
        try command("/bin/grep", ["-rqaF", words, path(".assay")]).exit == 0
    }

    // MARK: Dropping

    /// Writes a bundle folder, by default into Inbox and with all that `rubricXML()` asks for.
    package func drop(
        _ name: String = "bundle", rubric: String = "checking", version: String? = nil,
        educator: Educator = Educator(), evidence: [Item] = Item.usual, resubmission: String? = nil,
        manifest: String? = nil, unlisted: [String: Data] = [:], in folder: String = "Inbox"
    ) throws {
        let bundle = folder + "/" + name
        try makeFolder(bundle)
        for item in evidence {
            if let path = item.path, let bytes = item.bytes { try write(bundle + "/" + path, bytes) }
        }
        for (path, bytes) in unlisted { try write(bundle + "/" + path, bytes) }
        let written = manifestXML(
            rubric: rubric, version: version, educator: educator, evidence: evidence, resubmission: resubmission)
        try write(bundle + "/manifest.xml", manifest ?? written)
    }

    /// Drops the usual bundle, packed by a line of shell run inside its folder; `OUT` in it is the archive.
    package func dropPacked(
        _ name: String, by line: String = "zip -qr OUT .", educator: Educator = Educator(),
        evidence: [Item] = Item.usual, before: String = "true"
    ) throws {
        try drop("packed", educator: educator, evidence: evidence, in: "packing")
        try shell(before, in: "packing/packed")
        try shell(line.replacing("OUT", with: path("Inbox/" + name)), in: "packing/packed")
        try remove("packing/packed")
    }

    // MARK: Commands

    /// Any command of the binary, in this workspace and at this workspace's time.
    package func assay(
        _ arguments: [String], limit: Int = 120, environment: [String: String] = [:]
    ) throws -> CommandResult {
        try command(
            assayBinary, arguments + ["--workspace", root, "--now", clock], limit: limit,
            environment: environment)
    }

    /// One pass, its summary read.
    @discardableResult
    package func run(
        _ arguments: [String] = [], exit: Int32 = 0, limit: Int = 120, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Pass {
        let result = try assay(["run", "--json"] + arguments, limit: limit)
        try #require(result.exit == exit, "\(result)", sourceLocation: sourceLocation)
        return Pass(json: try result.json)
    }

    /// A reading command's JSON.
    package func ask(
        _ arguments: String..., exit: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let result = try assay(arguments + ["--json"])
        try #require(result.exit == exit, "\(result)", sourceLocation: sourceLocation)
        return try result.json
    }

    /// Runs a pass that must accept this bundle; its submission's id.
    package func accept(_ bundle: String = "bundle", sourceLocation: SourceLocation = #_sourceLocation) throws -> String
    {
        let pass = try run(sourceLocation: sourceLocation)
        try #require(pass.state(bundle) == "accepted", "\(pass.json)", sourceLocation: sourceLocation)
        return try #require(pass.bundle(bundle)["submission"].string, sourceLocation: sourceLocation)
    }

    package func show(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        try ask("show", id, sourceLocation: sourceLocation)
    }

    package func state(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String? {
        try show(id, sourceLocation: sourceLocation)["state"].string
    }

    /// What `status` says of a name in Inbox.
    package func inbox(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        try ask("status", sourceLocation: sourceLocation)["inbox"].first("name", name)
    }
}

/// What one `run --json` said.
package struct Pass {
    package var json: JSON

    package init(json: JSON) { self.json = json }

    package subscript(count: String) -> Int? { json[count].int }

    package func bundle(_ name: String) -> JSON { json["bundles"].first("bundle", name) }

    package func state(_ name: String) -> String? { bundle(name)["state"].string }

    /// The findings of a bundle.
    package func findings(_ name: String) -> [Finding] { bundle(name)["findings"].array.map(Finding.init) }
}

/// One finding of any JSON output.
package struct Finding: CustomStringConvertible {
    package var json: JSON

    package init(_ json: JSON) { self.json = json }

    package var isError: Bool { json["severity"].string == "error" }
    package var isWarning: Bool { json["severity"].string == "warning" }
    package var code: String { json["code"].string ?? "" }
    package var message: String { json["message"].string ?? "" }
    package var line: Int? { json["line"].int }
    package var column: Int? { json["column"].int }
    package var file: String? { json["file"].string }

    /// Whether this finding's words, letter case aside, hold each of `words`.
    package func mentions(_ words: String...) -> Bool {
        let text = [code, message, json["remedy"].string ?? "", file ?? ""].joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }

    package var description: String { json.description }
}
