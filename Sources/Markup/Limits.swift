/// How much of a document is read; what goes beyond is refused before the parser sees it.
///
/// libxml2's own limits stop a crash but not a burn: 100,000 attributes on one element cost it 20 seconds.
package struct Limits: Hashable, Sendable {
    /// The whole document.
    package var maxBytes = 1_048_576
    /// One start tag, from its `<` to its `>`.
    package var maxTagBytes = 65_536
    /// Elements and processing instructions together.
    package var maxElements = 20_000
    /// How deep elements may nest; the root is 1.
    package var maxDepth = 64
    /// Attributes of one element, namespace declarations included.
    package var maxAttributes = 64

    /// The limits that every document of a district or an educator meets.
    package init() {}
}
