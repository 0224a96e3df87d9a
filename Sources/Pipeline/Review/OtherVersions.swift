internal import Assessment
internal import Folders

extension Folder {
    /// Second versions of a queue folder's decision file: by their names, or since they bear its ticket, such as
    /// `Copy of decision.txt`.
    func otherVersions(of decision: String, ticket: String) throws(IOFailure) -> [String] {
        try names().filter { name in
            if NameRule.isOtherDecision(name, beside: decision) { return true }
            guard name != decision, !NameRule.isLaidBesideDecision(name), let file = try? openFile(name),
                file.status.kind == .file, let head = try? file.head(limit: 65_536)
            else { return false }
            return writtenTicket(head) == ticket
        }
    }
}
