package import Assessment

/// Every text of the pages in one language, so that another language is one more file like `English.swift`.
package struct Language: Sendable {
    /// The value of `<html lang>`.
    var code: String
    var common: CommonTexts
    var receipt: ReceiptTexts
    var feedback: FeedbackTexts
    var staff: StaffTexts

    /// The language that an educator asked for; English where she didn't.
    package static func of(_ language: PageLanguage?) -> Language {
        switch language {
        case .spanish: .spanish
        case .english, nil: .english
        }
    }
}

/// Something that is made once for each language.
struct ByLanguage<Value: Sendable>: Sendable {
    private let made: [String: Value]
    private let make: @Sendable (Language) -> Value

    init(_ make: @escaping @Sendable (Language) -> Value) {
        self.make = make
        let languages = PageLanguage.allCases.map(Language.of)
        made = Dictionary(languages.map { ($0.code, make($0)) }) { first, _ in first }
    }

    subscript(language: Language) -> Value { made[language.code] ?? make(language) }
}

/// How times, sizes and lists are written.
struct CommonTexts: Sendable {
    var time: @Sendable (Instant) -> String
    var line: @Sendable (Int) -> String
    var column: @Sendable (Int) -> String
    var words: @Sendable (Int) -> String
    /// Where a text of the manifest has no name of its own.
    var writtenText: String
    var release: @Sendable (String) -> String
    var and: String
    /// What a finding is about in a few words, where its message may be in another language than the page.
    var findingNames: [FindingCode: String]
    /// The findings' own sentences; nil where they are written in the page's language.
    var phrasebook: Phrasebook?

    func place(_ finding: Finding) -> String? {
        let parts = [finding.file, finding.line.map(line), finding.column.map(column)]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    func name(of item: RecordedEvidence) -> String {
        let source = item.path ?? item.href ?? writtenText
        return item.title.map { "\($0) (\(source))" } ?? source
    }

    /// `1.1`, `1.1 and 1.2`, or `1.1, 1.2 and 2.1`.
    func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(and) " + last
    }
}

/// What the secretary, or the educator to whom she passes it on, reads of a drop.
struct ReceiptTexts: Sendable {
    struct Labels: Sendable {
        var bundle, submission, firstBundle, educator, rubric, attempt, carried, time: String
        var whatToDo, whatYouCanDo, notes, next, evidence: String
        var item, kind, what, measured: String
    }
    var labels: Labels
    var footer: String
    var heading: @Sendable (Receipt) -> String
    var opening: @Sendable (Receipt) -> String
    var faults: @Sendable (Receipt, Int) -> String
    var steps: @Sendable (Receipt) -> [String]
}

/// What the educator reads of a decision.
struct FeedbackTexts: Sendable {
    struct Labels: Sendable {
        var educator, submission, rubric, attempt, attemptsLeft, decided: String
        var seen, whole, kept, next, looksLike: String
        var sum, criterion, level, points, weight, product, total, minimum, least: String
    }
    var labels: Labels
    var footer: String
    var noLimit, noneNeeded, noneAsRetired, notJudged, noLevel, earned, notYetEarned: String
    var congratulations: @Sendable (_ competency: String) -> String
    var partly: String
    var allMet: @Sendable (Int) -> String
    var someMet: @Sendable (_ met: Int, _ all: Int, _ open: String) -> String
    var points: @Sendable (_ total: String, _ minimum: String) -> String
    var each: @Sendable (_ each: Int, _ below: String) -> String
    var reader: @Sendable (_ label: String) -> String
    var readBy: @Sendable (Int) -> String
    var adjudicated, carried: String
    var readAnew, noneMet, keptIfUnchanged: String
    /// Of a met criterion whose evidence those that aren't met rest on too.
    var keptOnShared: @Sendable (_ kinds: String, _ open: String) -> String
    var stepsWhenEarned, stepsAfterTheLast, stepsWhenRetired: [String]
    var gather: @Sendable (_ open: String?) -> String
    /// `whatChanged` stands in the line of the manifest that `sayWhatChanged` asks for.
    var sendAgain, sayWhatChanged, whatChanged: String
    var attempts: @Sendable (Int?) -> String
}
