internal import Markup

// How the values of Markup travel between the two processes. Whoever adds a field there adds it here, in both directions.

extension Message {
    mutating func put(_ limits: Limits) {
        put(limits.maxBytes)
        put(limits.maxTagBytes)
        put(limits.maxElements)
        put(limits.maxDepth)
        put(limits.maxAttributes)
    }

    mutating func put(_ reading: Reading) {
        put(reading.root.map { [$0] } ?? []) { $0.put($1) }
        put(reading.faults) { message, fault in
            message.put(fault.kind.rawValue)
            message.put(fault.line)
            message.put(fault.column)
            message.put(fault.message)
            message.put(fault.remedy)
        }
    }

    mutating func put(_ element: Element) {
        put(element.name)
        put(element.attributes) { message, attribute in
            message.put(attribute.name)
            message.put(attribute.value)
            message.put(attribute.line)
            message.put(attribute.column)
        }
        put(element.children) { $0.put($1) }
        put(element.text)
        put(element.line)
        put(element.column)
    }

    mutating func put(_ result: QueryResult) {
        switch result {
        case .boolean(let value):
            put(UInt8(value ? 1 : 0))
        case .text(let text):
            put(UInt8(2))
            put(text)
        case .failure(let sentence):
            put(UInt8(3))
            put(sentence)
        }
    }
}

extension MessageReader {
    mutating func limits() throws(Malformed) -> Limits {
        var limits = Limits()
        limits.maxBytes = try number()
        limits.maxTagBytes = try number()
        limits.maxElements = try number()
        limits.maxDepth = try number()
        limits.maxAttributes = try number()
        return limits
    }

    mutating func reading() throws(Malformed) -> Reading {
        let roots = try list { reader throws(Malformed) in try reader.element(depth: 1) }
        guard roots.count <= 1 else { throw Malformed() }
        let faults = try list { reader throws(Malformed) -> Fault in
            guard let kind = Fault.Kind(rawValue: try reader.byte()) else { throw Malformed() }
            return Fault(
                kind, line: try reader.number(), column: try reader.number(), message: try reader.text(),
                remedy: try reader.text())
        }
        // Without an element at least one fault says why.
        guard !roots.isEmpty || !faults.isEmpty else { throw Malformed() }
        return Reading(root: roots.first, faults: faults)
    }

    private mutating func element(depth: Int) throws(Malformed) -> Element {
        // Far beyond every document's own limit, and far from the end of the stack.
        guard depth <= 256 else { throw Malformed() }
        let name = try text()
        let attributes = try list { reader throws(Malformed) in
            Element.Attribute(
                name: try reader.text(), value: try reader.text(), line: try reader.number(),
                column: try reader.number())
        }
        let children = try list { reader throws(Malformed) in try reader.element(depth: depth + 1) }
        return Element(
            name: name, attributes: attributes, children: children, text: try text(), line: try number(),
            column: try number())
    }

    mutating func queryResult() throws(Malformed) -> QueryResult {
        switch try byte() {
        case 0: .boolean(false)
        case 1: .boolean(true)
        case 2: .text(try text())
        case 3: .failure(try text())
        default: throw Malformed()
        }
    }
}
