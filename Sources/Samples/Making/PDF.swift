/// A small PDF of plain lines in Helvetica, so that what the samples say can be read in the source.
func pdf(_ title: String, _ text: String) -> [UInt8] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let pages = stride(from: 0, to: max(lines.count, 1), by: 44).map { Array(lines.dropFirst($0).prefix(44)) }
    let kids = pages.indices.map { "\(5 + $0 * 2) 0 R" }.joined(separator: " ")
    // Objects 1 to 4 are the catalog, the pages and the two fonts; then each page and its content.
    var objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>",
        font("Helvetica"), font("Helvetica-Bold"),
    ]
    for (number, page) in pages.enumerated() {
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(6 + number * 2) 0 R "
                + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        let content = stream(title: number == 0 ? title : "\(title), page \(number + 1)", lines: page)
        objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    return file(of: objects)
}

private func font(_ name: String) -> String {
    "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /Encoding /WinAnsiEncoding >>"
}

private func stream(title: String, lines: [String]) -> String {
    let body = lines.map { "(\(escaped($0))) Tj T*\n" }.joined()
    return "BT\n/F2 15 Tf\n60 730 Td\n(\(escaped(title))) Tj\n/F1 10 Tf\n14.5 TL\n0 -28 Td\n\(body)ET\n"
}

/// A PDF string's bytes: Latin-1 in octal, which WinAnsi shares; anything else is a fault of the samples.
private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x28, 0x29, 0x5C: "\\" + String(scalar)
        case 0x20..<0x7F: String(scalar)
        case 0xA0...0xFF: "\\" + String(scalar.value, radix: 8)
        default: preconditionFailure("a sample's PDF holds '\(scalar)'")
        }
    }.joined()
}

private func file(of objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
        places.append(text.utf8.count)
        text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
        let digits = "\(place)"
        text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
}
