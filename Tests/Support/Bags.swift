import Testing

extension Workspace {
    /// Drops a bundle as a BagIt bag; the digests are those that the system's own tools find.
    package func dropBag(
        _ name: String = "bag", kinds: [String] = ["sha256"], tagKinds: [String] = [], info: String? = nil,
        educator: Educator = Educator(), evidence: [Item] = Item.usual, unlisted: [String: String] = [:],
        in folder: String = "Inbox"
    ) throws {
        let bag = folder + "/" + name
        try drop(name + "/data", educator: educator, evidence: evidence, in: folder)
        for (path, text) in unlisted { try write(bag + "/data/" + path, text) }
        try write(bag + "/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        if let info { try write(bag + "/bag-info.txt", info) }
        try listBag(name, kinds: kinds, tagKinds: tagKinds, in: folder)
    }

    /// Writes the manifests of a bag that lies there, for what is in it now.
    package func listBag(
        _ name: String = "bag", kinds: [String] = ["sha256"], tagKinds: [String] = [], in folder: String = "Inbox"
    ) throws {
        let bag = folder + "/" + name
        for kind in kinds {
            try shell(
                "find data -type f | LC_ALL=C sort | tr '\\n' '\\0' | xargs -0 \(kind)sum > manifest-\(kind).txt",
                in: bag)
        }
        for kind in tagKinds {
            try shell("\(kind)sum bagit.txt bag-info.txt manifest-*.txt > tagmanifest-\(kind).txt", in: bag)
        }
    }
}
