package import Assessment

/// What a reviewer's page says: what is open, what has to be mended, what was taken.
package struct DeskPage: Sendable {
    package struct Line: Sendable {
        package var submission: String
        /// The micro-credential's name.
        package var title: String
        package var dueDay: String
        package var at: Instant
        package var problems: [String]
        /// Nothing has to be mended, but she should know it.
        package var notes: [String] = []
        package var isLaid: Bool
        /// A lead's, on what readers differed about.
        package var isAdjudication: Bool
        /// Its file was taken, and says draft now.
        package var isReopened: Bool
        /// The end of its last day is past.
        package var isOverdue = false
        package init(
            submission: String, title: String, dueDay: String, at: Instant, problems: [String] = [],
            isLaid: Bool = true, isAdjudication: Bool = false, isReopened: Bool = false
        ) {
            (self.isAdjudication, self.isReopened) = (isAdjudication, isReopened)
            (self.submission, self.title, self.dueDay, self.at) = (submission, title, dueDay, at)
            (self.problems, self.isLaid) = (problems, isLaid)
        }
    }

    /// A review that is no longer the reviewer's.
    package struct Ended: Sendable {
        package enum Reason: Sendable {
            case declined, unscorable, withdrawn, incomplete, settled, changed, given, takenBack
        }
        package var submission: String
        package var title: String
        package var at: Instant
        package var why: Reason
        package init(submission: String, title: String, at: Instant, why: Reason) {
            (self.submission, self.title, self.at, self.why) = (submission, title, at, why)
        }
    }

    /// Something in the wrong place of the queues; nobody but the page's own reviewer is named.
    package enum Misplaced: Sendable {
        /// In her queue, and not a review of hers now; nil is a name that isn't for a page.
        case notYours(String?)
        /// Her own decision file, beside its folder instead of in it.
        case beside(String?, submission: String)
        /// In her queue, and another reviewer's.
        case anothers(String?)
        /// In place of her own decision file.
        case anothersDecision(submission: String, file: String)
        /// Hers, in another reviewer's queue.
        case yours(submission: String, title: String, isOpen: Bool)
    }

    /// How many a page shows of those that ended.
    package static let endedBound = 20
    /// How many open ones a page shows.
    package static let bound = 1000

    package var name: String
    package var misplaced: [Misplaced]
    /// The next due first.
    package var open: [Line]
    package var allOpen: Int
    /// The newest first.
    package var taken: [Line]
    package var allTaken: Int
    /// The newest first.
    package var ended: [Ended]
    /// What the district's clock reads at a moment, as if that were UTC, and the name of its time.
    package var clock: @Sendable (Instant) -> (local: Instant, name: String) = { ($0, "UTC") }
    package init(
        name: String, misplaced: [Misplaced] = [], open: [Line], allOpen: Int, taken: [Line], allTaken: Int,
        ended: [Ended] = []
    ) {
        (self.misplaced, self.ended) = (misplaced, ended)
        (self.name, self.open, self.allOpen) = (name, open, allOpen)
        (self.taken, self.allTaken) = (taken, allTaken)
    }
}

