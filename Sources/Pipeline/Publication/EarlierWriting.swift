internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Markup
internal import Reporting
internal import Workers

/// Brings back what a reviewer wrote into folders of the same work that left her queue before she was given it again:
/// from what was taken, and from what was kept at those folders' ends; and out of the present folder's decision file
/// where that had strayed into another. Nobody else's words are looked at.
struct EarlierWriting {
    let workspace: Workspace
    let maker: QueueMaker

    static let fileName = "your-earlier-words.txt"

    /// The file's bytes; nil where she had written nothing.
    func bytes(for fact: AssignedFact, _ facts: QueueFacts) throws -> [UInt8]? {
        var words = try facts.earlier.map { earlier in
            let taken = try earlier.takenSHA256.flatMap { digest in
                try workspace.ledger.read { try $0.bytes(sha256: digest) }
            }
            return try self.words(earlier.row, earlier.fact, taken: taken)
        }
        if let strayed = facts.strayed { words.append(try self.strayed(strayed.row, strayed.files, fact)) }
        guard words.contains(where: { !$0.isEmpty }) else { return nil }
        return Array(earlierWordsText(words, decisionFile: fact.form.decisionName).utf8)
    }

    private func words(_ row: AssignmentRow, _ fact: AssignedFact, taken: [UInt8]?) throws -> EarlierWords {
        var earlier = EarlierWords(assigned: row.assigned)
        let decision = fact.form.decisionName
        if let taken, let file = try read(taken, decision, fact) { earlier.words.append(.typed(file, isTaken: true)) }
        guard let kept = try? workspace.home.folder("vault/kept/" + row.ticket) else { return earlier }
        let files = try kept.names().map { (place: $0, name: EarlierWriting.name($0)) }
        for (place, file) in files.sorted(by: { $0.name.number < $1.name.number }) {
            guard file.name == decision || NameRule.isOtherDecision(file.name, beside: decision),
                let bytes = try? kept.read(place, limit: DecisionReader.limit)
            else {
                earlier.others.append(file.name)
                continue
            }
            earlier.words.append(try words(bytes, file.name, fact))
        }
        return earlier
    }

    /// Only what facts tell of: at the folder's end other things of hers are kept beside it before their fact is there.
    private func strayed(_ row: AssignmentRow, _ files: [KeptFile], _ fact: AssignedFact) throws -> EarlierWords {
        var strayed = EarlierWords(assigned: row.assigned)
        strayed.isStrayed = true
        for file in files {
            let name = EarlierWriting.name(split(file.path).name).name
            guard let bytes = try? workspace.home.read(file.path, limit: DecisionReader.limit) else { continue }
            strayed.words.append(try words(bytes, name, fact))
        }
        return strayed
    }

    private func words(_ bytes: [UInt8], _ name: String, _ fact: AssignedFact) throws -> EarlierWords.Words {
        if let typed = try read(bytes, name, fact) { return .typed(typed, isTaken: false) }
        return .unread(file: name, text: EarlierWriting.withoutHead(readableText(bytes), fact.form))
    }

    /// `2-decision.xml`: its place among what was kept, and the name that it had.
    static func name(_ kept: String) -> (number: Int, name: String) {
        let parts = kept.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { return (.max, kept) }
        return (number, String(parts[1]))
    }

    /// Nil where it isn't well-formed, or not all of it can be told apart.
    func read(_ bytes: [UInt8], _ name: String, _ fact: AssignedFact) throws -> DecisionFile? {
        var found: Read<DecisionFile>
        if name.lowercased().hasSuffix(".xml") {
            let reading: Reading
            do throws(WorkerFailure) {
                reading = try maker.workers.read(bytes, limits: .upTo(DecisionReader.limit))
            } catch {
                if error.isOfTheFile { return nil }
                throw error
            }
            guard let root = reading.root else { return nil }
            found = readDecision(root, file: name)
            if fact.form == .xml {
                found.value?.unread = try maker.laidNotes(of: fact, maker.acceptance(of: fact)).unread(in: bytes)
            }
        } else {
            guard fact.form == .text else { return nil }
            found = readDecisionText(bytes, laid: try maker.laidText(of: fact, maker.acceptance(of: fact)), file: name)
        }
        return found.findings.hasError ? nil : found.value
    }

    /// The form's head isn't hers, and may speak of the submitter where the review was an open one.
    private static func withoutHead(_ text: String, _ form: Reviewer.Form) -> String {
        switch form {
        case .xml: return text.firstRange(of: "<decision").map { String(text[$0.lowerBound...]) } ?? text
        case .text:
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let start = lines.firstIndex { $0.hasPrefix("## ") } ?? lines.count
            let head = lines[..<start].filter { $0.first { !$0.isWhitespace } != "#" }
            return (head + lines[start...]).joined(separator: "\n")
        }
    }
}
