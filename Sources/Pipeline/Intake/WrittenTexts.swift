internal import Workers

/// The text of a file that somebody wrote: plain or Markdown, or a document of Word or LibreOffice. Nil where it can't
/// be read as text.
func writtenText(_ bytes: [UInt8], name: String, _ workers: WorkerPool) throws -> String? {
    let text: String?
    switch ending(of: name) {
    case "docx", "odt": text = try workers.officeText(bytes)
    default: text = bytes.count <= FolderEvidence.textLimit ? plainText(bytes) : nil
    }
    guard let text, text.utf8.count <= FolderEvidence.textLimit else { return nil }
    return text
}
