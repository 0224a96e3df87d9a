internal import Synchronization

/// The program's schemas, and the one way in which documents are read against them.
package final class Schemas: Sendable {
    private enum Entry: Sendable {
        case compiled(CompiledSchema)
        case broken
    }

    private let texts: [String: String]
    private let entries = Mutex<[String: Entry]>([:])

    /// XSD 1.0 texts under the local name of the root element that each describes; compiled when first needed.
    package init(_ texts: [String: String]) { self.texts = texts }

    /// Reads an untrusted document: decodes, bounds, parses and validates it, and says where everything stands.
    package func read(_ bytes: [UInt8], limits: Limits = Limits()) -> Reading {
        do throws(Refusal) {
            let text = try decoded(bytes, limits: limits)
            return read(text, try Scan(text, limits: limits))
        } catch {
            return Reading(root: nil, faults: [error.fault])
        }
    }

    private func read(_ text: [UInt8], _ scan: Scan) -> Reading {
        do throws(IllFormed) {
            let document = try ParsedDocument(text)
            document.number()
            var faults = NamespaceWords(text, scan).faults(document.problems)
            let root = document.element(scan)
            faults += judge(document, root: root, scan, after: faults)
            return Reading(root: root, faults: inOrder(faults))
        } catch {
            return Reading(root: nil, faults: IllFormedWords(text, scan).faults(error.problems))
        }
    }

    private func judge(
        _ document: borrowing ParsedDocument, root: Element?, _ scan: Scan, after earlier: [Fault]
    ) -> [Fault] {
        let place = scan.tags.first?.place ?? Place()
        guard let root, texts[root.name] != nil else { return [unknownRoot(root, document.rootName, place)] }
        guard let schema = schema(for: root.name), let problems = schema.problems(of: document) else {
            return [
                Fault(
                    .unjudged, line: place.line, column: place.column, message: "The document could not be judged.",
                    remedy: "Try again; if it stays so, report it as a fault of the program.")
            ]
        }
        // What has a namespace fault is unknown to the schema as well: once is enough.
        let told = Set(earlier.map { [$0.line, $0.column] })
        return ValidityWords(scan, schema.vocabulary).faults(problems).filter { !told.contains([$0.line, $0.column]) }
    }

    /// By their places: the validator speaks of attributes in its schema's order.
    private func inOrder(_ faults: [Fault]) -> [Fault] {
        faults.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element)
    }

    private func unknownRoot(_ root: Element?, _ name: String, _ place: Place) -> Fault {
        let known = texts.keys.sorted()
        if root != nil || !known.contains(name) {
            return Fault(
                .unknownRoot, line: place.line, column: place.column,
                message:
                    "'\(shortened(name))' isn't known as a document; expected one of: \(known.joined(separator: ", ")).",
                remedy: "Begin the document with <\(known.first ?? "submission") xmlns=\"\(assayNamespace)\" …>.")
        }
        return Fault(
            .invalid, line: place.line, column: place.column,
            message: "'\(name)' is not in the namespace \(assayNamespace).",
            remedy: "Write <\(name) xmlns=\"\(assayNamespace)\" …>.")
    }

    private func schema(for name: String) -> CompiledSchema? {
        let entry = entries.withLock { entries -> Entry in
            if let entry = entries[name] { return entry }
            let entry = texts[name].flatMap(CompiledSchema.init).map(Entry.compiled) ?? .broken
            entries[name] = entry
            return entry
        }
        if case .compiled(let schema) = entry { return schema }
        return nil
    }
}
