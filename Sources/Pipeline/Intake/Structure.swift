internal import Assessment
internal import Documents
internal import Folders

/// What a bundle may be made of: folders and regular files with one name, not too many, not too deep.
struct BundleStructure {
    let tree: Tree
    let limits: Program.Limits

    static let depth = 32

    /// Every fault of the bundle's own shape; none of them can be mended by waiting.
    func findings() -> [Finding] {
        var findings = kindFindings() + clashFindings()
        let files = tree.files.filter { !NameRule.isDropping($0.path) }
        if tree.isTruncated || files.count > limits.maxFiles {
            findings.append(
                Finding(
                    .bundleTooManyFiles,
                    "The bundle holds \(tree.isTruncated ? "far more" : "\(files.count)") files; at most \(limits.maxFiles) are taken.",
                    remedy: "Drop only what is evidence."))
        }
        if let path = tree.tooDeep {
            findings.append(
                Finding(
                    .bundleTooDeep, file: path, "Folders are nested more than \(BundleStructure.depth) deep.",
                    remedy: "Move the files into fewer folders."))
        }
        if let entry = tree.entries.first(where: { $0.path.utf8.count > longestPath }) {
            findings.append(
                Finding(
                    .bundleTooDeep,
                    "'\(printable(String(split(entry.path).name.prefix(60))))' and the folders around it have names of "
                        + "\(entry.path.utf8.count) bytes together; at most \(longestPath) are taken.",
                    remedy: "Give the folders shorter names, or move the files into fewer of them."))
        }
        // All of them are read and kept, droppings too.
        let bytes = tree.files.bytes
        if bytes > limits.maxBytes { findings.append(BundleStructure.tooLarge(bytes, limits)) }
        return findings
    }

    static func tooLarge(_ bytes: Int64, _ limits: Program.Limits, file: String? = nil) -> Finding {
        Finding(
            .bundleTooLarge, file: file, "The bundle has \(bytes) bytes; at most \(limits.maxBytes) are taken.",
            remedy: "Make the files smaller, or link to the large ones.")
    }

    private func kindFindings() -> [Finding] {
        tree.entries.compactMap { entry in
            let what: String
            switch entry.status.kind {
            case .folder: return nil
            case .file where entry.status.links == 1: return nil
            case .file: what = "has a second name elsewhere (a hard link)"
            case .link: what = "is a link to something else"
            case .pipe, .socket, .device: what = "is a pipe, socket or device"
            }
            return Finding(
                .fileNotPlain, file: entry.path, "'\(printable(entry.path))' \(what); only plain files are taken.",
                remedy: "Put a copy of the file itself in its place.")
        }
    }

    private func clashFindings() -> [Finding] {
        // A dictionary of strings tells apart by canonical equivalence: NFC and NFD are one key.
        var seen: [String: String] = [:]
        var findings: [Finding] = []
        for entry in tree.entries {
            let key = entry.path.lowercased()
            if let other = seen[key] {
                findings.append(
                    Finding(
                        .fileAmbiguousName, file: entry.path,
                        "'\(printable(other))' and '\(printable(entry.path))' differ only in letter case or in how "
                            + "an accent is stored; on other machines they are one file.",
                        remedy: "Give one of them another name."))
            } else {
                seen[key] = entry.path
            }
        }
        return findings
    }
}

/// Where the manifest is: in the bundle's own folder, or in its only top folder.
enum ManifestPlace {
    case found(root: String)
    case missing
    /// More than one file that may be it.
    case several([String])

    /// `base` is the folder to look in, with its `/`: a bag's payload, otherwise the bundle itself.
    init(_ tree: Tree, below base: String = "") {
        let root = tree.topFolder(below: base, unless: ["manifest.xml"])
        let names = tree.entries.compactMap { $0.path.below(root) }.filter { !$0.isNested }
        let others = names.filter(NameRule.isOtherManifest)
        if names.contains("manifest.xml") {
            self = others.isEmpty ? .found(root: root) : .several(["manifest.xml"] + others)
        } else if others.count > 1 {
            self = .several(others)
        } else {
            self = .missing
        }
    }
}

extension [Tree.Entry] {
    /// All together. A file may say that it is as large as can be: the sum doesn't run over.
    var bytes: Int64 {
        reduce(0) { sum, file in
            let (total, isOver) = sum.addingReportingOverflow(file.status.bytes)
            return isOver ? .max : total
        }
    }
}

extension Tree {
    /// The files that can be looked into: with one name, and a path that the system opens.
    var singleFiles: [Entry] { files.filter { $0.status.links == 1 && $0.path.utf8.count <= longestPath } }

    /// What was in a returned bundle beside the work: the receipts, and the archive as it came; in the bundle's own
    /// folder, and where that folder was packed as it is in the manifest's.
    func isLeftOver(_ path: String, _ root: String) -> Bool {
        ["", root].contains { folder in
            guard let name = path.below(folder) else { return false }
            return NameRule.isReceipt(name)
                || !name.isNested && NameRule.isArchive(name) && entry(folder + "receipt.xml") != nil
        }
    }

    /// `base`, or the only folder in it with its `/` where none of `names` lies in `base` itself.
    func topFolder(below base: String = "", unless names: Set<String>) -> String {
        let top = entries.compactMap { entry in entry.path.below(base).map { (name: $0, kind: entry.status.kind) } }
            .filter { !$0.name.isNested }
        if top.contains(where: { names.contains($0.name) }) { return base }
        // An archive that came back was unpacked and mended where it lay.
        let isReturned = base.isEmpty && top.contains { $0.name == "receipt.xml" }
        let solid = top.filter {
            !NameRule.isDropping($0.name) && !(base.isEmpty && NameRule.isReceipt($0.name))
                && !NameRule.isTemporary($0.name)
                && !(isReturned && $0.kind == .file && NameRule.isArchive($0.name))
        }
        guard solid.count == 1, solid[0].kind == .folder else { return base }
        return base + solid[0].name + "/"
    }
}
