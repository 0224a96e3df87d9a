internal import Assessment
internal import Folders

/// What may be the manifest of a bundle that has none in its place: it lies deeper, or has another name.
enum MeantManifest {
    case deeper(folder: String)
    case misnamed(String)

    init?(_ tree: Tree) {
        let files = tree.files.map(\.path).filter { !NameRule.isDropping($0) && !NameRule.isTemporary($0) }
        let deeper = files.filter { $0.hasSuffix("/manifest.xml") }
        let misnamed = files.filter { NameRule.mayBeMeantAsManifest(lastName(of: $0)) }.min { depth($0) < depth($1) }
        if let misnamed, deeper.allSatisfy({ depth($0) >= depth(misnamed) }) {
            self = .misnamed(misnamed)
        } else if let path = deeper.first, deeper.count == 1 {
            self = .deeper(folder: split(path).parent)
        } else {
            return nil
        }
    }

    /// Added to what the finding says.
    var words: String {
        switch self {
        case .deeper(let folder): " One lies deeper, in '\(printable(folder))'."
        case .misnamed(let path): " '\(printable(path))' may be meant."
        }
    }

    /// Added to why it waits.
    var reason: String {
        switch self {
        case .deeper(let folder):
            "; one lies deeper, in '\(printable(folder))': move all that is in there up, so that manifest.xml lies "
                + "straight in the bundle's folder"
        case .misnamed(let path): "; '\(printable(path))' may be meant: rename it to manifest.xml"
        }
    }

    var remedy: String {
        switch self {
        case .deeper(let folder):
            "Move all that is in '\(printable(folder))' up, so that manifest.xml lies straight in the bundle's folder."
        case .misnamed(let path):
            "Rename '\(printable(path))' to manifest.xml."
                + NameRule.wordsOnHiddenEnding(lastName(of: path), of: "manifest.xml")
        }
    }
}

private func depth(_ path: String) -> Int { path.count { $0 == "/" } }

private func lastName(of path: String) -> String { split(path).name }
