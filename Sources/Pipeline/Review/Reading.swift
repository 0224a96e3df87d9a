internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// What a queue folder's decision file was laid for.
struct Laid: Sendable {
    var fact: AssignedFact
    var accepted: AcceptedFact
}

/// One decision file as it was read from its queue.
struct ReadDecision: Sendable {
    var edited: Edited
    var laid: Result<Laid?, any Error>
    var content: Content
    /// Where it belongs, if that is another folder.
    var home: StrayHome?

    enum Content: Sendable {
        case read(DecisionFile, bytes: [UInt8], sha256: String)
        /// What is wrong, and the rest as far as it could be read.
        case faulty([Finding], DecisionFile? = nil, bytes: [UInt8] = [])
        /// It changed while it was read: the next look takes it.
        case changed
        /// We could not look: the next pass tries again.
        case unreached(Finding)
    }
}

extension ReadDecision.Content {
    /// What could be read, with the bytes that say it.
    fileprivate var file: (DecisionFile, [UInt8])? {
        switch self {
        case .read(let decision, let bytes, _): (decision, bytes)
        case .faulty(_, let decision?, let bytes): (decision, bytes)
        case .faulty, .changed, .unreached: nil
        }
    }
}

/// Reads decision files out of an untrusted place: XML with workers that may die at it, plain text here.
struct DecisionReader: Sendable {
    let outbox: Folder
    let workers: WorkerPool
    let ledger: Ledger
    let maker: QueueMaker
    let homes: StrayHomes

    static let limit = 2_097_152

    /// What was laid in each of a batch, read at once: who reads the batch then doesn't wait for a ledger that is taking
    /// the one before.
    func laid(for batch: ArraySlice<Edited>) throws -> [(edited: Edited, laid: Result<Laid?, any Error>)] {
        try ledger.read { book in
            batch.map { edited in
                (
                    edited,
                    Result {
                        try book.assignedFact(edited.row).map { fact in
                            Laid(fact: fact, accepted: try maker.acceptance(of: edited.row, in: book))
                        }
                    }
                )
            }
        }
    }

    func read(_ edited: Edited, _ laid: Result<Laid?, any Error>) -> ReadDecision {
        do {
            let content = try content(edited, laid.get())
            return ReadDecision(edited: edited, laid: laid, content: content, home: try home(of: content, edited))
        } catch let failure as WorkerFailure where failure.isOfTheFile && failure != .stalled {
            let finding = Finding(
                .decisionUnreadable, file: edited.name, "Reading the file failed (\(failure)).",
                remedy: "Save it anew; or copy your words out of it, then delete it, and an empty one is laid again.")
            return ReadDecision(edited: edited, laid: laid, content: .faulty([finding]))
        } catch let failure as IOFailure where failure.isMissing {
            return ReadDecision(edited: edited, laid: laid, content: .changed)
        } catch {
            let finding = Finding(
                .decisionUnreadable, file: edited.name, "The file can't be read: \(error)",
                remedy: "It is tried again in every pass. If it stays so, save it anew as a plain file.")
            return ReadDecision(edited: edited, laid: laid, content: .unreached(finding))
        }
    }

    private func content(_ edited: Edited, _ laid: Laid?) throws -> ReadDecision.Content {
        let folder = try outbox.folder(edited.path)
        let name = edited.name
        let others = try folder.otherVersions(of: name, ticket: edited.row.ticket)
        if !others.isEmpty { return .faulty(others.map { secondVersion($0, of: name) }) }
        let file = try folder.openFile(name)
        guard file.status.kind == .file, file.status.links == 1 else {
            return .faulty([
                Finding(
                    .decisionNotPlain, file: name,
                    "\(name) isn't a plain file of its own (a link, or a file with a second name).",
                    remedy: "Copy words of yours out of it. Then delete it, and an empty one is laid again.")
            ])
        }
        guard file.status == edited.stamp.file else { return .changed }
        guard file.status.bytes <= Int64(DecisionReader.limit) else {
            return .faulty([
                Finding(
                    edited.row.form == .xml ? .xmlTooLarge : .decisionTooLarge, file: name,
                    "The file has more than \(DecisionReader.limit) bytes.", remedy: "Shorten the comments.")
            ])
        }
        let bytes = try file.read(limit: DecisionReader.limit)
        guard try file.currentStatus() == file.status else { return .changed }
        switch edited.row.form {
        case .xml: return try xml(bytes, name, laid)
        case .text: return try text(bytes, name, laid)
        }
    }

