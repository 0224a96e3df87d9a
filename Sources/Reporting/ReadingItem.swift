import Assessment

/// How one item of evidence is shown in `read.html`.
func item(of item: ReadingPage.Item, _ reading: ReadingPage, _ wanted: Set<String>) -> Fields {
    let texts = Language.english
    let evidence = item.evidence
    let rule = reading.rubric.evidenceRule(evidence.kind)
    let uses = reading.rubric.criteria.filter { criterion in
        wanted.contains(criterion.id) && (criterion.evidence.isEmpty || criterion.evidence.contains(evidence.kind))
    }
    let measured = [
        evidence.kind, evidence.form == .file ? evidence.mediaType : nil,
        evidence.form == .file ? Words.size(evidence.bytes) : nil, evidence.words.map(texts.common.words),
        evidence.duration.map(Words.length), evidence.release.map(texts.common.release),
    ]
    var fields: Fields = [
        "ref": evidence.ref,
        "name": printable(rule?.title ?? evidence.kind),
        "measured": printable(measured.compactMap { $0 }.joined(separator: ", ")),
        "hasUses": !uses.isEmpty,
        "uses": uses.map(\.id),
        "file": "evidence/" + item.file,
        "isCut": item.isCut,
    ]
    // A title or a file's own name may name whoever chose it.
    if reading.educator != nil {
        let sent = [evidence.title, evidence.path].compactMap { $0 }
        if !sent.isEmpty { fields["sent"] = printable(sent.joined(separator: ", ")) }
    }
    if let text = item.text { fields["text"] = pageText(text) }
    switch evidence.form {
    case .text:
        fields["isText"] = item.text != nil
        fields["isLong"] = item.text == nil
        fields["opens"] = item.text == nil || item.isCut
    case .link:
        let address = evidence.href ?? ""
        fields["link"] = printable(address)
        if isWebAddress(address) { fields["href"] = address }
    case .file:
        fields["isPlain"] = item.text != nil
        fields["isLong"] = item.text == nil && isPlainText(evidence.mediaType)
        if isPicture(evidence.mediaType) {
            fields["picture"] = "\(StaffTexts.english.read.picture) \(evidence.ref), \(printable(evidence.kind))"
        }
        let opens = isOpened(item.file, evidence.mediaType)
        (fields["opens"], fields["saves"]) = (opens, !opens)
    }
    return fields
}

/// Pictures that a browser shows without running anything.
func isPicture(_ mediaType: String?) -> Bool {
    ["image/png", "image/jpeg", "image/gif", "image/webp"].contains(mediaType)
}

/// Files whose contents stand in the page.
package func isPlainText(_ mediaType: String?) -> Bool { ["text/plain", "text/markdown"].contains(mediaType) }

/// Whether a browser may open the file itself. It goes by the name, whatever the content is: only endings under which
/// nothing runs are opened, and only where the content agrees; the rest is saved.
private func isOpened(_ file: String, _ mediaType: String?) -> Bool {
    let ending = file.split(separator: ".").dropFirst().last.map(String.init) ?? ""
    switch ending {
    case "pdf": return mediaType == "application/pdf"
    case "png", "jpg", "jpeg", "gif", "webp": return isPicture(mediaType)
    case "txt", "md": return isPlainText(mediaType)
    case "mp4", "m4v", "mov", "webm", "ogv": return mediaType?.hasPrefix("video/") == true
    case "mp3", "m4a", "wav", "ogg": return mediaType?.hasPrefix("audio/") == true
    default: return false
    }
}
