internal import CLibXML2

extension ParsedDocument {
    /// Gives every element its number in document order, and takes away the attributes that are to be ignored.
    ///
    /// Those of other namespaces count for nothing; `xsi:schemaLocation` would even make the validator reach for files.
    func number() {
        var next = 0
        unsafe number(root, &next)
    }

    private func number(_ node: xmlNodePtr, _ next: inout Int) {
        next += 1
        unsafe node.pointee._private = UnsafeMutableRawPointer(bitPattern: next)
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            unsafe attribute = current.pointee.next
            if unsafe current.pointee.ns != nil { unsafe xmlRemoveProp(current) }
        }
        unsafe forEachChild(of: node) { child in
            if unsafe child.pointee.type == XML_ELEMENT_NODE { unsafe number(child, &next) }
        }
    }

    /// The root's local name, whatever its namespace.
    var rootName: String { unsafe text(root.pointee.name) ?? "" }

    /// The document as plain values, with the scan's places; nil where the root isn't of the namespace.
    func element(_ scan: Scan) -> Element? { unsafe isOurs(root) ? element(root, scan) : nil }

    private func element(_ node: xmlNodePtr, _ scan: Scan) -> Element {
        let ordinal = unsafe ordinal(of: node) ?? 0
        let place = scan.tags.indices.contains(ordinal) ? scan.tags[ordinal].place : Place()
        var element = unsafe Element(name: text(node.pointee.name) ?? "", line: place.line, column: place.column)
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            let name = unsafe text(current.pointee.name) ?? ""
            let place = scan.attribute(name, of: ordinal)?.place ?? place
            unsafe element.attributes.append(
                Element.Attribute(name: name, value: value(of: current), line: place.line, column: place.column))
            unsafe attribute = current.pointee.next
        }
        unsafe forEachChild(of: node) { child in
            switch unsafe child.pointee.type {
            case XML_ELEMENT_NODE:
                if unsafe isOurs(child) { unsafe element.children.append(self.element(child, scan)) }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                unsafe element.text += text(child.pointee.content) ?? ""
            default:
                break
            }
        }
        return element
    }

    private func value(of attribute: xmlAttrPtr) -> String {
        guard let value = unsafe xmlNodeListGetString(pointer, attribute.pointee.children, 1) else { return "" }
        defer { unsafe clibxml2_free(value) }
        return unsafe String(cString: value)
    }

    private func isOurs(_ node: xmlNodePtr) -> Bool {
        guard let namespace = unsafe node.pointee.ns else { return false }
        return unsafe text(namespace.pointee.href) == assayNamespace
    }

    private func forEachChild(of node: xmlNodePtr, _ body: (xmlNodePtr) -> Void) {
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            unsafe body(current)
            unsafe child = current.pointee.next
        }
    }
}

/// The number that `ParsedDocument.number()` gave to an element.
func ordinal(of node: xmlNodePtr) -> Int? {
    unsafe node.pointee._private.map { Int(bitPattern: $0) - 1 }
}
