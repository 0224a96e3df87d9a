import Foundation
import Support
import Testing

/// Editors save in their own ways; whatever a pass sees between their steps, nothing is lost and nothing is half taken.
@Suite(.scratch) struct SavingTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    /// The steps of one way of saving, in shell; a pass runs after each. `new` holds what is to be saved.
    enum Style: String, CaseIterable {
        case truncateAndWrite, inTwoParts, temporaryAndRename, vim, emacs, gedit, word, office, deleteAndRename,
            copyBack

        func steps(_ file: String) -> [String] {
            switch self {
            case .truncateAndWrite: [": > \(file)", "cat ../new > \(file)"]
            case .inTwoParts: ["head -c 900 ../new > \(file)", "tail -c +901 ../new >> \(file)"]
            case .temporaryAndRename: ["cat ../new > \(file).tmp", "mv \(file).tmp \(file)"]
            // It tries whether it may write with a file 4913.
            case .vim:
                [
                    "cat ../new > .\(file).swp; : > 4913; rm 4913; mv \(file) \(file)~",
                    "cat ../new > \(file); rm \(file)~ .\(file).swp",
                ]
            // The lock is a link that leads nowhere, and the backup stays.
            case .emacs:
                [
                    "ln -s me@here.1234 '.#\(file)'; cat ../new > '#\(file)#'", "mv \(file) \(file)~",
                    "cat ../new > \(file); rm '.#\(file)' '#\(file)#'",
                ]
            case .gedit: ["cat ../new > .goutputstream-4QJ8Z1", "mv .goutputstream-4QJ8Z1 \(file)"]
            case .word:
                [
                    "printf me > '~$cision.xml'; cat ../new > ~WRD0001.tmp", "mv \(file) ~WRL0002.tmp",
                    "mv -f ~WRD0001.tmp \(file); rm ~WRL0002.tmp '~$cision.xml'",
                ]
            case .office:
                [
                    "touch '.~lock.\(file)#'; cat ../new > lu1234.tmp", "mv lu1234.tmp \(file); rm '.~lock.\(file)#'",
                ]
            // What is laid meanwhile is overwritten by what she saved.
            case .deleteAndRename: ["cat ../new > ~save.tmp; rm \(file)", "mv -f ~save.tmp \(file)"]
            case .copyBack: ["cp ../new ../copy", "cp -p ../copy \(file); touch -d '2001-01-01' \(file); rm ../copy"]
            }
        }
    }

    @Test(arguments: ["xml", "text"])
    func `case 15: a second byte-order mark and a Ctrl-Z at the end are no words of the reviewer's`(form: String) throws
    {
        let workspace = try Workspace(people: [Person("r-one", form: form), .lead()])
        try workspace.drop()
        let submission = try workspace.accept()
        if form == "xml" {
            try workspace.fill(submission, levels: both)
        } else {
            try workspace.fillText(submission, levels: both)
        }
        let file = workspace.folder(submission, of: "r-one") + (form == "xml" ? "/decision.xml" : "/decision.txt")
        let marks = Data([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF])
        try workspace.write(file, try marks + workspace.bytes(file) + Data([0x1A]))
        #expect(try workspace.run()["problems"] == 0)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test(arguments: Style.allCases, ["xml", "text"])
    func `case 15: an editor's way of saving loses nothing, whenever a pass looks`(style: Style, form: String) throws {
        let workspace = try Workspace(people: [Person("r-one", form: form), .lead()])
        try workspace.drop()
        let submission = try workspace.accept()
        let folder = workspace.folder(submission, of: "r-one")
        let file = form == "xml" ? "decision.xml" : "decision.txt"
        let laid = try workspace.bytes(folder + "/" + file)
        if form == "xml" {
            try workspace.fill(submission, levels: both, comment: "Saved whole: Ä.")
        } else {
            try workspace.fillText(submission, levels: both, comments: ["1.1": "Saved whole: Ä."])
        }
        try workspace.move(folder + "/" + file, to: "new")
        try workspace.write(folder + "/" + file, laid)
        let steps = style.steps(file)
        for (number, step) in steps.enumerated() {
            try workspace.shell(step.replacing("../", with: workspace.path("")), in: folder)
            workspace.advance(seconds: 60)
            let pass = try workspace.run()
            #expect(pass["reviews"] == (number == steps.count - 1 ? 1 : 0), "\(step)")
        }
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.text(workspace.record(submission)).contains("Saved whole: Ä."))
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
    }
}
