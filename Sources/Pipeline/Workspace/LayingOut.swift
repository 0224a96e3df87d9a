internal import Assessment
internal import Documents
internal import Folders

/// One file of the samples: where below the workspace, and what.
package struct LaidFile: Sendable {
    package var path: String
    package var bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}

/// What `init` did.
package struct LayoutReport: Encodable, Sendable {
    package var schemas = 0
    /// Folders that already held something of the district's, and were left alone.
    package var left: [String] = []
    /// Sample bundles weren't laid, since Rubrics holds documents of the district's: they would be taken as real ones.
    package var withheld = false
    package var files = 0
    /// Rubrics holds something of the district's, or samples.
    package var hasDocuments = false
}

extension Workspace {
    /// Lays out a workspace: its folders, the schemas for editors, and samples where nothing of the district's lies yet.
    package static func layOut(_ settings: Settings, samples: [LaidFile]) throws -> LayoutReport {
        let root = try openOrMake(settings.workspace)
        var report = LayoutReport()
        for name in ["Rubrics", "Inbox", "Outbox"] where try root.status(name) == nil { try root.makeFolder(name) }
        let schemas = try Folder.open(root.path + "/Rubrics").madeFolder("Schemas")
        for (name, text) in DocumentSchemas.texts {
            guard let file = DocumentSchemas.fileNames[name] else { continue }
            try schemas.replace(file, Array(text.utf8))
            report.schemas += 1
        }
        let isDistricts = try holdsDocuments(root, besides: samples)
        // Bundles first: where this was killed between the two, the rest is laid the next time.
        for top in ["Inbox", "Rubrics"] {
            let names = Set(try Folder.open(root.path + "/" + top).names())
            let present = names.filter { !$0.hasPrefix(".") && $0 != "Schemas" && !$0.hasPrefix("README") }
            let all = samples.filter { $0.path.hasPrefix(top + "/") }
            guard !all.isEmpty else { continue }
            if !present.isEmpty {
                report.left.insert(top, at: 0)
                continue
            }
            if top == "Inbox", isDistricts {
                report.withheld = true
                continue
            }
            // A README of the samples may still be there from the time before.
            let mine = all.filter { file in
                !names.contains(String(file.path.dropFirst(top.count + 1).prefix { $0 != "/" }))
            }
            try lay(mine, below: top, root)
            report.files += mine.count
        }
        _ = try Workspace(writing: settings)
        report.hasDocuments = try holdsDocuments(root)
        return report
    }

    /// Whether Rubrics holds anything but what is laid there anyway, and these files as they are.
    private static func holdsDocuments(_ root: Folder, besides files: [LaidFile] = []) throws -> Bool {
        let rubrics = try Folder.open(root.path + "/Rubrics")
        return try rubrics.tree(limit: 10_000, depth: 33).files.contains { entry in
            let top = pathNames(entry.path, most: 1).first ?? ""
            if top.hasPrefix(".") || top == "Schemas" || top.hasPrefix("README") { return false }
            guard let file = files.first(where: { $0.path == "Rubrics/" + entry.path }) else { return true }
            return (try? rubrics.read(entry.path, limit: file.bytes.count)) != file.bytes
        }
    }

    /// Each bundle is built out of sight and appears whole, as everything that is dropped should.
    private static func lay(_ files: [LaidFile], below top: String, _ root: Folder) throws {
        let folder = try Folder.open(root.path + "/" + top)
        let scratchName = ".assay-samples"
        try folder.removeTree(scratchName)
        try folder.makeFolder(scratchName)
        let scratch = try folder.folder(scratchName)
        for file in files {
            let (parent, name) = split(String(file.path.dropFirst(top.count + 1)))
            let target = parent.isEmpty ? scratch : try scratch.madeFolder(parent)
            try target.writeNew(name, file.bytes)
        }
        for name in try scratch.names() { try scratch.rename(name, to: folder, as: name) }
        try folder.removeFolderIfEmpty(scratchName)
    }

    private static func openOrMake(_ path: String) throws -> Folder {
        do throws(IOFailure) {
            return try Folder.open(path)
        } catch {
            guard error.isMissing else { throw error }
            let (parent, name) = split(path)
            try Folder.open(parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent).makeFolder(name)
            return try Folder.open(path)
        }
    }
}
