import Foundation
import Samples
import Support
import Testing

/// Every sample's whole life, by the readings that the samples themselves bring.
@Suite(.scratch) struct SampleLivesTests {
    @Test func `one pass gives each sample its first fate`() throws {
        let district = try SampleDistrict()
        let pass = try district.pass()
        let states = Dictionary(
            uniqueKeysWithValues: pass.json["bundles"].array.map {
                ($0["bundle"].string ?? "", $0["state"].string ?? "")
            })
        #expect(
            states == [
                "ahmadi-texts": "accepted", "brandt-feedback": "accepted", "castellano-texts": "accepted",
                "dubois-discourse.zip": "accepted", "ferreira-technology": "accepted",
                "grant-family.tar.gz": "accepted", "haddad-checking": "accepted", "hassan-family": "accepted",
                "ibarra-technology": "accepted", "keller-family.zip": "waiting", "lindqvist-wrong-school": "returned",
                "mercer-discourse.zip": "returned", "morales-texts": "waiting", "novak-technology": "returned",
                "nunez-checking": "accepted", "nunez-checking-copy": "duplicate", "okoro-feedback": "accepted",
                "park-unreadable-link": "returned", "reyes-missing-file": "waiting",
            ])
        let later = ["brandt-feedback-again", "ferreira-technology-mended"]
        #expect(Set(Samples.fates.map(\.bundle)) == Set(states.keys).union(later))
        func codes(_ bundle: String) -> Set<String> { Set(pass.findings(bundle).map(\.code)) }
        #expect(
            codes("park-unreadable-link") == [
                "evidence.no-release", "link.refused", "link.host", "evidence.too-few-words", "rule.two-students",
            ])
        #expect(
            codes("novak-technology") == [
                "evidence.no-release", "link.host", "evidence.media", "evidence.too-few-words", "rule.responses-differ",
            ])
        // Nothing of its evidence stands in the manifest, so that no place in it is named.
        #expect(pass.findings("novak-technology").allSatisfy { $0.file == nil && $0.line == nil })
        #expect(codes("lindqvist-wrong-school") == ["school.unknown"])
        #expect(codes("mercer-discourse.zip") == ["rubric.not-offered"])
        #expect(codes("ahmadi-texts") == ["file.unlisted"])
        #expect(codes("ferreira-technology") == ["prerequisite.missing"])
        #expect(codes("ibarra-technology") == ["prerequisite.missing", "rule.one-look"])
        #expect(district.workspace.exists("Outbox/Returned/mercer-discourse/mercer-discourse.zip"))
        #expect(try district.workspace.inbox("notes from the office.txt")["state"].string == "ignored")
    }

    @Test func `the page beside the samples tells of each, and is taken for no bundle`() throws {
        let district = try SampleDistrict()
        let page = try district.workspace.text("Inbox/README-samples.md")
        for fate in Samples.fates { #expect(page.contains("`\(fate.bundle)`: \(fate.words)")) }
        try district.pass()
        #expect(district.workspace.names(in: "Inbox/README-later").count == 2)
        #expect(try district.workspace.text("Inbox/README-samples.md") == page)
        for name in ["README-later", "README-samples.md"] {
            #expect(try district.workspace.inbox(name)["state"].string == "ignored")
        }
        // Laid again where nothing but these is left: they stay, and the bundles come.
        for name in district.workspace.names(in: "Inbox") where !name.hasPrefix("README") {
            try district.workspace.remove("Inbox/" + name)
        }
        let laid = try district.workspace.assay(["init", "--samples"])
        #expect(laid.exit == 0, "\(laid)")
        #expect(district.workspace.exists("Inbox/nunez-checking/manifest.xml"))
    }

    @Test func `what waits is returned when its patience is over, and says what is missing`() throws {
        let district = try SampleDistrict()
        #expect(try district.pass()["waiting"] == 3)
        district.workspace.advance(hours: 2)
        let pass = try district.pass()
        #expect(pass["returned"] == 3 && pass["waiting"] == 0)
        for (bundle, code, words) in [
            ("reyes-missing-file", "evidence.missing", "student-d.pdf"),
            ("morales-texts", "evidence.too-few", "student-work"), ("keller-family.zip", "archive.incomplete", "end"),
        ] {
            let findings = pass.findings(bundle)
            #expect(findings.contains { $0.code == code && $0.mentions(words) }, "\(findings)")
        }
    }

    @Test(arguments: [("nunez-checking", "earned"), ("okoro-feedback", "earned"), ("grant-family.tar.gz", "earned")])
    func `readers who agree decide a sample`(bundle: String, outcome: String) throws {
        let district = try SampleDistrict()
        let id = try district.accepted(bundle)
        try district.read(bundle, id)
        #expect(try district.pass()["decided"] == 1)
        #expect(try district.workspace.state(id) == outcome)
    }

    @Test func `where names are known to all, the record names the readers`() throws {
        let district = try SampleDistrict()
        let id = try district.accepted("grant-family.tar.gz")
        try district.read("grant-family.tar.gz", id)
        try district.pass()
        let readers = Set(try district.workspace.show(id)["assignments"].array.compactMap { $0["reviewer"].string })
        let record = try district.workspace.text(try district.workspace.record(id))
        #expect(readers.count == 2 && readers.allSatisfy { record.contains("\"\($0)\"") }, "\(readers) \(record)")
    }

    @Test(arguments: [("haddad-checking", "2.3", "demonstrated"), ("dubois-discourse.zip", "2.2", "sustained")])
    func `an adjudicated sample goes to a lead for one criterion`(bundle: String, criterion: String, level: String)
        throws
    {
        let district = try SampleDistrict()
        let id = try district.accepted(bundle)
        try district.read(bundle, id)
        #expect(try district.pass()["decided"] == 0)
        #expect(try district.workspace.state(id) == "adjudication")
        try district.read(bundle, id)
        #expect(try district.pass()["decided"] == 1)
        #expect(try district.workspace.state(id) == "earned")
        let reached = try district.workspace.criteria(id)
        #expect(reached[criterion] == "\(level), adjudicated")
        #expect(reached.values.filter { $0.hasSuffix("adjudicated") }.count == 1)
    }

    @Test func `readers who differ on levels and agree on the outcome need no lead under that rubric`() throws {
        let district = try SampleDistrict()
        let id = try district.accepted("ahmadi-texts")
        try district.read("ahmadi-texts", id)
        #expect(try district.pass()["decided"] == 1)
        #expect(try district.workspace.state(id) == "earned")
        #expect(try district.workspace.criteria(id)["2.2"] == "beginning, agreed")
    }

    @Test func `a reader declines, a lead reads in her place, and the feedback is in Spanish`() throws {
        let district = try SampleDistrict()
        let id = try district.accepted("castellano-texts")
        try district.read("castellano-texts", id)
        #expect(try district.pass()["decided"] == 0)
        let states = try district.workspace.show(id)["assignments"].array.compactMap { $0["state"].string }
        #expect(states.sorted() == ["declined", "open", "taken"])
        try district.read("castellano-texts", id)
        #expect(try district.pass()["decided"] == 1)
        #expect(try district.workspace.state(id) == "not-yet-earned")
        let page = try #require(try district.workspace.files(named: "feedback.html", in: "Outbox/Decisions").first)
        #expect(try district.workspace.text(page).contains("<html lang=\"es\""))
    }

    @Test func `the resubmitted sample keeps what it met and is earned the second time`() throws {
        let district = try SampleDistrict()
        let workspace = district.workspace
        let id = try district.accepted("brandt-feedback")
        try district.read("brandt-feedback", id)
        #expect(try district.pass()["decided"] == 1)
        #expect(try workspace.state(id) == "not-yet-earned")
        try district.drop("brandt-feedback-again")
        let again = try district.accepted("brandt-feedback-again")
        #expect(try workspace.show(again)["attempt"].int == 2)
        try district.read("brandt-feedback-again", again)
        #expect(try district.pass()["decided"] == 1)
        #expect(try workspace.state(again) == "earned")
        let carried = try workspace.criteria(again).filter { $0.value.hasSuffix("carried") }.keys.sorted()
        #expect(carried == ["1.1", "1.2", "1.3"])
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `the damaged file makes a sample incomplete, and the mended bundle goes on with its attempt`() throws {
        let district = try SampleDistrict()
        let workspace = district.workspace
        let id = try district.accepted("ferreira-technology")
        let first = try workspace.onlyReader(of: id)
        try district.read("ferreira-technology", id)
        try district.pass()
        #expect(try workspace.state(id) == "incomplete")
        try district.drop("ferreira-technology-mended")
        let mended = try district.accepted("ferreira-technology-mended")
        #expect(try workspace.show(mended)["attempt"].int == 1)
        #expect(try workspace.onlyReader(of: mended) == first)
        try district.read("ferreira-technology-mended", mended)
        #expect(try district.pass()["decided"] == 1)
        #expect(try workspace.state(mended) == "earned")
    }

    @Test func `the unroutable sample says why, until somebody without a conflict is in the roster`() throws {
        let district = try SampleDistrict()
        let workspace = district.workspace
        let pass = try district.pass()
        #expect(pass["unroutable"] == 1)
        let id = try #require(pass.bundle("hassan-family")["submission"].string)
        #expect(try workspace.state(id) == "unroutable")
        #expect(try workspace.readers(of: id) == ["r-nakai"])
        let roster = try workspace.text("Rubrics/reviewers.xml")
        try workspace.write(
            "Rubrics/reviewers.xml",
            roster.replacing(
                "<qualified rubric=\"feedback-that-moves-learning\"/>\n    <away",
                with: "<qualified rubric=\"feedback-that-moves-learning\"/><qualified tag=\"family\"/>\n    <away"))
        #expect(try district.pass()["unroutable"] == 0)
        #expect(try workspace.readers(of: id) == ["r-abbott", "r-nakai"])
    }

    @Test func `the sample that its educator takes back is withdrawn`() throws {
        let district = try SampleDistrict()
        let id = try district.accepted("ibarra-technology")
        let withdrawn = try district.workspace.assay(["withdraw", id, "--reason", "The educator asked for it."])
        #expect(withdrawn.exit == 0, "\(withdrawn)")
        #expect(try district.workspace.state(id) == "withdrawn")
        #expect(try district.workspace.queue(for: id).isEmpty)
    }
}
