internal import Assessment
internal import Bookkeeping
internal import Folders

/// A bundle that was taken out of Inbox, or copied out of it where a rename can't reach.
struct Claim: Sendable {
    var name: String
    /// Below `.assay`.
    var place: String
    /// The bundle still lies in Inbox as well, and goes when the ledger has it.
    var isCopy: Bool
}

/// Takes bundles into the private area, and puts them back.
struct Claiming {
    let workspace: Workspace

    enum Result {
        case claimed(Claim)
        case waiting(Waiting)
    }

    /// One rename; from then on no new writer can reach the bundle by its path. What it holds must be what was read,
    /// and nobody may hold any of it open for writing: else it goes back.
    func claim(_ candidate: Candidate) throws -> Result {
        let arriving = try workspace.home.folder("vault/arriving")
        if candidate.place == .arriving {
            return .claimed(Claim(name: candidate.name, place: "vault/arriving/" + candidate.name, isCopy: false))
        }
        do throws(IOFailure) {
            try workspace.inbox.rename(candidate.name, to: arriving, as: candidate.name)
        } catch {
            if error.isAnotherFileSystem || error.isForbidden { return try copied(candidate) }
            if error.isMissing { return waiting("it was taken away while it was read") }
            if error.isTaken { return waiting("a bundle of the same name is still being taken") }
            throw error
        }
        if let reason = try disturbance(candidate, in: arriving) {
            try putBack(candidate.name, from: arriving)
            return waiting(reason)
        }
        return .claimed(Claim(name: candidate.name, place: "vault/arriving/" + candidate.name, isCopy: false))
    }

    private func waiting(_ reason: String) -> Result {
        .waiting(Waiting(reason: reason, isLasting: false, isForDocuments: true))
    }

    /// Back to Inbox, unless its name was taken again meanwhile: then it stays where it is, and is taken from there.
    func putBack(_ name: String, from arriving: Folder) throws {
        do throws(IOFailure) {
            try arriving.rename(name, to: workspace.inbox, as: name)
        } catch {
            guard error.isTaken else { throw error }
        }
    }

    /// Why the claimed bundle isn't what was read, if it isn't.
    private func disturbance(_ candidate: Candidate, in folder: Folder) throws -> String? {
        if candidate.tree.unreadable != nil { return nil }
        let bundle = try folder.folder(candidate.name)
        let now = try bundle.tree(limit: candidate.tree.entries.count + 1, depth: 33)
        let same =
            now.entries.count == candidate.tree.entries.count
            && zip(now.entries, candidate.tree.entries).allSatisfy {
                $0.path == $1.path && $0.status.kind == $1.status.kind
                    && ($0.status.kind != .file || $0.status.isSameContent(as: $1.status))
            }
        if !same, !candidate.tree.isTruncated, candidate.tree.tooDeep == nil { return "it changed while it was read" }
        for entry in now.files where entry.status.links == 1 {
            if try bundle.openFile(entry.path).hasWriter() == true {
                return "'\(printable(entry.path))' is still open for writing"
            }
        }
        return nil
    }

    /// Where Inbox is on another file system, or isn't ours to rename from: a copy that appears whole.
    private func copied(_ candidate: Candidate) throws -> Result {
        let copies = try workspace.home.folder("vault/copied")
        let scratch = try workspace.home.folder("tmp")
        try scratch.removeTree("claim")
        try copies.removeTree(candidate.name)
        do throws(IOFailure) {
            try workspace.inbox.copyTree(candidate.name, to: scratch, as: "claim")
        } catch {
            try scratch.removeTree("claim")
            guard error.isOfTheSource else { throw error }
            return waiting("it can't be copied: \(error.description)")
        }
        guard try sameBytes(candidate, copy: scratch.folder("claim")) else {
            try scratch.removeTree("claim")
            return waiting("it changed while it was read")
        }
        try scratch.rename("claim", to: copies, as: candidate.name)
        return .claimed(Claim(name: candidate.name, place: "vault/copied/" + candidate.name, isCopy: true))
    }

    /// Whether a copy holds what the listing had, and the source still looks as it did.
    private func sameBytes(_ candidate: Candidate, copy: Folder) throws -> Bool {
        let source = try workspace.inbox.folder(candidate.name)
        for entry in candidate.tree.files {
            guard let now = try source.status(entry.path), now == entry.status,
                let copied = try copy.status(entry.path), copied.bytes == entry.status.bytes
            else { return false }
        }
        return true
    }
}
