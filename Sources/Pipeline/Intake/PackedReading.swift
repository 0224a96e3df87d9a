internal import Assessment
internal import Credentials
internal import Folders
internal import Workers

/// The system refused what unpacking needs: the disk is full, say. No bundle is to blame.
struct UnpackingFailure: Error {
    var cause: IOFailure
    /// What all that the archive holds would take, where the disk is full and this is known.
    var needs: Int64 = 0
}

/// Reads a bundle that came as one archive: unpacked first, then read like any other.
struct PackedReading {
    let inspector: Inspector
    let candidate: Candidate
    let unpacked: Folder
    let patienceIsOver: Bool

    /// An archive that lies in Inbox itself.
    func inspection(_ file: OpenFile, _ status: FileStatus) throws -> Inspection {
        guard candidate.fingerprint.isEmpty || status.stamp == candidate.fingerprint else {
            return .waiting("it changed while it was read")
        }
        if status.links != 1 {
            let finding = Finding(
                .fileNotPlain, file: candidate.name,
                "'\(printable(candidate.name))' has a second name elsewhere (a hard link); only plain files are taken.",
                remedy: "Drop a copy of the archive.")
            return Inspection(tree: Tree(), archive: status, verdict: .refused(Refused(findings: [finding])))
        }
        do {
            return Inspection(tree: Tree(), archive: status, verdict: try verdict(file, status))
        } catch let failure as WorkerFailure {
            return Inspection(tree: Tree(), archive: status, verdict: inspector.unread(candidate, failure))
        }
    }

    /// What the archive's content comes to. Only what is complete stays unpacked.
    func verdict(_ file: OpenFile, _ status: FileStatus) throws -> Verdict {
        guard file.status == status else { return .held("it changed while it was read") }
        let limits = inspector.limits
        if status.bytes > limits.maxArchiveBytes {
            return .refused(
                Refused(findings: [BundleStructure.tooLarge(status.bytes, limits, file: candidate.name)]))
        }
        if file.hasWriter() == true { return .held("it is still open for writing") }
        var verdict: Verdict
        do {
            verdict = try contents(file)
        } catch {
            try? unpacked.removeTree(candidate.name)
            throw error
        }
        if case .complete(var found) = verdict {
            let measure = try file.measure()
            found.archive = KeptFile(path: candidate.name, sha256: measure.sha256.hex, bytes: measure.bytes)
            verdict = .complete(found)
            if try file.currentStatus() != status { verdict = .held("it changed while it was read") }
        }
        if case .complete = verdict { return verdict }
        try unpacked.removeTree(candidate.name)
        return verdict
    }

    private func contents(_ file: OpenFile) throws -> Verdict {
        let outcome: UnpackOutcome
        do {
            outcome = try Unpacking(
                limits: inspector.limits, name: candidate.name, measuresFirst: candidate.lackedRoom
            ).unpack(file, to: unpacked, as: candidate.name)
        } catch let failure as IOFailure where failure.isOfTheMachine || failure.isForbidden {
            throw UnpackingFailure(cause: failure)
        }
        switch outcome {
        case .waiting(let waiting): return .waiting(waiting)
        case .refused(let findings): return .refused(Refused(findings: findings))
        case .whole(let folder):
            let tree = try bundleTree(candidate.name, in: unpacked, inspector.limits)
            // Our own folder: what can't be listed there mustn't count as not sent.
            if let failure = tree.unreadable { throw UnpackingFailure(cause: failure) }
            let faults = BundleStructure(tree: tree, limits: inspector.limits).findings()
            let reading = BundleReading(
                inspector: inspector, tree: tree, bundle: folder, patienceIsOver: patienceIsOver, isUnpacked: true)
            return faults.isEmpty ? try reading.verdict() : .refused(reading.refused(for: faults))
        }
    }

    /// The archive in a folder that came out of Returned: beside it are only the receipts.
    static func returnedArchive(_ tree: Tree) -> Tree.Entry? {
        let solid = tree.entries.filter { !NameRule.isDropping($0.path) && !NameRule.isReceipt($0.path) }
        guard solid.count == 1, solid[0].status.kind == .file, NameRule.isArchive(solid[0].path),
            tree.entry("receipt.xml") != nil
        else { return nil }
        return solid[0]
    }
}
