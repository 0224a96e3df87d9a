internal import Assessment
internal import Documents
internal import Folders

/// The files that a manifest names beside what is really there.
struct Listing {
    /// Index of the evidence item, and the path at which its file was found.
    var found: [(item: Int, entry: Tree.Entry)] = []
    var missing: [String] = []
    /// What the receipt says when patience runs out.
    var findings: [Finding] = []
    /// What no waiting mends.
    var refusals: [Finding] = []
    /// Such as "3 of 4 files".
    var reason = ""
}

extension BundleContents {
    /// Looks every listed file up, accents however they are stored.
    func listing() -> Listing {
        var listing = Listing()
        var byPath: [String: Tree.Entry] = [:]
        for entry in reading.tree.entries {
            if let path = entry.path.below(root) { byPath[path] = entry }
        }
        var listed = 0
        for (index, item) in submission.evidence.enumerated() {
            guard case .file(let path, _, let bytes) = item.content else { continue }
            listed += 1
            if pathFault(path) != nil { continue }
            guard let entry = byPath[path] else {
                listing.missing.append(path)
                listing.findings.append(
                    finding(
                        .evidenceMissing, item,
                        "The file '\(printable(path))' is named in the manifest but isn't in the bundle.",
                        "Add the file, or correct its path in the manifest."))
                continue
            }
            if entry.status.kind == .folder {
                listing.refusals.append(
                    finding(
                        .evidenceFolder, item, "'\(printable(path))' is a folder, not a file.",
                        "Name one of the files in it."))
            } else if NameRule.isTemporary(path) {
                listing.refusals.append(
                    finding(
                        .evidenceTemporary, item,
                        "'\(printable(path))' has the name of a temporary or lock file, which is never evidence.",
                        "Name the finished file, or give it another name."))
            } else if let bytes, bytes != entry.status.bytes {
                listing.missing.append(path)
                listing.findings.append(
                    finding(
                        .evidenceWrongSize, item,
                        "'\(printable(path))' has \(entry.status.bytes) bytes; the manifest says \(bytes).",
                        "Copy the file again, or correct the size in the manifest."))
            } else {
                listing.found.append((index, entry))
            }
        }
        listing.reason = "\(listed - listing.missing.count) of \(listed) files"
        let absent = zip(listing.missing, listing.findings).filter { $0.1.isA(.evidenceMissing) }.map(\.0)
        if absent.count < listing.missing.count { listing.reason += "; a size differs from the manifest's" }
        if !absent.isEmpty { listing.reason += "; not there: \(firstOf(absent))" }
        return listing
    }

    func finding(_ code: FindingCode, _ item: EvidenceItem, _ message: String, _ remedy: String) -> Finding {
        Finding(code, file: manifest, line: item.place.line, column: item.place.column, message, remedy: remedy)
    }
}

/// The first of several names in a sentence, and how many more there are.
func firstOf(_ names: [String], most: Int = 3) -> String {
    let shown = names.prefix(most).map { "'\(printable($0))'" }.joined(separator: ", ")
    return shown + (names.count > most ? " and \(names.count - most) more" : "")
}
