import Foundation
import Support
import Testing

extension Workspace {
    /// Every kind of work at once: decisions to take, one with a fault, one declined, records to write, bundles good
    /// and bad, a duplicate, a resubmission.
    static func busy() throws -> Workspace {
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
                name, educator: Educator("E9-\(name)", name: name), evidence: [plan, .work, .reflection], in: "packing")
            try workspace.shell("cd packing/\(name) && zip -qr ../../Inbox/\(name).zip .")
        }
        let better = Item.file("work/student-a.pdf", kind: "student-work", pdf("Better"))
        try workspace.drop(
            "c-again", educator: Educator("E1"), evidence: [.plan, better, .reflection], resubmission: first)
        return workspace
    }

    /// Ledger facts as `list` and `show` tell them.
    func facts() throws -> String {
        let list = try ask("list")
        let shown = try list.array.map { try show($0["submission"].string ?? "").description }
        return ([list.description] + shown).joined(separator: "\n")
    }
}
