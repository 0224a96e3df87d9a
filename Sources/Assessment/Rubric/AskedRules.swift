extension IntakeRule {
    /// The message before there is a bundle. What would be counted in one can't be told yet: sentences that tell it are
    /// left out, and where nothing else is said it stands as `…`.
    package var asked: String {
        let text = message.map { piece in
            if case .words(let words) = piece { words } else { "\u{0}" }
        }.joined()
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A part of a sentence ends at a semicolon, a sentence at a period before a space.
        let kept = flat.replacing(". ", with: ".\n").split(separator: "\n").compactMap { sentence -> String? in
            let parts = sentence.split(separator: ";").map { String($0).trimmed }.filter { !$0.contains("\u{0}") }
            guard let last = parts.last?.last else { return nil }
            // What is left of a sentence begins like one.
            let words = parts.joined(separator: "; ")
            let begun = sentence.hasPrefix(parts[0]) ? words : words.prefix(1).uppercased() + words.dropFirst()
            return begun + (".!?".contains(last) ? "" : ".")
        }
        return kept.isEmpty ? flat.replacing("\u{0}", with: "…") : kept.joined(separator: " ")
    }
}
