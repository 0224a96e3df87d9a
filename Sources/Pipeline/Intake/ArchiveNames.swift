/// The text of a name in an archive: UTF-8 where it can be, else the code page in which it makes the most sense.
///
/// Zip archives don't say which code page their names are in. Windows writes that of the DOS window (437 or, in most
/// of Europe, 850), some programs write Windows-1252; the one whose signs are letters, and letters that stand beside
/// each other in words, is taken. On a tie the standard's own, 437.
func archiveName(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var best = ("", Int.max)
    for page in [codePage437, windows1252, codePage850] {
        var text = String.UnicodeScalarView()
        var faults = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(Unicode.Scalar(byte))
                continue
            }
            let scalar = page[Int(byte) - 0x80]
            text.append(scalar)
            if !isLatinLetter(scalar) { faults += 2 }
        }
        // A capital after a small letter is as odd as a sign: Windows-1252 makes `‚` and `¤`, others `Θ` and `±`.
        faults += oddities(text)
        if faults < best.1 { best = (String(text), faults) }
    }
    return best.0
}

private func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0...0x17F).contains(scalar.value) && scalar.value != 0xD7 && scalar.value != 0xF7
}

/// How many capitals from beyond ASCII follow a small letter.
private func oddities(_ text: String.UnicodeScalarView) -> Int {
    zip(text, text.dropFirst()).filter { before, scalar in
        scalar.value >= 0x80 && scalar.properties.isUppercase && before.properties.isLowercase
    }.count
}

private let codePage437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
        + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)

private let codePage850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
        + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)

let windows1252 = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        + (0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) })
