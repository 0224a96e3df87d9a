internal import Crypto

/// The public half of a key that signs records.
package struct RecordPublicKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// Reads a SubjectPublicKeyInfo PEM, the form of `record.pub.pem`; nil for anything else.
    package init?(pem: String) {
        let lines = pem.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
        guard lines.first == "-----BEGIN PUBLIC KEY-----", lines.last == "-----END PUBLIC KEY-----",
            let der = base64Decoded(lines.dropFirst().dropLast().joined()),
            der.count == publicPrefix.count + 32, der.starts(with: publicPrefix),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: der.dropFirst(publicPrefix.count))
        else { return nil }
        self.key = key
    }

    /// The key as SubjectPublicKeyInfo PEM.
    package var pem: String { pemText("PUBLIC KEY", der) }

    /// The first 16 hex digits of the SHA-256 of the key's DER; records name it.
    package var id: String { String(hexText(SHA256.hash(data: der)).prefix(16)) }

    /// Whether `signature` is this key's over `bytes`.
    package func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: bytes)
    }

    private var der: [UInt8] { publicPrefix + Array(key.rawRepresentation) }
}
