import Foundation
import Support
import Testing

/// Files that say they are as large as can be, and much of one thing: each costs itself alone (promises 3 and 4).
@Suite(.scratch) struct EnormousTests {
    private static let sizes = ["9223372036854775807", "4611686018427387904", "1099511627776"]

    /// Below the scratch folder, but in memory where that is possible: there a file may be of any size.
    private func inMemory(_ workspace: Workspace, _ body: () throws -> Void) throws {
        let place = "/dev/shm/assay-test-\(UUID())"
        defer { _ = try? command("/bin/rm", ["-rf", place]) }
        if try command("/bin/cp", ["-a", workspace.root, place]).exit == 0 {
            _ = try command("/bin/rm", ["-rf", workspace.root])
            try FileManager.default.createSymbolicLink(atPath: workspace.root, withDestinationPath: place)
        }
        try body()
    }

    /// Not every disk holds a file of this size, not even of holes.
    private func isHeld(_ workspace: Workspace, _ path: String, _ size: String) throws -> Bool {
        try workspace.shell("truncate -s \(size) '\(path)' 2>/dev/null || rm -f '\(path)'")
        return workspace.exists(path)
    }

    @Test(arguments: ["x.zip", "x.tar", "x.tar.gz"], sizes)
    func `an archive of holes is returned at once, and its neighbor is taken`(name: String, size: String) throws {
        let workspace = try Workspace()
        try inMemory(workspace) {
            guard try isHeld(workspace, "Inbox/" + name, size) else { return }
            try workspace.drop("neighbor")
            let pass = try workspace.run()
            #expect(pass.findings(name).map(\.code) == ["bundle.too-large"], "\(pass.json)")
            #expect(pass.state("neighbor") == "accepted")
            #expect(workspace.names(in: "Inbox").isEmpty)
        }
    }

    @Test(arguments: ["notes.bin", "evidence/more.bin", "evidence/e1-lesson-plan.md"])
    func `an enormous file in a queue folder is a problem that is told, and holds nobody up`(name: String) throws {
        let workspace = try Workspace()
        try inMemory(workspace) {
            try workspace.drop()
            let submission = try workspace.accept()
            try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
            let path = workspace.folder(submission, of: try workspace.onlyReader(of: submission)) + "/" + name
            try workspace.shell("rm -f \(path)")
            guard try isHeld(workspace, path, "9223372036854775807") else { return }
            try workspace.drop("neighbor", educator: Educator("E2"))
            let pass = try workspace.run()
            #expect(pass["decided"] == 1)
            #expect(pass.state("neighbor") == "accepted")
            let problems = try workspace.ask("status")["problems"].array
            #expect(problems.count == 1)
            #expect(problems.first?.description.contains("larger than what is read or kept") == true, "\(problems)")
        }
    }

    @Test func `a comment of nothing but signs that XML escapes is written in its own time`() throws {
        let workspace = try Workspace(people: [.writer("r-one")])
        try workspace.drop()
        let submission = try workspace.accept()
        let comment = String(repeating: "]]>&<", count: 300_000)
        try workspace.fillText(
            submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"],
            comments: ["1.1": comment, "1.2": "Seen."])
        let start = ContinuousClock.now
        #expect(try workspace.run()["decided"] == 1)
        let time = ContinuousClock.now - start
        // It was over a minute, and grew by the square.
        #expect(time < .seconds(25), "\(time)")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
