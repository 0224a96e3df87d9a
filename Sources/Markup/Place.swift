/// A place in a text, both counted from 1, columns in characters (Unicode scalars). CRLF is one line end.
struct Place: Hashable {
    var line = 1
    var column = 1
}

/// Walks forward through UTF-8 and knows the place of every offset it is asked for, in order: linear over all.
struct PlaceCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var place = Place()

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The place of `target`, which must not lie before the last one asked for.
    mutating func place(at target: Int) -> Place {
        while offset < target && offset < bytes.count {
            switch bytes[offset] {
            case 0x0A:
                place = Place(line: place.line + 1, column: 1)
            case 0x0D where offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A:
                place = Place(line: place.line + 1, column: 1)
            case 0x0D, 0x80..<0xC0:
                break
            default:
                place.column += 1
            }
            offset += 1
        }
        return place
    }
}
