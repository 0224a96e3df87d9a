internal import Assessment
internal import Documents
internal import Folders

/// Finds the evidence of a bundle whose manifest lists none: each kind of the rubric has a folder of its name.
struct FolderEvidence {
    /// Of a plain text, and of what is read out of a document.
    static let textLimit = 1_048_576
    /// Of a document of Word or LibreOffice, pictures and all.
    static let officeLimit = 33_554_432
    /// Of all texts of a bundle together: they are held, and a rubric's rules read them at once.
    private static let allTextsLimit = 8_388_608
    /// So many more texts or links of a kind than its most are read, for whoever has to choose among them.
    private static let surplus = 12

    let contents: BundleContents
    let rubric: Rubric
    private(set) var items: [EvidenceItem] = []
    /// The files that texts and links were read from.
    private(set) var sources: Set<String> = []
    /// What lies in the folders and is never evidence: releases, and names that begin with `_`.
    private(set) var asides: Set<String> = []
    private(set) var findings: [Finding] = []
    /// What `findings` says already, and the rubric needn't say again.
    private(set) var told: Set<ToldFault> = []
    /// The kinds of which not all texts were read.
    private(set) var partly: Set<String> = []
    private var textBytes = 0

    init(_ contents: BundleContents, rubric: Rubric) throws {
        (self.contents, self.rubric) = (contents, rubric)
        for rule in rubric.evidence { try gather(rule) }
    }

    private var reading: BundleReading { contents.reading }

    private mutating func gather(_ rule: EvidenceRule) throws {
        var release: String?
        var isReleaseTold = false
        var files: [Tree.Entry] = []
        for entry in entries(of: rule.kind) {
            let name = split(entry.path).name
            // Where Windows hides endings, a file that somebody calls release.txt is a release.txt.txt.
            if ["release.txt", "release.txt.txt"].contains(name.lowercased()) {
                asides.insert(entry.path)
                let before = findings.count
                release = try self.release(entry) ?? release
                isReleaseTold = isReleaseTold || findings.count > before
            } else if name.hasPrefix("_") {
                asides.insert(entry.path)
            } else {
                files.append(entry)
            }
        }
        let (first, most) = (items.count, rule.max + FolderEvidence.surplus)
        var links = 0
        reading: for entry in rule.form == .file ? files[...] : files.prefix(most) {
            let name = split(entry.path).name
            let ending = ending(of: name)
            let title = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
            func item(_ content: EvidenceItem.Content, from source: String?) -> EvidenceItem {
                var item = EvidenceItem(
                    kind: rule.kind, title: title, release: release, content: content,
                    place: .ofItem(items.count))
                if isReleaseTold { told.insert(ToldFault(item: items.count, code: .evidenceNoRelease)) }
                if let source { item.measured = Measured(bytes: 0, sha256: "", location: source) }
                return item
            }
            switch rule.form {
            case .file:
                let path = String(entry.path.dropFirst(contents.root.count))
                if let fault = pathFault(path) {
                    add(
                        .pathRefused, entry, "The path '\(printable(path))' can't be used: \(fault).",
                        "Rename the file, and drop the bundle again.")
                }
                items.append(item(.file(path: path, sha256: nil, bytes: nil), from: nil))
            case .text:
                sources.insert(entry.path)
                guard let text = try text(entry) else { continue }
                textBytes += text.utf8.count
                guard textBytes <= FolderEvidence.allTextsLimit else {
                    add(
                        .bundleTooLarge, entry,
                        "The texts of the bundle have more than \(FolderEvidence.allTextsLimit) bytes together.",
                        "Shorten them.")
                    partly.insert(rule.kind)
                    break reading
                }
                items.append(item(.text(text), from: entry.path))
            case .link:
                sources.insert(entry.path)
                let found = try self.links(entry, most: most - links)
                links += found.count
                for link in found.prefix(most - (items.count - first)) {
                    if link.fault != nil { told.insert(ToldFault(item: items.count, code: .linkNoDuration)) }
                    items.append(item(.link(href: link.href, duration: link.duration), from: entry.path))
                }
            }
        }
        if rule.form != .file, files.count > most || links > most {
            tellSurplus(rule, files, links: files.count > most ? nil : links)
            if items.count > first + rule.max {
                told.insert(ToldFault(item: first + rule.max, code: .evidenceTooMany))
            }
        }
    }

    /// There are far more than were read; `links` are those of a folder of links that was read to its end.
    private mutating func tellSurplus(_ rule: EvidenceRule, _ files: [Tree.Entry], links: Int?) {
        let noun = rule.form.rawValue
        let count = rule.form == .text ? files.count : links
        findings.append(
            Finding(
                .evidenceTooMany,
                "At most \(counted(rule.max, "'\(rule.kind)' \(noun)")) may be given, "
                    + (count.map { "\($0)" } ?? "far more") + " are there.",
                remedy: "Take what is too much out of the folder of that name\(inside(files.map(\.path)))."))
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
        let line = text.split(whereSeparator: \.isNewline).first.map { String($0).trimmed } ?? ""
        if line.isEmpty { return nil }
        let word = releaseWord(line)
        if ["on-file", "not-needed"].contains(word) { return word }
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

    /// Of those after the first `most` nothing is told.
    private mutating func links(_ entry: Tree.Entry, most: Int) throws -> [WrittenLink] {
        guard ["txt", "url", "webloc"].contains(ending(of: entry.path)),
            let bytes = try bytes(of: entry, limit: FolderEvidence.textLimit),
            let links = writtenLinks(bytes, name: entry.path)
        else {
            add(
                .evidenceNoLink, entry, "No link can be read from '\(printable(entry.path))'.",
                "Put a .txt there with a link in each line, as in https://video.district.example/v/1 9:30.")
            return []
        }
        for link in links.prefix(max(0, most)) {
            guard let fault = link.fault else { continue }
            let (href, words) = (printable(String(link.href.prefix(120))), printable(String(fault.prefix(120))))
            add(
                .durationInvalid, entry,
                "'\(words)' after the link '\(href)' is no duration.",
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

/// A fault of an item that was told already.
struct ToldFault: Hashable {
    var item: Int
    var code: FindingCode
}

extension Place {
    /// Of an item that stands in no manifest: its number, in a column that no text has.
    static func ofItem(_ index: Int) -> Place { Place(line: index + 1, column: 0) }
}

/// `On file`, `"on-file"` and `on-file.` mean `on-file`.
private func releaseWord(_ line: String) -> String {
    let kept = line.lowercased().filter { !"\"'“”‘’`".contains($0) }
    let words = kept.split { $0.isWhitespace || "-_\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}".contains($0) }
    var word = words.joined(separator: "-")
    while word.last == "." { word.removeLast() }
    return word
}
