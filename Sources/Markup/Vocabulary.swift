internal import CLibXML2

/// What a schema says about itself: the names it knows, and what its simple types expect.
///
/// The `xs:documentation` of a named simple type completes the sentence "Write …", so the words that an
/// educator reads about a malformed id stand beside the pattern that refused it.
struct Vocabulary: Sendable {
    private(set) var elements: Set<String> = []
    private var byType: [String: String] = [:]
    private var byPattern: [String: String] = [:]

    /// Reads one of the program's own schemas.
    init(_ xsd: String) {
        guard let document = try? ParsedDocument(Array(xsd.utf8)) else { return }
        unsafe collect(document.root)
    }

    func expectation(ofType name: String) -> String? { byType[name] }

    func expectation(ofPattern pattern: String) -> String? { byPattern[pattern] }

    private mutating func collect(_ node: xmlNodePtr) {
        let name = unsafe attribute("name", of: node)
        switch unsafe text(node.pointee.name) {
        case "element":
            if let name { elements.insert(name) }
        case "simpleType":
            if let name, let words = unsafe documentation(of: node) {
                byType[name] = words
                for pattern in unsafe patterns(in: node) { byPattern[pattern] = words }
            }
        default:
            break
        }
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            if unsafe current.pointee.type == XML_ELEMENT_NODE { unsafe collect(current) }
            unsafe child = current.pointee.next
        }
    }

    private func documentation(of type: xmlNodePtr) -> String? {
        guard let annotation = unsafe child("annotation", of: type),
            let documentation = unsafe child("documentation", of: annotation),
            let content = unsafe xmlNodeGetContent(documentation)
        else { return nil }
        defer { unsafe clibxml2_free(content) }
        return unsafe String(cString: content).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func patterns(in type: xmlNodePtr) -> [String] {
        guard let restriction = unsafe child("restriction", of: type) else { return [] }
        var patterns: [String] = []
        var next = unsafe restriction.pointee.children
        while let current = unsafe next {
            if unsafe text(current.pointee.name) == "pattern", let value = unsafe attribute("value", of: current) {
                patterns.append(value)
            }
            unsafe next = current.pointee.next
        }
        return patterns
    }

    private func child(_ name: String, of node: xmlNodePtr) -> xmlNodePtr? {
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            if unsafe text(current.pointee.name) == name { return unsafe current }
            unsafe child = current.pointee.next
        }
        return nil
    }

    private func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard let value = unsafe xmlGetNoNsProp(node, name) else { return nil }
        defer { unsafe clibxml2_free(value) }
        return unsafe String(cString: value)
    }
}
