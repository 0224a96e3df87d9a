import Assessment

/// The program's sentences in another language, each beside what it is in English.
///
/// A receipt is made again from the ledger, which keeps a finding's message as it was said. So a sentence is known by
/// its English form, and what filled its gaps (names, numbers, places) is carried over as it stands. A sentence that
/// isn't in the book stays in English.
///
/// In the English form `{}` is such a gap; `{:}` is one that holds words of the program's own, which have a
/// translation too; `{|}` holds names with "or" or "and" between them. In the translation `{0}` is the first of them.
struct Phrasebook: Sendable {
    typealias Texts = KeyValuePairs<String, String>

    private let sentences: [FindingCode: [Phrase]]
    private let parts: [Phrase]
    /// Single words that stand beside numbers.
    private let words: [String: String]

    /// `parts` fill the gaps `{:}`.
    init(sentences: [[FindingCode: Texts]], parts: Texts, words: [String: String]) {
        self.sentences = sentences.reduce(into: [:]) { all, some in
            all.merge(some.mapValues { $0.map(Phrase.init) }) { $0 + $1 }
        }
        self.parts = parts.map(Phrase.init)
        self.words = words
    }

    /// Nil for a text that isn't wholly in the book.
    func translation(of text: String, by code: FindingCode) -> String? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= 8192 else { return nil }
        return translation(of: bytes[...], from: sentences[code] ?? [])
    }

    /// What is translated for a code: the English form, and the other.
    func texts(of code: FindingCode) -> [(english: String, translation: String)] {
        (sentences[code] ?? []).map { ($0.english, $0.foreign) }
    }

    /// The text is one sentence of the book, or begins with one.
    private func translation(of text: ArraySlice<UInt8>, from phrases: [Phrase]) -> String? {
        if let whole = filled(text, from: phrases, depth: 0) { return capitalized(whole) }
        for end in text.indices.dropLast() where text[end] == 0x2E && text[end + 1] == 0x20 {
            if let first = filled(text[...end], from: phrases, depth: 0),
                let rest = translation(of: text[(end + 2)...], from: phrases)
            {
                return capitalized(first) + " " + rest
            }
        }
        return nil
    }

    private func filled(_ text: ArraySlice<UInt8>, from phrases: [Phrase], depth: Int) -> String? {
        guard depth < 8 else { return nil }
        for phrase in phrases {
            // The name of a file may hold the words behind its gap: then the last ones are the sentence's.
            for fromEnd in depth == 0 && phrase.gaps.count > 1 ? [false, true] : [false] {
                guard let values = phrase.values(in: text, fromEnd: fromEnd) else { continue }
                let filling = zip(values, phrase.gaps).compactMap { value, gap in
                    translated(value, as: gap, depth: depth + 1)
                }
                if filling.count == values.count { return phrase.filled(with: filling) }
            }
        }
        return nil
    }

    private func translated(_ value: ArraySlice<UInt8>, as gap: Phrase.Gap, depth: Int) -> String? {
        let text = String(decoding: value, as: UTF8.self)
        switch gap {
        case .value: return text
        case .names:
            return text.split(separator: " ")
                .map { $0 == "or" || $0 == "and" ? words[String($0)] ?? String($0) : String($0) }.joined(separator: " ")
        case .part: return filled(value, from: parts, depth: depth) ?? counted(text)
        }
    }

    /// `9 minutes 30 seconds`: numbers and words that stand beside them.
    private func counted(_ text: String) -> String? {
        let known = text.split(separator: " ").map { word in
            word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(word) : words[String(word)]
        }
        let all = known.compactMap { $0 }
        return all.isEmpty || all.count < known.count ? nil : all.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func capitalized(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }
}

/// A sentence with gaps, and the same in another language.
struct Phrase: Sendable {
    enum Gap: Sendable { case value, part, names }
    private enum Piece: Sendable {
        case words(String)
        case gap(Int)
    }

    let english: String
    let foreign: String
    let gaps: [Gap]
    /// What stands around the gaps: one more than there are gaps.
    private let around: [[UInt8]]
    private let pieces: [Piece]

    init(_ texts: (key: String, value: String)) {
        (english, foreign) = texts
        var gaps: [Gap] = []
        var around: [[UInt8]] = [[]]
        var rest = english[...]
        while let first = rest.first {
            let gap = Self.gaps.first { rest.hasPrefix($0.sign) }
            if let gap {
                gaps.append(gap.gap)
                around.append([])
            } else {
                around[around.count - 1] += String(first).utf8
            }
            rest = rest.dropFirst(gap?.sign.count ?? 1)
        }
        (self.gaps, self.around) = (gaps, around)
        pieces = foreign.split(separator: "{", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            guard index > 0, let end = part.firstIndex(of: "}"), let number = Int(part[..<end]) else {
                return [Piece.words((index > 0 ? "{" : "") + part)]
            }
            return [.gap(number), .words(String(part[part.index(after: end)...]))]
        }
    }

    private static let gaps: [(sign: String, gap: Gap)] = [("{}", .value), ("{:}", .part), ("{|}", .names)]

    /// What fills the gaps of a text that has this form: the words between them are the first that are found or, `fromEnd`,
    /// the last. By bytes, so that a combining mark can't hide a sign.
    func values(in text: ArraySlice<UInt8>, fromEnd: Bool = false) -> [ArraySlice<UInt8>]? {
        guard let opening = around.first, let closing = around.last, text.starts(with: opening) else { return nil }
        var rest = text.dropFirst(opening.count)
        if gaps.isEmpty { return rest.isEmpty ? [] : nil }
        guard rest.count >= closing.count, rest.suffix(closing.count).elementsEqual(closing) else { return nil }
        rest = rest.dropLast(closing.count)
        var values: [ArraySlice<UInt8>] = []
        let between = around.dropFirst().dropLast()
        if fromEnd {
            for words in between.reversed() {
                guard let place = rest.indices.last(where: { rest[$0...].starts(with: words) }) else { return nil }
                values.append(rest[(place + words.count)...])
                rest = rest[..<place]
            }
            return [rest] + values.reversed()
        }
        for words in between {
            guard let place = rest.indices.first(where: { rest[$0...].starts(with: words) }) else { return nil }
            values.append(rest[..<place])
            rest = rest[(place + words.count)...]
        }
        return values + [rest]
    }

    func filled(with values: [String]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .gap(let number): values.indices.contains(number) ? values[number] : ""
            }
        }.joined()
    }
}
