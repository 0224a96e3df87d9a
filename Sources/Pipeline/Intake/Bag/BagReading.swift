internal import Assessment
internal import Credentials
internal import Documents
internal import Folders

/// Reads the tag files of a bag and compares them with what is there. Nothing of the payload is read here: its digests
/// are found where the evidence is measured.
struct BagReading {
    enum Standing {
        /// As far as the tag files can tell, all of it is there.
        case whole(Bag)
        case faulty(Verdict)
    }

    /// Of a manifest or another tag file that is read.
    static let limit = 4_194_304

    let reading: BundleReading
    var bag: Bag
    let files: [String: Tree.Entry]
    /// What no waiting mends; what may still be coming, and in few words what that is.
    var refusals: [Finding] = []
    var lacking: [Finding] = []
    var reasons: [String] = []

    init(_ reading: BundleReading, root: String) {
        self.reading = reading
        bag = Bag(root: root)
        // By canonical equivalence, so that accents are found however they are stored.
        files = Dictionary(reading.tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func standing() throws -> Standing {
        try readDeclaration()
        if files[bag.root + "fetch.txt"] != nil {
            refuse(
                .bagFetch, bag.root + "fetch.txt",
                "The bag has a fetch.txt: parts of it are to be got from the network, and nothing is ever got from there.",
                "Put the files themselves into the bag, and make it anew without fetch.txt.")
        }
        let manifests = try readManifests()
        judgePayload(manifests.filter { !$0.name.isOfTags })
        judgeTags(manifests)
        try judgeOxum()
        if !refusals.isEmpty { return .faulty(.refused(Refused(findings: refusals + lacking))) }
        if !lacking.isEmpty {
            return .faulty(
                .waiting(Waiting(reason: reasons.joined(separator: "; "), refused: Refused(findings: lacking))))
        }
        return .whole(bag)
    }

    // MARK: The declaration

    private mutating func readDeclaration() throws {
        let path = bag.root + Bag.declaration
        let bytes = try tagFile(path)
        do throws(BagDeclaration.Fault) {
            _ = try BagDeclaration(bytes ?? [])
        } catch .wrong(let why) {
            let message = "bagit.txt doesn't say what a bag's has to say: \(why)."
            refuse(.bagDeclaration, path, message, Self.declarationRemedy)
        } catch {
            if bytes == nil {
                refuse(.bagDeclaration, path, "bagit.txt is far too long.", Self.declarationRemedy)
            } else {
                lack(.bagDeclaration, path, "bagit.txt is empty.", Self.declarationRemedy, reason: "bagit.txt is empty")
            }
        }
    }

    private static let declarationRemedy =
        "Write exactly these two lines into it: 'BagIt-Version: 1.0' and 'Tag-File-Character-Encoding: UTF-8', with "
        + "nothing before, between or after them."

    // MARK: The manifests

    struct Manifest {
        var path: String
        var name: BagManifest.Name
        var content: BagManifest
        var fileName: String { split(path).name }
    }

    private mutating func readManifests() throws -> [Manifest] {
        var manifests: [Manifest] = []
        var unknown: [String] = []
        for path in files.keys.sorted() {
            guard let name = path.below(bag.root).flatMap(BagManifest.Name.init) else { continue }
            guard name.kind != nil else {
                noteUnknown(path)
                if !name.isOfTags { unknown.append(printable(split(path).name)) }
                continue
            }
            guard let bytes = try tagFile(path) else {
                refuse(
                    .bagManifest, path, "The manifest has more than \(BagReading.limit) bytes.",
                    "Put fewer files into the bag.")
                continue
            }
            let most = reading.inspector.limits.maxFiles
            let manifest = Manifest(path: path, name: name, content: BagManifest(bytes, name, limit: most))
            if manifest.content.entries.count > most {
                refuse(
                    .bundleTooManyFiles, path,
                    "\(printable(manifest.fileName)) lists more than the \(most) files that are taken.",
                    "Put only what is evidence into the bag.")
                continue
            }
            judgeLines(manifest)
            manifests.append(manifest)
        }
        judgeKinds(manifests.filter { !$0.name.isOfTags }, unknown)
        return manifests
    }

    private mutating func judgeLines(_ manifest: Manifest) {
        for fault in manifest.content.faults {
            let isLast = fault.line > (manifest.content.entries.last?.line ?? 0)
            let finding = Finding(
                fault.isOfPath ? .pathRefused : .bagManifest, file: manifest.path, line: fault.line, column: 1,
                "In \(printable(manifest.fileName)) \(printable(fault.words)).",
                remedy: "Make the bag anew; each line is a digest, a space, and a path below the bag's folder.")
            // The line may have been cut off by a copy that isn't done.
            if isLast, !manifest.content.isWhole {
                lacking.append(finding)
                reasons.append("\(printable(manifest.fileName)) ends in the middle of a line")
            } else {
                refusals.append(finding)
            }
        }
    }

    private mutating func noteUnknown(_ path: String) {
        bag.notes.append(
            Finding(
                .bagAlgorithm, file: path,
                "The digests in \(printable(split(path).name)) are of a kind that this program doesn't know; they weren't "
                    + "verified.",
                remedy: "Nothing, where a manifest with SHA-256 or SHA-512 is there as well."))
    }

    /// `unknown`: names of payload manifests with digests of kinds that aren't known here.
    private mutating func judgeKinds(_ manifests: [Manifest], _ unknown: [String]) {
        if manifests.contains(where: { $0.name.kind?.isStrong == true }) { return }
        let others = (manifests.map { printable($0.fileName) } + unknown).joined(separator: " and ")
        lack(
            .bagManifest, bag.root + Bag.declaration,
            others.isEmpty
                ? "The bag has no payload manifest."
                : "The bag has only \(others); digests of that kind can be forged or aren't known here, and aren't enough.",
            "Make the bag with SHA-256 or SHA-512, so that it has a manifest-sha256.txt or a manifest-sha512.txt.",
            reason: others.isEmpty ? "no manifest-sha256.txt yet" : "only \(others), no manifest-sha256.txt")
    }

    // MARK: Words and bytes

    mutating func refuse(_ code: FindingCode, _ file: String, _ message: String, _ remedy: String) {
        refusals.append(Finding(code, file: file, message, remedy: remedy))
    }

    mutating func lack(
        _ code: FindingCode, _ file: String, _ message: String, _ remedy: String, reason: String
    ) {
        lacking.append(Finding(code, file: file, message, remedy: remedy))
        reasons.append(reason)
    }

    /// Nil where it is longer than any tag file that is read.
    func tagFile(_ path: String) throws -> [UInt8]? {
        let file = try reading.bundle.openFile(path)
        if file.status.bytes > Int64(BagReading.limit) { return nil }
        guard let entry = files[path], entry.status == file.status else {
            throw IOFailure("read", file.path, code: IOFailure.changedCode)
        }
        return try file.read(limit: BagReading.limit)
    }
}