private let page = Template(
    body: """
        <header>
        <h1><bdi>{{title}}</bdi></h1>
        <p>{{d.how}}</p>
        </header>
        <nav aria-label="{{d.sections}}"><ul>
        {{#parts}}
        <li><a href="#{{id}}">{{heading}}</a></li>
        {{/parts}}
        </ul></nav>
        {{#hasMisplaced}}
        <section aria-labelledby="misplaced">
        <h2 id="misplaced" tabindex="-1">{{d.misplaced}}</h2>
        <ul>
        {{#misplaced}}
        <li>{{.}}</li>
        {{/misplaced}}
        </ul>
        </section>
        {{/hasMisplaced}}
        <section aria-labelledby="open">
        <h2 id="open" tabindex="-1">{{d.open}} ({{allOpen}})</h2>
        {{#nextOpen}}<p class="quiet">{{nextOpen}}</p>{{/nextOpen}}
        {{^open}}<p>{{d.noneOpen}}</p>{{/open}}
        {{#hasOpen}}
        <table class="list desk" aria-labelledby="open">
        <thead><tr><th scope="col">{{d.work}}</th><th scope="col">{{d.due}}</th></tr></thead>
        <tbody>
        {{#open}}
        <tr><th scope="row"><a href="{{submission}}/read.html">{{name}}</a><br>\
        <span class="quiet">{{submission}}</span>{{#differ}}<br>{{d.differ}}{{/differ}}{{#hasProblems}}<br><strong class="warn">{{d.problems}}:</strong>\
        {{#problems}}<span class="line">{{.}}</span>{{/problems}}{{/hasProblems}}\
        {{#hasNotes}}<br><strong>{{d.notes}}:</strong>{{#notes}}<span class="line">{{.}}</span>{{/notes}}{{/hasNotes}}</th><td class="when"><span class="quiet narrow">{{d.due}} </span>{{due}}\
        {{#overdue}} <br><strong class="warn">{{d.overdue}}</strong>{{/overdue}}</td></tr>
        {{/open}}
        </tbody>
        </table>
        {{/hasOpen}}
        </section>
        <section aria-labelledby="taken">
        <h2 id="taken" tabindex="-1">{{d.taken}} ({{allTaken}})</h2>
        {{#newestTaken}}<p class="quiet">{{newestTaken}}</p>{{/newestTaken}}
        {{^taken}}<p>{{d.noneTaken}}</p>{{/taken}}
        {{#hasTaken}}
        <table class="list desk" aria-labelledby="taken">
        <thead><tr><th scope="col">{{d.work}}</th><th scope="col">{{d.when}}</th></tr></thead>
        <tbody>
        {{#taken}}
        <tr><th scope="row">{{#laid}}<a href="{{submission}}/read.html">{{name}}</a>{{/laid}}\
        {{^laid}}{{name}}{{/laid}}<br><span class="quiet">{{submission}}</span>\
        {{#differ}}<br>{{d.differ}}{{/differ}}\
        {{#reopened}}<br><strong class="warn">{{d.backToDraft}}</strong>{{/reopened}}\
        {{#hasProblems}}<br><strong class="warn">{{d.problems}}:</strong>\
        {{#problems}}<span class="line">{{.}}</span>{{/problems}}{{/hasProblems}}\
        {{#hasNotes}}<br><strong>{{d.notes}}:</strong>{{#notes}}<span class="line">{{.}}</span>{{/notes}}{{/hasNotes}}</th><td class="when"><span class="quiet narrow">{{d.when}} </span>{{day}} <br>{{time}}</td></tr>
        {{/taken}}
        </tbody>
        </table>
        {{/hasTaken}}
        </section>
        {{#hasEnded}}
        <section aria-labelledby="ended">
        <h2 id="ended" tabindex="-1">{{d.ended}}</h2>
        <p class="quiet">{{d.endedKept}}{{#mayComeBack}} {{d.endedAgain}}{{/mayComeBack}}</p>
        <table class="list desk" aria-labelledby="ended">
        <thead><tr><th scope="col">{{d.work}}</th><th scope="col">{{d.endedWhen}}</th></tr></thead>
        <tbody>
        {{#ended}}
        <tr><th scope="row">{{name}}<br><span class="quiet">{{submission}}</span><br>{{why}}</th>\
        <td class="when"><span class="quiet narrow">{{d.endedWhen}} </span>{{day}}<br>{{time}}</td></tr>
        {{/ended}}
        </tbody>
        </table>
        </section>
        {{/hasEnded}}

        """)

private let deskLabels = Labels(of: StaffTexts.english.desk)

/// `Outbox/Queues/<reviewer>/index.html`. Submissions go by their ids: nobody who sent one is named.
package func deskHTML(_ desk: DeskPage) -> String {
    let texts = StaffTexts.english
    var fields: Fields = [
        "lang": Language.english.code,
        "d": deskLabels,
        "title": printable(texts.deskTitle(desk.name)),
        "hasMisplaced": !desk.misplaced.isEmpty,
        "misplaced": desk.misplaced.prefix(DeskPage.endedBound).map { printable(texts.misplaced($0)) },
        "parts": parts(of: desk, texts.desk).map { ["id": $0, "heading": $1] as Fields },
        "allOpen": "\(desk.allOpen)",
        "hasOpen": !desk.open.isEmpty,
        "open": desk.open.map { lineFields($0, desk.clock) },
        "allTaken": "\(desk.allTaken)",
        "hasTaken": !desk.taken.isEmpty,
        "taken": desk.taken.map { lineFields($0, desk.clock) },
        "hasEnded": !desk.ended.isEmpty,
        // Who declined isn't given it again.
        "mayComeBack": desk.ended.contains { $0.why != .declined },
        "ended": desk.ended.map { ended -> Fields in
            let (day, time) = dayAndTime(ended.at, desk.clock)
            return [
                "submission": ended.submission, "name": printable(ended.title), "day": day, "time": time,
                "why": texts.ended(ended.why),
            ]
        },
        "footer": texts.deskFooter,
    ]
    if desk.open.count < desk.allOpen { fields["nextOpen"] = texts.next(desk.open.count, desk.allOpen) }
    if desk.taken.count < desk.allTaken { fields["newestTaken"] = texts.newest(desk.taken.count, desk.allTaken) }
    return page.filled(with: fields)
}

/// What the page can be gone through by: the ids of its parts, and what they are called.
private func parts(of desk: DeskPage, _ labels: StaffTexts.DeskLabels) -> [(id: String, heading: String)] {
    [
        desk.misplaced.isEmpty ? nil : ("misplaced", labels.misplaced),
        ("open", "\(labels.open) (\(desk.allOpen))"), ("taken", "\(labels.taken) (\(desk.allTaken))"),
        desk.ended.isEmpty ? nil : ("ended", labels.ended),
    ].compactMap { $0 }
}

private func lineFields(
    _ line: DeskPage.Line, _ clock: (Instant) -> (local: Instant, name: String)
) -> Fields {
    let (day, time) = dayAndTime(line.at, clock)
    return [
        "submission": line.submission, "name": printable(line.title), "due": line.dueDay,
        "day": day, "time": time, "laid": line.isLaid,
        "overdue": line.isOverdue, "differ": line.isAdjudication, "reopened": line.isReopened,
        "hasProblems": !line.problems.isEmpty, "problems": line.problems.map(printable),
        "hasNotes": !line.notes.isEmpty, "notes": line.notes.map(printable),
    ]
}
