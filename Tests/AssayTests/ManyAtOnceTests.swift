import Foundation
import Support
import Testing

/// More than one transaction takes: what the batch before owes is done while the next one is read.
@Suite(.scratch) struct ManyAtOnceTests {
    private let count = 270
    private let desk = "Outbox/Queues/r-one"

    private func finish(_ submission: String, in workspace: Workspace) throws {
        let file = "\(desk)/\(submission)/decision.xml"
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
        // Notes of her own in the first and the last folder: facts of their own, between those of the decisions.
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
}
