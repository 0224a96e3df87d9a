internal import CLibXML2

/// One schema in libxml2's memory: read-only once compiled, so any number of threads may validate against it.
@safe final class CompiledSchema: @unchecked Sendable {
    private let schema: xmlSchemaPtr
    /// What the schema says of its own types, for messages.
    let vocabulary: Vocabulary

    /// Only the program's own texts come here: libxml2 reads a schema less guardedly than a document.
    init?(_ xsd: String) {
        Library.prepare()
        var xsd = xsd
        let compiled = xsd.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { text -> xmlSchemaPtr? in
                guard let parser = unsafe xmlSchemaNewMemParserCtxt(text.baseAddress, Int32(text.count)) else {
                    return nil
                }
                defer { unsafe xmlSchemaFreeParserCtxt(parser) }
                return unsafe xmlSchemaParse(parser)
            }
        }
        guard let schema = unsafe compiled else { return nil }
        unsafe self.schema = schema
        vocabulary = Vocabulary(xsd)
    }

    deinit { unsafe xmlSchemaFree(schema) }

    /// Everything in a numbered document that goes against the schema; nil where that could not be judged.
    func problems(of document: borrowing ParsedDocument) -> [Problem]? {
        guard let validation = unsafe xmlSchemaNewValidCtxt(schema) else { return nil }
        defer { unsafe xmlSchemaFreeValidCtxt(validation) }
        let complaints = Complaints()
        unsafe xmlSchemaSetValidStructuredErrors(validation, { unsafe note($0, $1) }, complaints.pointer)
        let result = unsafe xmlSchemaValidateDoc(validation, document.pointer)
        let problems = withExtendedLifetime(complaints) { complaints.problems }
        // Neither 0 nor a finding means that the validator gave up.
        if result < 0 || (result > 0) != !problems.isEmpty { return nil }
        return problems
    }
}

private func note(_ sink: UnsafeMutableRawPointer?, _ error: clibxml2_error?) {
    guard let sink = unsafe sink, let error = unsafe error else { return }
    var number: Int?
    if let node = unsafe error.pointee.node?.assumingMemoryBound(to: xmlNode.self) {
        let isAttribute = unsafe node.pointee.type == XML_ATTRIBUTE_NODE
        if let element = unsafe isAttribute ? node.pointee.parent : node { unsafe number = ordinal(of: element) }
    }
    unsafe Complaints.at(sink).add(error, ordinal: number)
}
