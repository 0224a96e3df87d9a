internal import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable {
    package let bytes: [UInt8]

    init(_ digest: SHA256Digest) { bytes = Array(digest) }

    /// Lower-case hex, 64 characters.
    package var hex: String { hexText(bytes) }
}

/// The digest of `bytes`.
package func sha256(_ bytes: [UInt8]) -> Digest { Digest(SHA256.hash(data: bytes)) }

/// The digest of a text's UTF-8.
package func sha256(_ text: String) -> Digest { sha256(Array(text.utf8)) }

/// Takes bytes piece by piece.
package struct DigestStream: Sendable {
    private var state = SHA256()

    package init() {}

    package mutating func take(_ bytes: UnsafeRawBufferPointer) { unsafe state.update(bufferPointer: bytes) }

    package mutating func take(_ bytes: [UInt8]) { state.update(data: bytes) }

    /// The number as eight bytes, the highest first, so that neighbors can't run into each other.
    package mutating func take(_ number: Int64) {
        take((0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) })
    }

    /// The text's length and its UTF-8.
    package mutating func take(_ text: String) {
        let bytes = Array(text.utf8)
        take(Int64(bytes.count))
        take(bytes)
    }

    package func finish() -> Digest { Digest(state.finalize()) }
}

/// Lower-case hex.
package func hexText(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
        text.append(hexDigit(byte >> 4))
        text.append(hexDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
