/// One element of a document that was read: plain values, nothing of the parser's.
package struct Element: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String
        /// Where the attribute's name begins, both counted from 1, columns in characters.
        package var line: Int
        package var column: Int
        package init(name: String, value: String, line: Int, column: Int) {
            (self.name, self.value, self.line, self.column) = (name, value, line, column)
        }
    }

    /// The local name; the namespace is always `urn:assay:1`.
    package var name: String
    /// Those without a namespace; all others are left out.
    package var attributes: [Attribute]
    package var children: [Element]
    /// The element's own text and CDATA in document order, its children's left out.
    package var text: String
    /// Where the start tag's `<` stands, both counted from 1, the column in characters.
    package var line: Int
    package var column: Int

    package init(
        name: String, attributes: [Attribute] = [], children: [Element] = [], text: String = "", line: Int, column: Int
    ) {
        (self.name, self.attributes, self.children, self.text) = (name, attributes, children, text)
        (self.line, self.column) = (line, column)
    }

    package subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    package func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

    package func child(_ name: String) -> Element? { children.first { $0.name == name } }

    package func children(_ name: String) -> [Element] { children.filter { $0.name == name } }
}
