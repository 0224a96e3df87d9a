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
        let (area, name) = split(place)
        if try workspace.home.status(place)?.kind == .file {
            let copies = try workspace.home.folder(area)
            return try removeFile(name, in: workspace.inbox) { try copies.openFile(name).digest().sha256 }
        }
        guard try workspace.inbox.status(name)?.kind == .folder, let copy = try copied(to: place) else { return }
        try removeSame(in: try workspace.inbox.folder(name), copy: copy)
        try workspace.inbox.removeFolderIfEmpty(name)
    }

    /// The copy, wherever a pass that was killed had brought it.
    private func copied(to place: String) throws -> Folder? {
        let later: (Folder, String)? =
            switch fact {
            case .accepted(let fact): (workspace.home, fact.vault)
            case .returned(let fact): (workspace.outbox, "Returned/" + fact.folder)
            case .duplicate(let fact): (workspace.outbox, "Returned/" + fact.folder)
            default: nil
            }
        for (folder, path) in [(workspace.home, place), later].compactMap({ $0 }) {
            if try folder.status(path)?.kind == .folder { return try folder.folder(path, crossingMounts: true) }
        }
        return nil
    }

    private func isCopied(_ status: FileStatus) -> Bool { stamps.map(status.isKnown) ?? true }

    private func removeFile(_ name: String, in source: Folder, of digest: () throws -> Digest) throws {
        guard let status = try source.status(name), status.kind == .file, isCopied(status) else { return }
        let file = try source.openFile(name)
        guard file.status == status, file.hasWriter() != true, try file.digest().sha256 == digest(),
            try source.status(name) == status
        else { return }
        try source.removeIfThere(name)
    }

    private func removeSame(in source: Folder, copy: Folder) throws {
        for name in try copy.names() {
            guard let copied = try copy.status(name), let status = try source.status(name),
                copied.kind == status.kind
            else { continue }
            switch status.kind {
            case .folder:
                try removeSame(in: try source.folder(name), copy: try copy.folder(name))
                try source.removeFolderIfEmpty(name)
            case .file: try removeFile(name, in: source) { try copy.openFile(name).digest().sha256 }
            case .link, .pipe, .other: if isCopied(status) { try source.removeIfThere(name) }
            }
        }
    }
}
