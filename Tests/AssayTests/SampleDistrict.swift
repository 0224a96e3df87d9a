import Foundation
import Samples
import Support
import Testing

/// The samples in a workspace, and their readers' work as the samples themselves bring it.
struct SampleDistrict {
    let workspace: Workspace

    init(_ name: String = "workspace") throws {
        workspace = try Workspace(name)
        for folder in ["Rubrics", "Inbox"] {
            try workspace.remove(folder)
            try workspace.makeFolder(folder)
        }
        let laid = try workspace.assay(["init", "--samples"])
        try #require(laid.exit == 0, "\(laid)")
    }

    @discardableResult
    func pass() throws -> Pass { try workspace.run(["--settle", "PT0S"]) }

    /// Does a pass that must accept this bundle; its submission.
    func accepted(_ bundle: String) throws -> String {
        let pass = try pass()
        try #require(pass.state(bundle) == "accepted", "\(pass.json)")
        return try #require(pass.bundle(bundle)["submission"].string)
    }

    /// Moves one of the bundles that come later to where bundles are taken.
    func drop(_ bundle: String) throws { try workspace.move("Inbox/README-later/" + bundle, to: "Inbox/" + bundle) }

    /// Each open assignment of a bundle's submission is filled in as its reading says, in the reviewer's own form.
    func read(_ bundle: String, _ id: String) throws {
        let assignments = try workspace.show(id)["assignments"].array
        let readers = assignments.filter { $0["role"].string == "reader" }
        var count = 0
        for assignment in assignments where assignment["state"].string == "open" {
            let reviewer = try #require(assignment["reviewer"].string)
            let place = readers.firstIndex { $0["reviewer"].string == reviewer } ?? 0
            let label = assignment["role"].string == "adjudicator" ? "adjudicator" : "reader-\(place + 1)"
            let reading = try #require(
                Samples.readings.first { $0.bundle == bundle && $0.by == label }, "\(bundle), \(label)")
            try write(reading, of: id, as: reviewer)
            count += 1
        }
        try #require(count > 0, "nobody reads \(bundle)")
    }

    private func write(_ reading: Samples.Reading, of id: String, as reviewer: String) throws {
        let (status, reason, evidence): (String, String?, String?) =
            switch reading.act {
            case .final: ("final", nil, nil)
            case .declined(let reason): ("declined", reason, nil)
            case .unscorable(let reason, let evidence): ("unscorable", reason, evidence)
            }
        if workspace.exists(workspace.decisionText(id, of: reviewer)) {
            let marks = reading.marks
            try workspace.fillText(
                id, as: reviewer, levels: Dictionary(uniqueKeysWithValues: marks.map { ($0.criterion, $0.level) }),
                status: status, comments: Dictionary(uniqueKeysWithValues: marks.map { ($0.criterion, $0.comment) }),
                reason: reason, evidence: evidence)
            return
        }
        try workspace.fill(id, as: reviewer, status: status, reason: reason, evidence: evidence)
        for mark in reading.marks {
            try workspace.fill(
                id, as: reviewer, levels: [mark.criterion: mark.level], status: status, comment: mark.comment)
        }
    }
}
