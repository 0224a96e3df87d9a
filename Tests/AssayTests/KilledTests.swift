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

    @Test(.timeLimit(.minutes(15)))
    func `case 24: a pass killed at fifty places and run again ends as if it never was`() throws {
        let start = try Workspace.busy()
        // Never killed, and counted.
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: Self.calls.map { "?" + $0 }.joined(separator: ","))
        try #require(counted.result.exit == 0, "\(counted.result)")
        let facts = try whole.facts()
        let outbox = try whole.tree("Outbox")
        let inbox = try whole.tree("Inbox")

        var places: [(call: String, number: Int)] = []
        for (call, count) in counted.counts.sorted(by: { $0.key < $1.key }) where Self.calls.contains(call) {
            // The sweeps of `make faults` go through every place.
            let share = min(count, 7)
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
            #expect(try workspace.facts() == facts, "\(place)")
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

    @Test func `case 24: a pass killed twice in a row still ends well`() throws {
        let start = try Workspace.busy()
        let whole = try Workspace(copy: start, named: "whole")
        try whole.run()
        let workspace = try Workspace(copy: start, named: "killed")
        for call in ["syncfs", "renameat2", "rename", "fsync"] {
            _ = try Trace.of(workspace, calls: "?" + call, more: ["-e", "inject=?\(call):signal=KILL:when=2"])
        }
        try workspace.run()
        #expect(try workspace.facts() == whole.facts())
        #expect(try workspace.tree("Outbox") == whole.tree("Outbox"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
