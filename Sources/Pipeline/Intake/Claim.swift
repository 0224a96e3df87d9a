internal import Assessment
internal import Bookkeeping
internal import Folders

/// A bundle that was taken out of Inbox, or copied out of it where a rename can't reach.
struct Claim: Sendable {
    var name: String
    /// Below `.assay`.
    var place: String
    /// Of a copy: the stamps of what was copied, which still lies in Inbox as well, and goes when the ledger has it.
    var copied: Set<String>?
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
    func claim(_ candidate: Candidate, _ inspection: Inspection) throws -> Result {
        let arriving = try workspace.home.folder("vault/arriving")
        if candidate.place == .arriving {
            return .claimed(Claim(name: candidate.name, place: "vault/arriving/" + candidate.name))
        }
        if let failure = refusalToRead(candidate, inspection) { return waiting(Claiming.unreadable(failure)) }
        if try mayBeEntered(candidate, inspection) { return try copied(candidate, inspection) }
        do throws(IOFailure) {
            try workspace.inbox.rename(candidate.name, to: arriving, as: candidate.name)
        } catch {
            if error.isAnotherFileSystem { return try copied(candidate, inspection) }
            if error.isForbidden { return waiting(Claiming.notOurs(error)) }
            if error.isMissing { return waiting(hindrance(error)) }
            if error.isTaken { return waiting("a bundle of the same name is still being taken") }
            throw error
        }
        if let reason = disturbance(candidate.name, inspection, in: arriving) {
            try putBack(candidate.name, from: arriving)
            return waiting(reason)
        }
        return .claimed(Claim(name: candidate.name, place: "vault/arriving/" + candidate.name))
    }

    /// Whether a program of another account may stand in a folder of what is to be accepted: a rename would take the folder
    /// along into the vault, and whoever stands there could go on changing it. Of what our own account does nobody is safe.
    private func mayBeEntered(_ candidate: Candidate, _ inspection: Inspection) throws -> Bool {
        guard case .complete = inspection.verdict, inspection.archive == nil,
            let top = try workspace.inbox.status(candidate.name)
        else { return false }
        return !top.isOurs || inspection.tree.entries.contains { !$0.status.isOurs }
    }

    private func waiting(_ reason: String) -> Result {
        .waiting(Waiting(reason: reason, isLasting: false, isForDocuments: true))
    }

    /// Back to Inbox. Where its name was taken again meanwhile, or a rename doesn't reach Inbox any more or isn't
    /// allowed there, it stays where it is, and is taken from there.
    func putBack(_ name: String, from arriving: Folder) throws {
        do throws(IOFailure) {
            try arriving.rename(name, to: workspace.inbox, as: name)
        } catch {
            guard error.isTaken || error.isAnotherFileSystem || error.isForbidden else { throw error }
        }
    }

    /// Removes what was unpacked and doesn't go into the vault: of a duplicate, or of an archive that went back to Inbox.
    /// What is being read, or has been and waits to be claimed, is kept.
    func clearUnpacked(keeping read: Set<String> = []) throws {
        // Read before the names are: what has been moved meanwhile isn't there any more.
        let owed = try workspace.ledger.read { try $0.owedPlaces([.moveIn]) }
        let unpacked = try workspace.home.folder("vault/unpacked")
        for name in try unpacked.names()
        where !read.contains(name) && !owed.contains("vault/arriving/" + name)
            && !owed.contains("vault/copied/" + name)
        {
            try unpacked.removeTree(name)
        }
    }

    /// How the reason begins under which a bundle waits until a person gives the account the right.
    static let notMovable = "the account that runs assay may not move it"

    /// The same of one that it may not read.
    static let notReadable = "the account that runs assay may not read it"

    /// Why a bundle can't be read; who can mend it, where that is a matter of rights.
    static func unreadable(_ failure: IOFailure) -> String {
        "\(failure.isForbidden ? notReadable : "it can't be read"): \(failure.description)"
    }

    private static func notOurs(_ failure: IOFailure) -> String {
        "\(notMovable): \(failure.description)"
    }

    /// Of what goes back not every file was opened: one that can't be mustn't have it moved to and fro by every pass.
    private func refusalToRead(_ candidate: Candidate, _ inspection: Inspection) -> IOFailure? {
        if case .complete = inspection.verdict { return nil }
        guard inspection.archive == nil, let bundle = try? workspace.inbox.folder(candidate.name) else { return nil }
        return inspection.tree.singleFiles.lazy.compactMap { bundle.refusalToRead($0.path) }.first { $0.isForbidden }
    }

    /// Why a bundle that failed so while it was claimed waits.
    private func hindrance(_ failure: IOFailure) -> String {
        if failure.isMissing { return "it was taken away while it was read" }
        return failure.isConfined ? "it changed while it was read" : Claiming.unreadable(failure)
    }

    /// Why what lies in `folder` isn't what was read, if it isn't.
    private func disturbance(_ name: String, _ inspection: Inspection, in folder: Folder) -> String? {
        do throws(IOFailure) {
            guard let archive = inspection.archive else {
                return try disturbance(of: folder.folder(name), inspection.tree)
            }
            let file = try folder.openFile(name)
            if !file.status.isSameContent(as: archive) { return "it changed while it was read" }
            return file.hasWriter() == true ? "it is still open for writing" : nil
        } catch {
            return hindrance(error)
        }
    }

    private func disturbance(of bundle: Folder, _ tree: Tree) throws(IOFailure) -> String? {
        let now = try look(at: bundle, again: tree)
        guard isLike(tree, now, ==) else { return "it changed while it was read" }
        for entry in now.singleFiles {
            if try bundle.openFile(entry.path).hasWriter() == true {
                return "'\(printable(entry.path))' is still open for writing"
            }
        }
        return nil
    }

