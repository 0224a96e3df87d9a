/// The district took a submission out of review; it uses up no attempt.
package struct WithdrawnFact: Hashable, Codable, Sendable {
    package var submission: String
    package var reason: String
    package init(submission: String, reason: String) { (self.submission, self.reason) = (submission, reason) }
}
