internal import Assessment

/// Finds the item of the evidence that a reviewer named: by its number, or as its page, its folder or the form shows it.
struct EvidenceNaming {
    enum Named: Equatable {
        case one(String)
        case several
        case none
    }

    let evidence: [RecordedEvidence]
    let rubric: Rubric

    func item(written text: String) -> Named {
        let words = words(of: text)
        let refs = Set(words).intersection(evidence.map(\.ref))
        if refs.count > 1 { return .several }
        let found = evidence.first { item in
            let title = rubric.evidenceRule(item.kind)?.title ?? item.kind
            let names = [
                item.ref, item.laidName, "evidence \(item.laidName)", "\(item.ref) \(item.kind)",
                "\(item.ref) \(title)", "\(item.ref) \(item.kind) \(title)",
            ]
            return names.contains { self.words(of: $0) == words }
        }
        return found.map { .one($0.ref) } ?? .none
    }

    /// In lower case; what stands between words doesn't matter.
    private func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
