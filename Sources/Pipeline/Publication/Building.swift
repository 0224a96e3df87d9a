internal import Assessment
internal import Folders

/// Results are built out of sight, on Outbox's own file system, and shown by one rename.
extension Publisher {
    static let scratchName = ".assay-tmp"

    /// The folder on Outbox's own file system in which results are built; gone when nothing is being built.
    func outboxScratch() throws -> Folder { try workspace.outbox.madeFolder(Publisher.scratchName, mode: 0o700) }

    /// What a killed pass left there; but for queue folders that were renamed out and whose end is still owed: in
    /// them lies what reviewers wrote.
    func clearScratch() throws {
        guard let status = try workspace.outbox.status(Publisher.scratchName) else { return }
        guard status.kind == .folder else { return try workspace.outbox.removeIfThere(Publisher.scratchName) }
        let scratch = try outboxScratch()
        for name in try scratch.names() where !name.hasPrefix("end-") { try scratch.removeTree(name) }
        try workspace.outbox.removeFolderIfEmpty(Publisher.scratchName)
    }

    /// Builds a folder out of sight, to be shown whole by one rename. One that is there already stays.
    func build(_ path: String, scratchName: String, _ build: (Folder) throws -> Void) throws -> Showing {
        let (parent, name) = split(path)
        if parent.hasPrefix("Queues/") { try workspace.outbox.makeDesk(parent) }
        let target = try workspace.outbox.madeFolder(parent)
        if try target.status(name) != nil { return { .nothing } }
        let scratch = try outboxScratch()
        try scratch.removeTree(scratchName)
        try scratch.makeFolder(scratchName)
        try build(try scratch.folder(scratchName))
        return { [self] in
            let target = try workspace.outbox.madeFolder(parent)
            let scratch = try outboxScratch()
            do throws(IOFailure) {
                try scratch.rename(scratchName, to: target, as: name)
            } catch {
                guard error.isTaken else { throw error }
                try scratch.removeTree(scratchName)
            }
            return .nothing
        }
    }

    /// The same for a folder of plain files; one that is there already stays only if it is right byte for byte.
    func build(_ path: String, scratchName: String, _ files: [String: [UInt8]]) throws -> Showing {
        try clearIfChanged(path, files, scratchName: "old-" + scratchName)
        return try build(path, scratchName: scratchName) { folder in
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try folder.writeNew(name, bytes) }
        }
    }
}
