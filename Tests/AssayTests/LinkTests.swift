import Support
import Testing

/// Links are held against the rubric's hosts and never fetched.
@Suite(.scratch) struct LinkTests {
    private func workspace() throws -> Workspace {
        let intake = """
            <evidence kind="video" form="link" min="1" max="1" hosts="video.district.example *.vimeo.com"
              min-duration="PT5M" max-duration="PT15M"/>
            """
        return try Workspace(rubrics: [rubricXML(intake: intake, criteria: [Criterion("1.1", on: "video")])])
    }

    @Test(arguments: [
        "https://video.district.example/v/8841", "https://VIDEO.district.example/v", "https://player.vimeo.com/1",
        "https://a.b.vimeo.com/1?t=2#x", "https://video.district.example:443/v",
    ])
    func `a link to an allowed host is taken`(href: String) throws {
        let workspace = try workspace()
        try workspace.drop(evidence: [.link(href.replacing("&", with: "&amp;"))])
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test(arguments: [
        "http://video.district.example/v", "http://169.254.169.254/latest/meta-data", "https://169.254.169.254/",
        "file:///etc/passwd", "javascript:alert(1)", "https://anna@video.district.example/v",
        "https://video.district.example@evil.example/", "https://video.district.example.evil.example/",
        "https://evilvideo.district.example/", "https://vimeo.com/1", "https://notvimeo.com/",
        "https://evil-vimeo.com/",
        "https://video.district.example:8443/v", "https://video.distr\u{131}ct.example/v", "//video.district.example/v",
        "https:video.district.example/v", "https://video.district.example\\@evil.example/", "data:text/html,x",
        "https://pl\u{430}yer.vimeo.com/1", "https://xn--plyer-3ve.vimeo.com.example/", "https://2130706433/",
        "https://[::1]/", "https://evil.example/#video.district.example", "https://evil.example/video.district.example",
        "",
    ])
    func `case 38: any other link is refused`(href: String) throws {
        let workspace = try workspace()
        try workspace.drop(evidence: [.link(href)])
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.isError && $0.line == 5 })
    }

    @Test(arguments: [
        "http://evil.example/v", "https://anna@evil.example/v", "https://evil.example:8443/v",
        "https://evil.example/a b",
    ])
    func `a wrong host is told together with what else refuses the link`(href: String) throws {
        let workspace = try workspace()
        try workspace.drop(evidence: [.link(href)])
        #expect(try workspace.run().findings("bundle").map(\.code) == ["link.refused", "link.host"])
    }

    @Test func `who links to the site above the accepted names is told so, in Spanish too, and what the rubric lacks`()
        throws
    {
        let workspace = try workspace()
        try workspace.drop(evidence: [.link("https://Vimeo.com/1")])
        let finding = try #require(try workspace.run().findings("bundle").first)
        #expect(finding.code == "link.host")
        #expect(finding.mentions("'*.vimeo.com' means names below vimeo.com, such as www.vimeo.com, and not vimeo.com"))
        #expect(finding.mentions("hosts=\"vimeo.com *.vimeo.com\""))
        let manifest = manifestXML(evidence: [.link("https://vimeo.com/2")])
        try workspace.drop("es", manifest: manifest.replacing("-es\"/>", with: "-es\" lang=\"es\"/>"))
        try workspace.run()
        let letter = try workspace.text("Outbox/Returned/es/receipt.html")
        #expect(letter.contains("que escriba hosts=&quot;vimeo.com *.vimeo.com&quot; en la rúbrica"), "\(letter)")
    }

    @Test func `a template and 'rubric show' say which names a pattern stands for`() throws {
        let workspace = try workspace()
        try workspace.run()
        let words = "names below vimeo.com such as www.vimeo.com (not vimeo.com itself)"
        let template = try workspace.text(
            "Outbox/Templates/\(workspace.names(in: "Outbox/Templates")[0])/video/_what-goes-here.txt")
        #expect(template.contains(words), "\(template)")
        #expect(try workspace.assay(["rubric", "show", workspace.path("Rubrics/rubric-1.xml")]).stdout.contains(words))
    }

    @Test(arguments: [("PT4M59S", false), ("PT5M", true), ("PT15M", true), ("PT15M1S", false)])
    func `a link's duration lies within the rubric's`(duration: String, isTaken: Bool) throws {
        let workspace = try workspace()
        try workspace.drop(evidence: [.link("https://a.vimeo.com/1", duration: duration)])
        #expect(try workspace.run().state("bundle") == (isTaken ? "accepted" : "returned"))
    }

    @Test func `case 38: no link is fetched, taken or refused`() throws {
        let workspace = try workspace()
        let links = [
            "https://a.vimeo.com/1", "http://169.254.169.254/", "file:///etc/passwd", "https://localhost/",
            "https://v\u{456}meo.com/1",
        ]
        for (number, href) in links.enumerated() {
            try workspace.drop("b\(number)", educator: Educator("E\(number)"), evidence: [.link(href)])
        }
        let trace = try Trace.ofOpenings(workspace)
        #expect(trace.result.exit == 0)
        #expect(trace.lines.contains { $0.contains("manifest.xml") })
        #expect(trace.strangers(to: workspace) == [])
        #expect(try workspace.ask("list").array.count == 1)
        #expect(workspace.names(in: "Outbox/Returned") == ["b1", "b2", "b3", "b4"])
    }
}
