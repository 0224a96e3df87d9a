package import Assessment
import Markup

/// In bytes; the system opens none that is much longer.
package let longestPath = 1000

/// What is wrong with a path that a manifest names, judged by its text alone; nil when nothing is.
package func pathFault(_ path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    let scalars = path.unicodeScalars
    if scalars.contains(where: { $0.properties.generalCategory == .control }) { return "it holds a control character" }
    // By bytes from here on: a combining mark would hide the sign before it from a search by characters.
    if path.utf8.first == 0x2F { return "it begins with '/', so that it isn't below the bundle's folder" }
    if path.utf8.first == 0x7E { return "it begins with '~', which stands for somebody's home folder" }
    if scalars.contains("\\") { return "it holds a backslash; folders are divided by '/'" }
    let start = Array(path.utf8.prefix(2))
    if start.count == 2, start[1] == 0x3A, (0x41...0x5A).contains(start[0] & 0xDF) {
        return "it begins with a drive letter, so that it isn't below the bundle's folder"
    }
    let names = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    for name in names {
        if name.isEmpty { return "it has an empty name between, or after, its '/'" }
        if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return "it holds '.' or '..' as a folder" }
        if name.count > 255 { return "one of its names is longer than 255 bytes" }
    }
    if path.utf8.count > longestPath { return "it is longer than 1000 bytes" }
    if names.count > 33 { return "it is more than 32 folders deep" }
    return nil
}

extension Notes {
    /// Each path by its text, and no two of them the same file on any disk.
    mutating func judgePaths(_ elements: [Element]) {
        var first: [String: (path: String, line: Int)] = [:]
        for element in elements {
            guard let path = element["path"] else { continue }
            let place = element.place(of: "path")
            if let fault = pathFault(path) {
                add(
                    .pathRefused, at: place, "The path \(quoted(path)) can't be used: \(fault).",
                    remedy: "Write the file's place below the folder of manifest.xml, as in plans/exit-ticket.pdf.")
                continue
            }
            if path.lowercased() == "manifest.xml" {
                add(
                    .pathManifest, at: place, "The manifest itself can't be evidence.",
                    remedy: "Remove this line, or list the file that was meant.")
            }
            // Strings compare by canonical equivalence, so that NFC and NFD are one here.
            guard let earlier = first[path.lowercased()] else {
                first[path.lowercased()] = (path, place.line)
                continue
            }
            let message =
                earlier.path == path
                ? "The path \(quoted(path)) is listed in line \(earlier.line) already."
                : "The path \(quoted(path)) differs only in letter case from \(quoted(earlier.path)) in line "
                    + "\(earlier.line)."
            add(
                .pathListedTwice, at: place, message,
                remedy: "List each file once; give files names that differ in more than upper and lower case.")
        }
    }
}

/// What the program knows of the people that a manifest names, the school and the cohort, after what was found earlier.
package func programFindings(
    _ submission: Submission, program: Program, file: String, after earlier: [Finding] = []
) -> [Finding] {
    var notes = Notes(file: file)
    var earlier = earlier
    let school = submission.educator.school
    if !school.isEmpty, program.school(school) == nil {
        // A school's full name is no id either: one slip, told once.
        let line = (submission.schoolPlace ?? submission.educatorPlace).line
        earlier.removeAll { $0.isA(.xmlInvalid) && $0.line == line && $0.message.contains(quoted(school)) }
        notes.add(
            .schoolUnknown, at: submission.schoolPlace ?? submission.educatorPlace,
            "The program has no school \(quoted(school)).",
            remedy: schoolWords(school, program.schools))
    }
    if let cohort = submission.cohort, !program.cohorts.contains(where: { $0.id == cohort }) {
        notes.add(
            .cohortUnknown, at: submission.cohortPlace ?? submission.place,
            "The program has no cohort \(quoted(cohort)).",
            remedy: "Write the id of a <cohort> in program.xml, or leave the cohort out.")
    }
    return earlier + notes.read(()).findings
}
