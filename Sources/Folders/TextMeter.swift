internal import Assessment

/// Reads bytes as text piece by piece and counts the words: UTF-8, UTF-16 with a byte-order mark, else Windows-1252.
struct TextMeter {
    private enum Encoding { case utf8, utf16(littleEndian: Bool) }

    private let encoding: Encoding
    private var words = WordCounter()
    /// Windows-1252 is followed beside UTF-8 from the first byte that UTF-8 can't be.
    private var otherWords: WordCounter?
    private var isUTF8 = true
    private var isText = true
    private var held: [UInt8] = []
    private var isFirst = true

    /// Nil where the first bytes already show that this is no text.
    init?(head: [UInt8]) {
        if head.starts(with: [0xFF, 0xFE]) {
            encoding = .utf16(littleEndian: true)
        } else if head.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16(littleEndian: false)
        } else {
            guard !head.contains(where: isNoTextByte) else { return nil }
            encoding = .utf8
        }
    }

    mutating func take(_ piece: UnsafeRawBufferPointer) {
        guard isText else { return }
        switch encoding {
        case .utf16(let littleEndian): unsafe takeUTF16(piece, littleEndian: littleEndian)
        case .utf8: unsafe takeBytes(piece)
        }
    }

    /// The words, nil where it was no text after all.
    mutating func finish() -> Int? {
        guard isText else { return nil }
        if case .utf16 = encoding { return held.isEmpty ? words.finish() : nil }
        if isUTF8, held.isEmpty { return words.finish() }
        if otherWords == nil {
            // A sequence was cut short at the very end.
            for byte in held where isNoWindows1252(byte) { return nil }
            return words.finish()
        }
        return otherWords?.finish()
    }

    private mutating func takeBytes(_ piece: UnsafeRawBufferPointer) {
        for index in 0..<piece.count {
            let byte = unsafe piece[index]
            if isNoTextByte(byte) {
                isText = false
                return
            }
            if !isUTF8 {
                takeWindows1252(byte)
                if !isText { return }
                continue
            }
            if byte < 0x80, held.isEmpty {
                words.take(Unicode.Scalar(byte))
                continue
            }
            held.append(byte)
            if let scalar = completedScalar() {
                words.take(scalar)
                held.removeAll(keepingCapacity: true)
            } else if !isPossiblePrefix() {
                leaveUTF8()
                if !isText { return }
            }
        }
    }

    /// What was counted so far was valid UTF-8 and holds the same words either way, but for letters that two
    /// characters of Windows-1252 would spell as well.
    private mutating func leaveUTF8() {
        isUTF8 = false
        otherWords = words
        let rest = held
        held = []
        for byte in rest { takeWindows1252(byte) }
    }

    private mutating func takeWindows1252(_ byte: UInt8) {
        if isNoWindows1252(byte) {
            isText = false
        } else if byte < 0x80 {
            otherWords?.take(Unicode.Scalar(byte))
        } else if byte >= 0xC0 || [0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte) {
            otherWords?.take("a")
        } else {
            otherWords?.take(byte == 0xA0 ? " " : "-")
        }
    }

    private mutating func takeUTF16(_ piece: UnsafeRawBufferPointer, littleEndian: Bool) {
        for index in 0..<piece.count {
            let byte = unsafe piece[index]
            held.append(byte)
            guard held.count >= 2 else { continue }
            let first = UInt32(littleEndian ? held[1] : held[0]) << 8 | UInt32(littleEndian ? held[0] : held[1])
            var value = first
            if (0xD800..<0xDC00).contains(first) {
                guard held.count == 4 else { continue }
                let second = UInt32(littleEndian ? held[3] : held[2]) << 8 | UInt32(littleEndian ? held[2] : held[3])
                value = (0xDC00..<0xE000).contains(second) ? 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00) : 0
            }
            held.removeAll(keepingCapacity: true)
            guard let scalar = Unicode.Scalar(value), value != 0 else {
                isText = false
                return
            }
            if !(isFirst && value == 0xFEFF) { words.take(scalar) }
            isFirst = false
        }
    }

    private func isPossiblePrefix() -> Bool {
        guard let lead = held.first, (0xC2...0xF4).contains(lead) else { return false }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard held.count < length else { return false }
        if held.count > 1 {
            let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
            let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
            guard (lowest...highest).contains(held[1]) else { return false }
        }
        return held.dropFirst(2).allSatisfy { (0x80...0xBF).contains($0) }
    }

    private func completedScalar() -> Unicode.Scalar? {
        guard held.count >= 2, !isPossiblePrefix(), let text = String(validating: held, as: UTF8.self) else {
            return nil
        }
        return text.unicodeScalars.first
    }
}

/// Control characters that no text holds; tab, line ends, form feed and escape-free text may have 0x09...0x0D.
private func isNoTextByte(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F }

private func isNoWindows1252(_ byte: UInt8) -> Bool { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) }
