import Foundation
import Support
import Testing

/// A manifest can open nothing, look up nothing, and burn nothing.
@Suite(.scratch) struct HostileDocumentTests {
    /// Good manifests whose prolog or end is hostile.
    private static func doctype(_ declarations: String, text: String = "A reflection.") -> String {
        manifestXML(evidence: [.plan, .work, .text(text)]).replacing(
            "<submission ", with: "<!DOCTYPE submission \(declarations)>\n<submission ")
    }

    private static let laughs =
        (1...12).map { level in
            let inner = String(repeating: "&l\(level - 1);", count: 10)
            return "<!ENTITY l\(level) \"\(inner)\">"
        }.joined(separator: "\n")

    /// Drops `manifest`; the bundle must come back by the time patience ends, and its neighbor be accepted.
    private func refuse(_ manifest: Data, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.write("Inbox/bundle/manifest.xml", manifest)
        try workspace.drop("neighbor", educator: Educator("E2"))
        let (pass, cost) = try workspace.measuredRun(limit: 60, sourceLocation: sourceLocation)
        #expect(cost.isSmall, "\(cost)", sourceLocation: sourceLocation)
        #expect(pass.state("neighbor") == "accepted", sourceLocation: sourceLocation)
        if pass.state("bundle") != "returned" {
            #expect(pass["waiting"] == 1, "\(pass.json)", sourceLocation: sourceLocation)
            workspace.advance(hours: 2)
            let later = try workspace.run(limit: 60, sourceLocation: sourceLocation)
            #expect(later.state("bundle") == "returned", "\(later.json)", sourceLocation: sourceLocation)
        }
        #expect(workspace.exists("Outbox/Returned/bundle/manifest.xml"), sourceLocation: sourceLocation)
    }

    // By number in the tests' names: some are very long.
    private static let doctypes = [
        doctype(""), doctype("SYSTEM \"/etc/passwd\""),
        doctype("[<!ENTITY x SYSTEM \"file:///etc/passwd\">]", text: "&x;"),
        doctype("[<!ENTITY % p SYSTEM \"http://localhost:9/p\"> %p;]"),
        doctype("[<!ENTITY l0 \"lol\">\n\(laughs)]", text: "&l12;"),
        doctype(
            "[<!ENTITY q \"\(String(repeating: "q", count: 50_000))\">]", text: String(repeating: "&q;", count: 9000)),
        doctype("[<!ATTLIST submission rubric CDATA \"checking\">]"),
    ]

    @Test(arguments: doctypes.indices)
    func `case 29: every DOCTYPE is refused`(number: Int) throws {
        try refuse(Data(Self.doctypes[number].utf8))
    }

