import Assessment
import Markup

/// Attributes as values. Where one is missing or malformed a finding says so and a stand-in goes on.
extension Notes {
    /// An attribute that must be there, trimmed.
    mutating func required(_ name: String, of element: Element) -> String {
        if let value = element.trimmed(name) { return value }
        add(
            .xmlInvalid, at: element.place, restating: element,
            "'\(element.name)' has no attribute '\(name)'.", remedy: "Write \(name)=\"…\" in it.")
        return ""
    }

    /// An attribute that must be there and not be blank.
    mutating func name(_ name: String, of element: Element) -> String {
        let value = required(name, of: element)
        if value.isEmpty, element[name] != nil {
            add(
                .xmlInvalid, at: element.place(of: name), restating: element,
                "'\(name)' is empty.", remedy: "Write \(name)=\"…\" with its value.")
        }
        return value
    }

    mutating func id(_ name: String, of element: Element) -> String {
        let value = required(name, of: element)
        if element[name] != nil { judgeId(value, name, of: element) }
        return value
    }

    mutating func optionalId(_ name: String, of element: Element) -> String? {
        let value = element.trimmed(name)
        if let value { judgeId(value, name, of: element) }
        return value
    }

    private mutating func judgeId(_ value: String, _ name: String, of element: Element) {
        if Identifier.isValid(value) { return }
        if Identifier.isWindowsDevice(value) {
            add(
                .idDeviceName, at: element.place(of: name),
                "\(quoted(value)) is a name that Windows keeps for a device; no file or folder can bear it.",
                remedy: "Choose another \(name).")
        } else {
            add(
                .xmlInvalid, at: element.place(of: name), restating: element,
                "\(quoted(value)) can't be a \(name).", remedy: "Use \(Identifier.rule).")
        }
    }

    mutating func flag(_ name: String, of element: Element, default standard: Bool?) -> Bool {
        guard let value = element.trimmed(name) else {
            if standard == nil { _ = required(name, of: element) }
            return standard ?? false
        }
        switch value {
        case "true", "1": return true
        case "false", "0": return false
        default:
            refuse(value, name, of: element, remedy: "Write \(name)=\"true\" or \(name)=\"false\".")
            return standard ?? false
        }
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ name: String, of element: Element, from choices: [Choice], default standard: Choice? = nil
    ) -> Choice {
        guard let value = element.trimmed(name) else {
            if standard == nil { _ = required(name, of: element) }
            return standard ?? choices[0]
        }
        if let choice = choices.first(where: { $0.rawValue == value }) { return choice }
        let words = choices.map(\.rawValue).joined(separator: ", ")
        refuse(value, name, of: element, remedy: "Write one of: \(words).")
        return standard ?? choices[0]
    }

    /// A whole number; nil when it is absent or isn't one.
    mutating func number<Number: FixedWidthInteger>(
        _ name: String, of element: Element, in range: ClosedRange<Number>, isRequired: Bool = false
    ) -> Number? {
        guard let value = element.trimmed(name) else {
            if isRequired { _ = required(name, of: element) }
            return nil
        }
        if let number = Number(value), range.contains(number) { return number }
        let wanted =
            range.upperBound == .max || range.upperBound == Number(clamping: Int32.max)
            ? "a whole number, \(range.lowerBound) or more"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        refuse(value, name, of: element, remedy: "Write \(wanted).")
        return nil
    }

    /// A duration; nil when it is absent or isn't one.
    mutating func period(_ name: String, of element: Element) -> Period? {
        guard let value = element.trimmed(name) else { return nil }
        if let period = Period(value) { return period }
        add(
            .durationInvalid, at: element.place(of: name),
            "\(quoted(value)) is no duration.",
            remedy: "Write it as in PT5S (5 seconds), PT9M30S (9 minutes 30 seconds), PT1H, P10D or P3Y.")
        return nil
    }

    /// A day; nil when it is absent or isn't one.
    mutating func date(_ name: String, of element: Element, isRequired: Bool = true) -> CivilDate? {
        guard let value = element.trimmed(name) else {
            if isRequired { _ = required(name, of: element) }
            return nil
        }
        if let date = CivilDate(value) { return date }
        add(
            .dateInvalid, at: element.place(of: name), restating: element,
            "\(quoted(value)) is no day of the calendar.", remedy: "Write year, month and day as in 2026-11-02.")
        return nil
    }

    /// The days from `from` to `to`, both included.
    mutating func span(_ element: Element) -> DateSpan? {
        let (first, last) = (date("from", of: element), date("to", of: element))
        guard let first, let last else { return nil }
        if last < first {
            add(
                .datesReversed, at: element.place(of: "to"),
                "'\(element.name)' ends on \(last.text), before it begins on \(first.text).",
                remedy: "Write the earlier day in 'from' and the later one in 'to'.")
            return nil
        }
        return DateSpan(from: first, to: last)
    }

    mutating func email(_ name: String, of element: Element) -> String {
        let value = self.name(name, of: element)
        // An empty one is said to be empty, once.
        if !value.isEmpty, !isMailShaped(value) {
            add(
                .emailInvalid, at: element.place(of: name), restating: value.isEmpty ? element : nil,
                "\(quoted(value)) is no e-mail address.",
                remedy: "Write it as in anunez@district.example.")
        }
        return value
    }

    /// The text of a child that must be there, each run of white space as one space.
    mutating func words(_ name: String, in element: Element) -> String {
        guard let child = element.child(name) else {
            add(
                .xmlInvalid, at: element.place, restating: element, "'\(element.name)' has no '\(name)'.",
                remedy: "Write <\(name)>…</\(name)> in it.")
            return ""
        }
        return words(of: child)
    }

    /// An element's text, which may not be blank.
    mutating func words(of element: Element) -> String {
        let words = element.words
        if words.isEmpty {
            add(
                .xmlInvalid, at: element.place, restating: element, "'\(element.name)' is empty.",
                remedy: "Write its text between <\(element.name)> and </\(element.name)>.")
        }
        return words
    }

    private mutating func refuse(_ value: String, _ name: String, of element: Element, remedy: String) {
        add(
            .xmlInvalid, at: element.place(of: name), restating: element, "\(quoted(value)) can't be '\(name)'.",
            remedy: remedy)
    }
}

/// One `@` with something on both sides, and nothing that can't be in an address.
private func isMailShaped(_ text: String) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && sides.allSatisfy { !$0.isEmpty } && printable(text) == text
        && !text.contains { $0.isWhitespace || "<>,;\"".contains($0) }
}
