internal import Assessment
internal import Credentials
internal import Folders
internal import Reporting
internal import Synchronization

/// The pages, or parts of pages, made last, by what they follow from.
final class RecentPages: Sendable {
    private let made = Mutex<[[String]: [UInt8]]>([:])

    func page(_ key: [String], _ make: () throws -> [UInt8]) rethrows -> [UInt8] {
        if let page = made.withLock({ $0[key] }) { return page }
        let page = try make()
        // A few are enough, and long ones aren't held: memory stays bounded whatever comes.
        guard page.count <= 262_144 else { return page }
        made.withLock { made in
            if made.count >= 16 { made.removeAll(keepingCapacity: true) }
            made[key] = page
        }
        return page
    }
}

extension Publisher {
    static let readingPage = "read.html"
    static let readingPageLimit = 16_777_216

    /// `read.html`: the rubric beside the evidence, from the facts and the vault alone.
    func readingPage(_ fact: AssignedFact, _ material: QueueMaterial) throws -> [UInt8] {
        // Nothing in it is one reviewer's own: those who read side by side and write alike get the same page.
        let key = [fact.submission, fact.dueDay, fact.role.rawValue, fact.form.rawValue] + fact.criteria
        return try pages.page(key) { try newReadingPage(fact, material) }
    }

    private func newReadingPage(_ fact: AssignedFact, _ material: QueueMaterial) throws -> [UInt8] {
        let accepted = material.accepted
        let rubric = try shelf.rubric(sha256: accepted.rubric.sha256)
        let isOpen = rubric.review.blind != .double
        let evidence = accepted.evidence
        let key = [accepted.rubric.sha256] + fact.criteria + evidence.map { "\($0.ref) \($0.kind)" }
        let criteria = criteriaParts.page(key) {
            Array(criteriaHTML(rubric, only: fact.criteria, items: evidence).utf8)
        }
        let html = readingHTML(
            ReadingPage(
                rubric: rubric, submission: fact.submission, attempt: accepted.attempt, dueDay: fact.dueDay,
                criteria: fact.criteria, carried: fact.role == .reader ? accepted.carried : [],
                isAdjudication: fact.role == .adjudicator, decisionFile: fact.form.decisionName,
                items: try items(of: material), criteriaHTML: String(decoding: criteria, as: UTF8.self),
                educator: isOpen ? accepted.educator : nil, note: isOpen ? accepted.note : nil))
        let bytes = Array(html.utf8)
        return bytes + Array((Publisher.seal + sha256(bytes).hex + " -->\n").utf8)
    }

    /// The page says its own digest at its end, so that also one that an earlier version of the program laid is known
    /// from one that somebody wrote on.
    private static let seal = "<!-- Laid by Assay: "

    static func isLaidPage(in folder: Folder) -> Bool {
        (try? folder.read(readingPage, limit: readingPageLimit)).map(isLaidPage) ?? false
    }

    static func isLaidPage(_ bytes: [UInt8]) -> Bool {
        let length = seal.utf8.count + 64 + " -->\n".utf8.count
        guard bytes.count > length else { return false }
        let page = Array(bytes.dropLast(length))
        return bytes.suffix(length).elementsEqual((seal + sha256(page).hex + " -->\n").utf8)
    }

    private func items(of material: QueueMaterial) throws -> [ReadingPage.Item] {
        let vault = try workspace.home.folder(material.accepted.vault)
        var room = EvidenceText()
        return try material.accepted.evidence.enumerated().map { number, item in
            var shown: (text: String, isCut: Bool)?
            switch item.form {
            case .link: break
            case .text: shown = room.take(material.texts[number, default: ""].utf8)
            case .file:
                if isPlainText(item.mediaType), let path = item.place {
                    shown = room.take(try vault.openFile(path).head(limit: EvidenceText.itemLimit + 1))
                }
            }
            return ReadingPage.Item(
                evidence: item, file: item.laidName, text: shown?.text, isCut: shown?.isCut ?? false)
        }
    }
}

extension RecordedEvidence {
    /// Its name in a queue's `evidence/`: its place, its kind, and the usual ending of its file's name.
    var laidName: String {
        let name = "\(ref)-\(kind)"
        guard form == .file else { return name + ".txt" }
        return name + (place.map(knownEnding) ?? "")
    }
}

/// The ending of an evidence file's name where it is a usual one. Any other might be a word about its author.
private func knownEnding(of path: String) -> String {
    guard let ending = split(path).name.split(separator: ".").dropFirst().last?.lowercased() else { return "" }
    return knownEndings.contains(ending) ? "." + ending : ""
}

private let knownEndings: Set = [
    "pdf", "txt", "md", "markdown", "csv", "tsv", "json", "xml", "html", "htm", "rtf", "doc", "docx", "odt", "xls",
    "xlsx", "ods", "ppt", "pptx", "odp", "key", "pages", "numbers", "png", "jpg", "jpeg", "gif", "webp", "heic",
    "tif", "tiff", "bmp", "svg", "mp3", "m4a", "wav", "ogg", "mp4", "m4v", "mov", "avi", "webm", "mkv", "zip",
]
