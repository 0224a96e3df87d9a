import Foundation
import Support
import Testing

/// What is wrong with one submission in the vault holds up nothing else.
@Suite(.scratch) struct DamagedVaultTests {
    /// Two submissions of one reviewer's, the second with the vault's file of this name done something to by a line of
    /// shell.
    private func damaged(_ name: String, by line: String) throws -> (workspace: Workspace, ids: [String]) {
        let workspace = try Workspace(people: [Person("r-one")])
        var ids: [String] = []
        for educator in ["E1", "E2"] {
            try workspace.drop(educator, educator: Educator(educator))
            ids.append(try workspace.accept(educator))
        }
        let file = try #require(
            try workspace.files(named: name, in: ".assay/vault").first { $0.contains(ids[1]) }, "\(ids)")
        try workspace.shell("f='\(file)'; chmod u+w $f; \(line)")
        return (workspace, ids)
    }

    /// The second leaves it as valid as it was, but for what it says.
    private static let ways = ["echo '<submission' > $f", "sed -i 's/half of them/all of them/' $f", "rm $f"]

    @Test(arguments: ways)
    func `a damaged manifest costs its own queue folder, and withdrawing it ends that`(line: String) throws {
        let (workspace, ids) = try damaged("manifest.xml", by: line)
        for id in ids { try workspace.fill(id, status: "declined", reason: "I know her well.") }
        try workspace.setReviewers([Person("r-one"), Person("r-two")])
        try workspace.drop("later", educator: Educator("E3"))
        for _ in 1...2 {
            let pass = try workspace.run()
            #expect(pass["problems"] == 1, "\(pass.json)")
        }
        #expect(try workspace.show("later")["state"].string == "in-review")
        #expect(workspace.exists(workspace.decision(ids[0], of: "r-two")))
        #expect(!workspace.exists(workspace.folder(ids[1], of: "r-two")))
        let problem = try workspace.ask("status")["problems"].array[0].description.replacing("\\/", with: "/")
        #expect(problem.contains("Outbox/Queues/r-two/\(ids[1])"), "\(problem)")
        if !line.hasPrefix("rm") {
            #expect(problem.contains("isn't as the ledger has it. Run 'assay verify'."), "\(problem)")
        }
        let withdrawn = try workspace.assay(["withdraw", ids[1], "--reason", "It is damaged."])
        #expect(withdrawn.exit == 0, "\(withdrawn)")
        #expect(try workspace.run()["problems"] == 0)
    }

    @Test func `a decision file that was deleted comes back where the vault's evidence is damaged`() throws {
        let (workspace, ids) = try damaged("student-a.pdf", by: "rm $f")
        try workspace.remove(workspace.decision(ids[1], of: "r-one"))
        let pass = try workspace.run()
        #expect(pass["laidAgain"] == 1 && pass["problems"] == 0, "\(pass.json)")
        #expect(workspace.exists(workspace.decision(ids[1], of: "r-one")))
    }

    @Test(arguments: ways)
    func `publish --all writes all but what the vault lacks, and names that`(line: String) throws {
        let (workspace, ids) = try damaged("manifest.xml", by: line)
        try workspace.shell("rm -r Outbox/*")
        try workspace.run()
        #expect(try workspace.ask("status")["outbox"].string != nil)
        let folder = workspace.folder(ids[1], of: "r-one")
        #expect(!workspace.exists(folder))
        // Once as a folder that is there and lacks something, once as one that is gone.
        for gone in ["Outbox/Templates Outbox/index.html", "Outbox/Queues Outbox/Receipts"] {
            try workspace.shell("rm -rf \(gone)")
            let result = try workspace.assay(["publish", "--all"])
            #expect(result.exit == 74, "\(result)")
            #expect(result.stdout.contains(folder + " couldn't be written again."), "\(result)")
            #expect(result.stdout.contains("2 receipts, 0 decisions, 1 queue folder."), "\(result)")
            #expect(result.stdout.contains("'assay verify'"), "\(result)")
            #expect(workspace.exists(workspace.decision(ids[0], of: "r-one")))
            for path in ["Templates", "index.html", "Queues/r-one/index.html", "Receipts"] {
                #expect(workspace.exists("Outbox/" + path), "\(path)")
            }
            #expect(try workspace.ask("status")["outbox"].string == nil)
        }
        let told = try workspace.ask("publish", "--all", exit: 74)["failed"].array
        #expect(told.compactMap(\.["path"].string) == [folder], "\(told)")
    }

    @Test func `publish --all counts no receipt that it couldn't write`() throws {
        let workspace = try Workspace()
        try workspace.drop("first", educator: Educator("E1"))
        let submission = try workspace.accept("first")
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        #expect(try workspace.run()["decided"] == 1)
        try workspace.remove("Outbox/Receipts")
        try workspace.write("Outbox/Receipts", "in the way")
        let report = try workspace.ask("publish", "--all", exit: 74)
        #expect(report["receipts"].int == 0 && report["decisions"].int == 1, "\(report)")
        #expect(report["failed"].array.count == 1, "\(report)")
    }
}
