/// A decision file but for its binding, cut where that goes.
struct BlankForm: Sendable {
    /// Words that stand where the binding goes; the first of each is in the start tag, or in the head.
    enum Blank: String, CaseIterable, Sendable {
        case submission = "S-0000000000000"
        case reviewer = "assay-blank-reviewer"
        case ticket = "ASSAYBLANKTICKET"
    }

    private var head: String
    private var rest: [(blank: Blank, text: String)] = []

    /// By bytes, since what is searched for is plain ASCII and the text may be long.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        let places = Blank.allCases.compactMap { blank in
            BlankForm.place(of: Array(blank.rawValue.utf8), in: bytes).map { (blank: blank, place: $0) }
        }.sorted { $0.place < $1.place }
        let ends = places.dropFirst().map(\.place) + [bytes.count]
        head = String(decoding: bytes[..<(places.first?.place ?? bytes.count)], as: UTF8.self)
        for ((blank, place), end) in zip(places, ends) {
            rest.append((blank, String(decoding: bytes[(place + blank.rawValue.utf8.count)..<end], as: UTF8.self)))
        }
    }

    /// Where the word begins: looked for by its first byte; `firstRange` begins anew at each.
    private static func place(of word: [UInt8], in bytes: [UInt8]) -> Int? {
        var start = 0
        while let found = bytes[start...].firstIndex(of: word[0]), found + word.count <= bytes.count {
            if bytes[found..<(found + word.count)].elementsEqual(word) { return found }
            start = found + 1
        }
        return nil
    }

    func filled(_ word: (Blank) -> String) -> String {
        rest.reduce(into: head) { text, part in
            text += word(part.blank)
            text += part.text
        }
    }
}
