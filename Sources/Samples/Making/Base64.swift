/// The bytes of base-64 text, its line breaks left aside.
func base64(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8: UInt32]()
    for (value, letter) in alphabet.enumerated() { values[letter] = UInt32(value) }
    var bytes: [UInt8] = []
    var held: UInt32 = 0
    var bits = 0
    for letter in text.utf8 {
        guard let value = values[letter] else { continue }
        held = held << 6 | value
        bits += 6
        if bits >= 8 {
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
        }
    }
    return bytes
}
