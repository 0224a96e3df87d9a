// By bytes, all of it: a combining mark at the beginning of a name makes one character with the `/` before it, which
// no search for a `/` would find.

/// A path's folder, without its `/`, and its last name.
package func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (
        String(decoding: path.utf8[..<slash], as: UTF8.self),
        String(decoding: path.utf8[path.utf8.index(after: slash)...], as: UTF8.self)
    )
}

/// The names of a path, empty ones left out; the last holds the rest after `most` of them.
package func pathNames(_ path: String, most: Int = .max) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: most).map { String(decoding: $0, as: UTF8.self) }
}

extension String {
    /// What follows a folder's path with its `/`; nil where it isn't below that.
    package func below(_ folder: String) -> String? {
        utf8.starts(with: folder.utf8) ? String(decoding: utf8.dropFirst(folder.utf8.count), as: UTF8.self) : nil
    }

    /// With each accent composed with its letter (NFC), as archives give their names.
    package var composed: String { String(decoding: _nfcCodeUnits, as: UTF8.self) }

    /// Whether it is more than one name.
    package var isNested: Bool { utf8.contains(UInt8(ascii: "/")) }
}
