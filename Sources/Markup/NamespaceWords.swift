internal import CLibXML2

/// Words for names whose prefix means nothing: well-formed text, but no document of ours.
struct NamespaceWords {
    private let text: [UInt8]
    private let scan: Scan

    init(_ text: [UInt8], _ scan: Scan) { (self.text, self.scan) = (text, scan) }

    func faults(_ problems: [Problem]) -> [Fault] { problems.map(fault) }

    private func fault(_ problem: Problem) -> Fault {
        // The parser stands at the end of the tag: the last tag that began before it is meant.
        let ordinal = scan.tags.lastIndex { $0.offset < problem.offset } ?? 0
        let place = scan.tags.indices.contains(ordinal) ? scan.tags[ordinal].place : Place()
        let prefix = shortened(problem.names[0] ?? "")
        if xmlParserErrors(UInt32(bitPattern: problem.code)) == XML_NS_ERR_UNDEFINED_NAMESPACE {
            // With three names it is about an attribute: prefix, attribute, element.
            let local = problem.names[2] == nil ? nil : problem.names[1]
            let spot = local.flatMap { scan.attribute("\(prefix):\($0)", of: ordinal)?.place } ?? place
            return Fault(
                .invalid, line: spot.line, column: spot.column, message: "The prefix '\(prefix):' isn't declared.",
                remedy: "Take '\(prefix):' away, or take the whole out.")
        }
        let words = problem.message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Fault(
            .invalid, line: place.line, column: place.column,
            message: "A name in this tag is not written right: \(shortened(words)).",
            remedy: "Use names without a colon; only xmlns=\"\(assayNamespace)\" is needed.")
    }
}
