internal import Assessment
internal import Bookkeeping
internal import Folders

/// A small file beside the ledger that says how far the ledger had come. A copy from last week, put in the ledger's
/// place, is older than its witness says; and Outbox must not hold results that the ledger knows nothing of.
struct Witness {
    let home: Folder
    let outbox: Folder

    static let fileName = "head"

    struct Head: Equatable {
        var number: Int64
        var hash: String
        var text: String { "\(number) \(hash)\n" }

        init(number: Int64, hash: String) { (self.number, self.hash) = (number, hash) }

        init?(_ bytes: [UInt8]) {
            let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
            guard words.count == 2, let number = Int64(words[0]) else { return nil }
            (self.number, hash) = (number, String(words[1]))
        }
    }

    var head: Head? { (try? home.read(Witness.fileName, limit: 4096)).flatMap(Head.init) }

    /// Written at the end of every command that added a fact. The ledger is on the disk by then, so that the witness
    /// may be older than the ledger after a crash, and never newer.
    func note(_ ledger: Ledger) throws {
        let results = ResultFolders(outbox: outbox)
        let seen = try results.stamp()
        let (last, known) = try ledger.read { (try $0.lastLink(), try $0.setting("outbox-seen")) }
        if known != seen { try ledger.write { try $0.set("outbox-seen", to: seen) } }
        let now = Head(number: last.number, hash: last.hash)
        if now == head { return }
        try home.replace(Witness.fileName, Array(now.text.utf8), mode: 0o600)
        try home.flush()
    }

    /// Throws where the ledger is older than what lies beside it. What is on the disk is looked at before the ledger
    /// is, since another pass may be at work.
    func check(_ ledger: Ledger) throws {
        let head = self.head
        let results = ResultFolders(outbox: outbox)
        let seen = try results.stamp()
        let isBehind = try ledger.read { book in try head.map { try Witness.isBehind(book, $0) } ?? false }
        var unknown: [String] = []
        if try !isBehind && ledger.read({ try $0.setting("outbox-seen") }) != seen {
            let found = try results.found(months: 2)
            unknown = try ledger.read { try results.unknown(found, in: $0) }
        }
        guard isBehind || !unknown.isEmpty else { return }
        let what =
            unknown.isEmpty
            ? "it ends before what '\(home.path)/\(Witness.fileName)' has noted"
            : "'Outbox/\(printable(unknown[0]))' was written by events that it doesn't hold"
        throw Refusal.inputOutput(
            """
            The ledger in '\(home.path)' is older than what lies beside it: \(what). Perhaps an earlier copy was put back.
            Nothing was changed. \(Workspace.beforePuttingBack(home)),
            then put the newest copy of the ledger back; or run 'assay recover', which says what differs, and goes on
            without what was lost only when it is told to.
            """)
    }

    static func isBehind(_ book: Book, _ head: Head) throws -> Bool {
        if head.number == 0 { return false }
        return try book.hash(of: head.number) != head.hash
    }
}

/// The folders of Outbox that hold one folder a result, by month: Decisions and Receipts.
struct ResultFolders {
    let outbox: Folder

    private static let kinds = ["Decisions", "Receipts"]

    /// Changes whenever a result comes or goes in the newest months.
    func stamp() throws -> String {
        var stamps: [String] = []
        for month in try months(newest: 2) {
            stamps.append("\(month) \(try outbox.status(month)?.modified ?? 0)")
        }
        return stamps.joined(separator: " | ")
    }

    private func months(newest: Int) throws -> [String] {
        var months: [String] = []
        for kind in ResultFolders.kinds {
            guard let folder = try? outbox.folder(kind) else { continue }
            months += try folder.names().filter { !$0.hasPrefix(".") }.suffix(newest).map { "\(kind)/\($0)" }
        }
        return months
    }

    /// Every result of the newest months, below Outbox.
    func found(months newest: Int = .max) throws -> [String] {
        var found: [String] = []
        for month in try months(newest: newest) {
            guard let folder = try? outbox.folder(month) else { continue }
            found += try folder.names().map { "\(month)/\($0)" }
        }
        return found
    }

    /// Those of them that look like ours, and that the ledger doesn't hold.
    func unknown(_ found: [String], in book: Book) throws -> [String] {
        try found.filter { path in
            let name = split(path).name
            if path.hasPrefix("Decisions/") {
                guard SubmissionName.isOne(name), try book.submission(name)?.recorded == nil else { return false }
                return try outbox.status(path + "/record.xml.sig") != nil
            }
            guard let id = SubmissionName.last(in: name), try book.submission(id) == nil else { return false }
            return try outbox.status(path + "/receipt.xml") != nil
        }
    }
}

/// Submissions' ids as they stand in the names of folders.
enum SubmissionName {
    static func isOne(_ name: String) -> Bool {
        name.utf8.count == 15 && name.hasPrefix("S-")
            && name.utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// The id after the last `.` that has one after it: `bundle.S-….2` and `bundle.S-….incomplete.ABCD` hold one too.
    static func last(in name: String) -> String? {
        name.split(separator: ".").dropFirst().last { isOne(String($0)) }.map(String.init)
    }
}
