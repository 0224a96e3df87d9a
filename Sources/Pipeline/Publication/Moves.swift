internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders
internal import Reporting

extension Publisher {
    /// An accepted bundle goes to its place in the vault.
    func moveIn(_ fact: AcceptedFact, from place: String) throws {
        let (parent, name) = split(fact.vault)
        let shard = try workspace.home.madeFolder(parent, mode: 0o700)
        let (area, claimed) = split(place)
        let source = try workspace.home.folder(area)
        guard fact.archive == nil else { return try moveInUnpacked(claimed, from: source, to: shard, as: name) }
        guard try source.status(claimed) != nil else { return }
        // A name that is there already came by an earlier try at this very job.
        guard try shard.status(name) == nil else { return try source.removeTree(claimed) }
        try source.rename(claimed, to: shard, as: name)
    }

    /// What an archive held goes to the vault, all of it; the archive itself is not needed any more, and goes last.
    private func moveInUnpacked(_ claimed: String, from source: Folder, to shard: Folder, as name: String) throws {
        let unpacked = try workspace.home.folder("vault/unpacked")
        if try unpacked.status(claimed) != nil {
            if try shard.status(name) == nil {
                try unpacked.rename(claimed, to: shard, as: name)
            } else {
                try unpacked.removeTree(claimed)
            }
        }
        guard try shard.status(name) != nil else {
            throw Refusal.fault("What the archive '\(printable(claimed))' held is gone; the archive itself was kept.")
        }
        try source.removeTree(claimed)
    }

    /// A refused bundle goes to Outbox/Returned as it came, with its receipt in it under the name `stem`.
    func moveOut(_ receipt: Receipt, _ folder: String, _ stem: String, _ job: Job) throws -> Outcome {
        let (area, claimed) = split(job.subject)
        let source = try workspace.home.folder(area)
        let returning = try workspace.home.folder("vault/returning")
        let began = try returning.status(folder) != nil
        if try began || source.status(claimed)?.kind == .file {
            let made = try returning.madeFolder(folder, mode: 0o755)
            if try source.status(claimed) != nil { try source.rename(claimed, to: made, as: claimed) }
            // An archive comes back in a folder with its receipt, made out of sight.
            return try given(folder, from: "vault/returning", with: receipt, "receipt", as: folder, job)
        }
        guard try source.status(claimed) == nil else {
            return try given(claimed, from: area, with: receipt, stem, as: folder, job)
        }
        // Moved by a pass that died before it said so: a power cut may have kept the move and lost the receipt's name.
        guard try workspace.outbox.status("Returned/" + folder)?.kind == .folder else { return .nothing }
        let finish = try addReceipt(receipt, stem, to: folder, in: "Returned", of: workspace.outbox)
        return .built {
            try finish()
            return .nothing
        }
    }

    /// The last step of giving back: the receipt and the bundle come into sight when the receipt's bytes are on the disk.
    private func given(
        _ name: String, from area: String, with receipt: Receipt, _ stem: String, as folder: String, _ job: Job
    ) throws -> Outcome {
        let finish = try addReceipt(receipt, stem, to: name, in: area, of: workspace.home)
        return .built { [self] in
            try finish()
            let source = try workspace.home.folder(area)
            try checkRoom(for: name, in: source)
            try source.move(
                name, to: workspace.outbox.madeFolder("Returned"), as: folder, scratch: outboxScratch(),
                scratchName: "moving-\(job.number)")
            return .nothing
        }
    }

    /// To another disk or mount it is copied: filling that up first would take the room from everybody who works there.
    private func checkRoom(for name: String, in source: Folder) throws {
        let outbox = workspace.outbox
        guard try source.isApart(from: outbox) else { return }
        guard try source.status(name)?.kind == .folder else { return }
        let bytes = try source.folder(name).tree(limit: 1_000_000, depth: BundleStructure.depth + 1).bytesOfCopy
        guard RoomForBundle(folder: outbox).isEnough(for: bytes) else {
            throw IOFailure("copy to", outbox.path + "/Returned/" + name, code: IOFailure.fullCode)
        }
    }

    /// An earlier receipt of ours is replaced; a file of the bundle's own under that name is left alone, and ours
    /// takes another.
    private func addReceipt(
        _ receipt: Receipt, _ stem: String, to claimed: String, in area: String, of root: Folder
    ) throws -> @Sendable () throws -> Void {
        let source = try root.folder(area)
        let bundle = try source.folder(claimed)
        let status = try bundle.ownStatus()
        let isLocked = status.mode & 0o300 != 0o300
        if isLocked { try source.setMode(claimed, status.mode | 0o700) }
        var prepared: [(temporary: String, name: String)] = []
        for (ending, text) in [("xml", receiptXML(receipt)), ("html", receiptHTML(receipt))] {
            let bytes = Array(text.utf8)
            let names = ["\(stem).\(ending)", "assay-receipt.\(ending)"]
            let name =
                try names.first { try Publisher.isOurs($0, in: bundle) }
                ?? "assay-receipt-\(sha256(bytes).hex.prefix(8)).\(ending)"
            prepared.append((try bundle.prepare(name, bytes), name))
        }
        return { [prepared] in
            let source = try root.folder(area)
            let bundle = try source.folder(claimed)
            for (temporary, name) in prepared { try bundle.renameOver(temporary, to: name) }
            if isLocked { try source.setMode(claimed, status.mode) }
        }
    }

    /// Nothing there, or a receipt that an earlier pass wrote. What can't be read isn't ours to replace.
    static func isOurs(_ name: String, in bundle: Folder) throws -> Bool {
        guard let status = try bundle.status(name) else { return true }
        guard status.kind == .file, status.links == 1 else { return false }
        let bytes: [UInt8]
        do throws(IOFailure) { bytes = try bundle.read(name, limit: 4_194_304) } catch {
            if error.isOfTheMachine { throw error }
            return false
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.contains(
            name.hasSuffix(".xml") ? "<receipt xmlns=\"urn:assay:1\"" : "<meta name=\"generator\" content=\"Assay\">")
    }
}
