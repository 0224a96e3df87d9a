internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// Reads one bundle where it lies, and says what it is. Nothing is moved or changed.
struct Inspector: Sendable {
    let library: Library
    let program: Shelved<Program>
    let workers: WorkerPool
    /// The version of the first attempt that a bundle would go on with, if there is one.
    var earlierVersions: @Sendable (_ educator: String, _ rubric: String) throws -> EarlierVersions?
    /// The rubric that the ledger keeps under a digest.
    let acceptedRubric: @Sendable (_ digest: String) throws -> Shelved<Rubric>?

    var limits: Program.Limits { program.value.limits }

    /// An archive is unpacked below `unpacked`, under the candidate's name; what isn't complete is removed again.
    func inspect(
        _ candidate: Candidate, in folder: Folder, unpackingTo unpacked: Folder, patienceIsOver: Bool
    ) -> Inspection {
        var inspection = read(candidate, in: folder, unpackingTo: unpacked, patienceIsOver: patienceIsOver)
        inspection.verdict.shorten()
        return inspection
    }

    private func read(
        _ candidate: Candidate, in folder: Folder, unpackingTo unpacked: Folder, patienceIsOver: Bool
    ) -> Inspection {
        var tree = Tree()
        do {
            if let status = try folder.status(candidate.name), status.kind == .file {
                return try PackedReading(
                    inspector: self, candidate: candidate, unpacked: unpacked, patienceIsOver: patienceIsOver
                ).inspection(try folder.openFile(candidate.name), status)
            }
            tree = try bundleTree(candidate.name, in: folder, limits)
            return Inspection(tree: tree, verdict: try verdict(candidate, tree, in: folder, unpacked, patienceIsOver))
        } catch let failure as UnpackingFailure {
            let verdict =
                failure.cause.isDiskFull
                ? Verdict.waiting(RoomForBundle(folder: unpacked).waiting(needing: failure.needs))
                : .held("\(failure.cause)")
            return Inspection(tree: tree, verdict: verdict, failure: failure.cause)
        } catch let failure as WorkerFailure {
            return Inspection(tree: tree, verdict: unread(candidate, failure))
        } catch let failure as IOFailure where failure.isMissing || failure.isConfined {
            return .waiting("it changed while it was read")
        } catch let failure as IOFailure {
            return .waiting(Claiming.unreadable(failure))
        } catch {
            return .waiting("it can't be read: \(error)")
        }
    }

    private func verdict(
        _ candidate: Candidate, _ tree: Tree, in folder: Folder, _ unpacked: Folder, _ patienceIsOver: Bool
    ) throws -> Verdict {
        if let failure = tree.unreadable { return .held(Claiming.unreadable(failure)) }
        guard tree.fingerprint == candidate.fingerprint else { return .held("it changed while it was read") }
        let faults = BundleStructure(tree: tree, limits: limits).findings()
        let bundle = try folder.folder(candidate.name)
        if !faults.isEmpty {
            return .refused(
                BundleReading(inspector: self, tree: tree, bundle: bundle, patienceIsOver: patienceIsOver)
                    .refused(for: faults))
        }
        if let archive = PackedReading.returnedArchive(tree) {
            return try PackedReading(
                inspector: self, candidate: candidate, unpacked: unpacked, patienceIsOver: patienceIsOver
            ).verdict(try bundle.openFile(archive.path), archive.status)
        }
        return try BundleReading(inspector: self, tree: tree, bundle: bundle, patienceIsOver: patienceIsOver).verdict()
    }

    /// One that ended a reader is tried once more in the next pass, then returned; what the machine did to a reader is
    /// held against none.
    func unread(_ candidate: Candidate, _ failure: WorkerFailure) -> Verdict {
        guard failure.isOfTheFile else {
            return .held(
                "it can't be read now, and is tried again in the next run: \(failure) The machine may be short of memory "
                    + "or of processes.")
        }
        guard candidate.crashes > 0 else {
            return .waiting(
                Waiting(
                    reason: "reading it failed; it is tried once more in the next run", isLasting: false, crashed: true,
                    isForDocuments: true))
        }
        return .refused(
            Refused(findings: [
                Finding(
                    .bundleUnreadable, "Reading the bundle failed twice (\(failure)).",
                    remedy: "Save its manifest and its documents anew from the programs that made them.")
            ]))
    }
}

/// One bundle while it is read.
struct BundleReading {
    let inspector: Inspector
    let tree: Tree
    let bundle: Folder
    let patienceIsOver: Bool
    /// Its files were just written by this pass. Nobody else writes to them, but a helper process that starts at this
    /// moment may still hold a descriptor of ours, which would look like a writer.
    var isUnpacked = false
    /// What its tag files say, where it is a bag.
    private(set) var bag: Bag?
    /// What is wrong with the bundle's own shape: only its manifest is read then.
    private(set) var shapeFaults: [Finding] = []

    init(inspector: Inspector, tree: Tree, bundle: Folder, patienceIsOver: Bool, isUnpacked: Bool = false) {
        (self.inspector, self.tree, self.bundle) = (inspector, tree, bundle)
        (self.patienceIsOver, self.isUnpacked) = (patienceIsOver, isUnpacked)
    }

    static let manifestLimit = 1_048_576

    func verdict() throws -> Verdict {
        guard let root = tree.bagRoot else { return try contentVerdict() }
        var reader = BagReading(self, root: root)
        switch try reader.standing() {
        case .faulty(let verdict): return verdict
        case .whole(let bag):
            var reading = self
            reading.bag = bag
            return try reading.contentVerdict()
        }
    }

