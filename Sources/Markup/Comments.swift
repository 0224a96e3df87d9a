/// A comment of a document: what stands between its `<!--` and `-->`, and where that begins.
package struct WrittenComment: Hashable, Sendable {
    package var text: String
    /// Of the first character of the text, both counted from 1, the column in characters.
    package var line: Int
    package var column: Int
}

/// The comments of a well-formed document in their order; none where the text can't be read.
///
/// The parser isn't asked: this only looks at bytes, which it may do wherever it stands.
package func comments(in bytes: [UInt8], limits: Limits) -> [WrittenComment] {
    guard let text = try? decoded(bytes, limits: limits), let scan = try? Scan(text, limits: limits) else { return [] }
    var cursor = PlaceCursor(text)
    return scan.comments.map { range in
        let place = cursor.place(at: range.lowerBound)
        return WrittenComment(
            text: String(decoding: text[range], as: UTF8.self), line: place.line, column: place.column)
    }
}
