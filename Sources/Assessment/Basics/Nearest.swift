/// The word that somebody who mistyped `word` may have meant; nil where none is near.
package func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().unicodeScalars.prefix(80))
    let most = max(1, min(3, typed.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in words {
        let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
        if abs(other.count - typed.count) > most { continue }
        let distance = editDistance(typed, other)
        guard distance <= most else { continue }
        if best.map({ (distance, candidate) < ($0.distance, $0.word) }) ?? true { best = (distance, candidate) }
    }
    return best?.word
}

/// How many signs have to be typed, deleted, exchanged or swapped with their neighbor to make one text of the other.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
            row.append(least)
        }
        (before, last) = (last, row)
    }
    return last[b.count]
}

/// "Did you mean 'x'? " for a complaint; nothing where no word is near.
package func suggestion(for word: String, among words: some Sequence<String>) -> String {
    nearest(to: word, among: words).map { "Did you mean '\(printable($0))'? " } ?? ""
}
