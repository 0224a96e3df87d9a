import Foundation
import Support
import Testing

/// Killed anywhere and started again, a pass ends where one that was never killed ends.
@Suite(.scratch) struct KilledTests {
    private static let calls = [
        "rename", "renameat", "renameat2", "openat", "openat2", "write", "pwrite64", "fsync", "fdatasync", "syncfs",
        "mkdir",
        "mkdirat", "unlink", "unlinkat", "link", "linkat",
    ]

    /// Every kind of work at once: decisions to take, one with a fault, one declined, records to write, bundles good
    /// and bad, a duplicate, a resubmission.
    private func busy() throws -> Workspace {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(id: "paired", reviewers: 2)])
        for number in 1...4 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        try workspace.drop("pair", rubric: "paired", educator: Educator("E5"))
        try workspace.run()
        let levels = ["1.1": "demonstrated", "1.2": "not-met"]
        func submission(_ bundle: String) throws -> String {
            try #require(try workspace.show(bundle)["submission"].string)
        }
        let first = try submission("b1")
        try workspace.fill(first, levels: levels)
        workspace.advance(hours: 1)
        try workspace.run()

        workspace.advance(hours: 1)
        try workspace.fill(try submission("b2"), levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.fill(try submission("b3"), levels: ["1.1": "splendid", "1.2": "demonstrated"])
        try workspace.fill(try submission("b4"), status: "declined", reason: "I know her well.")
        let pair = try submission("pair")
        for (reader, level) in zip(try workspace.readers(of: pair), ["demonstrated", "not-met"]) {
            try workspace.fill(pair, as: reader, levels: ["1.1": level, "1.2": "demonstrated"])
        }
        try workspace.drop("c-good", educator: Educator("E6"))
        try workspace.drop("c-same", educator: Educator("E6"))
        try workspace.drop("c-bad", educator: Educator("E7"), evidence: [.plan])
        try workspace.drop(
            "c-half", educator: Educator("E8"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        for (name, plan) in [("c-packed", Item.plan), ("c-packed-bad", .text("no kind", kind: "unknown"))] {
            try workspace.drop(
                name, educator: Educator("E9", name: name), evidence: [plan, .work, .reflection], in: "packing")
            try workspace.shell("cd packing/\(name) && zip -qr ../../Inbox/\(name).zip .")
        }
        let better = Item.file("work/student-a.pdf", kind: "student-work", pdf("Better"))
        try workspace.drop(
            "c-again", educator: Educator("E1"), evidence: [.plan, better, .reflection], resubmission: first)
        return workspace
    }

    /// Ledger facts as `list` and `show` tell them.
    private func facts(_ workspace: Workspace) throws -> String {
        let list = try workspace.ask("list")
        let shown = try list.array.map { try workspace.show($0["submission"].string ?? "").description }
        return ([list.description] + shown).joined(separator: "\n")
    }

    @Test(.timeLimit(.minutes(15)))
    func `a pass killed at fifty places and run again ends as if it never was`() throws {
        let start = try busy()
        // Never killed, and counted.
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: Self.calls.map { "?" + $0 }.joined(separator: ","))
        try #require(counted.result.exit == 0, "\(counted.result)")
        let facts = try facts(whole)
        let outbox = try whole.tree("Outbox")
        let inbox = try whole.tree("Inbox")

        var places: [(call: String, number: Int)] = []
        for (call, count) in counted.counts.sorted(by: { $0.key < $1.key }) where Self.calls.contains(call) {
            let share = min(count, 10)
            for step in 1...max(share, 1) { places.append((call, max(1, count * step / max(share, 1)))) }
        }
        var killed = 0
        for (call, number) in places {
            let place = "\(call) \(number)"
            let workspace = try Workspace(copy: start, named: "killed")
            let trace = try Trace.of(
                workspace, calls: call, more: ["-e", "inject=\(call):signal=KILL:when=\(number)"])
            // Where only a helper process died, the pass itself went on.
            guard trace.result.exit == 137 else { continue }
            killed += 1
            let again = try workspace.assay(["run"])
            #expect(again.exit == 0, "\(place): \(again)")
            #expect(try self.facts(workspace) == facts, "\(place)")
            let tree = try workspace.tree("Outbox")
            let differing = Set(tree.keys).symmetricDifference(outbox.keys)
            #expect(differing.isEmpty, "\(place): \(differing.sorted())")
            let changed = outbox.filter { tree[$0.key] != nil && tree[$0.key] != $0.value }.keys.sorted()
            #expect(changed.isEmpty, "\(place): \(changed)")
            #expect(try workspace.tree("Inbox") == inbox, "\(place)")
            #expect(workspace.names(in: ".assay/tmp").isEmpty, "\(place)")
        }
        #expect(killed >= 50, "of \(places.count) places in \(counted.counts)")
    }

    @Test func `a pass killed twice in a row still ends well`() throws {
        let start = try busy()
        let whole = try Workspace(copy: start, named: "whole")
        try whole.run()
        let workspace = try Workspace(copy: start, named: "killed")
        for call in ["syncfs", "renameat2", "rename", "fsync"] {
            _ = try Trace.of(workspace, calls: "?" + call, more: ["-e", "inject=?\(call):signal=KILL:when=2"])
        }
        try workspace.run()
        #expect(try facts(workspace) == facts(whole))
        #expect(try workspace.tree("Outbox") == whole.tree("Outbox"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
