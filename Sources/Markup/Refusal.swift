/// Carries the one fault for which a document isn't read any further.
struct Refusal: Error {
    var fault: Fault

    init(_ kind: Fault.Kind, at place: Place = Place(), _ message: String, remedy: String) {
        fault = Fault(kind, line: place.line, column: place.column, message: message, remedy: remedy)
    }

    /// More bytes than are looked at.
    init(beyond limits: Limits, _ count: Int) {
        self.init(
            .tooLarge, "The document has \(count) bytes; at most \(limits.maxBytes) are read.",
            remedy: "Shorten it: long texts belong in files of their own.")
    }
}

extension Reading {
    /// The answer to a document of more bytes than are looked at.
    package static func beyond(_ limits: Limits, _ count: Int) -> Reading {
        Reading(root: nil, faults: [Refusal(beyond: limits, count).fault])
    }
}
