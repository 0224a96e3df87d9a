internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders
internal import Markup
internal import Workers

/// One decision file as it was read from its queue.
struct ReadDecision: Sendable {
    var edited: Edited
    var content: Content

    enum Content: Sendable {
        case read(DecisionFile, bytes: [UInt8], sha256: String)
        case faulty([Finding])
        /// It changed while it was read: the next look takes it.
        case changed
    }
}

/// Reads decision files out of an untrusted place, with workers that may die at it.
struct DecisionReader: Sendable {
    let outbox: Folder
    let workers: WorkerPool

    static let limit = 2_097_152

    func read(_ edited: Edited) -> ReadDecision {
        do {
            return ReadDecision(edited: edited, content: try content(edited))
        } catch let failure as WorkerFailure {
            let finding = Finding(
                "decision.unreadable", file: "decision.xml", "Reading the file failed (\(failure)).",
                remedy: "Save it anew; or delete it, and an empty one is laid again.")
            return ReadDecision(edited: edited, content: .faulty([finding]))
        } catch let failure as IOFailure where failure.isMissing {
            return ReadDecision(edited: edited, content: .changed)
        } catch {
            let finding = Finding(
                "decision.unreadable", file: "decision.xml", "The file can't be read: \(error)",
                remedy: "Save it anew as a plain file.")
            return ReadDecision(edited: edited, content: .faulty([finding]))
        }
    }

    private func content(_ edited: Edited) throws -> ReadDecision.Content {
        let folder = try outbox.folder(edited.path)
        let others = try folder.names().filter(NameRule.isOtherDecision)
        if !others.isEmpty { return .faulty(others.map(secondVersion)) }
        let file = try folder.openFile("decision.xml")
        guard file.status.kind == .file, file.status.links == 1 else {
            return .faulty([
                Finding(
                    "decision.not-plain", file: "decision.xml",
                    "decision.xml isn't a plain file of its own (a link, or a file with a second name).",
                    remedy: "Delete it, and an empty one is laid again.")
            ])
        }
        guard file.status == edited.stamp.file else { return .changed }
        guard file.status.bytes <= Int64(DecisionReader.limit) else {
            return .faulty([
                Finding(
                    "xml.too-large", file: "decision.xml", "The file has more than \(DecisionReader.limit) bytes.",
                    remedy: "Shorten the comments.")
            ])
        }
        let bytes = try file.read(limit: DecisionReader.limit)
        guard try file.currentStatus() == file.status else { return .changed }
        let reading = try workers.read(bytes, limits: .upTo(DecisionReader.limit))
        guard let root = reading.root else {
            return .faulty(findings(from: reading.faults, file: "decision.xml"))
        }
        guard root.name == "decision" else {
            return .faulty([
                Finding(
                    "decision.not-a-decision", file: "decision.xml", line: root.line, column: root.column,
                    "The file is a '\(root.name)', not a 'decision'.",
                    remedy: "Delete it, and an empty one is laid again.")
            ])
        }
        let read = readDocument(reading, file: "decision.xml", by: readDecision)
        guard let decision = read.value, !read.findings.hasError else { return .faulty(read.findings) }
        return .read(decision, bytes: bytes, sha256: sha256(bytes).hex)
    }

    private func secondVersion(_ name: String) -> Finding {
        Finding(
            "decision.two-versions", file: name,
            "Beside decision.xml lies '\(printable(name))', a second version of it; which one you mean is not for the program to guess.",
            remedy: "Keep the right one under the name decision.xml, and delete the other.")
    }
}
