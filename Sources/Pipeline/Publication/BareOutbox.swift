internal import Bookkeeping
internal import Folders

/// An Outbox that is gone, or empty, though results had been laid in it. It may be deleted, and so it is laid anew; but
/// a share that isn't mounted looks the same, and so a person is told.
enum BareOutbox {
    private static let setting = "outbox-laid"

    private static let words =
        "Outbox was gone or empty, though results had been laid in it; it was laid anew without them. If it is a share "
        + "that wasn't mounted: mount it, see what lies in Outbox/Returned under the mount, then run 'assay publish --all'. "
        + "If it was emptied on purpose: 'assay publish --all' writes all of it again."

    /// Asked before anything is laid.
    static func isBare(below root: Folder) throws -> Bool {
        guard try root.status("Outbox") != nil else { return true }
        return try Folder.open(root.path + "/Outbox").names().allSatisfy { $0.hasPrefix(".") }
    }

    /// Remembers that it was found so, until a person was told and has had it written again.
    static func note(_ ledger: Ledger) throws {
        let hadResults = try ledger.read { try $0.setting("outbox-seen")?.isEmpty == false }
        if hadResults { try ledger.write { try $0.set(setting, to: "untold") } }
    }

    /// What a pass says of it, once.
    static func notice(in book: Book) throws -> String? { try book.setting(setting) == "untold" ? words : nil }

    static func noteTold(in book: Book) throws {
        // It may have been written again since.
        if try book.setting(setting) != nil { try book.set(setting, to: "told") }
    }

    /// What `status` says of it, until everything was written again.
    static func standing(in book: Book) throws -> String? { try book.setting(setting).map { _ in words } }

    static func forget(in book: Book) throws { try book.clear(setting) }
}
