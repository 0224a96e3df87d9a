internal import Assessment
internal import Crypto

/// The key that signs records (Ed25519, RFC 8032) and from which tickets are drawn.
package struct RecordKey: Sendable {
    package enum Fault: Error, Sendable { case notAKey }

    private let key: Curve25519.Signing.PrivateKey
    private let ticketKey: SymmetricKey

    /// The first 16 hex digits of the SHA-256 of the public key's DER.
    package let id: String

    /// A new key, from the system's randomness: the only chance in the program.
    package init() { self.init(Curve25519.Signing.PrivateKey()) }

    /// Reads a PKCS #8 PEM (RFC 8410), the form that `openssl genpkey -algorithm ed25519` writes.
    package init(pem: String) throws {
        let lines = pem.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
        guard lines.first == "-----BEGIN PRIVATE KEY-----", lines.last == "-----END PRIVATE KEY-----",
            let der = base64Decoded(lines.dropFirst().dropLast().joined()),
            der.count >= 48, Array(der.prefix(16)) == privatePrefix
        else { throw Fault.notAKey }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: der[16..<48]) else { throw Fault.notAKey }
        self.init(key)
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        self.key = key
        id = RecordPublicKey(key.publicKey).id
        ticketKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: key.rawRepresentation), info: Array("assay tickets 1".utf8),
            outputByteCount: 32)
    }

    /// The private key as PKCS #8 PEM.
    package var pem: String { pemText("PRIVATE KEY", privatePrefix + Array(key.rawRepresentation)) }

    /// The public key as SubjectPublicKeyInfo PEM, which `openssl pkeyutl -verify -pubin` reads.
    package var publicPEM: String { publicKey.pem }

    /// The public half, which is enough to check a signature.
    package var publicKey: RecordPublicKey { RecordPublicKey(key.publicKey) }

    /// A raw signature of 64 bytes; the same bytes give the same signature.
    package func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }

    /// A ticket: 16 Crockford characters that only the key's holder can make from the same words.
    package func ticket(_ words: String) -> String {
        crockford(HMAC<SHA256>.authenticationCode(for: Array(words.utf8), using: ticketKey), count: 16)
    }
}

// The fixed DER around 32 bytes of Ed25519, RFC 8410 sections 4 and 7.
private let privatePrefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]
let publicPrefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

func pemText(_ label: String, _ der: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(base64(der))\n-----END \(label)-----\n"
}

private let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

/// RFC 4648, without line breaks: a key fits on one line.
private func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        var bits = 0
        for place in 0..<3 { bits = bits << 8 | (place < group.count ? Int(group[start + place]) : 0) }
        for place in 0...3 {
            text.append(place <= group.count ? base64Alphabet[bits >> (18 - 6 * place) & 63] : "=")
        }
    }
    return text
}

func base64Decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var held = 0
    for character in text where character != "=" {
        guard let value = base64Alphabet.firstIndex(of: character) else { return nil }
        bits = (bits << 6 | value) & 0xFFFF
        held += 6
        if held >= 8 {
            held -= 8
            bytes.append(UInt8(bits >> held & 255))
        }
    }
    return bytes
}

extension Substring {
    var trimmingSpaces: String { String(self).trimmed }
}