    private func xml(_ bytes: [UInt8], _ name: String, _ laid: Laid?) throws -> ReadDecision.Content {
        if bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
            return .faulty([
                Finding(
                    .decisionEmpty, file: name, line: 1, column: 1, "The file is empty.",
                    remedy: "Save it again with what you typed; or delete it, and an empty one is laid again.")
            ])
        }
        let reading = try workers.read(DecisionReader.withoutSigns(bytes), limits: .upTo(DecisionReader.limit))
        guard let root = reading.root else {
            return .faulty(inWordsOfComments(findings(from: reading.faults, file: name, as: "decision")))
        }
        guard root.name == "decision" else {
            return .faulty([
                Finding(
                    .decisionNotADecision, file: name, line: root.line, column: root.column,
                    "The file is a '\(root.name)', not a 'decision'.",
                    remedy: "Copy words of yours out of it. Then delete it, and an empty one is laid again.")
            ])
        }
        var decision = readDocument(reading, file: name, by: readDecision)
        if decision.value != nil, let laid {
            decision.value?.unread = try maker.laidNotes(of: laid.fact, laid.accepted).unread(in: bytes)
        }
        return content(decision, bytes)
    }

    /// Without a second byte-order mark, and without the Ctrl-Z with which programs from the days of DOS end a text:
    /// neither is the reviewer's, and no parser takes them.
    private static func withoutSigns(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes[...]
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        while text.starts(with: mark + mark) { text = text.dropFirst(3) }
        let end = text.lastIndex { ![0x1A, 0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 + 1 } ?? text.startIndex
        return text[end...].contains(0x1A) ? Array(text[..<end]) + text[end...].filter { $0 != 0x1A } : Array(text)
    }

    /// In a decision file a `]]>` that stands alone is what is left of a comment's brackets.
    private func inWordsOfComments(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            guard finding.message.hasPrefix("]]>") else { return finding }
            var told = finding
            told.message = "]]> stands here, and the <![CDATA[ that belongs before the comment is gone."
            told.remedy =
                "Write the comment as <comment><![CDATA[your words]]></comment>: put <![CDATA[ back before its first word."
            return told
        }
    }

    private func text(_ bytes: [UInt8], _ name: String, _ laid: Laid?) throws -> ReadDecision.Content {
        guard let laid else { return .changed }
        let text = try maker.laidText(of: laid.fact, laid.accepted)
        return content(readDecisionText(bytes, laid: text, file: name), bytes)
    }

    private func content(_ read: Read<DecisionFile>, _ bytes: [UInt8]) -> ReadDecision.Content {
        guard let decision = read.value, !read.findings.hasError else {
            return .faulty(read.findings, read.value, bytes: bytes)
        }
        return .read(decision, bytes: bytes, sha256: sha256(bytes).hex)
    }

    private func home(of content: ReadDecision.Content, _ edited: Edited) throws -> StrayHome? {
        guard let (decision, bytes) = content.file else { return nil }
        let ticket = decision.binding.ticket.trimmed
        if ticket == edited.row.ticket { return nil }
        return try homes.home(of: ticket, written: decision.binding.submission, found: bytes, in: edited)
    }

    private func secondVersion(_ other: String, of name: String) -> Finding {
        Finding(
            .decisionTwoVersions, file: other,
            "Beside \(name) lies '\(printable(other))', a second version of it; which one you mean is not for the program to guess.",
            remedy: "Keep the right one under the name \(name), and delete the other."
                + NameRule.wordsOnHiddenEnding(other, of: name))
    }
}