    @Test func `case 29: a DOCTYPE is refused at once, with its line`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: Self.doctype("SYSTEM \"x.dtd\""))
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.line == 2 && $0.mentions("doctype") })
    }

    @Test(arguments: [
        "<!DOCTYPE submission [<!ENTITY x SYSTEM \"SECRET\">]>", "<!DOCTYPE submission SYSTEM \"SECRET\">",
        "<!DOCTYPE submission [<!ENTITY % x SYSTEM \"SECRET\"> %x;]>",
        "<!DOCTYPE submission PUBLIC \"x\" \"http://localhost:9/x.dtd\">", "<?xml-stylesheet href=\"SECRET\"?>",
        "<!DOCTYPE submission [<!ENTITY % x \"<!ENTITY y SYSTEM 'SECRET'>\"> %x;]>", "",
    ])
    func `case 29: nothing outside is opened and no socket made`(prolog: String) throws {
        let workspace = try Workspace()
        try workspace.write("secret.txt", "the secret")
        let secret = workspace.path("secret.txt")
        let location =
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:assay:1 \(secret)\""
        let include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\(secret)\" parse=\"text\"/>"
        let text = prolog.contains("ENTITY x") ? "&x;" : include
        let manifest = manifestXML(evidence: [.plan, .work, .text(text)])
            .replacing("<submission ", with: prolog.replacing("SECRET", with: secret) + "<submission \(location) ")
        try workspace.drop(manifest: manifest)
        let trace = try Trace.ofOpenings(workspace)
        #expect(trace.result.exit == 0, "\(trace.result)")
        #expect(trace.lines.contains { $0.contains("manifest.xml") })
        #expect(trace.strangers(to: workspace) == [])
        // It lies in the workspace, and isn't the bundle's.
        #expect(!trace.lines.contains { $0.contains("secret.txt") })
        #expect(try workspace.ask("list").array.allSatisfy { $0["state"].string != "in-review" })
    }

    @Test func `case 30: a gzip'ed manifest is refused`() throws {
        let workspace = try Workspace()
        try workspace.write("m.xml", manifestXML())
        try workspace.shell("gzip -c m.xml > m.gz")
        try refuse(workspace.bytes("m.gz"))
    }

    @Test(arguments: ["UTF-7", "UTF-32", "ISO-8859-1", "EBCDIC-CP-US", "x-unknown", "UCS-4"])
    func `case 30: an encoding other than UTF-8 and UTF-16 is refused`(encoding: String) throws {
        // All of it is ASCII, so that nothing but the name can give it away.
        let manifest = manifestXML(educator: Educator(name: "Ana")).replacing("UTF-8", with: encoding)
        try refuse(Data(manifest.utf8))
    }

    @Test(arguments: [
        manifestXML().replacing("version=\"1.0\"", with: "version=\"1.1\""), manifestXML() + "<more/>",
        manifestXML() + "PK", manifestXML().replacing("xmlns=\"urn:assay:1\"", with: ""),
        manifestXML().replacing("<evidence>", with: "<evidence xmlns:a=\"u\" xmlns:b=\"u\" a:x=\"1\" b:x=\"2\">"),
        manifestXML().replacing("rubric=", with: "rubric=\"x\" rubric="), manifestXML().replacing("half", with: "&#0;"),
        manifestXML().replacing("<evidence>", with: "<?php x ?><x:evidence>"),
    ])
    func `case 30: a document that isn't quite XML is refused`(manifest: String) throws {
        try refuse(Data(manifest.utf8))
    }

    @Test(arguments: [[0x00], [0xFF, 0xFE], [0xC0, 0xAF], [0x00, 0x00, 0xFE, 0xFF], [0x3C, 0x00]] as [[UInt8]])
    func `case 30: bytes that are no text are refused`(bytes: [UInt8]) throws {
        try refuse(Data(bytes) + Data(manifestXML().utf8))
    }

    @Test func `case 31: a hundred thousand attributes on one element are refused soon`() throws {
        let attributes = (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ")
        try refuse(Data(manifestXML().replacing("<evidence>", with: "<evidence \(attributes)>").utf8))
    }

    @Test func `case 31: six hundred thousand names are refused soon`() throws {
        let elements = (0..<600_000).map { "<n\($0)/>" }.joined()
        try refuse(Data(manifestXML().replacing("<evidence>", with: elements + "<evidence>").utf8))
    }

    @Test(arguments: [255, 5000, 200_000])
    func `case 31: deep elements are refused soon`(depth: Int) throws {
        let nest = String(repeating: "<n>", count: depth) + String(repeating: "</n>", count: depth)
        try refuse(Data(manifestXML().replacing("<evidence>", with: nest + "<evidence>").utf8))
    }

    @Test func `case 31: a text of ten megabytes is refused soon`() throws {
        try refuse(Data(manifestXML(evidence: [.plan, .work, .text(String(repeating: "x", count: 10_000_000))]).utf8))
    }

    @Test func `case 31: a manifest of fifty megabytes is refused soon`() throws {
        let comment = "<!--" + String(repeating: "x", count: 50_000_000) + "-->"
        try refuse(Data(manifestXML().replacing("<evidence>", with: comment + "<evidence>").utf8))
    }

    @Test func `case 32: a rubric whose rule never ends is refused, and other rubrics work`() throws {
        let rule =
            "<rule id=\"slow\" severity=\"error\" test=\"//*[count(//*[count(//*[count(//*)>1])>1])>1]\">No.</rule>"
        let workspace = try Workspace(rubrics: [
            rubricXML(), rubricXML(id: "endless", intake: usualIntake + rule.replacing(">1", with: "&gt;1")),
        ])
        try workspace.drop("good")
        let texts = (0..<400).map { _ in Item.text("x") }
        try workspace.drop("slow", rubric: "endless", evidence: [.plan, .work] + texts)
        let started = ContinuousClock.now
        let result = try workspace.assay(["run", "--json"], limit: 60)
        #expect(ContinuousClock.now - started < .seconds(20))
        let pass = Pass(json: try result.json)
        #expect(pass.state("good") == "accepted", "\(result)")
        #expect(pass.state("slow") != "accepted")
    }

    @Test func `case 32: a rubric with a DOCTYPE is refused, and other rubrics work`() throws {
        let bad = rubricXML(id: "bad").replacing("<rubric ", with: "<!DOCTYPE rubric SYSTEM \"/etc/passwd\"><rubric ")
        let workspace = try Workspace(rubrics: [rubricXML(), bad])
        try workspace.drop()
        #expect(try workspace.run(exit: 65).state("bundle") == "accepted")
    }

    @Test(arguments: [
        "<evidence kind=\"x\" form=\"link\" min=\"0\" max=\"1\" hosts=\"*.*.*.*.*.*.*.*.*.*.*.*.*.x\"/>",
        "<evidence kind=\"x\" form=\"file\" min=\"0\" max=\"1\" media=\"(a|aa)+b/*\"/>",
        "<rule id=\"x\" severity=\"error\" test=\"" + String(repeating: "(", count: 3000) + "\">No.</rule>",
        "<rule id=\"x\" severity=\"error\" test=\"" + String(repeating: "//*[", count: 900) + "\">No.</rule>",
        "<rule id=\"x\" severity=\"error\" test=\"document('/etc/passwd')\">No.</rule>",
        "<rule id=\"x\" severity=\"error\" test=\"true()\">{\(String(repeating: "{", count: 3000))</rule>",
    ])
    func `case 32: a pattern or an expression that explodes is that rubric's fault alone`(words: String) throws {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(id: "worse", intake: usualIntake + words)])
        try workspace.drop()
        let (pass, cost) = try workspace.measuredRun(exit: 65)
        #expect(pass.state("bundle") == "accepted", "\(pass.json)")
        #expect(cost.isSmall, "\(cost)")
        #expect(try Trace.ofOpenings(workspace).strangers(to: workspace) == [])
    }

    @Test func `case 32: a schema beside the rubrics is for editors, and its pattern is never tried`() throws {
        let workspace = try Workspace()
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:assay:1">
            <xs:import namespace="u" schemaLocation="file:///etc/passwd"/><xs:element name="submission"><xs:simpleType>
            <xs:restriction base="xs:string"><xs:pattern value="((a|aa)+)+b"/></xs:restriction></xs:simpleType>
            </xs:element></xs:schema>
            """
        try workspace.write("Rubrics/Schemas/submission.xsd", schema)
        try workspace.drop(evidence: [.plan, .work, .text(String(repeating: "a", count: 100_000))])
        let trace = try Trace.ofOpenings(workspace, arguments: ["run", "--json"])
        #expect(try Pass(json: trace.result.json).state("bundle") == "accepted", "\(trace.result)")
        #expect(trace.strangers(to: workspace) == [])
    }
}
