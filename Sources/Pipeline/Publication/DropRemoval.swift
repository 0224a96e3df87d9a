internal import Assessment
internal import Credentials
internal import Folders

/// After a claim by copy: what still is what was copied leaves Inbox; anything else stays, as a new drop. Done again
/// after a crash, it touches nothing that was dropped under the name meanwhile.
struct DropRemoval {
    let workspace: Workspace
    let fact: Fact
    /// Of what was copied; nil where an earlier release promised the removal: then only the bytes are compared.
    let stamps: Set<String>?

    func remove(copiedTo place: String) throws {
        let (inbox, name) = (workspace.inbox, split(place).name)
        switch try inbox.status(name)?.kind {
        case .file: try removeFile(name, in: inbox) { try archiveDigest(place) }
        case .folder:
            let drop = try inbox.folder(name)
            if try isUnpacked(place) {
                try removeSame(in: drop, copy: nil)
            } else if let (parent, copy) = try find(place, .folder) {
                try removeSame(in: drop, copy: try parent.folder(copy))
            } else {
                return
            }
            if try isCopied(drop) { try inbox.removeFolderIfEmpty(name) }
        default: return
        }
    }

    /// Whether the folder held one archive, of which nothing is kept but what was in it.
    private func isUnpacked(_ place: String) throws -> Bool {
        guard case .accepted(let fact) = fact, fact.archive != nil, stamps != nil else { return false }
        return try workspace.home.status(place) == nil
    }

    /// Of an archive's copy. What it held may be in the vault already, and the copy gone.
    private func archiveDigest(_ place: String) throws -> String? {
        if let (parent, copy) = try find(place, .file) { return try parent.openFile(copy).digest().sha256.hex }
        if case .accepted(let fact) = fact { return fact.archive?.sha256 }
        return nil
    }

    /// The copy, wherever a later job has brought it.
    private func find(_ place: String, _ kind: FileStatus.Kind) throws -> (parent: Folder, name: String)? {
        let (home, outbox) = (workspace.home, workspace.outbox)
        func returned(_ folder: String) -> [(Folder, String)] {
            // An archive comes back in a folder.
            let archive = "\(folder)/\(split(place).name)"
            return ["Returned/" + folder, "Returned/" + archive].map { (outbox, $0) }
                + [(home, "vault/returning/" + archive)]
        }
        let later: [(Folder, String)] =
            switch fact {
            case .accepted(let fact): [(home, fact.vault)]
            case .returned(let fact): returned(fact.folder)
            case .duplicate(let fact): returned(fact.folder)
            default: []
            }
        for (root, path) in [(home, place)] + later where try root.status(path)?.kind == kind {
            let (parent, name) = split(path)
            return (try root.folder(parent, crossingMounts: true), name)
        }
        return nil
    }

    private func isCopied(_ status: FileStatus) -> Bool { stamps.map(status.isKnown) ?? true }

    /// Where an earlier release promised the removal, nothing is known of its folders.
    private func isCopied(_ folder: Folder) throws -> Bool {
        guard let stamps else { return true }
        return try stamps.contains(folder.copyStamp()) || !stamps.contains { $0.hasPrefix("folder ") }
    }

    /// Without `digest` its stamp alone tells the file.
    private func removeFile(_ name: String, in source: Folder, of digest: (() throws -> String?)?) throws {
        guard let status = try source.status(name), status.kind == .file, isCopied(status) else { return }
        let file = try source.openFile(name)
        guard file.status == status, file.hasWriter() != true else { return }
        if let digest, try file.digest().sha256.hex != digest() { return }
        guard try source.status(name) == status else { return }
        try source.removeIfThere(name)
    }

    /// `copy` is nil where nothing is left to compare with.
    private func removeSame(in source: Folder, copy: Folder?) throws {
        var walk = FolderWalk(source)
        var copied: Set<String> = []
        while let step = try walk.next() {
            switch step {
            case .entered(let path, let folder, let entries):
                guard try path.isEmpty || isCopied(path, copy) else { continue }
                if try isCopied(folder) { copied.insert(path) }
                let twin = try path.isEmpty ? copy : copy?.folder(path)
                for (name, status) in entries where status.kind != .folder {
                    // A device has no copy, and is known by its stamp.
                    if let twin, try twin.status(name)?.kind != status.kind, status.kind != .device || stamps == nil {
                        continue
                    }
                    if status.kind == .file {
                        let digest = twin.map { twin in { try twin.openFile(name).digest().sha256.hex } }
                        try removeFile(name, in: folder, of: digest)
                    } else if isCopied(status) {
                        try folder.removeIfThere(name)
                    }
                }
            case .left(let path):
                guard !path.isEmpty, copied.contains(path) else { continue }
                let (parent, name) = split(path)
                try (parent.isEmpty ? source : source.folder(parent)).removeFolderIfEmpty(name)
            }
        }
    }

    private func isCopied(_ folder: String, _ copy: Folder?) throws -> Bool {
        try copy.map { try $0.status(folder)?.kind == .folder } ?? true
    }
}
