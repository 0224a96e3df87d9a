func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// Whether a name may begin with this byte of UTF-8: a letter, `_`, `:` or anything beyond ASCII.
func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte == 0x3A || byte >= 0x80
}

func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
}

/// Whether a name in a tag ends before this byte.
func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x2F || byte == 0x3E || byte == 0x3C || byte == 0x3D || byte == 0x22 || byte == 0x27
}

/// A value as it may stand in a sentence: its beginning, on one line.
func shortened(_ value: String) -> String {
    let line = String(value.prefix(61).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count > 60 ? line.prefix(60) + "…" : line
}
