internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

extension AcceptedFact {
    /// Whether the vault's bytes of a file that is no evidence by itself are those that were accepted.
    func isKept(_ bytes: [UInt8], at path: String) -> Bool {
        // What no fact tells of is nobody's to judge.
        kept.first { $0.path == path }.map { $0.sha256 == sha256(bytes).hex } ?? true
    }
}

/// Where a fact's files lie in the private folder. While the move of an accepted bundle into the vault is owed, it is
/// where it was claimed, or unpacked.
struct VaultPlaces {
    private var owed: [Int64: String] = [:]

    init(_ book: Book) throws {
        for job in try book.jobs(limit: .max) where job.kind == .moveIn { owed[job.event] = job.subject }
    }

    /// The folders below which a fact's files may be, the one where they belong first: a pass that goes on meanwhile
    /// moves them there by one rename, so that a second look at each finds what the first one missed.
    func folders(of event: Event) -> [String] {
        guard case .accepted(let fact) = event.fact else { return [""] }
        guard let claimed = owed[event.number] else { return [fact.vault] }
        return [fact.vault, fact.archive == nil ? claimed : "vault/unpacked/" + split(claimed).name]
    }

    /// The files that a fact says are kept, each below one of `folders`.
    static func files(of event: Event) -> [KeptFile] {
        switch event.fact {
        case .accepted(let fact):
            let evidence = fact.evidence.compactMap { item in
                item.place.map { KeptFile(path: $0, sha256: item.sha256, bytes: item.bytes) }
            }
            return evidence + fact.kept
        case .kept(let fact): return fact.files
        default: return []
        }
    }

    /// The paths of a file, in the order in which to look for it.
    static func paths(of file: KeptFile, below folders: [String]) -> [String] {
        (folders + folders).map { $0.isEmpty ? file.path : $0 + "/" + file.path }
    }
}
