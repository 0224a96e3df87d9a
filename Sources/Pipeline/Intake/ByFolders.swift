internal import Assessment
internal import Documents
internal import Folders

extension BundleContents {
    /// Goes on as if the evidence had been written into the manifest; where some is lacking, it may still be coming.
    func byFolders(_ rubric: Shelved<Rubric>, _ earlier: [Finding]) throws -> Verdict {
        let found = try FolderEvidence(self, rubric: rubric.value)
        var spelledOut = self
        spelledOut.submission.evidence = found.items
        (spelledOut.sources, spelledOut.asides) = (found.sources, found.asides)
        (spelledOut.told, spelledOut.partly) = (found.told, found.partly)
        let findings = earlier + found.findings
        let lacking = rubric.value.evidence.map { rule in
            (rule, found.items.filter { $0.kind == rule.kind }.count)
        }.filter { $1 < $0.min && !found.partly.contains($0.kind) }
        if lacking.isEmpty { return try spelledOut.judged(rubric, findings) }
        // What is lacking may lie in a folder whose name is misspelled.
        let strays = strayFolders(rubric.value)
        if findings.hasError { return try spelledOut.judged(rubric, findings + strays) }
        let counts = spelledOut.unmeasured(rubric).filter { $0.isA(.evidenceTooFew) }
        let reason =
            lacking.map { "\($1) of \($0.min) '\($0.kind)'" }.joined(separator: ", ")
            + strays.map { ". " + $0.message + " " + $0.remedy }.joined()
        return .waiting(Waiting(reason: reason, refused: spelledOut.refused(findings + strays + counts, rubric)))
    }

    /// The top folders that hold files and are named after no kind of evidence.
    private func strayFolders(_ rubric: Rubric) -> [Finding] {
        let kinds = rubric.evidence.map(\.kind)
        var counts: [String: Int] = [:]
        var names: Set<String> = []
        for entry in reading.tree.entries {
            guard let path = entry.path.below(root), let top = pathNames(path, most: 1).first else { continue }
            if !path.isNested {
                names.insert(top.lowercased())
            } else if entry.status.kind == .file, !NameRule.isDropping(path), !NameRule.isTemporary(path),
                !kinds.contains(where: { $0.lowercased() == top.lowercased() })
            {
                counts[top, default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { name, count in
            let near = nearest(to: name, among: kinds)
            let remedy =
                near.map { kind in
                    names.contains(kind.lowercased())
                        ? "Move the files into the folder '\(kind)'." : "Rename it to '\(kind)'."
                } ?? "Give it one of these names, if it holds evidence: \(kinds.joined(separator: ", "))."
            return Finding(
                .folderUnknown, file: root + name,
                "There is a folder '\(printable(name))' with \(counted(count, "file")) that this rubric "
                    + "doesn't know. \(suggestion(for: name, among: kinds))".trimmed,
                remedy: remedy)
        }
    }

    /// Places and remedies for somebody who puts files into folders rather than writing XML: nothing of the evidence
    /// stands in the manifest, and its first line would be the wrong place to look.
    func inWordsOfFolders(_ findings: [Finding]) -> [Finding] {
        guard submission.isByFolders else { return findings }
        return findings.compactMap { finding in
            var finding = finding
            let code = FindingCode(rawValue: finding.code)
            var item: EvidenceItem?
            if finding.file == manifest {
                if finding.column == 0, let line = finding.line, submission.evidence.indices.contains(line - 1) {
                    item = submission.evidence[line - 1]
                    if let code, told.contains(ToldFault(item: line - 1, code: code)) { return nil }
                }
                (finding.file, finding.line, finding.column) = (nil, nil, nil)
            }
            let source = item?.measured?.location
            switch code {
            case .evidenceNoRelease:
                finding.remedy =
                    "Put a release.txt beside it whose first line is on-file when the signed release is on file, or "
                    + "not-needed when nobody can be recognized."
            case .linkNoDuration:
                finding.file = source
                finding.remedy =
                    source.map { ["url", "webloc"].contains(ending(of: $0)) } ?? false
                    ? "Write a .txt with the link and its duration instead of it, as in "
                        + "https://video.district.example/v/1 9:30, and delete the .\(ending(of: source ?? ""))."
                    : "Write the duration after the link, as in 9:30."
            case .evidenceTooFew:
                finding.remedy = "Put what is missing into the folder of that name, beside the manifest."
            case .evidenceTooMany:
                finding.remedy = "Take what is too much out of the folder of that name\(names(ofKind: item?.kind))."
            default: break
            }
            return finding
        }
    }

    /// The files that a kind's items are in.
    private func names(ofKind kind: String?) -> String {
        var names: [String] = []
        for item in submission.evidence where item.kind == kind {
            let path = item.path ?? item.measured?.location.map { String($0.dropFirst(root.count)) }
            if let path, !names.contains(path) { names.append(path) }
        }
        return inside(names)
    }
}

/// What a folder holds, at the end of a sentence.
func inside(_ paths: [String]) -> String {
    if paths.isEmpty { return "" }
    return "; in it are \(firstOf(paths.map { split($0).name }, most: 12))"
}
