internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Packing

extension Publisher {
    /// Lays an empty bundle for each active rubric into Outbox/Templates, as a folder and as an archive, and takes away
    /// those of rubrics that aren't offered any more. Done once for each state of the documents: what somebody took
    /// out comes back with `again`, or with the next change of a document.
    func layTemplates(_ library: Library, again: Bool = false) throws {
        let active = library.rubrics.map(\.value).filter { $0.status == .active }
        let names = active.map { "\($0.id)-\($0.version)" }
        let state = ([library.digest] + names).joined(separator: "/")
        let before = try workspace.ledger.read { try $0.setting("templates") } ?? ""
        guard again || state != before else { return }
        guard !active.isEmpty || !before.isEmpty else { return }
        let templates = try workspace.outbox.madeFolder("Templates")
        for old in before.split(separator: "/").dropFirst().map(String.init) where !names.contains(old) {
            try templates.removeTree(old)
            try templates.removeTree(old + ".zip")
        }
        for (rubric, name) in zip(active, names) {
            let files = blankBundle(rubric).map { (path: $0.path, bytes: Array($0.text.utf8)) }
            try lay(files, as: name, in: templates)
            let archive = storedZip(files.map { (path: name + "/" + $0.path, bytes: $0.bytes) })
            if (try? templates.read(name + ".zip", limit: 16 << 20)) != archive {
                try templates.replace(name + ".zip", archive)
            }
        }
        // Only what is on the disk is remembered as laid.
        try workspace.outbox.flush()
        if state != before { try workspace.ledger.write { try $0.set("templates", to: state) } }
        try clearScratch()
    }

    /// A folder that is as it should be stays; another one gives way to the right one.
    private func lay(_ files: [(path: String, bytes: [UInt8])], as name: String, in templates: Folder) throws {
        if let folder = try? templates.folder(name), let tree = try? folder.tree(limit: 1000, depth: 4),
            tree.files.count == files.count,
            files.allSatisfy({ file in (try? folder.read(file.path, limit: 1 << 20)) == file.bytes })
        {
            return
        }
        try templates.removeTree(name)
        let show = try build("Templates/" + name, scratchName: "template-" + name) { folder in
            for file in files {
                let (parent, last) = split(file.path)
                try (parent.isEmpty ? folder : folder.madeFolder(parent)).writeNew(last, file.bytes)
            }
        }
        _ = try show()
    }
}
