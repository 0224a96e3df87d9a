internal import Crypto

/// A digest function that the manifests of a bag may be written with (RFC 8493, section 2.4).
package enum DigestKind: String, CaseIterable, Sendable {
    case md5, sha1, sha256, sha384, sha512

    /// How many hexadecimal digits a digest has.
    package var digits: Int {
        switch self {
        case .md5: 32
        case .sha1: 40
        case .sha256: 64
        case .sha384: 96
        case .sha512: 128
        }
    }

    /// Whether nobody can make two files of one digest; of MD5 and SHA-1 that can't be said any more.
    package var isStrong: Bool { self != .md5 && self != .sha1 }
}

/// Takes bytes piece by piece, for several digests at once.
package struct DigestStreams {
    private var states: [(kind: DigestKind, state: any HashFunction)] = []

    package init(_ kinds: Set<DigestKind>) {
        for kind in DigestKind.allCases where kinds.contains(kind) {
            switch kind {
            case .md5: states.append((kind, Insecure.MD5()))
            case .sha1: states.append((kind, Insecure.SHA1()))
            case .sha256: states.append((kind, SHA256()))
            case .sha384: states.append((kind, SHA384()))
            case .sha512: states.append((kind, SHA512()))
            }
        }
    }

    package mutating func take(_ bytes: UnsafeRawBufferPointer) {
        for index in states.indices { unsafe states[index].state.update(bufferPointer: bytes) }
    }

    /// Lower-case hex for each kind.
    package func finish() -> [DigestKind: String] {
        var found: [DigestKind: String] = [:]
        for (kind, state) in states { found[kind] = hex(state) }
        return found
    }

    private func hex(_ state: some HashFunction) -> String { hexText(state.finalize()) }
}

/// The digests of `bytes`, in lower-case hex.
package func digests(_ bytes: [UInt8], _ kinds: Set<DigestKind>) -> [DigestKind: String] {
    var streams = DigestStreams(kinds)
    unsafe bytes.withUnsafeBytes { unsafe streams.take($0) }
    return streams.finish()
}
