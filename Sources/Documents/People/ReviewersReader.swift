package import Assessment
package import Markup

/// Reads reviewers.xml and says everything that is wrong with it alone.
package func readReviewers(_ root: Element, file: String) -> Read<[Reviewer]> {
    var notes = Notes(file: file)
    guard notes.isRoot(root, "reviewers") else { return notes.read(nil) }
    let elements = root.children("reviewer")
    notes.judgeUnique(elements, noun: "reviewer")
    notes.judgeMail(of: elements)
    let reviewers = elements.map { notes.reviewer($0) }
    return notes.read(reviewers)
}

extension Notes {
    fileprivate mutating func reviewer(_ element: Element) -> Reviewer {
        let standard = Reviewer(id: "", name: "", email: "")
        let reviewer = Reviewer(
            id: id("id", of: element), name: name("name", of: element), email: email("email", of: element),
            school: optionalId("school", of: element),
            role: choice("role", of: element, from: [.assessor, .lead], default: standard.role),
            capacity: number("capacity", of: element, in: 0...Int(Int32.max)) ?? standard.capacity,
            form: choice("form", of: element, from: [.xml, .text], default: standard.form),
            qualifications: element.children("qualified").compactMap { qualification($0) },
            conflicts: element.children("conflict").compactMap { conflict($0) },
            away: element.children("away").compactMap { span($0) })
        if element.child("qualified") == nil {
            add(
                .reviewerNotQualified, at: element.place,
                "\(quoted(reviewer.name)) is qualified for no rubric and will be given nothing.",
                remedy: "Write <qualified rubric=\"…\"/> or <qualified tag=\"…\"/> in the reviewer.")
        }
        return reviewer
    }

    private mutating func qualification(_ element: Element) -> Reviewer.Qualification? {
        guard isOne(of: "rubric", "tag", in: element) else { return nil }
        if element["rubric"] != nil { return .rubric(id("rubric", of: element)) }
        return .tag(collapsed(name("tag", of: element)))
    }

    private mutating func conflict(_ element: Element) -> Reviewer.Conflict? {
        guard isOne(of: "educator", "school", in: element) else { return nil }
        if element["educator"] != nil { return .educator(id("educator", of: element)) }
        return .school(id("school", of: element))
    }

    private mutating func isOne(of first: String, _ second: String, in element: Element) -> Bool {
        if (element[first] == nil) != (element[second] == nil) { return true }
        let found = element[first] == nil ? "neither '\(first)' nor '\(second)'" : "both '\(first)' and '\(second)'"
        add(
            .reviewerOneOf, at: element.place, "'\(element.name)' has \(found).",
            remedy: "Write one of the two; for the other, write a second <\(element.name)/>.")
        return false
    }

    /// The submitter's rule compares addresses, so that one address must mean one person.
    fileprivate mutating func judgeMail(of elements: [Element]) {
        var first: [String: Element] = [:]
        for element in elements {
            guard let mail = element.trimmed("email")?.lowercased(), !mail.isEmpty else { continue }
            if let earlier = first[mail] {
                add(
                    .emailTwice, at: element.place(of: "email"),
                    "\(quoted(mail)) is the address of \(quoted(earlier.trimmed("id") ?? "")) in line \(earlier.line) "
                        + "already.",
                    remedy: "Give each reviewer an address of her own, and write each person once.")
            } else {
                first[mail] = element
            }
        }
    }
}
