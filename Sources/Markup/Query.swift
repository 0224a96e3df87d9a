/// An XPath 1.0 expression of a rubric, and what it is asked for.
package struct Query: Hashable, Sendable {
    /// With the prefix `a` for the namespace of all documents.
    package var expression: String
    /// Whether the result is wanted as true or false, or as text.
    package var wantsBoolean: Bool

    /// A question to put to a document.
    package init(_ expression: String, wantsBoolean: Bool) {
        (self.expression, self.wantsBoolean) = (expression, wantsBoolean)
    }
}

/// What an expression came to.
package enum QueryResult: Hashable, Sendable {
    case boolean(Bool)
    /// Numbers as XPath prints them; at most 10,000 characters.
    case text(String)
    /// A sentence that says why there is no result.
    case failure(String)
}
