import Foundation
import Support
import Testing

/// More than one transaction takes: what the batch before owes is done while the next one is read.
@Suite(.scratch) struct ManyAtOnceTests {
    private let count = 270
    private let desk = "Outbox/Queues/r-one"

    private func finish(_ submission: String, of reviewer: String = "r-one", in workspace: Workspace) throws {
        let file = "Outbox/Queues/\(reviewer)/\(submission)/decision.xml"
        var form = DecisionText(try workspace.text(file))
        for criterion in ["1.1", "1.2"] { form.set("level", to: "demonstrated", in: "<criterion id=\"\(criterion)\"") }
        form.set("status", to: "final", in: "<decision ")
        try workspace.write(file, form.text)
    }

    @Test func `each of hundreds of bundles, and of decisions, is taken once`() throws {
        let workspace = try Workspace(people: [Person("r-one", capacity: count)])
        for number in 1...count { try workspace.drop("b-\(number)", educator: Educator("E\(number)")) }
        #expect(try workspace.run()["accepted"] == count)
        let laid = workspace.names(in: desk).filter { $0.hasPrefix("S-") }
        try #require(laid.count == count)

        for submission in laid { try finish(submission, in: workspace) }
        // Notes of her own in the first and the last folder: facts of their own, after those of the decisions.
        for place in [0, count - 1] { try workspace.write("\(desk)/\(laid[place])/notes.txt", "mine, \(place)") }
        let pass = try workspace.run()
        #expect(pass["decided"] == count)
        #expect(workspace.names(in: "Outbox/Decisions/2026-11") == laid)
        #expect(workspace.names(in: desk).allSatisfy { !$0.hasPrefix("S-") })
        for place in [0, count - 1] {
            #expect(try workspace.isKept("mine, \(place)"))
            let history = try workspace.show(laid[place])["history"].array.compactMap { $0["event"].string }
            #expect(history.contains { $0.hasPrefix("kept: ") }, "\(history)")
        }
        #expect(workspace.names(in: "Outbox/Receipts/2026-11").count == count)
        #expect(try workspace.assay(["verify"]).exit == 0)
        #expect(try workspace.run()["decided"] == 0)
    }

    @Test func `killed between hundreds of decisions and what is said of them, the pass goes on as it would have`()
        throws
    {
        let reviewers = ["r-one", "r-two"]
        // Decisions are taken 128 at a time: four times, and two are left over.
        let count = 257
        let start = try Workspace(
            rubrics: [rubricXML(reviewers: 2)], people: reviewers.map { Person($0, capacity: count) } + [.lead()])
        let bundles = (1...count).map { "b-\(1000 + $0)" }
        for bundle in bundles { try start.drop(bundle, educator: Educator(bundle)) }
        let intake = try start.run()
        let laid = bundles.compactMap { intake.bundle($0)["submission"].string }
        try #require(laid.count == count)
        for reviewer in reviewers { for one in laid { try finish(one, of: reviewer, in: start) } }
        // One of the first 128 can't be taken, so that it and its companion still lie there. Files of hers lie in a folder
        // of the first 128 and in one of the second; they are kept by facts of their own, once all are taken.
        let faulty = "\(desk)/\(laid[0])"
        try start.write("\(faulty)/decision.xml", "What was asked again?")
        for place in [1, 64] { try start.write("\(desk)/\(laid[place])/notes.txt", "mine") }

        let whole = try Workspace(copy: start, named: "whole")
        #expect(try whole.run()["decided"] == count - 1)
        let killed = try Workspace(copy: start, named: "killed")
        let showing = Trace.Place(call: "renameat", path: killed.path(faulty), number: 1)
        try #require(try Trace.kill(killed, at: showing, of: killed).exit == 137)
        #expect(!killed.exists("\(faulty)/problems.txt"))
        #expect(try killed.run()["decided"] == count - 1 - 63)
        #expect(try killed.tree("Outbox") == whole.tree("Outbox"))
        // The last link of the chain: the same facts in the same order.
        #expect(try killed.text(".assay/head") == whole.text(".assay/head"))
        #expect(try killed.assay(["verify"]).exit == 0)
    }

