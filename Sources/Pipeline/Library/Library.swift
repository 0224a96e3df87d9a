package import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// A document of the district's as it was read.
struct Shelved<Value: Sendable>: Sendable {
    var value: Value
    /// Below the workspace.
    var file: String
    var bytes: [UInt8]
    var sha256: String
}

/// Everything that the district wrote in Rubrics, read once a pass.
package struct Library: Sendable {
    var program: Shelved<Program>?
    var zone: ProgramZone?
    var roster: Shelved<[Reviewer]>?
    var rubrics: [Shelved<Rubric>] = []
    /// All faults of all documents.
    package var findings: [Finding] = []
    /// A rubric file is invalid: bundles of unknown rubrics wait, for it may be theirs.
    var hasInvalidRubric = false
    /// Files that share their id and version with another: nothing is taken under them. The one under which something
    /// was accepted still says how that goes on.
    var twins: [Shelved<Rubric>] = []
    /// Files that couldn't be read this time, and may well be another time.
    var unread: [String] = []
    /// Changes with any byte of any document.
    var digest = ""

    /// The version that a bundle is offered when it names none.
    func newestActive(_ id: String) -> Shelved<Rubric>? {
        rubrics.filter { $0.value.id == id && $0.value.status == .active }
            .max { isEarlierVersion($0.value.version, than: $1.value.version) }
    }

    func rubric(_ id: String, version: String) -> Shelved<Rubric>? {
        rubrics.first { $0.value.id == id && $0.value.version == version }
    }

    /// Whether nothing new can be accepted under any version, for each is retired. A file that is invalid may be one more.
    func isRetired(_ id: String) -> Bool {
        let versions = (rubrics + twins).filter { $0.value.id == id }
        return !hasInvalidRubric && !versions.isEmpty && versions.allSatisfy { $0.value.status == .retired }
    }

    func isTwice(_ id: String, version: String) -> Bool {
        twins.contains { $0.value.id == id && $0.value.version == version }
    }

    /// The version that would be offered if it weren't in two files.
    func newestTwice(_ id: String) -> String? {
        let offered = newestActive(id)?.value.version
        return twins.filter { $0.value.id == id && $0.value.status == .active }.map(\.value.version)
            .filter { version in offered.map { isEarlierVersion($0, than: version) } ?? true }
            .max { isEarlierVersion($0, than: $1) }
    }
}

/// Reads the district's documents, every fault with its place.
struct Librarian: Sendable {
    let rubrics: Folder
    let workers: WorkerPool
    /// The digest under which a version was accepted before, if any.
    let acceptedDigest: @Sendable (_ rubric: String, _ version: String) throws -> String?
    /// What the ledger keeps under a digest.
    let acceptedBytes: @Sendable (_ digest: String) throws -> [UInt8]?

    static let depth = 32
    /// Names in Rubrics, folders included.
    static let most = 20_000

    func read() throws -> Library {
        var library = Library()
        var whole = DigestStream()
        var elements = DistrictElements()
        let tree = try rubrics.tree(limit: Librarian.most, depth: Librarian.depth)
        // What can't be looked at may hold any rubric.
        if let failure = tree.unreadable {
            if failure.isOfTheMachine { library.unread.append("Rubrics") }
            library.refuse(
                "Rubrics", failure.description, remedy: "Until then bundles of rubrics that aren't known wait.")
        }
        if let path = tree.tooDeep {
            library.refuse(
                "Rubrics/" + path, "It lies more than \(Librarian.depth) folders deep.", remedy: "Move it up.")
        }
        if tree.isTruncated {
            library.refuse(
                "Rubrics", "It holds more than 20,000 files and folders.",
                remedy: "Keep only the district's documents there.")
        }
        for entry in tree.entries where entry.path.lowercased().hasSuffix(".xml") && !isHidden(entry.path) {
            let file = "Rubrics/" + entry.path
            guard entry.status.kind == .file else {
                if entry.status.kind != .folder { library.refuse(file, "It is a link or a device, not a file.") }
                continue
            }
            let bytes: [UInt8]
            do throws(IOFailure) {
                bytes = try rubrics.read(entry.path, limit: 4_194_304)
            } catch {
                // A file that is too large or forbidden looks another way when that is mended.
                if error.isOfTheMachine { library.unread.append(file) }
                library.refuse(file, error.description)
                continue
            }
            let digest = sha256(bytes).hex
            whole.take(entry.path)
            whole.take(digest)
            try shelve(bytes, digest, file, &library, &elements)
        }
        try finish(&library, elements)
        // What waits for such a file is looked at again when it can be read, though its bytes are the same.
        for file in library.unread { whole.take(file) }
        library.digest = whole.finish().hex
        return library
    }

    /// One document by itself, wherever it lies.
    func check(_ name: String, called file: String, isElsewhere: Bool) throws -> [Finding] {
        var library = Library()
        var elements = DistrictElements()
        let bytes = try rubrics.read(name, limit: 4_194_304)
        elements.areElsewhere = isElsewhere
        try shelve(bytes, sha256(bytes).hex, file, &library, &elements)
        return library.findings
    }

