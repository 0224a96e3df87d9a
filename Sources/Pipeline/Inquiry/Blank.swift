internal import Assessment
internal import Documents
internal import Folders

/// `new --json`.
package struct BlankReport: Encodable, Sendable {
    package var rubric: String
    package var version: String
    package var folder: String
    package var files: [String]
}

extension Questions {
    /// Lays an empty bundle out in a new or empty folder: of the rubric's newest active version unless one is named.
    package func new(rubric id: String, version: String?, in path: String) throws -> BlankReport {
        try checkIsWorkspace(with: ["Rubrics"])
        let library = try self.library()
        let found =
            version.flatMap { library.rubric(id, version: $0) } ?? (version == nil ? library.newestActive(id) : nil)
        if found == nil, let draft = library.rubrics.first(where: { $0.value.id == id })?.value, draft.status == .draft
        {
            throw Refusal.unknown(
                "The rubric '\(printable(id))' is a draft. It isn't offered yet; ask the district when it will be.")
        }
        guard let rubric = found?.value else {
            let known = Set(library.rubrics.filter { $0.value.status == .active }.map(\.value.id)).sorted()
            throw Refusal.unknown(
                "There is no active rubric '\(printable(id))'\(version.map { " in version '\(printable($0))'" } ?? ""). "
                    + (known.isEmpty ? "Rubrics holds none yet." : "There is: \(known.joined(separator: ", ")).")
            )
        }
        let typed = TypedPath(path)
        let folder: Folder
        do throws(IOFailure) {
            let outer = try typed.openParent()
            if try outer.status(typed.name) == nil { try outer.makeFolder(typed.name) }
            folder = try Folder.open(path)
        } catch {
            guard error.isMissing else { throw error }
            throw Refusal.usage("'\(printable(path))' can't be made there. Name a new folder in one that is there.")
        }
        guard try folder.names().isEmpty else {
            throw Refusal.usage("'\(printable(path))' isn't empty. Name a new folder.")
        }
        let files = blankBundle(rubric)
        for file in files {
            let (parent, name) = split(file.path)
            try (parent.isEmpty ? folder : folder.madeFolder(parent)).writeNew(name, Array(file.text.utf8))
        }
        return BlankReport(rubric: rubric.id, version: rubric.version, folder: path, files: files.map(\.path))
    }
}
