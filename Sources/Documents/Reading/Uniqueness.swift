import Assessment
import Markup

extension Notes {
    /// Ids of one kind must differ in more than letter case; `noun` says what they name.
    mutating func judgeUnique(_ elements: [Element], by attribute: String = "id", noun: String, remedy: String? = nil) {
        var first: [String: (id: String, line: Int)] = [:]
        for element in elements {
            guard let id = element.trimmed(attribute), !id.isEmpty else { continue }
            guard let earlier = first[id.lowercased()] else {
                first[id.lowercased()] = (id, element.place(of: attribute).line)
                continue
            }
            let message =
                earlier.id == id
                ? "The \(noun) \(quoted(id)) is in line \(earlier.line) already."
                : "The \(noun) \(quoted(id)) differs only in letter case from \(quoted(earlier.id)) in line "
                    + "\(earlier.line)."
            add(
                .idTwice, at: element.place(of: attribute), message,
                remedy: remedy ?? "Give each \(noun) an id of its own.")
        }
    }
}
