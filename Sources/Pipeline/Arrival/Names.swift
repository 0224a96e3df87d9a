internal import Assessment

/// What a file's name alone says about it.
enum NameRule {
    /// Droppings of desktop systems, which mean nothing.
    static func isDropping(_ path: String) -> Bool {
        pathNames(path).contains { part in
            [".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", "@eaDir"].contains(part)
                || part.hasPrefix("._")
        }
    }

    /// Names that programs give to files they haven't finished, or that they hold open.
    static func isTemporary(_ path: String) -> Bool {
        guard let name = pathNames(path).last else { return false }
        let lower = name.lowercased()
        if [".part", ".partial", ".tmp", ".crdownload", ".filepart", ".download"].contains(where: lower.hasSuffix) {
            return true
        }
        if name.hasPrefix("~$") || name.hasPrefix(".nfs") || name.hasPrefix(".fuse_hidden") { return true }
        if name.hasPrefix(".~lock."), name.hasSuffix("#") { return true }
        if name.hasPrefix(".syncthing.") || name.hasPrefix("~syncthing~") { return true }
        return isRsyncTemporary(name)
    }

    /// What an editor keeps of a file as it was before.
    private static func isBackup(_ name: String) -> Bool {
        [".bak", ".swp", "~"].contains(where: name.lowercased().hasSuffix)
    }

    /// rsync writes to `.NAME.XXXXXX`, six letters or digits.
    private static func isRsyncTemporary(_ name: String) -> Bool {
        guard name.hasPrefix("."), let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
        let ending = name[name.index(after: dot)...]
        let stem = name[name.index(after: name.startIndex)..<dot]
        return !stem.isEmpty && ending.count == 6 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// Whether a file of this name is a bundle packed into one archive.
    static func isArchive(_ name: String) -> Bool {
        let lower = name.lowercased()
        return archiveEndings.contains(where: lower.hasSuffix) && !name.hasPrefix(".")
    }

    /// An archive's name without the ending that says what it is.
    static func archiveStem(_ name: String) -> String {
        let lower = name.lowercased()
        guard let ending = archiveEndings.first(where: lower.hasSuffix), name.count > ending.count else { return name }
        return String(name.dropLast(ending.count))
    }

    private static let archiveEndings = [".zip", ".tar.gz", ".tgz", ".tar"]

    /// The receipts that a returned bundle still carries.
    static func isReceipt(_ path: String) -> Bool { path == "receipt.xml" || path == "receipt.html" }

    /// A second manifest's name: `manifest (conflicted copy).xml`, `manifest-LAPTOP.xml`, `manifest.sync-conflict-….xml`.
    static func isOtherManifest(_ name: String) -> Bool {
        let lower = name.lowercased()
        return lower.hasPrefix("manifest") && lower.hasSuffix(".xml") && name != "manifest.xml"
    }

    /// Also what Notepad saved as `manifest.xml.txt`.
    static func mayBeMeantAsManifest(_ name: String) -> Bool {
        isOtherManifest(name) || hasEndingAdded(name, to: "manifest.xml")
    }

    /// A version beside the decision file: sync programs and "Save as" make them, decision.xml beside decision.txt is
    /// one as well. Backups of editors don't count.
    static func isOtherDecision(_ name: String, beside decision: String) -> Bool {
        isDecision(name) && name != decision && !isBackup(name) && !name.lowercased().hasSuffix(".tmp")
    }

    /// What the program itself lays beside a decision file, and what an editor keeps there; none is a version of it.
    static func isLaidBesideDecision(_ name: String) -> Bool {
        let laid = ["read.html", "problems.txt", "your-earlier-words.txt", "evidence"]
        return laid.contains(name) || name.hasPrefix(".") || name.hasPrefix("#") || isTemporary(name) || isBackup(name)
    }

    /// A decision file, or what may be a copy of one.
    static func isDecision(_ name: String) -> Bool { name.lowercased().hasPrefix("decision") }

    /// As one is laid.
    static func isPlainDecision(_ name: String) -> Bool { Reviewer.Form.allCases.contains { $0.decisionName == name } }

    /// Whether renaming wouldn't make it the decision file: the one is XML, and the other is plain text. What Notepad
    /// saved as `decision.xml.txt` is XML still.
    static func isOfOtherForm(_ name: String, than decision: String) -> Bool {
        !hasEndingAdded(name, to: decision) && name.lowercased().hasSuffix(".xml") != decision.hasSuffix(".xml")
    }

    /// Whether it is `right` with one more ending, such as `manifest.xml.txt`.
    static func hasEndingAdded(_ name: String, to right: String) -> Bool {
        name.lowercased().hasPrefix(right + ".") && !isBackup(name) && !isTemporary(name)
    }

    /// For `decision.txt.txt`, which Windows may show without its last ending, and `decision.xml.txt`.
    static func wordsOnHiddenEnding(_ name: String, of right: String) -> String {
        guard let dot = right.lastIndex(of: ".") else { return "" }
        switch name.lowercased() {
        case right + right[dot...]:
            return " If Windows hides endings, you see it as \(right): rename it to \(right[..<dot])."
        case right + ".txt":
            return " If Windows hides endings, you see it as \(right): choose View, Show, File name extensions in the "
                + "folder's window, and take the .txt off its end."
        default: return ""
        }
    }

    /// Names in Inbox that are nobody's bundle.
    static func isIgnoredInInbox(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("README") }
}

/// `name` cut so that it and `suffix` fit into a file name of 255 bytes; what was cut is told by 8 digits of the
/// name's digest.
func fitted(_ name: String, suffix: String, digest: (String) -> String) -> String {
    guard name.utf8.count + suffix.utf8.count > 255 else { return name + suffix }
    let room = 255 - suffix.utf8.count - 9
    var stem = ""
    var used = 0
    for character in name {
        let size = String(character).utf8.count
        if used + size > room { break }
        stem.append(character)
        used += size
    }
    return stem + "~" + digest(name).prefix(8) + suffix
}
