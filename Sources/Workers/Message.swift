/// The bytes of one message as they are put together: numbers little-endian, everything of varying length counted.
struct Message {
    /// Longer ones are neither sent nor taken.
    static let maxBytes = 64 << 20

    private(set) var bytes: [UInt8] = []

    mutating func put(_ byte: UInt8) { bytes.append(byte) }

    mutating func put(_ number: Int) {
        var rest = UInt32(clamping: number)
        for _ in 0..<4 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func put(_ bytes: [UInt8]) {
        put(bytes.count)
        self.bytes += bytes
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }

    mutating func put<Value>(_ values: [Value], _ each: (inout Message, Value) -> Void) {
        put(values.count)
        for value in values { each(&self, value) }
    }

    /// With its length before it, as it goes over the wire.
    var framed: [UInt8] {
        var length = Message()
        length.put(bytes.count)
        return length.bytes + bytes
    }
}

/// A message that doesn't say what it should: its sender is no longer to be trusted.
struct Malformed: Error {}

/// Takes a message apart; every count is checked against what is really there before anything is reserved.
struct MessageReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard index < bytes.count else { throw Malformed() }
        index += 1
        return bytes[index - 1]
    }

    mutating func number() throws(Malformed) -> Int {
        guard bytes.count - index >= 4 else { throw Malformed() }
        var number = 0
        for place in 0..<4 { number |= Int(bytes[index + place]) << (8 * place) }
        index += 4
        return number
    }

    mutating func slice() throws(Malformed) -> ArraySlice<UInt8> {
        let count = try number()
        guard count <= bytes.count - index else { throw Malformed() }
        index += count
        return bytes[(index - count)..<index]
    }

    mutating func text() throws(Malformed) -> String {
        guard let text = String(validating: try slice(), as: UTF8.self) else { throw Malformed() }
        return text
    }

    /// As many values as are said to follow; each takes at least one byte.
    mutating func list<Value>(
        _ each: (inout MessageReader) throws(Malformed) -> Value
    ) throws(Malformed) -> [Value] {
        let count = try number()
        guard count <= bytes.count - index else { throw Malformed() }
        var values: [Value] = []
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    /// Nothing may be left over.
    func end() throws(Malformed) {
        guard index == bytes.count else { throw Malformed() }
    }
}
