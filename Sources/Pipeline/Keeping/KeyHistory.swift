internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// The keys that signed records here. A key that was lost is followed by another one; what it signed is still checked
/// with its public half, which the ledger keeps.
struct KeyHistory {
    /// Of each key whose public half is known, by the key's id.
    private(set) var known: [String: RecordPublicKey] = [:]
    /// Ids of the keys that others have followed, oldest first.
    private(set) var earlier: [String] = []
    /// Id of the last one that signed, as a command that writes has seen it.
    private var last: String?

    private static let halves = "public-keys"
    private static let followed = "earlier-keys"
    private static let published = "keys-published"
    private static let untold = "key-untold"
    private static let ending = "-----END PUBLIC KEY-----\n"

    /// What the ledger knows, and what somebody laid beside the present public key since.
    init(_ book: Book, outbox: Folder?) throws {
        let text = try book.setting(KeyHistory.halves) ?? ""
        for piece in text.split(separator: KeyHistory.ending) {
            if let key = RecordPublicKey(pem: String(piece) + KeyHistory.ending) { known[key.id] = key }
        }
        earlier = (try book.setting(KeyHistory.followed) ?? "").split(separator: " ").map(String.init)
        last = try book.setting(KeyHistory.published)
        for id in earlier + [last].compactMap(\.self) where known[id] == nil {
            guard let bytes = try? outbox?.read("Keys/" + KeyHistory.name(of: id), limit: 4096),
                let key = RecordPublicKey(pem: String(decoding: bytes, as: UTF8.self)), key.id == id
            else { continue }
            known[id] = key
        }
    }

    /// Whether it ever was the key that signs here.
    func hasSigned(_ id: String) -> Bool { id == last || earlier.contains(id) }

    /// The file below Outbox/Keys that holds an earlier key's public half.
    static func name(of id: String) -> String { "record-\(id).pub.pem" }

    /// The id of the key that signed a record, by the record's own word.
    static func signer(of xml: [UInt8]) -> String? {
        let text = String(decoding: xml, as: UTF8.self)
        guard let start = text.ranges(of: "<key id=\"").last?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != "\"" })
    }

    /// Lays the public half where it was never laid, and remembers the key. A key that isn't the one that signed before
    /// is told of.
    static func note(_ key: RecordKey, _ outbox: Folder, _ ledger: Ledger) throws {
        let keys = try outbox.madeFolder("Keys")
        let (last, halves) = try ledger.read { (try $0.setting(published), try $0.setting(KeyHistory.halves) ?? "") }
        if !halves.contains(key.publicPEM) {
            try ledger.write { try $0.set(KeyHistory.halves, to: halves + key.publicPEM) }
        }
        if last == key.id { return }
        guard let last else {
            // Another one, whose private half isn't here, stays.
            let shown = try? keys.read("record.pub.pem", limit: 4096)
            if let shown, shown != Array(key.publicPEM.utf8) { return }
            if shown == nil { try keys.replace("record.pub.pem", Array(key.publicPEM.utf8)) }
            return try ledger.write { try $0.set(published, to: key.id) }
        }
        try keys.replace("record.pub.pem", Array(key.publicPEM.utf8))
        try ledger.write { book in
            let before = (try book.setting(followed) ?? "").split(separator: " ").map(String.init)
            try book.set(followed, to: (before.filter { $0 != last } + [last]).joined(separator: " "))
            try book.set(published, to: key.id)
            try book.set(untold, to: last)
        }
        try ledger.read { try KeyHistory($0, outbox: outbox) }.lay(in: keys)
    }

    /// Lays the public halves of earlier keys beside the present one.
    func lay(in keys: Folder) throws {
        for id in earlier {
            guard let key = known[id] else { continue }
            try keys.replace(KeyHistory.name(of: id), Array(key.pem.utf8))
        }
    }

    /// What a pass says once of a new key, and the id of the one before it.
    static func notice(
        _ key: RecordKey, _ outbox: Folder, in book: Book
    ) throws -> (former: String, words: String)? {
        guard let last = try book.setting(untold) else { return nil }
        let isKnown = try KeyHistory(book, outbox: outbox).known[last] != nil
        return (
            last,
            "Records are signed with another key from now on (\(key.id); before it was \(last)). Its public half is "
                + "Outbox/Keys/record.pub.pem: give it to whoever checks records. Earlier records are checked with "
                + (isKnown ? "Outbox/Keys/" : "the earlier public key: lay it as Outbox/Keys/") + name(of: last)
                + (isKnown ? ". " : ", so that 'assay verify' finds it. ")
                + "If the earlier private key is in a copy after all, put it back into the ledger's folder now."
        )
    }

    static func noteTold(_ former: String, in book: Book) throws {
        if try book.setting(untold) == former { try book.clear(untold) }
    }
}
