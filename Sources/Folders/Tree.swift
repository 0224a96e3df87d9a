internal import Assessment
internal import Credentials
internal import Glibc

/// Everything below a folder as one look found it, in the order of the paths' bytes.
package struct Tree: Sendable {
    package struct Entry: Sendable {
        /// Below the folder, with `/` between the names.
        package var path: String
        package var status: FileStatus
    }

    package var entries: [Entry] = []
    /// There was more than the limit: the look stopped early.
    package var isTruncated = false
    /// A folder beyond the deepest level; what is in it was not looked at.
    package var tooDeep: String?
    /// A folder that couldn't be listed, and why.
    package var unreadable: IOFailure?

    package init() {}

    package var files: [Entry] { entries.filter { $0.status.kind == .file } }

    package func entry(_ path: String) -> Entry? { entries.first { $0.path == path } }

    /// Equal for two looks between which nothing changed: names, kinds, sizes, and each file's identity and times.
    package var fingerprint: String {
        var digest = DigestStream()
        for entry in entries {
            digest.take(entry.path)
            switch entry.status.kind {
            case .file: digest.take(entry.status.stamp)
            case .folder: digest.take("folder")
            case .link: digest.take("link")
            case .pipe, .socket, .device: digest.take("other")
            }
        }
        digest.take(isTruncated ? "more" : tooDeep ?? unreadable?.path ?? "")
        return String(digest.finish().hex.prefix(32))
    }
}

extension Folder {
    /// Looks at everything below, at most `limit` entries and `depth` levels of folders; no link is followed.
    package func tree(limit: Int, depth: Int) throws(IOFailure) -> Tree {
        var tree = Tree()
        try list(into: &tree, below: "", level: 1, limit: limit, depth: depth)
        return tree
    }

    private func list(
        into tree: inout Tree, below prefix: String, level: Int, limit: Int, depth: Int
    ) throws(IOFailure) {
        for name in try names(limit: limit + 1) {
            guard tree.entries.count < limit else {
                tree.isTruncated = true
                return
            }
            // Gone since the listing: the next look will tell.
            guard let status = try status(name) else { continue }
            let path = prefix + name
            tree.entries.append(.init(path: path, status: status))
            guard status.kind == .folder else { continue }
            if level >= depth {
                tree.tooDeep = path
                continue
            }
            do throws(IOFailure) {
                try folder(name).list(into: &tree, below: path + "/", level: level + 1, limit: limit, depth: depth)
            } catch  where error.isMissing {
                continue
            } catch  where error.isForbidden {
                tree.unreadable = error
            }
            if tree.isTruncated { return }
        }
    }
}
