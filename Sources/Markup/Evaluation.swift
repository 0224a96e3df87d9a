internal import CLibXML2

/// What each query comes to, seen from the root element of a document.
package func evaluate(_ queries: [Query], in xml: [UInt8]) -> [QueryResult] {
    var limits = Limits()
    // The inspected manifest is the program's own writing: the educator's, with measurements added.
    limits.maxBytes *= 16
    limits.maxElements *= 2
    limits.maxAttributes *= 2
    limits.maxTagBytes *= 2
    do {
        let text = try decoded(xml, limits: limits)
        _ = try Scan(text, limits: limits)
        let document = try ParsedDocument(text)
        return queries.map { query in
            if let fault = expressionFault(query.expression) { return .failure(fault) }
            return unsafe XPathContext(document.pointer, document.root)?.result(of: query)
                ?? .failure("The expression could not be evaluated.")
        }
    } catch {
        return queries.map { _ in .failure("The document can't be read, so nothing can be said about it.") }
    }
}

/// Why an expression can't be used, with the position in it counted from 1; nil where it can.
package func compileFault(_ expression: String) -> String? {
    if let fault = expressionFault(expression) { return fault }
    // Wrong numbers or kinds of arguments show only when it runs: any document of the namespace will do.
    guard let document = try? ParsedDocument(Array("<submission xmlns=\"\(assayNamespace)\"/>".utf8)),
        let context = unsafe XPathContext(document.pointer, document.root)
    else { return nil }
    if case .failure(let sentence) = context.result(of: Query(expression, wantsBoolean: false)) { return sentence }
    return nil
}

/// One evaluation in libxml2's memory; nothing can be loaded from it, since the core functions know no document().
@safe private struct XPathContext: ~Copyable {
    private let context: xmlXPathContextPtr

    /// The document must outlive it.
    init?(_ document: xmlDocPtr, _ root: xmlNodePtr) {
        guard let context = unsafe xmlXPathNewContext(document) else { return nil }
        guard unsafe xmlXPathRegisterNs(context, "a", assayNamespace) == 0 else {
            unsafe xmlXPathFreeContext(context)
            return nil
        }
        unsafe context.pointee.node = root
        // Without a limit a short expression over a small document runs for minutes.
        unsafe context.pointee.opLimit = 1_000_000
        unsafe self.context = context
    }

    deinit { unsafe xmlXPathFreeContext(context) }

    borrowing func result(of query: Query) -> QueryResult {
        let complaints = Complaints()
        unsafe context.pointee.userData = complaints.pointer
        unsafe context.pointee.error = { sink, error in
            guard let sink = unsafe sink else { return }
            unsafe Complaints.at(sink).add(error)
        }
        unsafe context.pointee.opCount = 0
        defer { withExtendedLifetime(complaints) {} }
        guard let compiled = unsafe xmlXPathCtxtCompile(context, query.expression) else {
            return .failure(ExpressionWords.sentence(complaints.problems.first, query.expression))
        }
        defer { unsafe xmlXPathFreeCompExpr(compiled) }
        let object = unsafe xmlXPathCompiledEval(compiled, context)
        defer { unsafe xmlXPathFreeObject(object) }
        guard let object = unsafe object, complaints.problems.isEmpty else {
            return .failure(ExpressionWords.sentence(complaints.problems.first, query.expression))
        }
        if query.wantsBoolean { return unsafe .boolean(xmlXPathCastToBoolean(object) != 0) }
        guard let string = unsafe xmlXPathCastToString(object) else { return .text("") }
        defer { unsafe clibxml2_free(string) }
        return unsafe .text(String(String(cString: string).prefix(10_000)))
    }
}
