internal import CLibXML2

/// A well-formed document in libxml2's memory, freed with its one owner.
@safe struct ParsedDocument: ~Copyable {
    private let document: xmlDocPtr
    let root: xmlNodePtr
    /// Namespace errors, which libxml2 does not count against well-formedness.
    let problems: [Problem]

    var pointer: xmlDocPtr { unsafe document }

    /// Parses decoded and scanned text; nothing but these bytes is read.
    init(_ text: [UInt8]) throws(IllFormed) {
        Library.prepare()
        guard let context = unsafe xmlNewParserCtxt() else { throw IllFormed(problems: []) }
        defer { unsafe xmlFreeParserCtxt(context) }
        let complaints = Complaints()
        unsafe context.pointee._private = complaints.pointer
        unsafe context.pointee.sax.pointee.serror = { context, error in unsafe note(context, error) }
        // The scan has refused every DOCTYPE; should it ever miss one, the parser stops here.
        unsafe context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
            unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        let parsed = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe xmlCtxtReadMemory(
                    context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(options))
            }
        }
        let problems = withExtendedLifetime(complaints) { complaints.problems }
        guard let document = unsafe parsed else { throw IllFormed(problems: problems) }
        guard let root = unsafe xmlDocGetRootElement(document) else {
            unsafe xmlFreeDoc(document)
            throw IllFormed(problems: problems)
        }
        unsafe self.document = document
        unsafe self.root = root
        self.problems = problems
    }

    deinit { unsafe xmlFreeDoc(document) }
}

/// The text isn't well-formed.
struct IllFormed: Error {
    var problems: [Problem]
}

private func note(_ context: UnsafeMutableRawPointer?, _ error: clibxml2_error?) {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
        let sink = unsafe parser.pointee._private
    else { return }
    // The error's own line and column are the parser's guess; the offset is exact.
    var offset = 0
    if let input = unsafe parser.pointee.input, let base = unsafe input.pointee.base,
        let current = unsafe input.pointee.cur
    {
        offset = unsafe Int(input.pointee.consumed) + (current - base)
    }
    unsafe Complaints.at(sink).add(error, offset: offset)
}