    private func look(at bundle: Folder, again tree: Tree) throws(IOFailure) -> Tree {
        try bundle.tree(limit: tree.entries.count + 1, depth: 33)
    }

    /// Whether a look found all that was read and nothing else, each file the same by `isSame`. Of what couldn't be
    /// listed to its end nobody can tell.
    private func isLike(_ tree: Tree, _ now: Tree, _ isSame: (FileStatus, FileStatus) -> Bool) -> Bool {
        if tree.isTruncated || tree.tooDeep != nil { return true }
        return now.entries.count == tree.entries.count
            && zip(now.entries, tree.entries).allSatisfy {
                $0.path == $1.path && $0.status.kind == $1.status.kind
                    && ($0.status.kind != .file || isSame($0.status, $1.status))
            }
    }

    /// Where Inbox is on another file system, or isn't ours to rename from: a copy that appears whole.
    private func copied(_ candidate: Candidate, _ inspection: Inspection) throws -> Result {
        if let archive = inspection.archive { return try copiedArchive(candidate, archive) }
        let tree = inspection.tree
        let source: Folder
        do throws(IOFailure) { source = try workspace.inbox.folder(candidate.name) } catch {
            return waiting(hindrance(error))
        }
        // What can't be removed afterwards would be taken again by every pass.
        for folder in [""] + tree.entries.filter({ $0.status.kind == .folder }).map(\.path) {
            guard let failure = source.refusalToWrite(folder) else { continue }
            return waiting(failure.isMissing ? hindrance(failure) : Claiming.notOurs(failure))
        }
        if let failure = workspace.inbox.refusalToWrite("") { return waiting(Claiming.notOurs(failure)) }
        let copies = try workspace.home.folder("vault/copied")
        let scratch = try workspace.home.folder("tmp")
        try scratch.removeTree("claim")
        try copies.removeTree(candidate.name)
        let room = RoomForBundle(folder: workspace.home)
        var needs = tree.bytesOfCopy
        guard room.isEnough(for: needs) else { return .waiting(room.waiting(needing: needs)) }
        var stamps: Set<String> = []
        var sum: Int64 = 0
        do throws(IOFailure) {
            try workspace.inbox.copyTree(candidate.name, to: scratch, as: "claim") { (folder) throws(IOFailure) in
                stamps.insert(try folder.copyStamp())
            } copying: { (status) throws(IOFailure) in
                stamps.insert(status.copyStamp)
                let more = status.bytes.addingReportingOverflow(RoomForBundle.perFile)
                let total = sum.addingReportingOverflow(more.partialValue)
                // A file may say that it is as large as can be.
                let isOver = more.overflow || total.overflow
                sum = isOver ? .max : total.partialValue
                // Of what is far too much not all was listed.
                if sum <= needs, !isOver { return }
                needs = sum
                guard !isOver, room.isEnough(for: more.partialValue) else {
                    throw IOFailure("copy", scratch.path, code: IOFailure.fullCode)
                }
            }
        } catch {
            try scratch.removeTree("claim")
            if error.isDiskFull { return .waiting(room.waiting(needing: needs)) }
            guard error.isOfTheSource else { throw error }
            return waiting("it can't be copied: \(error.description)")
        }
        // What came and went again meanwhile is in the copy alone; devices are left out of it.
        var copyable = tree
        copyable.entries.removeAll { $0.status.kind == .device }
        let isWhole = isLike(copyable, try look(at: scratch.folder("claim"), again: tree)) { $0.bytes == $1.bytes }
        let reason = disturbance(candidate.name, inspection, in: workspace.inbox)
        if let reason = reason ?? (isWhole ? nil : "it changed while it was read") {
            try scratch.removeTree("claim")
            return waiting(reason)
        }
        try scratch.rename("claim", to: copies, as: candidate.name)
        return .claimed(Claim(name: candidate.name, place: "vault/copied/" + candidate.name, copied: stamps))
    }

    private func copiedArchive(_ candidate: Candidate, _ archive: FileStatus) throws -> Result {
        if let failure = workspace.inbox.refusalToWrite("") { return waiting(Claiming.notOurs(failure)) }
        let copies = try workspace.home.folder("vault/copied")
        let scratch = try workspace.home.folder("tmp")
        try scratch.removeTree("claim")
        try copies.removeTree(candidate.name)
        let source: OpenFile
        do throws(IOFailure) { source = try workspace.inbox.openFile(candidate.name) } catch {
            return waiting(hindrance(error))
        }
        let room = RoomForBundle(folder: workspace.home)
        guard room.isEnough(for: archive.bytes) else { return .waiting(room.waiting(needing: archive.bytes)) }
        do throws(IOFailure) {
            try source.copy(to: scratch, as: "claim")
        } catch {
            try scratch.removeTree("claim")
            if error.isDiskFull { return .waiting(room.waiting(needing: archive.bytes)) }
            guard error.isOfTheSource else { throw error }
            return waiting("it can't be copied: \(error.description)")
        }
        guard try source.currentStatus() == archive, try scratch.status("claim")?.bytes == archive.bytes,
            source.hasWriter() != true
        else {
            try scratch.removeTree("claim")
            return waiting("it changed while it was read")
        }
        try scratch.rename("claim", to: copies, as: candidate.name)
        let place = "vault/copied/" + candidate.name
        return .claimed(Claim(name: candidate.name, place: place, copied: [archive.copyStamp]))
    }
}
