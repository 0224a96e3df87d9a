internal import CLibXML2

/// A validator's complaints in words for someone who isn't a programmer, with the place that libxml2 doesn't know.
struct ValidityWords {
    private let scan: Scan
    let vocabulary: Vocabulary

    init(_ scan: Scan, _ vocabulary: Vocabulary) { (self.scan, self.vocabulary) = (scan, vocabulary) }

    func faults(_ problems: [Problem]) -> [Fault] {
        var faults: [Fault] = []
        for problem in problems {
            let fault = fault(problem)
            // libxml2 may say twice that a value is wrong: first by its facet, then by its type.
            let isRepeated = faults.last.map { $0.line == fault.line && $0.column == fault.column } ?? false
            let isFollower = Self.followers.contains(UInt32(bitPattern: problem.code))
            if !(isRepeated && isFollower) && faults.last != fault { faults.append(fault) }
        }
        return faults
    }

    private static let followers: Set<UInt32> = Set(
        [
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3,
        ].map(\.rawValue))

    private func fault(_ problem: Problem) -> Fault {
        let complaint = Complaint(problem.message)
        let ordinal = problem.ordinal ?? 0
        let tag = scan.tags.indices.contains(ordinal) ? scan.tags[ordinal].place : Place()
        let place = complaint.attribute.flatMap { scan.attribute($0, of: ordinal)?.place } ?? tag
        let words = words(xmlParserErrors(UInt32(bitPattern: problem.code)), complaint)
        return Fault(
            .invalid, line: place.line, column: place.column, message: words.message, remedy: words.remedy)
    }

    typealias Words = (message: String, remedy: String)

    private func words(_ code: xmlParserErrors, _ complaint: Complaint) -> Words {
        switch code {
        case XML_SCHEMAV_ELEMENT_CONTENT:
            return content(complaint)
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
            let name = complaint.attribute ?? complaint.between("The attribute '", "' is not allowed") ?? ""
            return (
                "The attribute '\(name)' isn't known in '\(complaint.element)'.",
                "Take it away, or look for a slip of the pen in its name."
            )
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
            let name = complaint.between("The attribute '", "' is required") ?? ""
            return (
                "The attribute '\(name)' is missing in '\(complaint.element)'.", "Write \(name)=\"…\" into this tag."
            )
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2,
            XML_SCHEMAV_CVC_TYPE_3_1_2, XML_SCHEMAV_CVC_ELT_5_2_2_1:
            return misplacedContent(complaint)
        case XML_SCHEMAV_CVC_IDC:
            return identity(complaint)
        default:
            return valueWords(code, complaint)
        }
    }

    /// An element that isn't expected, or one that is missing.
    private func content(_ complaint: Complaint) -> Words {
        let expected = complaint.expected
        let tags = expected.map { "<\($0)>" }.joined(separator: " or ")
        let name = complaint.element
        if complaint.isOurs, let place = Self.places[name], !expected.contains(name) {
            let wanted = expected.isEmpty ? "" : "; expected \(oneOf(expected))"
            return ("'\(name)' isn't in its place here\(wanted).", "Move this line to \(place).")
        }
        if complaint.rest.hasPrefix("Missing child") {
            return (
                "'\(name)' isn't complete; expected \(oneOf(expected)).", "Write \(tags) before </\(name)>."
            )
        }
        if !complaint.isOurs {
            return (
                "'\(name)' is not in the namespace \(assayNamespace).", "Take xmlns=\"…\" or the prefix away from it."
            )
        }
        if expected.isEmpty {
            return ("'\(name)' isn't expected here.", "Take it away, or put it where it belongs.")
        }
        if vocabulary.elements.contains(name) {
            return (
                "'\(name)' isn't in its place here; expected \(oneOf(expected)).",
                "Write \(tags) here, and <\(name)> where it belongs."
            )
        }
        return ("'\(name)' isn't known here; expected \(oneOf(expected)).", "Write \(tags) instead of <\(name)>.")
    }

    /// Where elements belong that people add to a template by hand.
    private static let places = [
        "resubmission": "just above </submission>", "cohort": "just below the <educator …/> line",
    ]

    private func oneOf(_ names: [String]) -> String {
        names.count == 1 ? "'\(names[0])'" : "one of: " + names.joined(separator: ", ")
    }

    private func misplacedContent(_ complaint: Complaint) -> Words {
        let name = complaint.element
        if complaint.rest.contains("Element content") {
            return ("'\(name)' may hold no other elements.", "Take them out of <\(name)>.")
        }
        return (
            "Text isn't allowed directly in '\(name)'.",
            "Take the text out, or put it into the element that it belongs to."
        )
    }

    private func identity(_ complaint: Complaint) -> Words {
        let value = shortened(complaint.between("key-sequence [", "]") ?? "")
        if complaint.rest.hasPrefix("Duplicate") {
            return ("\(value) is used twice; each may stand only once.", "Give one of them another value.")
        }
        return ("\(value) refers to nothing in this document.", "Write a value that is declared in it.")
    }
}
