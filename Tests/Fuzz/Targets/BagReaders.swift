import Assessment
import Credentials
import Documents

/// The tag files of a bag: each reader gets every input.
func readsBag(_ bytes: [UInt8]) {
    if let declaration = try? BagDeclaration(bytes) {
        expect(bytes.starts(with: Array("BagIt-Version: \(declaration.major)".utf8)), "no declaration passed")
    }
    let info = BagInfo(bytes)
    expect(info.line <= bytes.count + 1, "line \(info.line)")
    for name in ["manifest-sha256.txt", "manifest-sha512.txt", "manifest-md5.txt", "tagmanifest-sha256.txt"] {
        readsBagManifest(bytes, name)
    }
}

private func readsBagManifest(_ bytes: [UInt8], _ name: String) {
    guard let name = BagManifest.Name(name) else { fatalError(name) }
    let manifest = BagManifest(bytes, name, limit: 20)
    expect(manifest.entries.count <= 21 && manifest.faults.count <= 20, "more than the limits")
    for entry in manifest.entries {
        let parts = entry.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        expect(
            parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8) },
            "a path that leaves the bag passed")
        expect(name.isOfTags != entry.path.utf8.starts(with: "data/".utf8), "\(entry.path) in \(name)")
        expect(entry.digest.utf8.count == name.kind?.digits, "a digest of another length")
        let again = BagManifest.decoded(BagManifest.encoded(entry.path))
        expect(again.utf8.elementsEqual(entry.path.utf8), "the way back isn't exact")
    }
}
