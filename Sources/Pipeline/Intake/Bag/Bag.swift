internal import Assessment
internal import Credentials
internal import Folders

/// A bundle that is a BagIt bag (RFC 8493), its tag files read and right: the bundle itself is the payload, below
/// `data/`, and what lies beside that is never evidence.
struct Bag {
    /// Of the bag in the bundle's folder: empty, or the only top folder with its `/`.
    let root: String
    /// What the manifests promise of each file, by its path in the bundle's folder.
    var promises: [String: [Promise]] = [:]
    /// Warnings.
    var notes: [Finding] = []

    /// A digest that a manifest of the bag gives.
    struct Promise {
        var kind: DigestKind
        /// Lower-case hex.
        var digest: String
        /// The manifest and its line.
        var manifest: String
        var line: Int
    }

    static let declaration = "bagit.txt"

    /// The folder of the payload with its `/`.
    var payload: String { root + "data/" }

    /// Which digests a file's reading has to find.
    func kinds(of path: String) -> Set<DigestKind> { Set((promises[path] ?? []).map(\.kind)) }

    /// What is to be said of a file whose digests aren't those that the bag gives.
    func faults(of path: String, _ digest: (DigestKind) -> String?) -> [Finding] {
        guard let wrong = promises[path]?.first(where: { digest($0.kind) != $0.digest }) else { return [] }
        let isPayload = path.below(payload) != nil
        return [
            Finding(
                isPayload ? .bagDigest : .bagTag, file: path,
                "'\(printable(path))' isn't the file that the bag was made with: line \(wrong.line) of "
                    + "\(printable(split(wrong.manifest).name)) gives another digest.",
                remedy: isPayload
                    ? "Copy the file again; or, if it was changed on purpose, make the bag anew."
                    : "Copy the file again, or make the bag anew.")
        ]
    }
}

extension Tree {
    /// Where the bag is, if this is one: `bagit.txt` says so, in the bundle's own folder or in its only top folder. A
    /// bundle whose manifest.xml lies beside it is none: there the name may be any file's.
    var bagRoot: String? {
        guard entries.contains(where: { $0.path.utf8.suffix(9).elementsEqual(Bag.declaration.utf8) }) else {
            return nil
        }
        let root = topFolder(unless: ["manifest.xml", Bag.declaration])
        var isDeclared = false
        var isBag = false
        for entry in entries {
            guard let path = entry.path.below(root) else { continue }
            switch (path, entry.status.kind) {
            case ("manifest.xml", _): return nil
            case ("bagit.txt", .file): isDeclared = true
            case ("data", .folder): isBag = true
            case (_, .file) where BagManifest.Name(path) != nil: isBag = true
            default: break
            }
        }
        return isDeclared && isBag ? root : nil
    }
}