    private func shelve(
        _ bytes: [UInt8], _ digest: String, _ file: String, _ library: inout Library, _ elements: inout DistrictElements
    ) throws {
        let reading: Reading
        do throws(WorkerFailure) {
            reading = try workers.read(bytes, limits: .document)
        } catch {
            guard error.isOfTheFile else { throw error }
            library.noteUnread(file, error)
            library.refuse(file, "Reading it ended the reader (\(error)).")
            return
        }
        guard let root = reading.root else {
            library.findings += findings(from: reading.faults, file: file)
            library.hasInvalidRubric = true
            return
        }
        var faults: [Finding]
        switch root.name {
        case "rubric":
            let read = readDocument(reading, file: file, by: readRubric)
            faults = read.findings
            let accepted = try read.value.flatMap { try acceptedDigest($0.id, $0.version) }
            if accepted != nil { faults = faults.map(\.butReservedRulesStay) }
            if let rubric = read.value, !faults.hasError {
                faults += try ruleFindings(rubric, file: file, root: root, &library)
                if let accepted, accepted != digest, !differsByStatusAlone(rubric, bytes, from: accepted) {
                    faults.append(
                        elements.areElsewhere
                            ? needsOwnName(rubric, file: file, root: root)
                            : try changed(rubric, bytes, file: file, from: accepted, to: digest))
                } else if accepted != nil {
                    elements.accepted.insert(file)
                }
            }
            if let rubric = read.value {
                elements.rubrics.append(.init(file: file, root: root, value: rubric))
            }
            if let rubric = read.value, !faults.hasError {
                library.rubrics.append(Shelved(value: rubric, file: file, bytes: bytes, sha256: digest))
            } else {
                library.hasInvalidRubric = true
            }
        case "program":
            let read = readDocument(reading, file: file, by: readProgram)
            faults = read.findings
            if elements.programs.isEmpty, let program = read.value, !faults.hasError {
                library.program = Shelved(value: program, file: file, bytes: bytes, sha256: digest)
            }
            if let program = read.value { elements.programs.append(.init(file: file, root: root, value: program)) }
        case "reviewers":
            let read = readDocument(reading, file: file, by: readReviewers)
            faults = read.findings
            if elements.rosters.isEmpty, let roster = read.value, !faults.hasError {
                library.roster = Shelved(value: roster, file: file, bytes: bytes, sha256: digest)
            }
            if let roster = read.value { elements.rosters.append(.init(file: file, root: root, value: roster)) }
        default:
            library.hasInvalidRubric = true
            faults = findings(from: reading.faults, file: file)
            if !faults.hasError {
                faults.append(
                    Finding(
                        .documentUnexpected, file: file, line: root.line, column: root.column,
                        "A '\(root.name)' doesn't belong in Rubrics.",
                        remedy: "Keep only rubrics, program.xml and reviewers.xml there."))
            }
        }
        library.findings += faults
    }

    /// A version may be retired, or taken back to a draft, after submissions were accepted: that says nothing else about
    /// them. When they were accepted it was active.
    private func differsByStatusAlone(_ rubric: Rubric, _ bytes: [UInt8], from accepted: String) -> Bool {
        guard rubric.status != .active else { return false }
        // UTF-8, and UTF-16 either way round.
        let encodings: [(UInt8) -> [UInt8]] = [{ [$0] }, { [$0, 0] }, { [0, $0] }]
        return ["\"", "'"].contains { quote in
            encodings.contains { encoded in
                func written(_ status: Rubric.Status) -> [UInt8] {
                    (quote + status.rawValue + quote).utf8.flatMap(encoded)
                }
                return bytes.ranges(of: written(rubric.status)).contains { range in
                    var before = bytes
                    before.replaceSubrange(range, with: written(.active))
                    return sha256(before).hex == accepted
                }
            }
        }
    }

    private func isHidden(_ path: String) -> Bool { pathNames(path).contains { $0.utf8.first == UInt8(ascii: ".") } }
}

/// The documents as far as they could be read, valid or not: the checks across them say all they can.
struct DistrictElements {
    /// They lie outside Rubrics.
    var areElsewhere = false
    /// Files of rubrics with the bytes under which something was accepted.
    var accepted: Set<String> = []
    var programs: [Source<Program>] = []
    var rosters: [Source<[Reviewer]>] = []
    var rubrics: [Source<Rubric>] = []
}

extension Library {
    /// What takes too much computing, or ends its reader, does so every time.
    mutating func noteUnread(_ file: String, _ failure: WorkerFailure) {
        if failure == .stalled { unread.append(file) }
    }

    mutating func refuse(
        _ file: String, _ why: String, remedy: String = "Replace the file with one that can be read."
    ) {
        findings.append(Finding(.documentUnreadable, file: file, why, remedy: remedy))
        hasInvalidRubric = true
    }
}

extension Limits {
    /// What a document of the district's may be: a rubric with long descriptors is still far below it.
    static var document: Limits {
        var limits = Limits()
        limits.maxBytes = 4_194_304
        return limits
    }

    /// The usual limits with another number of bytes.
    static func upTo(_ bytes: Int) -> Limits {
        var limits = Limits()
        limits.maxBytes = bytes
        return limits
    }
}
