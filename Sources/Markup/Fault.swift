/// Something wrong with a document's form: where, what, and what to write instead.
package struct Fault: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// Not XML at all, or an encoding that is refused: gzip, UTF-7, XML 1.1, …
        case encoding
        /// Not well-formed: it may yet become so while it is being copied.
        case notWellFormed
        /// A DOCTYPE, which is always refused.
        case doctype
        /// Beyond a limit: bytes, a tag's bytes, elements, depth.
        case tooLarge
        /// Well-formed and against the schema.
        case invalid
        /// The validator could not judge it.
        case unjudged
        /// Well-formed, and no document that is known here.
        case unknownRoot
    }
    package var kind: Kind
    package var line: Int
    package var column: Int
    package var message: String
    package var remedy: String
    package init(_ kind: Kind, line: Int, column: Int, message: String, remedy: String) {
        (self.kind, self.line, self.column) = (kind, line, column)
        (self.message, self.remedy) = (message, remedy)
    }
}

/// A document as far as it could be read; without an element at least one fault says why.
package struct Reading: Hashable, Sendable {
    package var root: Element?
    package var faults: [Fault]
    package init(root: Element?, faults: [Fault]) { (self.root, self.faults) = (root, faults) }
}
