/// A path's folder and last name.
func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
}

extension String {
    /// What follows a folder's path with its `/`; by bytes, since a combining mark would hide that `/` otherwise.
    func below(_ folder: String) -> String? {
        utf8.starts(with: folder.utf8) ? String(decoding: utf8.dropFirst(folder.utf8.count), as: UTF8.self) : nil
    }
}
