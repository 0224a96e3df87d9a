internal import Assessment
internal import Documents
internal import Folders

/// What the manifests say beside what is there.
extension BagReading {
    /// Every file of the payload is in every manifest, and every file in a manifest is there.
    mutating func judgePayload(_ manifests: [Manifest]) {
        var listed: Set<String> = []
        var missing: [String: Finding] = [:]
        var unlisted: [String: [Manifest]] = [:]
        for manifest in manifests {
            var mine: Set<String> = []
            for entry in manifest.content.entries {
                let path = place(of: entry)
                mine.insert(path)
                promise(entry, of: path, manifest)
                if files[path] == nil, missing[path] == nil {
                    missing[path] = Finding(
                        .bagMissing, file: manifest.path, line: entry.line, column: 1,
                        "'\(printable(entry.path))' is listed in \(printable(manifest.fileName)), and isn't in the bag.",
                        remedy: "Add the file; or, if it was taken out on purpose, make the bag anew.")
                }
            }
            listed.formUnion(mine)
            for path in files.keys where isPayload(path) && !mine.contains(path) {
                if NameRule.isDropping(path) || NameRule.isTemporary(path) { continue }
                unlisted[path, default: []].append(manifest)
            }
        }
        for (path, manifests) in unlisted.sorted(by: { $0.key < $1.key }) {
            let names = manifests.map { printable($0.fileName) }.joined(separator: " and ")
            let finding = Finding(
                .bagUnlisted, file: path,
                "'\(printable(path.below(bag.root) ?? path))' lies in the bag, and isn't listed in \(names).",
                remedy: "Take the file out; or, if it belongs there, make the bag anew.")
            if manifests.allSatisfy(\.content.isWhole) { refusals.append(finding) } else { lacking.append(finding) }
        }
        for manifest in manifests where !manifest.content.isWhole && !unlisted.isEmpty {
            reasons.append("\(printable(manifest.fileName)) doesn't list everything yet")
        }
        guard !missing.isEmpty else { return }
        let absent = missing.keys.sorted()
        lacking += absent.compactMap { missing[$0] }
        let named = firstOf(absent.map { $0.below(bag.root) ?? $0 })
        reasons.insert("\(listed.count - absent.count) of \(listed.count) files; not there: \(named)", at: 0)
    }

    /// Where manifests of tag files are, what they list is there, and they list every payload manifest.
    mutating func judgeTags(_ manifests: [Manifest]) {
        for manifest in manifests where manifest.name.isOfTags {
            var mine: Set<String> = []
            for entry in manifest.content.entries {
                let path = place(of: entry)
                mine.insert(path)
                promise(entry, of: path, manifest)
                if files[path] != nil { continue }
                lacking.append(
                    Finding(
                        .bagTag, file: manifest.path, line: entry.line, column: 1,
                        "The tag file '\(printable(entry.path))' is listed in \(printable(manifest.fileName)), and isn't "
                            + "in the bag.",
                        remedy: "Add the file, or make the bag anew."))
                reasons.append("not there: '\(printable(entry.path))'")
            }
            for payload in manifests where !payload.name.isOfTags && !mine.contains(payload.path) {
                let finding = Finding(
                    .bagTag, file: manifest.path,
                    "\(printable(manifest.fileName)) doesn't list \(printable(payload.fileName)), as it has to.",
                    remedy: "Make the bag anew.")
                if manifest.content.isWhole {
                    refusals.append(finding)
                } else {
                    lacking.append(finding)
                    reasons.append("\(printable(manifest.fileName)) doesn't list everything yet")
                }
            }
        }
    }

    mutating func judgeOxum() throws {
        let path = bag.root + "bag-info.txt"
        guard files[path] != nil, let bytes = try tagFile(path) else { return }
        let info = BagInfo(bytes)
        guard let promised = info.payload else { return }
        let payload = files.values.filter {
            isPayload($0.path)
                && (bag.promises[$0.path] != nil || !NameRule.isDropping($0.path) && !NameRule.isTemporary($0.path))
        }
        let bytesThere = payload.reduce(Int64(0)) { $0 &+ $1.status.bytes }
        if (bytesThere, payload.count) == promised { return }
        lacking.append(
            Finding(
                .bagOxum, file: path, line: info.line, column: 1,
                "The payload has \(counted(Int(bytesThere), "byte")) in \(counted(payload.count, "file")); "
                    + "bag-info.txt says \(printable(info.written)).",
                remedy: "Copy the bag again; or, if it was changed on purpose, make it anew."))
        reasons.append("the payload isn't as large as bag-info.txt says")
    }

    private func isPayload(_ path: String) -> Bool { path.below(bag.payload) != nil }

    /// Names in which a percent sign isn't encoded are found all the same: much software writes them so.
    private func place(of entry: BagManifest.Entry) -> String {
        let path = bag.root + entry.path
        if files[path] == nil, let raw = files[bag.root + entry.written] { return raw.path }
        return files[path]?.path ?? path
    }

    private mutating func promise(_ entry: BagManifest.Entry, of path: String, _ manifest: Manifest) {
        guard let kind = manifest.name.kind else { return }
        bag.promises[path, default: []].append(
            Bag.Promise(kind: kind, digest: entry.digest, manifest: manifest.path, line: entry.line))
    }
}
