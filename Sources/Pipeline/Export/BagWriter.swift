internal import Assessment
internal import Credentials
internal import Folders

/// Writes a BagIt bag (RFC 8493) into an empty folder: the payload file by file, then the tag files.
struct BagWriter {
    let folder: Folder
    private var listed: [(path: String, sha256: String)] = []
    private(set) var bytes: Int64 = 0

    var files: Int { listed.count }

    init(_ folder: Folder) { self.folder = folder }

    /// A file of the payload, and its digest; its path is below `data/`, and made of names that any system can have.
    @discardableResult
    mutating func add(_ path: String, _ content: [UInt8]) throws -> String {
        let (parent, name) = try place(path)
        try parent.writeNew(name, content)
        let digest = sha256(content).hex
        note(path, digest, Int64(content.count))
        return digest
    }

    /// A copy of a file; its digest is found in the copy.
    mutating func add(_ path: String, copyOf file: OpenFile) throws -> String {
        let (parent, name) = try place(path)
        try file.copy(to: parent, as: name)
        let measure = try parent.openFile(name).measure()
        note(path, measure.sha256.hex, measure.bytes)
        return measure.sha256.hex
    }

    private func place(_ path: String) throws -> (Folder, String) {
        let (parent, name) = split("data/" + path)
        return (try folder.madeFolder(parent), name)
    }

    private mutating func note(_ path: String, _ sha256: String, _ count: Int64) {
        listed.append(("data/" + path, sha256))
        bytes += count
    }

    /// The tag files. Of `info` each is a label and its value.
    func finish(_ info: [(label: String, value: String)]) throws {
        var lines = info.map { "\($0.label): \(inOneLine($0.value))" }
        lines.append("Payload-Oxum: \(bytes).\(files)")
        let tags = [
            (Bag.declaration, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            ("bag-info.txt", lines.joined(separator: "\n") + "\n"),
            ("manifest-sha256.txt", manifest(listed.sorted { $0.path < $1.path })),
        ]
        for (name, text) in tags { try folder.writeNew(name, Array(text.utf8)) }
        let digests = tags.map { (path: $0.0, sha256: sha256($0.1).hex) }
        try folder.writeNew("tagmanifest-sha256.txt", Array(manifest(digests).utf8))
    }

    /// Two spaces, so that `sha256sum -c` reads it as well.
    private func manifest(_ files: [(path: String, sha256: String)]) -> String {
        files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    }

    private func inOneLine(_ text: String) -> String {
        printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
