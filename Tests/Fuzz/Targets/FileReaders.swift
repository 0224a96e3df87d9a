import Archives
import Assessment
import Documents
import MediaTypes

func readsArchive(_ bytes: [UInt8]) {
    let limits = ArchiveLimits(entries: 200, bytes: 1 << 20)
    var (entries, size) = (0, 0)
    let ending = unsafe bytes.withUnsafeBytes { raw in
        unsafe readArchive(raw, limits) { piece in
            switch piece {
            case .entry(_, let path):
                entries += 1
                expect(!path.contains(0), "a name with a zero byte")
                _ = pathFault(archiveName(path))
            case .data(let data): size += data.count
            }
            return true
        }
    }
    expect(entries <= limits.entries, "\(entries) entries were told")
    expect(size <= limits.bytes, "\(size) bytes were told")
    // An archive that is taken has an end of its own: without it the copy may still be going on.
    if ending == .whole { expect(bytes.count >= 18, "whole in \(bytes.count) bytes") }
}

func readsOfficeText(_ bytes: [UInt8]) {
    guard let text = officeText(bytes) else { return }
    _ = countWords(in: text)
}

func readsName(_ bytes: [UInt8]) {
    let name = fileName(fromBytes: bytes)
    expect(nameBytes(name) == bytes, "the way back isn't exact")
    let shown = printable(name)
    expect(
        shown.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) },
        "not printable")
    let text = archiveName(bytes)
    if pathFault(text) == nil {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        expect(
            parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8) },
            "a path that leaves its folder passed")
    }
    _ = isWebAddress(text)
    let rule = EvidenceRule.link
    let item = EvidenceItem(kind: "video", content: .link(href: text, duration: nil))
    guard linkFindings(item, rule: rule, file: "manifest.xml").isEmpty else { return }
    let rest = text.lowercased().dropFirst("https://".count)
    let host = rest.prefix { !"/?#:".contains($0) }
    expect(text.lowercased().hasPrefix("https://"), "a link passed that isn't https")
    expect(host == "v.example" || host.hasSuffix(".w.example"), "a link to '\(host)' passed")
}

func readsLinks(_ bytes: [UInt8]) {
    for name in ["links.txt", "a.url", "a.webloc"] {
        for link in writtenLinks(bytes, name: name) ?? [] {
            _ = linkFindings(
                EvidenceItem(kind: "video", content: .link(href: link.href, duration: link.duration)), rule: .link,
                file: name)
        }
    }
    if let text = plainText(bytes) { _ = countWords(in: text) }
}

func tellsMediaType(_ bytes: [UInt8]) {
    let type = unsafe typer?.mediaType(ofHead: bytes) ?? ""
    expect(type.split(separator: "/").count == 2, "'\(type)' is no media type")
}

nonisolated(unsafe) private let typer = MediaTyper()

extension EvidenceRule {
    fileprivate static let link = {
        var rule = EvidenceRule(kind: "video", form: .link, min: 0, max: 1)
        rule.hosts = ["v.example", "*.w.example"]
        return rule
    }()
}