    @Test func `a daemon that is to end between batches of decisions leaves the facts of a pass that isn't stopped`()
        throws
    {
        // Two times 128, and one.
        let count = 257
        let start = try Workspace(people: [Person("r-one", capacity: count)])
        start.now = Date()
        for number in 1...count { try start.drop("b-\(1000 + number)", educator: Educator("E\(number)")) }
        try #require(try start.run()["accepted"] == count)
        func laid(_ workspace: Workspace) -> [String] { workspace.names(in: desk).filter { $0.hasPrefix("S-") } }
        let all = laid(start)
        for submission in all { try finish(submission, in: start) }
        for place in stride(from: 0, to: count, by: 8) { try start.write("\(desk)/\(all[place])/notes.txt", "mine") }
        let whole = try Workspace(copy: start, named: "whole")
        #expect(try whole.run()["decided"] == count)

        let stopped = try Workspace(copy: start, named: "stopped")
        let daemon = try Daemon(
            stopped, ["--settle", "PT0S"],
            under: ["/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=syncfs"]
                + ["-e", "inject=syncfs:delay_enter=1000000"])
        let isBegun = eventually(within: 60) { laid(stopped).count < count }
        try #require(isBegun, "\(daemon.words)")
        #expect(try daemon.end().exit == 0)
        #expect(!laid(stopped).isEmpty, "\(daemon.words)")
        stopped.now = Date()
        try stopped.run()
        #expect(laid(stopped).isEmpty)
        func facts(_ workspace: Workspace) throws -> String {
            try workspace.sqlite("SELECT kind, submission FROM events ORDER BY number")
        }
        #expect(try facts(stopped) == facts(whole))
        #expect(try stopped.assay(["verify"]).exit == 0)
    }

    @Test func `a bundle that was read while another of its educator was accepted is judged as if it came after it`()
        throws
    {
        let start = try Workspace(people: [Person("r-one", capacity: 100)])
        try start.drop("first")
        let first = try start.accept("first")
        try start.fill(first, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try start.run()
        try #require(try start.state(first) == "not-yet-earned")
        try start.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        func tried(_ name: String, again words: String) throws {
            let work = Item.file("work/student-a.pdf", kind: "student-work", pdf(words))
            try start.drop(name, evidence: [.plan, work, .reflection], resubmission: first)
        }
        // A batch is 64: the last one is read while the first one is accepted.
        try tried("a", again: "second")
        for number in 1...63 { try start.drop("b-\(100 + number)", educator: Educator("E\(number)")) }
        let apart = try Workspace(copy: start, named: "apart")
        try tried("z", again: "third")
        let together = try Workspace(copy: start, named: "together")
        let pass = try together.run()
        #expect(pass["accepted"] == 64, "\(pass.json)")
        #expect(pass.state("a") == "accepted" && pass.state("z") == "returned", "\(pass.json)")
        #expect(try apart.run()["accepted"] == 64)
        try apart.copy(start.path("Inbox/z"), to: "Inbox/z")
        #expect(try apart.run().findings("z").map(\.message) == pass.findings("z").map(\.message))
        #expect(try apart.tree("Outbox/Returned") == together.tree("Outbox/Returned"))
    }

    @Test func `what was read ahead, and isn't taken any more since it is to end, leaves nothing unpacked`() throws {
        let workspace = try Workspace(people: [Person("r-one", capacity: 100)])
        try workspace.run()
        for number in 1...65 { try workspace.dropPacked("b-\(100 + number).zip", educator: Educator("E\(number)")) }
        let last = "b-165.zip"
        let daemon = try Daemon(
            workspace, ["--settle", "PT0S"],
            under: ["/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=syncfs"]
                + ["-e", "inject=syncfs:delay_enter=2000000"])
        // The first 64 wait for the disk then.
        let isRead = eventually(within: 60) {
            workspace.exists(".assay/vault/unpacked/\(last)") && workspace.names(in: "Inbox") == [last]
        }
        try #require(isRead, "\(daemon.words)")
        #expect(try daemon.end().exit == 0)
        #expect(workspace.names(in: "Inbox") == [last], "\(daemon.words)")
        #expect(!workspace.exists(".assay/vault/unpacked/\(last)"))
        #expect(workspace.names(in: ".assay/vault/unpacked").count == 64)
        workspace.now = Date()
        #expect(try workspace.run()["accepted"] == 1)
        #expect(workspace.names(in: ".assay/vault/unpacked").isEmpty)
        #expect(workspace.names(in: desk).count { $0.hasPrefix("S-") } == 65)
    }
}
