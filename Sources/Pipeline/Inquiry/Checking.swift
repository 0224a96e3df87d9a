package import Assessment
internal import Bookkeeping
internal import Folders
internal import Workers

/// `check --json`.
package struct CheckReport: Encodable, Sendable {
    package var acceptable: Bool
    package var findings: [Finding]
}

extension Questions {
    /// What `run` would say of a bundle, without dropping it.
    package func check(_ path: String) throws -> CheckReport {
        // Who writes rubrics may have that folder alone.
        try checkIsWorkspace(with: ["Rubrics"])
        let library = try self.library()
        let typed = TypedPath(path)
        let name = typed.name
        let folder = try openParent(typed)
        guard let program = library.program, let zone = library.zone else {
            return CheckReport(acceptable: false, findings: library.findings.filter { $0.severity == .error })
        }
        let isArchive = try folder.status(name)?.kind == .file
        let limits = program.value.limits
        let fingerprint = try isArchive ? "" : bundleTree(name, in: folder, limits).fingerprint
        let workers = WorkerPool(size: 1)
        defer { workers.shutDown() }
        let now = try self.now()
        let inspector = Inspector(
            library: library, program: program, workers: workers,
            earlierVersions: { educator, rubric in
                try withBook {
                    Intake.earlierVersions(try $0.submissions(educator: educator, rubric: rubric))
                } ?? nil
            },
            acceptedRubric: { digest in
                try withBook { try $0.shelvedRubric(sha256: digest, workers) }
            })
        let candidate = Candidate(name: name, place: .inbox, fingerprint: fingerprint, since: now, crashes: 1)
        let scratch = try Folder.temporary()
        defer { try? scratch.removeTemporary() }
        let validity = Validity(zone: zone, workers: workers)
        let inspection = inspector.inspect(candidate, in: folder, unpackingTo: scratch, patienceIsOver: false)
        if let failure = inspection.failure { throw failure }
        switch inspection.verdict {
        case .refused(let refused):
            let standing = try withBook { try Admitting.standing(refused, in: $0, now: now, validity) } ?? []
            return CheckReport(acceptable: false, findings: refused.findings + standing)
        case .waiting(let waiting):
            let findings =
                waiting.findings.isEmpty
                ? [
                    Finding(
                        .bundleWaiting, "The bundle would wait: \(waiting.reason).", remedy: "Check it again later.")
                ]
                : waiting.findings.map { finding in
                    var error = finding
                    if finding.isA(.fileTemporary) { error.severity = .error }
                    return error
                }
            return CheckReport(acceptable: false, findings: findings)
        case .complete(let found):
            let admission = try withBook { book in
                try Admitting(
                    book: book, bundle: name, found: found, now: now, programSHA256: program.sha256, rosterSHA256: "",
                    validity: validity
                ).admission()
            }
            switch admission {
            case nil: return CheckReport(acceptable: true, findings: found.warnings)
            case .accepted(let fact, _, _)?: return CheckReport(acceptable: true, findings: fact.findings)
            case .refused(let findings)?: return CheckReport(acceptable: false, findings: findings)
            case .duplicate(let first)?:
                let finding = Finding(
                    .bundleDuplicate, .error,
                    "The same content was dropped before as '\(printable(first.bundle))'; it is submission \(first.id).",
                    remedy: "Nothing is to be done.")
                return CheckReport(acceptable: false, findings: [finding])
            }
        }
    }

    private func openParent(_ path: TypedPath) throws -> Folder {
        do throws(IOFailure) {
            let folder = try path.openParent()
            if let kind = try folder.status(path.name)?.kind,
                kind == .folder || kind == .file && NameRule.isArchive(path.name)
            {
                return folder
            }
        } catch {
            guard error.isMissing else { throw error }
        }
        throw Refusal.unknown(
            "There is no bundle '\(printable(path.typed))'. Name the folder that holds the manifest.xml, or a .zip or .tar.gz of it."
        )
    }

    /// Every fault of the district's documents, or of the files that are named.
    package func checkDocuments(_ files: [String]) throws -> CheckReport {
        guard !files.isEmpty else {
            try checkIsWorkspace(with: ["Rubrics"])
            let findings = try library().findings
            return CheckReport(acceptable: !findings.hasError, findings: findings)
        }
        let workers = WorkerPool(size: 1)
        defer { workers.shutDown() }
        let digests = try withBook { try $0.acceptedDigests() } ?? [:]
        let rubrics = try? Folder.open(Folder.open(settings.workspace).path + "/Rubrics").path
        var findings: [Finding] = []
        for path in files {
            let (parent, name) = split(path)
            let folder = try openFolder(of: path, parent)
            guard try folder.status(name)?.kind == .file else {
                throw Refusal.unknown("There is no file '\(printable(path))'.")
            }
            let isInside = rubrics.map { "\(folder.path)/".hasPrefix("\($0)/") } ?? false
            findings += try librarian(folder, workers, digests).check(name, called: path, isElsewhere: !isInside)
        }
        return CheckReport(acceptable: !findings.hasError, findings: findings)
    }

    func openFolder(of path: String, _ parent: String) throws -> Folder {
        do throws(IOFailure) {
            return try Folder.open(parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent)
        } catch {
            guard error.isMissing else { throw error }
            throw Refusal.unknown("There is no file '\(printable(path))'.")
        }
    }
}
