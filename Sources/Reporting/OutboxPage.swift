package import Assessment

/// What the secretary's page says: each list newest first and cut, with the count of all.
package struct OutboxPage: Sendable {
    /// Something with a name, what is to be said of it, and where it can be read.
    package struct Line: Sendable {
        package var name: String
        package var detail: String
        /// How it stands, as a word of the contract; the page's own words are written for it.
        package var state: String
        package var why: [String]
        package var at: Instant?
        /// Below Outbox, as the bytes of the path.
        package var page: [UInt8]?
        package var decision: [UInt8]?
        package init(
            _ name: String, detail: String = "", state: String = "", why: [String] = [], at: Instant? = nil,
            page: [UInt8]? = nil, decision: [UInt8]? = nil
        ) {
            (self.name, self.detail, self.state, self.why) = (name, detail, state, why)
            (self.at, self.page, self.decision) = (at, page, decision)
        }
    }
    package struct List: Sendable {
        package var lines: [Line]
        package var all: Int
        package init(_ lines: [Line] = [], all: Int? = nil) { (self.lines, self.all) = (lines, all ?? lines.count) }
    }

    /// How many of each list a page shows.
    package static let bound = 200

    package var program: String?
    /// The last thing that happened.
    package var asOf: Instant?
    /// What the district's clock reads at a moment, as if that were UTC, and the name of its time.
    package var clock: @Sendable (Instant) -> (local: Instant, name: String) = { ($0, "UTC") }
    package var counts: [(state: String, number: Int)] = []
    package var needs = List()
    package var waiting = List()
    package var returned = List()
    package var duplicates = List()
    package var arrived = List()

    package init() {}
}

private let page = Template(
    body: """
        <header>
        <h1>{{title}}</h1>
        {{#asOf}}<p class="quiet">{{asOf}}</p>{{/asOf}}
        </header>
        {{#hasCounts}}
        <dl aria-label="{{o.counts}}">
        {{#counts}}
        <dt>{{label}}</dt><dd>{{number}}</dd>
        {{/counts}}
        </dl>
        {{/hasCounts}}
        <nav aria-label="{{o.sections}}"><ul>
        {{#lists}}<li><a href="#{{id}}">{{heading}}</a> ({{all}})</li>
        {{/lists}}</ul></nav>
        {{#lists}}
        <section aria-labelledby="{{id}}">
        <h2 id="{{id}}" tabindex="-1">{{heading}}</h2>
        {{#newest}}<p class="quiet">{{newest}}{{#rest}} {{rest}} <a href="Receipts/">Outbox/Receipts</a>.{{/rest}}</p>{{/newest}}
        {{#isEmpty}}<p>{{o.nothing}}</p>{{/isEmpty}}
        {{^isEmpty}}
        <table class="list" aria-labelledby="{{id}}">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{#page}}<a href="{{page}}"><bdi>{{name}}</bdi></a>{{/page}}\
        {{^page}}<bdi>{{name}}</bdi>{{/page}}{{#detail}}<br><span class="quiet">{{detail}}</span>{{/detail}}</th>\
        <td>{{#state}}<span class="{{tone}}">{{state}}</span>{{/state}}\
        {{#decision}} · <a href="{{decision}}">{{o.decision}}<span class="unseen"> {{name}}</span></a>{{/decision}}\
        {{#why}}<span class="line">{{.}}</span>{{/why}}</td>\
        {{#dated}}<td class="when"><span class="quiet narrow">{{dated}} </span>{{day}} <br>{{time}}</td>{{/dated}}</tr>
        {{/lines}}
        </tbody>
        </table>
        {{/isEmpty}}
        </section>
        {{/lists}}

        """)

private let outboxLabels = Labels(of: StaffTexts.english.outbox)

/// `Outbox/index.html`: what arrived, waits, came back, and why.
package func outboxHTML(_ outbox: OutboxPage) -> String {
    let texts = StaffTexts.english
    let labels = texts.outbox
    let title = printable(texts.outboxTitle(outbox.program))
    var fields: Fields = [
        "lang": Language.english.code,
        "o": outboxLabels,
        "title": title,
        "hasCounts": !outbox.counts.isEmpty,
        "counts": outbox.counts.map { ["label": texts.state($0.state), "number": "\($0.number)"] as Fields },
        "lists": [
            list("needs", labels.needs, outbox.needs, [labels.name, labels.why]),
            list("waiting", labels.waits, outbox.waiting, [labels.bundle, labels.why, labels.since], outbox.clock),
            list("returned", labels.back, outbox.returned, [labels.bundle, labels.why, labels.when], outbox.clock),
            outbox.duplicates.all == 0
                ? nil
                : list(
                    "duplicates", labels.twice, outbox.duplicates, [labels.bundle, labels.why, labels.when],
                    outbox.clock),
            list("arrived", labels.arrived, outbox.arrived, [labels.bundle, labels.stands, labels.when], outbox.clock),
        ].compactMap(\.self),
        "footer": texts.outboxFooter,
    ]
    if let asOf = outbox.asOf { fields["asOf"] = texts.asOf(moment(asOf, outbox.clock)) }
    return page.filled(with: fields)
}

private typealias Clock = (Instant) -> (local: Instant, name: String)

/// As `2026-11-02 10:00 CST`.
private func moment(_ instant: Instant, _ clock: Clock) -> String {
    let (day, time) = dayAndTime(instant, clock)
    return "\(day) \(time)"
}

private func list(
    _ id: String, _ heading: String, _ list: OutboxPage.List, _ columns: [String],
    _ clock: @escaping Clock = { ($0, "UTC") }
) -> Fields {
    var fields: Fields = [
        "id": id, "heading": heading, "all": "\(list.all)", "columns": columns, "isEmpty": list.lines.isEmpty,
        "lines": list.lines.map { line($0, dated: columns.dropFirst(2).first, clock) },
    ]
    if list.lines.count < list.all {
        fields["newest"] = StaffTexts.english.newest(list.lines.count, list.all)
        if id == "arrived" { fields["rest"] = StaffTexts.english.rest }
    }
    return fields
}

/// `dated` is what its moment is called, where it has one; a narrow window shows no heads of columns.
private func line(_ line: OutboxPage.Line, dated: String?, _ clock: Clock) -> Fields {
    let texts = StaffTexts.english
    var fields: Fields = ["name": printable(line.name), "why": line.why.map(printable)]
    if let dated { fields["dated"] = dated }
    if !line.detail.isEmpty { fields["detail"] = printable(line.detail) }
    if !line.state.isEmpty {
        fields["state"] = texts.state(line.state)
        fields["tone"] =
            switch line.state {
            case "earned": "good"
            case "not-yet-earned", "incomplete", "unroutable": "warn"
            default: "plain"
            }
    }
    (fields["day"], fields["time"]) = line.at.map { dayAndTime($0, clock) } ?? ("", "")
    if let page = line.page { fields["page"] = address(of: page) }
    if let decision = line.decision { fields["decision"] = address(of: decision) }
    return fields
}

/// A moment in two short lines, for the last column of a table.
func dayAndTime(
    _ instant: Instant, _ clock: (Instant) -> (local: Instant, name: String) = { ($0, "UTC") }
) -> (day: String, time: String) {
    let (local, name) = clock(instant)
    let text = local.text
    return (String(text.prefix(10)), "\(text.dropFirst(11).prefix(5)) \(name)")
}
