import Foundation
import Support
import Testing

/// What `assay findings` says of the codes, and the documents that are made from it.
@Suite(.scratch) struct FindingCodeTests {
    /// Scripts and people's notes rely on these words. New ones may come; none may change or go.
    private let promised = """
        bundle.duplicate bundle.too-deep bundle.too-large bundle.too-many-files bundle.unreadable bundle.waiting
        manifest.not-a-file archive.incomplete archive.damaged archive.encrypted archive.path archive.name-twice
        manifest.missing manifest.several manifest.not-a-submission file.not-plain file.ambiguous-name file.unlisted
        file.temporary language.unknown educator.mismatch educator.differs school.unknown cohort.unknown rubric.unknown-version
        rubric.unknown rubric.not-offered rubric.newer-version statement.missing statement.not-agreed path.refused
        path.listed-twice path.manifest sha256.invalid evidence.no-text evidence.no-link release.invalid
        evidence.unknown-kind evidence.form evidence.too-few evidence.too-many evidence.no-release evidence.missing
        evidence.wrong-size evidence.wrong-digest evidence.folder evidence.temporary evidence.media
        evidence.too-large evidence.too-few-words evidence.too-many-words evidence.words-unknown link.refused
        link.host link.no-duration link.too-short link.too-long rule.<id> rule.unjudged submission.open
        submission.already-earned resubmission.unknown resubmission.not-latest resubmission.implied resubmission.unchanged
        resubmission.too-many resubmission.nothing-new prerequisite.missing evidence.unscorable slot.unroutable
        decision.status decision.missing-level decision.unknown-level decision.missing-comment
        decision.missing-criterion decision.unknown-criterion decision.criterion-twice decision.missing-reason
        decision.missing-evidence decision.already-taken decision.unclosed-comment decision.ticket decision.stray
        decision.changed-binding decision.two-versions decision.renamed decision.not-a-decision decision.not-plain
        decision.not-text decision.too-large decision.empty decision.cut decision.missing-line decision.line-twice
        decision.stray-text decision.unreadable publish.failed queue.stray rubric.changed rubric.twice
        rubric.letter-case rubric.too-many-criteria rubric.no-criteria rubric.no-evidence scale.unknown scale.points
        scale.order scale.label scale.none-meets scale.all-meet level.unknown criterion.no-descriptors
        criterion.no-evidence evidence.no-effect bounds.reversed settle.too-long media.never-found media.invalid
        host.invalid list.empty rule.no-test rule.braces rule.xpath rule.endless award.no-minimum award.unreachable
        award.no-effect award.nothing-required review.agree-unused review.due alignment.no-code goal.unknown
        prerequisite.self prerequisite.unknown href.not-web duration.zero program.missing program.twice
        program.time-zone url.invalid reviewers.missing reviewers.twice reviewer.not-qualified reviewer.one-of
        qualified.unknown-rubric qualified.unknown-tag email.twice xml.not-well-formed xml.invalid xml.encoding
        xml.doctype xml.too-large xml.unjudged document.unexpected document.unreadable id.twice id.device-name
        number.invalid duration.invalid date.invalid dates.reversed email.invalid bag.declaration bag.manifest
        bag.algorithm bag.unlisted bag.missing bag.digest bag.tag bag.oxum bag.fetch
        decision.unread-words closed.too-long
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func findings(_ arguments: String...) throws -> CommandResult {
        try command(assayBinary, ["findings"] + arguments)
    }

    @Test func `no finding code that was promised is gone`() throws {
        let codes = try findings("--json").json.array.compactMap { $0["code"].string }
        #expect(Set(promised).subtracting(codes).isEmpty)
        #expect(Set(codes).count == codes.count)
    }

    @Test func `every code has a meaning, a consequence and a remedy in whole sentences`() throws {
        for code in try findings("--json").json.array {
            for part in ["meaning", "consequence", "remedy"] {
                let words = try #require(code[part].string)
                #expect(words.hasSuffix(".") && words.contains(" "), "\(code)")
            }
        }
    }

    @Test func `a code is explained in words, without a workspace`() throws {
        let result = try findings("evidence.missing")
        #expect(result.exit == 0)
        #expect(
            result.stdout == """
                evidence.missing (error)
                  What it means:  A file that the manifest names isn't in the bundle.
                  What follows:   Waited for: the bundle is returned when it hasn't changed for 'patience'.
                  What to do:     Add the file, or correct its path in the manifest.

                """)
    }

    @Test func `a rule of a rubric's own is explained by whatever id it has`() throws {
        let result = try findings("rule.two-students")
        #expect(result.exit == 0 && result.stdout.contains("The rubric's own rule"), "\(result)")
        #expect(try findings("rule.unjudged").stdout.contains("couldn't be judged"))
    }

    @Test func `a code that no finding has is 66`() throws {
        let result = try findings("evidence.mising")
        #expect(result.exit == 66)
        #expect(result.stdout.isEmpty && result.stderr.contains("'evidence.mising'"))
    }

    @Test(arguments: ["README.md", "Sources/assay/Assay.docc/Reference/FindingCodes.md"])
    func `the list in a document is the program's own`(path: String) throws {
        let text = try String(contentsOf: URL(filePath: repository + "/" + path), encoding: .utf8)
        let list = try findings("--markdown").stdout
        #expect(list.contains("`evidence.missing`"))
        #expect(text.contains(list), "\(path) has another list of finding codes: 'make docs' writes it anew.")
    }
}
