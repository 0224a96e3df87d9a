internal import Assessment
internal import Folders

extension Folder {
    /// Second versions of a queue folder's decision file: by their names, or since they bear its ticket, such as
    /// `Copy of decision.txt`; or one folder deeper, as where a copy of the whole folder was put into it.
    func otherVersions(of decision: String, ticket: String) throws(IOFailure) -> [String] {
        try names().compactMap { name in
            if NameRule.isOtherDecision(name, beside: decision) { return name }
            if name == decision || NameRule.isLaidBesideDecision(name) { return nil }
            return [name, name + "/" + decision].first { isDecision($0, ticket) }
        }
    }

    private func isDecision(_ path: String, _ ticket: String) -> Bool {
        guard let file = try? openFile(path), file.status.kind == .file, let head = try? file.head(limit: 65_536)
        else { return false }
        return writtenTicket(head) == ticket
    }
}
