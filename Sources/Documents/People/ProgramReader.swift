package import Assessment
package import Markup

/// Reads program.xml and says everything that is wrong with it but its time zone, which the kernel's files know.
package func readProgram(_ root: Element, file: String) -> Read<Program> {
    var notes = Notes(file: file)
    guard notes.isRoot(root, "program") else { return notes.read(nil) }
    let program = notes.program(root)
    return notes.read(program)
}

extension Notes {
    fileprivate mutating func program(_ root: Element) -> Program {
        var program = Program(
            id: id("id", of: root), timeZone: name("time-zone", of: root), name: words("name", in: root))
        program.issuer = root.child("issuer").map { issuer($0) }
        if let queue = root.child("queue") {
            program.queueEvidence = choice("evidence", of: queue, from: [.copy, .link], default: .copy)
        }
        if let intake = root.child("intake") { program.limits = limits(intake) }
        program.closed = (root.child("calendar")?.children("closed") ?? []).compactMap { closure($0) }
        program.schools = schools(root)
        program.goals = goals(root, schools: program.schools)
        program.cohorts = cohorts(root, schools: program.schools)
        return program
    }

    private mutating func closure(_ element: Element) -> DateSpan? {
        guard let span = span(element) else { return nil }
        let days = span.to.daysSince1970 - span.from.daysSince1970 + 1
        if days > 366 {
            add(
                .closedTooLong, at: element.place(of: "to"),
                "The calendar is closed for more than a year, \(days) days on end: what is assigned then is due only "
                    + "after that, or after ten years.",
                remedy: "Is the year right? Write the last day on which the district is closed into 'to'.")
        }
        return span
    }

    private mutating func issuer(_ element: Element) -> Program.Issuer {
        let url = element.filled("url")
        if let url, !isWebAddress(url) {
            add(
                .urlInvalid, at: element.place(of: "url"), "\(quoted(url)) is no web address.",
                remedy: "Write it as in https://mvsd.example, or leave 'url' out.")
        }
        return Program.Issuer(
            name: name("name", of: element), url: url,
            email: element.filled("email") == nil ? nil : email("email", of: element))
    }

    private mutating func limits(_ element: Element) -> Program.Limits {
        var limits = Program.Limits()
        if let period = period("settle", of: element) {
            limits.settle = period.totalSeconds
            if limits.settle > Program.Limits.longestSettle {
                add(
                    .settleTooLong, at: element.place(of: "settle"),
                    "A run would wait \(quoted(period.text)) before it takes anything.",
                    remedy: "Write an hour at most; PT5S is usual.")
            }
        }
        if let period = period("patience", of: element) { limits.patience = period.totalSeconds }
        limits.maxBytes = number("max-bytes", of: element, in: 1...Int64.max) ?? limits.maxBytes
        limits.maxFiles = number("max-files", of: element, in: 1...Int(Int32.max)) ?? limits.maxFiles
        return limits
    }

    private mutating func schools(_ root: Element) -> [Program.School] {
        let elements = root.children("school")
        judgeUnique(elements, noun: "school")
        return elements.map { element in
            Program.School(
                id: id("id", of: element), name: name("name", of: element),
                isTitleI: flag("title-i", of: element, default: false), locale: element.filled("locale"))
        }
    }

    private mutating func goals(_ root: Element, schools: [Program.School]) -> [Program.Goal] {
        let elements = root.children("goal")
        judgeUnique(elements, noun: "goal")
        return elements.map { element in
            Program.Goal(id: id("id", of: element), school: school(of: element, schools), text: words(of: element))
        }
    }

    private mutating func cohorts(_ root: Element, schools: [Program.School]) -> [Program.Cohort] {
        let elements = root.children("cohort")
        judgeUnique(elements, noun: "cohort")
        return elements.map { element in
            Program.Cohort(
                id: id("id", of: element), school: school(of: element, schools), lead: optionalId("lead", of: element),
                title: element.words)
        }
    }

    private mutating func school(of element: Element, _ schools: [Program.School]) -> String? {
        guard let school = optionalId("school", of: element) else { return nil }
        if !schools.contains(where: { $0.id == school }) {
            add(
                .schoolUnknown, at: element.place(of: "school"), "There is no school \(quoted(school)).",
                remedy: schoolRemedy(school, schools))
        }
        return school
    }
}

/// The school of that name, letter case and padding aside.
private func school(named written: String, in schools: [Program.School]) -> Program.School? {
    schools.first { collapsed($0.name).lowercased() == collapsed(written).lowercased() }
}

/// The same for somebody who fills in a manifest, and doesn't write program.xml.
func schoolWords(_ written: String, _ schools: [Program.School]) -> String {
    let isKnown = schools.contains { $0.id.lowercased() == written.lowercased() }
    if isKnown || school(named: written, in: schools) != nil { return schoolRemedy(written, schools) }
    guard !schools.isEmpty else { return "Ask the program office: no school is declared yet." }
    return "Write one of: \(listed(schools.map(\.id))). If the school is missing, ask the program office."
}

/// What to write in place of a school that isn't declared.
func schoolRemedy(_ written: String, _ schools: [Program.School]) -> String {
    if let school = schools.first(where: { $0.id.lowercased() == written.lowercased() }) {
        return "Write \(quoted(school.id)): upper and lower case count."
    }
    if let school = school(named: written, in: schools) {
        return "Write \(quoted(school.id)), the school's short word."
    }
    guard !schools.isEmpty else { return "Declare the school in program.xml." }
    return "Write the id of a school in program.xml (\(listed(schools.map(\.id)))), or declare it there."
}
