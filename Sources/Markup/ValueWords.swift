internal import CLibXML2

extension ValidityWords {
    /// Words for a value that its type refuses.
    func valueWords(_ code: xmlParserErrors, _ complaint: Complaint) -> Words {
        let place = complaint.attribute.map { "'\($0)'" } ?? "'\(complaint.element)'"
        if let choices = complaint.choices {
            let value = complaint.between("The value '", "' is not an element of the set {") ?? ""
            return refused(
                value, place, "one of: \(choices.joined(separator: ", "))",
                remedy: choices.count == 1
                    ? "Write \(choices[0])." : "Write one of: \(choices.joined(separator: ", ")).")
        }
        if let attribute = complaint.attribute, complaint.isOfNothing { return empty(attribute, complaint.element) }
        if let pattern = complaint.between("' is not accepted by the pattern '", "'.") {
            let value = complaint.between("The value '", "' is not accepted by the pattern '") ?? ""
            return refused(value, place, vocabulary.expectation(ofPattern: pattern) ?? "another form (\(pattern))")
        }
        if let type = complaint.type {
            let value = complaint.between("'", "' is not a valid value of the ") ?? ""
            return refused(value, place, expectation(type))
        }
        if let (bound, words) = bound(complaint) {
            let value = complaint.between("The value '", "' is ") ?? ""
            return refused(value, place, "a value \(words) \(bound)")
        }
        if let length = complaint.between("minimum length of '", "'.") {
            if length == "1" {
                let tag = complaint.element
                return ("'\(tag)' is empty.", "Write its text between <\(tag)> and </\(tag)>.")
            }
            return ("The value of \(place) is too short: at least \(length) characters are expected.", "Write more.")
        }
        if let length = complaint.between("maximum length of '", "'.") {
            let most = length == "1" ? "1 character is" : "\(length) characters are"
            return ("The value of \(place) is too long: at most \(most) allowed.", "Shorten it.")
        }
        if let fixed = complaint.between("fixed value constraint '", "'") {
            return ("The value of \(place) can only be '\(fixed)'.", "Write \(fixed).")
        }
        return ("In \(place): \(complaint.rest)", "Mend that, then save the document again.")
    }

    /// A value that nobody has filled in yet, in the words of the form: the educator's name, the school's id.
    private func empty(_ attribute: String, _ element: String) -> Words {
        let noun = attribute == "email" ? "e-mail address" : attribute
        return (
            "The \(element)'s \(noun) isn't filled in.",
            "Write the \(element)'s \(noun) between the quotation marks of \(attribute)=\"\"."
        )
    }

    private func refused(_ value: String, _ place: String, _ expected: String?, remedy: String? = nil) -> Words {
        let fault =
            value.isEmpty
            ? "The value of \(place) is empty" : "'\(shortened(value))' is not a valid value for \(place)"
        // What is expected is said once, as what to write.
        return ("\(fault).", remedy ?? "Write \(expected ?? "another value").")
    }

    private func expectation(_ type: String) -> String? {
        if let words = vocabulary.expectation(ofType: type) { return words }
        switch type {
        case "xs:integer", "xs:int", "xs:long": return "a whole number"
        case "xs:nonNegativeInteger", "xs:unsignedInt", "xs:unsignedLong": return "a whole number, 0 or more"
        case "xs:positiveInteger": return "a whole number, 1 or more"
        case "xs:decimal", "xs:double", "xs:float": return "a number, with a point before its fraction"
        case "xs:boolean": return "true or false"
        case "xs:date": return "a date such as 2026-11-02"
        case "xs:dateTime": return "a time such as 2026-11-02T15:00:00Z"
        case "xs:duration": return "a duration such as PT5M or P10D"
        case "xs:anyURI": return "an address such as https://example.org/"
        case "xs:language": return "a language such as en or es-MX"
        case "xs:hexBinary": return "hexadecimal digits"
        default: return nil
        }
    }

    private func bound(_ complaint: Complaint) -> (String, String)? {
        let kinds = [
            ("minimum value allowed ('", "of at least"), ("maximum value allowed ('", "of at most"),
            ("must be greater than '", "more than"), ("must be less than '", "less than"),
        ]
        for (marker, words) in kinds {
            if let bound = complaint.between(marker, "'") { return (bound, words) }
        }
        return nil
    }
}
