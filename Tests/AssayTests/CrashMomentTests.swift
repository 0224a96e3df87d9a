import Foundation
import Support
import Testing

/// The moments at which a pass that is killed could lose something, each by itself.
@Suite(.scratch, .timeLimit(.minutes(15))) struct CrashMomentTests {
    enum Moment: String, CaseIterable {
        case beforeTheClaimingRename, afterTheClaimingRename, betweenCopyAndCommit, inTheCommit
        case betweenCommitAndPublication, inPublication, betweenPublicationAndItsMark, inMidCopy

        /// Where in a trace of the whole pass the kill is to strike.
        func line(in lines: [String]) -> Int? {
            func first(from start: Int? = 0, _ words: String...) -> Int? {
                start.flatMap { start in
                    lines.indices.first { index in index >= start && words.allSatisfy { lines[index].contains($0) } }
                }
            }
            let claim = first("renameat2(", "/Inbox>", "vault/arriving>")
            let commit = first(from: claim, "fdatasync(", "ledger.sqlite-wal")
            let publication = first(from: commit, "renameat2(", "/.assay-tmp>", "/Outbox/Receipts/")
            return switch self {
            case .beforeTheClaimingRename: claim
            case .afterTheClaimingRename: first(from: claim, "syncfs(")
            case .betweenCopyAndCommit: first(from: claim, "pwrite64(", "ledger.sqlite-wal")
            case .inTheCommit: commit
            case .betweenCommitAndPublication: first(from: commit, "renameat2(")
            case .inPublication: publication
            case .betweenPublicationAndItsMark: first(from: publication, "pwrite64(", "ledger.sqlite-wal")
            case .inMidCopy: first("copy_file_range(", "/Outbox/.assay-tmp/")
            }
        }
    }

    private static let calls = "renameat2,syncfs,pwrite64,fdatasync,copy_file_range"

    @Test(arguments: Moment.allCases)
    func `case 24: killed at the moments that matter, nothing is lost and nothing done twice`(moment: Moment) throws {
        let start = try Workspace()
        try start.run()
        try start.drop()
        try start.drop("worse", educator: Educator("E2"), evidence: [.plan, .work])
        let whole = try Workspace(copy: start, named: "whole")
        let trace = try Trace.of(whole, calls: Self.calls, more: ["-y"])
        try #require(trace.result.exit == 0, "\(trace.result)")
        // Where the file system clones, nothing is copied.
        if moment == .inMidCopy, trace.counts["copy_file_range"] == nil { return }
        let line = try #require(moment.line(in: trace.lines), "\(trace.lines)")
        let place = try #require(trace.place(ofLine: line), "\(trace.lines[line])")

        let killed = try Workspace(copy: start, named: "killed")
        try #require(try Trace.kill(killed, at: place, of: whole).exit == 137, "\(place)")
        // At this very moment both bundles lie whole in one place each.
        for name in ["bundle", "worse"] {
            let whole = try start.tree("Inbox/\(name)")
            let places = try homes(of: whole, in: killed)
            #expect(places.count >= 1, "\(name) at \(place)")
        }
        try killed.run()
        #expect(try killed.facts() == whole.facts())
        #expect(try killed.tree("Outbox") == whole.tree("Outbox"))
        #expect(killed.names(in: "Inbox").isEmpty)
        #expect(try killed.assay(["verify"]).exit == 0)
    }

    @Test func `a decision saved before a killed pass could note the folder that it had laid is read`() throws {
        let start = try Workspace(people: [Person("r-one"), .lead()])
        try start.run()
        try start.drop()
        let whole = try Workspace(copy: start, named: "whole")
        let trace = try Trace.of(whole, calls: Self.calls, more: ["-y"])
        let laid = try #require(
            trace.lines.firstIndex { $0.contains("renameat2(") && $0.contains("/Outbox/Queues/r-one>") },
            "\(trace.lines)")
        let noted = try #require(
            trace.lines[laid...].firstIndex { $0.contains("pwrite64(") && $0.contains("ledger.sqlite-wal") })
        let place = try #require(trace.place(ofLine: noted))
        let killed = try Workspace(copy: start, named: "killed")
        try #require(try Trace.kill(killed, at: place, of: whole).exit == 137, "\(place)")

        let submission = try #require(killed.names(in: "Outbox/Queues/r-one").first { $0.hasPrefix("S-") })
        try killed.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        #expect(try killed.run()["reviews"] == 1)
        #expect(try killed.state(submission) == "earned")
    }

    @Test func `killed before the ledger hears of a dozen kept files, it hears of them in their order`() throws {
        let start = try Workspace(people: [Person("r-one")])
        try start.drop()
        let submission = try start.accept()
        let folder = start.folder(submission, of: "r-one")
        for number in 1...12 { try start.write(folder + "/note-\(number).txt", "\(number)") }
        try start.fill(submission, status: "declined", reason: "No time.")
        let whole = try Workspace(copy: start, named: "whole")
        let trace = try Trace.of(whole, calls: "renameat2,unlinkat", more: ["-y"])
        try #require(trace.result.exit == 0, "\(trace.result)")
        let last = try #require(trace.lines.lastIndex { $0.contains("renameat2(") && $0.contains("/vault/kept/") })
        let line = try #require(
            trace.lines.indices.first { index in
                index > last && ["unlinkat(", "/.assay-tmp/end-"].allSatisfy(trace.lines[index].contains)
            })
        let place = try #require(trace.place(ofLine: line), "\(trace.lines[line])")
        let killed = try Workspace(copy: start, named: "killed")
        try #require(try Trace.kill(killed, at: place, of: whole).exit == 137, "\(place)")
        #expect(try killed.tree(".assay/vault/kept").keys.count { $0.hasSuffix(".txt") } == 12)
        try killed.run()
        #expect(try killed.facts() == whole.facts())
    }

    /// The folders that hold all of a bundle, byte for byte.
    private func homes(of bundle: [String: Data], in workspace: Workspace) throws -> [String] {
        let folders = ["Inbox", ".assay/vault", "Outbox/Returned"]
        return try folders.flatMap { folder in
            let tree = try workspace.tree(folder)
            let manifests = tree.keys.filter { $0.hasSuffix("manifest.xml") }
            return manifests.map { String($0.dropLast("manifest.xml".count)) }.filter { top in
                bundle.allSatisfy { path, bytes in tree[top + path] == bytes }
            }.map { folder + "/" + $0 }
        }
    }
}
