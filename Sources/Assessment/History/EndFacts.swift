/// The district took a submission out of review; it uses up no attempt.
package struct WithdrawnFact: Hashable, Codable, Sendable {
    package var submission: String
    package var reason: String
    package init(submission: String, reason: String) { (self.submission, self.reason) = (submission, reason) }
}

/// A submission's evidence was removed for good; its digests stay in the facts before.
package struct ErasedFact: Hashable, Codable, Sendable {
    package var submission: String
    package var reason: String
    /// Folders below `.assay` that are removed: its own, and what was kept of its queue folders.
    package var folders: [String]
    package init(submission: String, reason: String, folders: [String]) {
        (self.submission, self.reason, self.folders) = (submission, reason, folders)
    }
}
