/// The rule for ids: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`, and no name that Windows keeps for a device.
package enum Identifier {
    package static let rule = "letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit"

    package static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= 64, isLetterOrDigit(first) else { return false }
        guard bytes.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }) else { return false }
        return !isWindowsDevice(text)
    }

    /// `CON`, `nul.xml` and their kin can't be made or opened on Windows, whatever follows the first dot.
    package static func isWindowsDevice(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && ("1"..."9").contains(stem.last!)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

/// The order of versions: number by number between the dots, so that 1.10 comes after 1.9; words after numbers.
package func isEarlierVersion(_ a: String, than b: String) -> Bool {
    let left = a.split(separator: ".", omittingEmptySubsequences: false)
    let right = b.split(separator: ".", omittingEmptySubsequences: false)
    for (x, y) in zip(left, right) where x != y {
        switch (Int(x), Int(y)) {
        case (let p?, let q?) where p != q: return p < q
        case (_?, nil): return true
        case (nil, _?): return false
        case (nil, nil): return x < y
        default: continue
        }
    }
    return left.count != right.count ? left.count < right.count : a < b
}

/// Crockford's base 32 (no I, L, O, U), five bits a character from the front of `bytes`.
package func crockford(_ bytes: some Sequence<UInt8>, count: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var bits = 0
    var held = 0
    var text = ""
    for byte in bytes {
        bits = (bits << 8 | Int(byte)) & 0xFFFF
        held += 8
        while held >= 5, text.count < count {
            held -= 5
            text.append(alphabet[bits >> held & 31])
        }
        if text.count == count { break }
    }
    return text
}
