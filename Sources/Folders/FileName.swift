internal import Assessment

/// A name from a folder as text. What isn't UTF-8 (or would be mistaken for this very escape) has each byte from
/// 0x80 up lifted into the last private plane, so that the way back is exact.
func fileName(fromBytes bytes: [UInt8]) -> String {
    // In UTF-8, all from the last private plane on begin with this byte.
    if let text = String(validating: bytes, as: UTF8.self),
        !bytes.contains(escapeByte) || !text.unicodeScalars.contains(where: { $0.value >= FileNameEscape.base })
    {
        return text
    }
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
        let value = byte < 0x80 ? UInt32(byte) : FileNameEscape.base + UInt32(byte)
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
}

/// The first byte of all that `FileNameEscape` lifts, and of some that it doesn't.
private let escapeByte: UInt8 = 0xF4

/// The bytes of a name, as the system wants them; the way back of `fileName(fromBytes:)`.
package func nameBytes(_ name: String) -> [UInt8] {
    guard name.utf8.contains(escapeByte), name.unicodeScalars.contains(where: { $0.value >= FileNameEscape.base })
    else { return Array(name.utf8) }
    return name.unicodeScalars.flatMap { scalar in
        scalar.value >= FileNameEscape.base
            ? [UInt8(truncatingIfNeeded: scalar.value - FileNameEscape.base)] : Array(UTF8.encode(scalar) ?? .init())
    }
}

/// Calls `body` with the name as a C string.
func withName<Result, Failure: Error>(
    _ name: String, _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
) throws(Failure) -> Result {
    var result: Swift.Result<Result, Failure>?
    guard name.utf8.contains(escapeByte) else {
        unsafe name.withCString { start in
            do throws(Failure) { result = .success(try unsafe body(start)) } catch { result = .failure(error) }
        }
        guard let result else { preconditionFailure("a C string without an address") }
        return try result.get()
    }
    let bytes = nameBytes(name).map { CChar(bitPattern: $0) } + [0]
    unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        do throws(Failure) { result = .success(try unsafe body(start)) } catch { result = .failure(error) }
    }
    // An array with at least the closing zero always has a base address.
    guard let result else { preconditionFailure("a C string without an address") }
    return try result.get()
}
