/// The languages in which an educator's receipts and feedback can be written.
package enum PageLanguage: String, Codable, Sendable, CaseIterable {
    case english = "en"
    case spanish = "es"

    /// The language of a tag such as `es` or `es-MX`; nil for one that no page is written in.
    package init?(tag: String) {
        let primary = tag.trimmed.lowercased().prefix { $0 != "-" && $0 != "_" }
        self.init(rawValue: String(primary))
    }
}