    /// What a misshapen bundle goes back with: what its manifest says is wrong is told together with that. Of one that
    /// couldn't be listed to its end nothing more is known.
    func refused(for faults: [Finding]) -> Refused {
        let isListed = !faults.contains { $0.isA(.bundleTooManyFiles) || $0.isA(.bundleTooDeep) }
        var reading = self
        reading.shapeFaults = faults
        guard isListed, let verdict = try? reading.contentVerdict() else { return Refused(findings: faults) }
        switch verdict {
        case .refused(let refused) where refused.findings.starts(with: faults): return refused
        case .refused(var refused):
            refused.findings = faults + refused.findings
            return refused
        case .waiting(let waiting): return Refused(findings: faults + waiting.findings)
        case .complete: return Refused(findings: faults)
        }
    }

    private func contentVerdict() throws -> Verdict {
        let root: String
        switch ManifestPlace(tree, below: bag?.payload ?? "") {
        case .found(let place): root = place
        case .missing: return .waiting(missingManifest())
        case .several(let names):
            return .waiting(
                Waiting(
                    reason: "two manifests: " + names.map(printable).joined(separator: ", "),
                    refused: Refused(
                        findings: names.dropFirst().map { name in
                            Finding(
                                .manifestSeveral, file: name,
                                "Beside '\(printable(names[0]))' lies '\(printable(name))', perhaps a second version of it.",
                                remedy: "Keep the right one under the name manifest.xml, and take the other away.")
                        })))
        }
        let path = root + "manifest.xml"
        if tree.entry(path)?.status.kind == .folder {
            return .refused(
                Refused(findings: [
                    Finding(
                        .manifestNotAFile, file: path, "manifest.xml is a folder, not a file.",
                        remedy: "Put the manifest itself there under this name.")
                ]))
        }
        let (bytes, digest) = try readManifest(path)
        guard let bytes else {
            return .refused(
                Refused(findings: [
                    Finding(
                        .xmlTooLarge, file: path, "The manifest has more than \(BundleReading.manifestLimit) bytes.",
                        remedy: "Keep long texts in files of their own.")
                ]))
        }
        let sums = digests(bytes, bag?.kinds(of: path) ?? [])
        if let faults = bag?.faults(of: path, { sums[$0] }), !faults.isEmpty {
            return .waiting(
                Waiting(
                    reason: "manifest.xml isn't the one that the bag was made with", refused: Refused(findings: faults))
            )
        }
        let reading = try inspector.workers.read(bytes, limits: .upTo(BundleReading.manifestLimit))
        guard let element = reading.root else {
            let found = findings(from: reading.faults, file: path, as: "submission")
            let mayBecomeWhole = reading.faults.allSatisfy { $0.kind == .notWellFormed }
            if mayBecomeWhole {
                return .waiting(Waiting(reason: unreadable(found.first), refused: Refused(findings: found)))
            }
            return .refused(Refused(findings: found))
        }
        guard element.name == "submission" else {
            return .refused(
                Refused(findings: [
                    Finding(
                        .manifestNotASubmission, file: path, line: element.line, column: element.column,
                        "The manifest is a '\(printable(element.name))', not a 'submission'.",
                        remedy: "Begin it with <submission xmlns=\"urn:assay:1\" rubric=\"…\">.")
                ]))
        }
        let read = readDocument(reading, file: path, by: readSubmission)
        let found = read.findings + (bag?.notes ?? [])
        guard let submission = read.value else { return .refused(Refused(findings: found)) }
        let contents = BundleContents(
            reading: self, submission: submission, root: root, manifest: path, manifestDigest: digest,
            manifestBytes: Int64(bytes.count))
        return try contents.verdict(earlier: shapeFaults + found)
    }

    /// It may still be being written, or it has a fault that stays.
    private func unreadable(_ first: Finding?) -> String {
        guard let first else { return "its manifest can't be read yet" }
        let place = first.line.map { ", at line \($0)" } ?? ""
        var words = first.message
        while words.last == "." { words.removeLast() }
        return "its manifest can't be read yet\(place): \(words)"
    }

    private func missingManifest() -> Waiting {
        let found = MeantManifest(tree)
        let hint = found?.words ?? ""
        if bag != nil {
            var misnamed = ""
            if case .misnamed = found { misnamed = hint }
            return Waiting(
                reason: "no manifest.xml in the bag's 'data' folder yet",
                refused: Refused(findings: [
                    Finding(
                        .manifestMissing, "The bag has no manifest.xml in its 'data' folder.\(misnamed)",
                        remedy: "Make the bag of a bundle, that is of a folder with a manifest.xml.")
                ]))
        }
        return Waiting(
            reason: tree.files.isEmpty ? "an empty folder" : "no manifest.xml yet" + (found?.reason ?? ""),
            refused: Refused(findings: [
                Finding(
                    .manifestMissing, "The bundle has no manifest.xml in its folder or its only top folder.\(hint)",
                    remedy: found?.remedy ?? "Put the manifest there under the name manifest.xml.")
            ]))
    }

    private func readManifest(_ path: String) throws -> (bytes: [UInt8]?, digest: Digest) {
        let file = try bundle.openFile(path)
        if file.status.bytes > Int64(BundleReading.manifestLimit) { return (nil, sha256([])) }
        guard let entry = tree.entry(path), entry.status == file.status else {
            throw IOFailure("read", file.path, code: IOFailure.changedCode)
        }
        let bytes = try file.read(limit: BundleReading.manifestLimit)
        return (bytes, sha256(bytes))
    }
}

/// Under which versions of a rubric an educator tried before.
struct EarlierVersions: Sendable {
    var first: String
    var latest: String
    /// Where the latest attempt waits to be mended: the digest of the rubric that it was accepted under.
    var incomplete: String?
}
