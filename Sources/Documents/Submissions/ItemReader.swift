import Assessment
import Markup

/// The items of a manifest's evidence.
extension Notes {
    mutating func item(_ element: Element) -> EvidenceItem? {
        guard let content = content(element) else {
            add(
                .xmlInvalid, at: element.place, restating: element,
                "\(quoted(element.name)) is no kind of evidence item.", remedy: "Write <file>, <link> or <text>.")
            return nil
        }
        return EvidenceItem(
            kind: id("kind", of: element), title: element.filled("title"), release: release(element),
            content: content, place: element.place)
    }

    private mutating func content(_ element: Element) -> EvidenceItem.Content? {
        switch element.name {
        case "file":
            .file(
                path: raw("path", of: element), sha256: digest(element),
                bytes: number("bytes", of: element, in: 0...Int64.max))
        case "link": .link(href: raw("href", of: element), duration: period("duration", of: element))
        case "text": .text(element.text)
        default: nil
        }
    }

    /// Paths and links are kept as they are written: white space in them means something.
    private mutating func raw(_ name: String, of element: Element) -> String {
        element[name] ?? required(name, of: element)
    }

    private mutating func release(_ element: Element) -> String? {
        guard let release = element.trimmed("release") else { return nil }
        if ["on-file", "not-needed"].contains(release) { return release }
        add(
            .xmlInvalid, at: element.place(of: "release"), restating: element,
            "\(quoted(release)) can't be 'release'.", remedy: "Write release=\"on-file\" or release=\"not-needed\".")
        return nil
    }

    private mutating func digest(_ element: Element) -> String? {
        guard let digest = element.trimmed("sha256")?.lowercased() else { return nil }
        if digest.utf8.count == 64, digest.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        {
            return digest
        }
        add(
            .sha256Invalid, at: element.place(of: "sha256"), "\(quoted(digest)) is no SHA-256 digest.",
            remedy: "Write its 64 characters, 0 to 9 and a to f, or leave 'sha256' out.")
        return nil
    }
}
