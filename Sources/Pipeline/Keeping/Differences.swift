internal import Assessment
internal import Bookkeeping
internal import Folders

/// A submission that only its receipt still speaks of: its bundle has to be dropped again.
package struct LostEvidence: Encodable, Sendable {
    package var submission: String
    package var bundle: String
}

/// What lies beside the ledger and isn't in it.
struct Differences: Sendable {
    /// No ledger is there, though other things of a workspace are.
    var isGone = false
    /// Numbers of the ledger's last event, and of the one that the witness has noted.
    var last: Int64 = 0
    var noted: Int64 = 0
    var isBehind = false
    /// Folders below `.assay` that no acceptance names.
    var vault: [String] = []
    /// Results below Outbox.
    var records: [String] = []
    var receipts: [String] = []
    /// Submissions whose receipt is there, and whose evidence is in no vault.
    var lost: [LostEvidence] = []
    /// When the ledger's last event was.
    var until: Instant?
    /// Where the ledger is, or was.
    var home = ""
    /// The private folder itself is gone, perhaps with what its link leads to.
    var lacksHome = false

    var isEmpty: Bool { !isGone && !isBehind && vault.isEmpty && records.isEmpty && receipts.isEmpty }

    /// Sentences for a person.
    var words: [String] {
        var words: [String] = []
        if isGone { words.append("The ledger is gone or empty, though other things of this workspace are there.") }
        if isGone, lacksHome { words.append("The private folder '\(printable(home))' isn't there either.") }
        if isBehind {
            words.append(
                noted == last
                    ? "The ledger's event \(last) isn't the one to which the workspace had come."
                    : "The ledger ends with event \(last); the workspace had come to event \(noted).")
        }
        words += vault.map { "'.assay/\($0)' holds evidence that the ledger doesn't know." }
        words += (records + receipts).map { "'Outbox/\(printable($0))' isn't in the ledger." }
        words += lost.map {
            "The evidence of \($0.submission) ('\(printable($0.bundle))') isn't in this ledger's vault. If the broken "
                + "ledger's folder still exists, copy its vault here first: "
                + (lacksHome ? "mkdir -p '\(printable(home))' && " : "") + "cp -an BROKEN/vault '\(printable(home))/'. "
                + "If it doesn't, the bundle must be dropped again."
        }
        return words
    }

    /// Looks at everything. The disk is listed before the ledger is read: what a pass adds meanwhile isn't missing.
    static func found(home: Folder?, at path: String, outbox: Folder?, ledger: Ledger?) throws -> Differences {
        var differences = Differences()
        (differences.home, differences.lacksHome) = (path, home == nil)
        let head = home.flatMap { home in outbox.flatMap { Witness(home: home, outbox: $0).head } }
        let vault = try home.map(vaultFolders) ?? []
        let results = outbox.map(ResultFolders.init)
        let found = try results?.found() ?? []
        guard let ledger else {
            differences.noted = head?.number ?? 0
            differences.vault = vault
            differences.records = found.filter { $0.hasPrefix("Decisions/") && SubmissionName.isOne(split($0).name) }
            differences.isGone = head != nil || !vault.isEmpty || !differences.records.isEmpty
            if differences.isGone { differences.lost = lost(found, vault: vault) }
            return differences
        }
        try ledger.read { book in
            let last = try book.lastLink()
            (differences.last, differences.until) = (last.number, last.at)
            if let head {
                differences.noted = head.number
                differences.isBehind = try Witness.isBehind(book, head)
            }
            var known: Set<String> = []
            try book.forEachEvent(kinds: ["accepted"]) { event in
                if case .accepted(let fact) = event.fact { known.insert(fact.vault) }
            }
            differences.vault = vault.filter { !known.contains($0) }
            let unknown = try results?.unknown(found, in: book) ?? []
            differences.records = unknown.filter { $0.hasPrefix("Decisions/") }
            differences.receipts = unknown.filter { $0.hasPrefix("Receipts/") }
            differences.lost = lost(differences.receipts, vault: differences.vault)
        }
        return differences
    }

    /// Receipts of which the vault holds nothing, one for each submission.
    private static func lost(_ receipts: [String], vault: [String]) -> [LostEvidence] {
        let kept = Set(vault.map { String(split($0).name.prefix(15)) })
        var seen: Set<String> = []
        return receipts.filter { $0.hasPrefix("Receipts/") }.compactMap { path in
            let name = split(path).name
            guard let id = SubmissionName.last(in: name), !kept.contains(id), seen.insert(id).inserted else {
                return nil
            }
            return LostEvidence(submission: id, bundle: bundle(of: name, id))
        }
    }

    /// The part of a receipt's name that stands before its submission's id.
    private static func bundle(of name: String, _ id: String) -> String {
        name.ranges(of: "." + id).last.map { String(name[..<$0.lowerBound]) } ?? name
    }

    /// `vault/X/S-…`, all of them.
    private static func vaultFolders(_ home: Folder) throws -> [String] {
        guard let vault = try? home.folder("vault") else { return [] }
        let areas: Set = ["arriving", "copied", "kept", "unpacked", "returning"]
        var folders: [String] = []
        for shard in try vault.names() where !areas.contains(shard) {
            guard try vault.status(shard)?.kind == .folder else { continue }
            folders += try vault.folder(shard).names().map { "vault/\(shard)/\($0)" }
        }
        return folders
    }
}
