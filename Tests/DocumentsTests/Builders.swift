import Assessment
import Documents
import Markup

/// An element whose place is given later, by `laid`.
func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text: String = "", _ children: [Element] = []
) -> Element {
    let written = attributes.map { Element.Attribute(name: $0.key, value: $0.value, line: 0, column: 0) }
    return Element(name: name, attributes: written, children: children, text: text, line: 0, column: 0)
}

func element(_ name: String, text: String = "", _ children: [Element] = []) -> Element {
    element(name, [:], text: text, children)
}

extension Element {
    /// The document as if each element began its own line, and its attributes stood in columns 10, 20, 30, …
    var laid: Element {
        var line = 0
        return laid(&line)
    }

    private func laid(_ line: inout Int) -> Element {
        line += 1
        var copy = self
        (copy.line, copy.column) = (line, 1)
        for index in attributes.indices {
            (copy.attributes[index].line, copy.attributes[index].column) = (line, (index + 1) * 10)
        }
        copy.children = children.map { $0.laid(&line) }
        return copy
    }

    /// A copy in which the first element that a path such as `part/criterion` leads to was changed.
    func changing(_ path: String, _ change: (inout Element) -> Void) -> Element {
        var copy = self
        let names = path.split(separator: "/", maxSplits: 1).map(String.init)
        guard let name = names.first else {
            change(&copy)
            return copy
        }
        guard let index = children.firstIndex(where: { $0.name == name }) else { return copy }
        copy.children[index] = children[index].changing(names.count > 1 ? names[1] : "", change)
        return copy
    }

    /// A copy in which an attribute was written, or taken away.
    func with(_ path: String, _ attribute: String, _ value: String?) -> Element {
        changing(path) { element in
            element.attributes.removeAll { $0.name == attribute }
            if let value {
                element.attributes.append(Element.Attribute(name: attribute, value: value, line: 0, column: 0))
            }
        }
    }

    /// A copy with another child at the end of the element that the path leads to.
    func adding(_ child: Element, to path: String) -> Element { changing(path) { $0.children.append(child) } }

    /// A copy with another child before those of the root.
    func beginning(with child: Element) -> Element { changing("") { $0.children.insert(child, at: 0) } }
}

extension [Finding] {
    var codes: [String] { map(\.code) }
    var errors: [Finding] { filter { $0.severity == .error } }
}

/// A rubric of one kind of evidence and two criteria that nothing is wrong with.
let goodRubric = element(
    "rubric", ["id": "checking", "version": "1.2", "status": "active"],
    [
        element("title", text: "Checking for\n  Understanding"),
        element("competency", text: "Checks what every student understood."),
        element("tag", text: "formative"),
        element(
            "intake",
            [
                element("evidence", ["kind": "plan", "form": "file", "min": "1", "max": "2"]),
                element("rule", ["id": "two", "test": "count(a:evidence) = 1"], text: "There are {count(a:x)} items."),
            ]),
        element(
            "scale", ["id": "dp"],
            [
                element("level", ["id": "yes", "points": "2", "meets": "true"], text: "Demonstrated"),
                element("level", ["id": "part", "points": "1", "meets": "false"], text: "Progressing"),
                element("level", ["id": "no", "points": "0", "meets": "false"], text: "Not met"),
            ]),
        element(
            "part", ["id": "1", "title": "Work examples"],
            [
                element(
                    "criterion", ["id": "1.1", "scale": "dp", "evidence": "plan"],
                    [
                        element("title", text: "It is planned"), element("at", ["level": "yes"], text: "Named."),
                        element("at", ["level": "part"], text: "Hinted."), element("at", ["level": "no"], text: "Not."),
                    ]),
                element(
                    "criterion", ["id": "1.2", "scale": "dp", "required": "false", "weight": "0.5"],
                    [
                        element("title", text: "It is used"), element("at", ["level": "yes"], text: "Used."),
                        element("at", ["level": "part"], text: "Once."),
                        element("at", ["level": "no"], text: "Not used."),
                    ]),
            ]),
        element("award", ["policy": "points", "minimum": "2", "each": "1"]),
        element("review", ["reviewers": "2", "agree": "level", "due": "P5D"]),
        element("resubmit", ["max": "3", "keep": "met"]),
    ])

let goodProgram = element(
    "program", ["id": "maple-valley", "time-zone": "America/Chicago"],
    [
        element("name", text: "Maple Valley"),
        element("issuer", ["name": "Maple Valley", "url": "https://mvsd.example", "email": "pd@mvsd.example"]),
        element("intake", ["settle": "PT0S", "patience": "PT1H", "max-bytes": "1000", "max-files": "5"]),
        element("calendar", [element("closed", ["from": "2026-12-21", "to": "2027-01-01"], text: "Winter break")]),
        element("school", ["id": "lincoln-es", "name": "Lincoln", "title-i": "true"]),
        element("school", ["id": "washington-ms", "name": "Washington"]),
        element("goal", ["id": "literacy", "school": "lincoln-es"], text: "Every reader writes daily"),
        element("cohort", ["id": "plc-3", "school": "lincoln-es", "lead": "E0007"], text: "Grade 3"),
    ])

let goodRoster = element(
    "reviewers",
    [
        element(
            "reviewer",
            ["id": "r-okafor", "name": "Ngozi Okafor", "email": "nokafor@d.example", "school": "washington-ms"],
            [
                element("qualified", ["rubric": "checking"]), element("qualified", ["tag": "formative"]),
                element("conflict", ["school": "lincoln-es"]), element("conflict", ["educator": "E1"]),
                element("away", ["from": "2026-12-01", "to": "2026-12-05"]),
            ])
    ])

let goodManifest = element(
    "submission", ["rubric": "checking", "version": "1.2"],
    [
        element(
            "educator",
            ["id": "E1042", "name": "Ana María Núñez", "email": "a@d.example", "school": "lincoln-es"]),
        element(
            "evidence",
            [
                element("file", ["kind": "plan", "path": "plans/ticket.pdf", "title": "Ticket"]),
                element("link", ["kind": "video", "href": "https://v.example/1", "duration": "PT9M30S"]),
                element("text", ["kind": "reflection", "release": "on-file"], text: "I saw & wrote <it>."),
            ]),
        element("statement", ["kind": "own-work", "agreed": "true", "date": "2026-11-02"]),
    ])
