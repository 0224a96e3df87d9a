internal import Assessment
internal import Folders

/// Finds the evidence of a bundle whose manifest lists none: each kind of the rubric has a folder of its name.
struct FolderEvidence {
    /// Of a plain text, and of what is read out of a document.
    static let textLimit = 1_048_576
    /// Of a document of Word or LibreOffice, pictures and all.
    static let officeLimit = 33_554_432

    let contents: BundleContents
    let rubric: Rubric
    private(set) var items: [EvidenceItem] = []
    private(set) var sources: Set<String> = []
    private(set) var findings: [Finding] = []

    init(_ contents: BundleContents, rubric: Rubric) throws {
        (self.contents, self.rubric) = (contents, rubric)
        for rule in rubric.evidence { try gather(rule) }
    }

    private var reading: BundleReading { contents.reading }

    private mutating func gather(_ rule: EvidenceRule) throws {
        var release: String?
        var files: [Tree.Entry] = []
        for entry in entries(of: rule.kind) {
            let name = split(entry.path).name
            if name.lowercased() == "release.txt" {
                sources.insert(entry.path)
                release = try self.release(entry)
            } else if name.hasPrefix("_") {
                sources.insert(entry.path)
            } else {
                files.append(entry)
            }
        }
        for entry in files {
            let name = split(entry.path).name
            let ending = ending(of: name)
            let title = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
            func item(_ content: EvidenceItem.Content, from source: String?) -> EvidenceItem {
                var item = EvidenceItem(
                    kind: rule.kind, title: title, release: release, content: content,
                    place: contents.submission.place)
                if let source { item.measured = Measured(bytes: 0, sha256: "", location: source) }
                return item
            }
            switch rule.form {
            case .file:
                let path = String(entry.path.dropFirst(contents.root.count))
                items.append(item(.file(path: path, sha256: nil, bytes: nil), from: nil))
            case .text:
                sources.insert(entry.path)
                guard let text = try text(entry) else { continue }
                items.append(item(.text(text), from: entry.path))
            case .link:
                sources.insert(entry.path)
                for link in try links(entry) {
                    items.append(item(.link(href: link.href, duration: link.duration), from: entry.path))
                }
            }
        }
    }

    /// The files that lie in a kind's folder itself, in the order of their names.
    private func entries(of kind: String) -> [Tree.Entry] {
        reading.tree.files.filter { entry in
            guard entry.path.hasPrefix(contents.root) else { return false }
            let path = String(entry.path.dropFirst(contents.root.count))
            return split(path).parent.lowercased() == kind.lowercased() && !NameRule.isDropping(path)
                && !NameRule.isTemporary(path)
        }
    }

    private mutating func release(_ entry: Tree.Entry) throws -> String? {
        let text = plainText(try bytes(of: entry, limit: 65_536) ?? []) ?? ""
        let line = text.split(whereSeparator: \.isNewline).first.map { String($0).trimmed.lowercased() } ?? ""
        if line.isEmpty || ["on-file", "not-needed"].contains(line) { return line.isEmpty ? nil : line }
        add(
            .releaseInvalid, entry,
            "The first line of '\(printable(entry.path))' is '\(printable(String(line.prefix(60))))'.",
            "Write on-file there when the signed releases are on file, or not-needed when nobody can be recognized.")
        return nil
    }

    private mutating func text(_ entry: Tree.Entry) throws -> String? {
        if ["txt", "md", "docx", "odt"].contains(ending(of: entry.path)),
            let bytes = try bytes(of: entry, limit: FolderEvidence.officeLimit),
            let text = try writtenText(bytes, name: entry.path, reading.inspector.workers)
        {
            return text
        }
        add(
            .evidenceNoText, entry, "'\(printable(entry.path))' can't be read as a text.",
            "Save it as .docx, .odt, .txt or .md; at most 1 MB of text is taken.")
        return nil
    }

    private mutating func links(_ entry: Tree.Entry) throws -> [WrittenLink] {
        guard ["txt", "url", "webloc"].contains(ending(of: entry.path)),
            let bytes = try bytes(of: entry, limit: FolderEvidence.textLimit),
            let links = writtenLinks(bytes, name: entry.path)
        else {
            add(
                .evidenceNoLink, entry, "No link can be read from '\(printable(entry.path))'.",
                "Put a .txt there with a link in each line, as in https://video.district.example/v/1 9:30.")
            return []
        }
        for link in links {
            guard let fault = link.fault else { continue }
            add(
                .durationInvalid, entry,
                "'\(printable(fault))' after the link '\(printable(link.href))' is no duration.",
                "Write minutes and seconds after the link, as in 9:30.")
        }
        return links
    }

    private func bytes(of entry: Tree.Entry, limit: Int) throws -> [UInt8]? {
        let file = try reading.bundle.openFile(entry.path)
        guard file.status == entry.status else { throw IOFailure("read", file.path, code: IOFailure.changedCode) }
        return file.status.bytes <= Int64(limit) ? try file.read(limit: limit) : nil
    }

    private mutating func add(_ code: FindingCode, _ entry: Tree.Entry, _ message: String, _ remedy: String) {
        findings.append(Finding(code, file: entry.path, message, remedy: remedy))
    }
}

extension BundleContents {
    /// Goes on as if the evidence had been written into the manifest; where some is lacking, it may still be coming.
    func byFolders(_ rubric: Shelved<Rubric>, _ earlier: [Finding]) throws -> Verdict {
        let found = try FolderEvidence(self, rubric: rubric.value)
        var spelledOut = self
        spelledOut.submission.evidence = found.items
        spelledOut.sources = found.sources
        let findings = earlier + found.findings
        let lacking = rubric.value.evidence.map { rule in
            (rule, found.items.filter { $0.kind == rule.kind }.count)
        }.filter { $1 < $0.min }
        if findings.hasError || lacking.isEmpty { return try spelledOut.judged(rubric, findings) }
        let reason = lacking.map { "\($1) of \($0.min) '\($0.kind)'" }.joined(separator: ", ")
        let counts = spelledOut.unmeasured(rubric).filter { $0.isA(.evidenceTooFew) }
        return .waiting(Waiting(reason: reason, findings: findings + counts))
    }

    /// Places and remedies for somebody who puts files into folders rather than writing XML: nothing of the evidence
    /// stands in the manifest, and its first line would be the wrong place to look.
    func inWordsOfFolders(_ findings: [Finding]) -> [Finding] {
        guard submission.isByFolders else { return findings }
        return findings.map { finding in
            var finding = finding
            if finding.file == manifest { (finding.file, finding.line, finding.column) = (nil, nil, nil) }
            switch FindingCode(rawValue: finding.code) {
            case .evidenceNoRelease:
                finding.remedy =
                    "Put a release.txt beside it whose first line is on-file when the signed release is on file, or "
                    + "not-needed when nobody can be recognized."
            case .linkNoDuration:
                finding.remedy = "Put the link into a .txt, and the duration after it, as in 9:30."
            case .evidenceTooFew:
                finding.remedy = "Put what is missing into the folder of that name, beside the manifest."
            case .evidenceTooMany: finding.remedy = "Take what is too much out of the folder of that name."
            default: break
            }
            return finding
        }
    }
}
