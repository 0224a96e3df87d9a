import Markup
import Testing

@Suite struct QueryTests {
    private let text = Array(letter("<line>one</line><line>two</line><sheet id='s'/>", "id='q'").utf8)

    private func text(_ expression: String) -> QueryResult {
        evaluate([Query(expression, wantsBoolean: false)], in: text)[0]
    }
    private func truth(_ expression: String) -> QueryResult {
        evaluate([Query(expression, wantsBoolean: true)], in: text)[0]
    }

    @Test func `expressions start at the root element or at the document`() {
        #expect(truth("count(a:line) >= 2") == .boolean(true))
        #expect(truth("/a:letter/a:sheet[@id='s']") == .boolean(true))
        #expect(text("@id") == .text("q"))
        #expect(text("a:line[2]") == .text("two"))
    }

    @Test func `numbers print as XPath prints them`() {
        #expect(text("count(a:line)") == .text("2"))
        #expect(text("count(a:line) div 4") == .text("0.5"))
        #expect(text("1 = 1") == .text("true"))
    }

    @Test(.timeLimit(.minutes(15)), arguments: ["//*[count(//*[count(//*) > 1]) > 1]", "count(//*[//*[//*[//*]]])"])
    func `an expression that would never end is stopped`(expression: String) {
        let many = Array(letter(String(repeating: "<line/>", count: 10_000)).utf8)
        let result = evaluate([Query(expression, wantsBoolean: true), Query("1", wantsBoolean: false)], in: many)
        #expect(result == [.failure("The expression takes too many steps; write a simpler one."), .text("1")])
    }

    @Test(arguments: [
        "b:line", "true() or b:line", "a:none[b:x]", "$x", "document('/etc/passwd')", "false() and nix()", "a:f()",
        "unparsed-text('x')",
        "a:line[", "'open", "", "count('x')", "contains('x')", "a:line a:line", "foo::bar", "b:*",
        String(repeating: "(", count: 2000) + "1" + String(repeating: ")", count: 2000),
        String(repeating: "1+", count: 4000) + "1",
    ])
    func `what can't be evaluated is a failure, never silence`(expression: String) {
        #expect(compileFault(expression) != nil)
        guard case .failure = truth(expression) else {
            Issue.record("evaluated")
            return
        }
    }

    @Test(arguments: [
        "count(a:evidence/a:file[@kind='student-work']) >= 2", "a:and and a:or", "* * *", "mod mod mod", "text()", "..",
        ".//a:x",
        "ancestor-or-self::a:x", "@kind", "@*", "a:*", "processing-instruction('x')", "-1.5 + .5", "child::a:div div 2",
        "'b:x'",
        "a:x|a:y", "normalize-space(a:text) != ''", "a:file[not(@release = 'on-file')]",
    ])
    func `what can be written is let pass`(expression: String) {
        #expect(compileFault(expression) == nil)
    }

    @Test func `a fault says where`() {
        #expect(compileFault("count(b:x)") == "The prefix 'b:' at character 7 isn't known; write 'a:'.")
        #expect(compileFault("é + nope()") == "There is no function 'nope' (character 5).")
    }

    @Test func `a document that can't be read gives failures`() {
        guard case .failure = evaluate([Query("1", wantsBoolean: false)], in: [0x3C])[0] else {
            Issue.record("evaluated")
            return
        }
    }
}
