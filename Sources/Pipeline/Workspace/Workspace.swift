internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders

/// An open workspace: its folders, its ledger and its key.
package final class Workspace: Sendable {
    let root: Folder
    let inbox: Folder
    let outbox: Folder
    let rubrics: Folder
    /// The private folder, `.assay`.
    let home: Folder
    let ledger: Ledger
    let key: RecordKey
    /// One pass at a time, the making of all this included; it goes with the workspace.
    private let lock: WorkspaceLock

    /// Opens the workspace for a command that writes; makes the private folder whole, key included.
    /// `recovering` opens also one whose ledger is older than what lies beside it.
    package init(writing settings: Settings, recovering: Bool = false) throws {
        lookAtUmask()
        root = try Folder.open(settings.workspace)
        for name in ["Rubrics", "Inbox"] where try root.status(name) == nil {
            throw Workspace.missing(name, settings)
        }
        // The administrator may keep these elsewhere by a link or a mount; what is below them is confined.
        rubrics = try Folder.open(root.path + "/Rubrics")
        inbox = try Folder.open(root.path + "/Inbox")
        let isBare = try BareOutbox.isBare(below: root)
        _ = try root.status("Outbox") == nil ? root.madeFolder("Outbox") : nil
        outbox = try Folder.open(root.path + "/Outbox")
        try Workspace.checkKeyIsThere(Workspace.homePath(settings, below: root), outbox)
        let home = try Workspace.openHome(settings, below: root)
        self.home = home
        try Room.check(home)
        lock = try Workspace.locked(home, settings)
        for name in ["vault/arriving", "vault/copied", "vault/kept", "vault/unpacked", "vault/returning", "tmp"] {
            _ = try home.madeFolder(name, mode: 0o700)
        }
        if !recovering {
            try Workspace.checkIsNoBackup(home)
            try Workspace.checkLedgerIsThere(home)
            try Workspace.checkUnopened(home, outbox)
        }
        if try home.status("ledger.sqlite") == nil { try home.writeNew("ledger.sqlite", [], mode: 0o600) }
        ledger = try Ledger(path: home.path + "/ledger.sqlite")
        if !recovering { try Witness(home: home, outbox: outbox).check(ledger) }
        try Workspace.checkHost(ledger)
        if isBare { try BareOutbox.note(ledger) }
        key = try Workspace.madeKey(home)
        try KeyHistory.note(key, outbox, ledger)
    }

    static func missing(_ name: String, _ settings: Settings) -> Refusal {
        let workspace = settings.workspace
        let place = workspace == "." ? "this folder" : "'\(printable(workspace))'"
        if (try? hasLedger(settings)) == true {
            return .inputOutput(
                "There is no folder '\(name)' in \(place), though the workspace's ledger is there. Is the share mounted? "
                    + "Nothing was changed.")
        }
        return .inputOutput(
            "There is no folder '\(name)' in \(place), so it isn't a workspace. Name the workspace with --workspace DIR, "
                + "or make a new one with 'assay init'.")
    }

    /// Whether the workspace was begun and folders of it aren't there, as of a share that isn't mounted.
    static func isAway(_ settings: Settings) -> Bool {
        guard (try? hasLedger(settings)) == true else { return false }
        return ["Rubrics", "Inbox"].contains { name in
            do throws(IOFailure) {
                _ = try Folder.open(settings.workspace + "/" + name)
                return false
            } catch {
                return error.isMissing
            }
        }
    }

    /// Whether a ledger is there.
    static func hasLedger(_ settings: Settings) throws -> Bool {
        let root = try Folder.open(settings.workspace)
        guard let home = try openIfThere(homePath(settings, below: root)) else { return false }
        return (try home.status("ledger.sqlite")?.bytes ?? 0) > 0
    }

    /// Whether a writing command has begun this workspace: one that merely lost its ledger isn't empty, and throws.
    static func isBegun(_ settings: Settings) throws -> Bool {
        if try hasLedger(settings) { return true }
        let root = try Folder.open(settings.workspace)
        let path = homePath(settings, below: root)
        let home = try privateFolder(settings, below: root)
        if let outbox = try? Folder.open(root.path + "/Outbox") { try checkKeyIsThere(path, outbox) }
        if let home { try checkLedgerIsThere(home) }
        return false
    }

    /// The private folder; nil where none was made yet. One that was named must be there.
    static func privateFolder(_ settings: Settings, below root: Folder) throws -> Folder? {
        try settings.ledger.map(Folder.open) ?? openIfThere(homePath(settings, below: root))
    }

    /// The private folder at this path, or nil where none is. One that this account may not read is no missing one.
    static func openIfThere(_ home: String) throws -> Folder? {
        do throws(IOFailure) {
            return try Folder.open(home)
        } catch {
            if error.isMissing { return nil }
            guard error.isForbidden else { throw error }
            throw Refusal.inputOutput(
                "This account may not read '\(printable(home))', where the ledger is. Run the command under the account that "
                    + "runs assay here, such as: runuser -u assay -- assay status")
        }
    }

    static func homePath(_ settings: Settings, below root: Folder) -> String {
        settings.ledger ?? root.path + "/.assay"
    }

    private static func openHome(_ settings: Settings, below root: Folder) throws -> Folder {
        if settings.ledger == nil, try root.status(".assay") == nil {
            do throws(IOFailure) {
                try root.makeFolder(".assay", mode: 0o700)
            } catch {
                // Another first run was quicker; the lock sorts out the rest.
                guard error.isTaken else { throw error }
            }
        }
        let home = try Folder.open(homePath(settings, below: root))
        guard try !home.isOnNetwork() else {
            throw Refusal.inputOutput(
                """
                The ledger can't live on a network share ('\(home.path)'). Keep it on a disk of this machine:
                    mkdir -p /var/lib/assay && mv '\(home.path)'/* /var/lib/assay/
                    assay run --ledger /var/lib/assay
                or make '.assay' a symbolic link to such a folder.
                """)
        }
        return home
    }

    /// What SQLite left beside another ledger would be written into the one that takes its place.
    static func beforePuttingBack(_ home: Folder) -> String {
        "Move ledger.sqlite-wal and ledger.sqlite-shm out of '\(home.path)' first, if they are there"
    }

    /// A vault without its ledger means that the ledger was lost: going on would accept everything anew.
    private static func checkLedgerIsThere(_ home: Folder) throws {
        if let file = try home.status("ledger.sqlite"), file.bytes > 0 { return }
        let vault = try? home.folder("vault")
        let owned: Set = ["arriving", "copied", "kept", "unpacked", "returning"]
        let isNoted = try home.status(Witness.fileName) != nil
        guard try isNoted || vault?.names().contains(where: { !owned.contains($0) }) == true else { return }
        throw Refusal.inputOutput(
            "The ledger '\(home.path)/ledger.sqlite' is gone or empty, but what lies beside it says that there was one. "
                + "Nothing was changed. \(beforePuttingBack(home)), then put the ledger back from a copy. "
                + "Where there is no copy: 'assay recover' says what is left, and how to go on.")
    }

    /// Opened for writing, a ledger takes in what SQLite left beside the one that was there before. So it is only read
    /// first, and is still as it was where it is refused.
    private static func checkUnopened(_ home: Folder, _ outbox: Folder) throws {
        func size(_ name: String) throws -> Int64 { try home.status(name)?.bytes ?? 0 }
        // A pass was killed, or somebody reads now; or it is another ledger's.
        guard try size("ledger.sqlite") > 0, try size("ledger.sqlite-wal") > 0 else { return }
        // What a change was begun with is to be rolled back before anybody can read.
        if try home.status("ledger.sqlite-journal") != nil { return }
        let ledger = try Ledger(reading: home.path + "/ledger.sqlite")
        if let fault = try ledger.damage().first { throw damaged(home, fault) }
        // Killed in its very first moments, a pass leaves one without tables.
        guard try ledger.isBegun() else { return }
        try Witness(home: home, outbox: outbox).check(ledger)
    }

    static func damaged(_ home: Folder, _ fault: String) -> Refusal {
        .inputOutput(
            """
            The ledger '\(home.path)/ledger.sqlite' is damaged: \(fault)
            Nothing was changed. \(beforePuttingBack(home)), then put a sound copy of the ledger back, and run
            'assay recover'. Where there is none, move the ledger away as well: 'assay recover' says how to go on without it.
            """)
    }

    /// Work in a backup would make it a second workspace.
    private static func checkIsNoBackup(_ home: Folder) throws {
        if let words = try backupWords(home) { throw Refusal.inputOutput(words) }
    }

    private static func backupWords(_ home: Folder) throws -> String? {
        guard try home.status(Backup.marker) != nil else { return nil }
        return
            "'\(home.path)' is a backup. Where it was copied here to be the workspace's own again, run 'assay recover': "
            + "it says what differs from the rest of the workspace, and makes it usable."
    }

    /// The same where the backup lies in the private folder's own place; nil where it is none, or lies elsewhere.
    static func backupInPlace(_ home: Folder, below root: Folder) throws -> String? {
        guard let own = try? Folder.open(root.path + "/.assay"), try own.realPath() == home.realPath() else {
            return nil
        }
        return try backupWords(home)
    }

    /// Why the commands that write refuse to work with this ledger; nil where they don't, or where there is none yet.
    static func needsRecovery(_ settings: Settings, _ ledgers: IdleLedgers) throws -> String? {
        guard try hasLedger(settings) else { return nil }
        let root = try Folder.open(settings.workspace)
        let home = try Folder.open(homePath(settings, below: root))
        if try home.status(Backup.marker) != nil { return try backupInPlace(home, below: root) }
        guard let outbox = try? Folder.open(root.path + "/Outbox") else { return nil }
        do {
            try ledgers.reading(home) { try Witness(home: home, outbox: outbox).check($0) }
            return nil
        } catch Refusal.inputOutput(let words) {
            return words
        }
    }

    /// An Outbox whose records another key signed means that this private folder isn't the workspace's own.
    private static func checkKeyIsThere(_ home: String, _ outbox: Folder) throws {
        guard try lacksKey(home, outbox) else { return }
        throw Refusal.inputOutput(
            "Records in '\(outbox.path)' were signed with a key that isn't in '\(home)'. If the ledger lies elsewhere, "
                + "name it with --ledger; if it was lost, put it back from a copy. Nothing was changed. "
                + "(To begin anew all the same, move '\(outbox.path)/Keys' away.)")
    }

    static func lacksKey(_ home: String, _ outbox: Folder) throws -> Bool {
        guard try outbox.status("Keys/record.pub.pem") != nil else { return false }
        return try openIfThere(home)?.status("keys/record.pem") == nil
    }

    private static func checkHost(_ ledger: Ledger) throws {
        let host = try thisHost()
        let known = try ledger.read { (id: try $0.setting("host-id"), name: try $0.setting("host-name")) }
        if let id = known.id {
            guard id == host.id else {
                throw Refusal.foreign(
                    "This workspace belongs to the machine '\(known.name ?? id)' (by /etc/machine-id); two machines can't share one. "
                        + "Run assay there, or move the workspace for good with 'assay init --adopt' on this machine.")
            }
        } else {
            try ledger.write { book in
                try book.set("host-id", to: host.id)
                try book.set("host-name", to: host.name)
                try book.set("format", to: "1")
            }
        }
    }

    private static func madeKey(_ home: Folder) throws -> RecordKey {
        let keys = try home.madeFolder("keys", mode: 0o700)
        let key: RecordKey
        if try keys.status("record.pem") != nil {
            let bytes = try keys.read("record.pem", limit: 4096)
            guard let read = try? RecordKey(pem: String(decoding: bytes, as: UTF8.self)) else {
                throw Refusal.inputOutput(
                    "'\(keys.path)/record.pem' isn't an Ed25519 private key in PEM form. Put the right one back from a copy."
                )
            }
            key = read
        } else {
            key = RecordKey()
            try keys.replace("record.pem", Array(key.pem.utf8), mode: 0o600)
            try keys.flush()
        }
        if (try? keys.read("record.pub.pem", limit: 4096)) != Array(key.publicPEM.utf8) {
            try keys.replace("record.pub.pem", Array(key.publicPEM.utf8))
        }
        return key
    }

    /// Makes a workspace that was moved for good this machine's.
    package static func adopt(_ settings: Settings) throws {
        let root = try Folder.open(settings.workspace)
        try Room.check(Folder.open(homePath(settings, below: root)))
        let ledger = try Ledger(path: homePath(settings, below: root) + "/ledger.sqlite")
        let host = try thisHost()
        try ledger.write { book in
            try book.set("host-id", to: host.id)
            try book.set("host-name", to: host.name)
        }
    }

    var witness: Witness { Witness(home: home, outbox: outbox) }

    private static func lockHolder(_ home: Folder) -> String {
        WorkspaceLock.holder(in: home, name: "lock").map { " (process \($0))" } ?? ""
    }

    private static func locked(_ home: Folder, _ settings: Settings) throws -> WorkspaceLock {
        let seconds = settings.lockWait
        if let lock = try WorkspaceLock(in: home, name: "lock", waiting: 0) { return lock }
        settings.progress.begin(.waitingForPass)
        guard let lock = try WorkspaceLock(in: home, name: "lock", waiting: seconds) else {
            throw Refusal.busy(
                "Another pass\(lockHolder(home)) has held this workspace for \(counted(seconds, "second")). "
                    + "Nothing was changed; run again when it has ended.")
        }
        return lock
    }
}

/// The program's clock: the system's, or one moment that was handed in; never before the ledger's last event.
struct ProgramClock: Sendable {
    let fixed: Instant?
    let floor: Instant

    private static let end = Instant(seconds: CivilDate(year: 9000, month: 1, day: 1).daysSince1970 * 86_400)

    var now: Instant { fixed ?? max(Instant(seconds: systemSeconds()), floor) }

    /// What a person should hear where the program's time stands still, because the machine's clock was ahead once.
    var standstill: String? { fixed == nil ? ProgramClock.standstill(since: floor) : nil }

    static func standstill(since lastEvent: Instant) -> String? {
        let system = Instant(seconds: systemSeconds())
        guard system.seconds < lastEvent.seconds - 3600 else { return nil }
        return "This machine's clock (\(system.text)) is before the ledger's last event (\(lastEvent.text)): until "
            + "then the program's time stands still, and with it patience, due dates and daily notices. If the clock is wrong, "
            + "set it right. If it is right, it was wrong when that event was written, and no event's time can be "
            + "changed: put a backup from before that event back, or wait until the clock has come there."
    }

    init(_ settings: Settings, zone: ProgramZone?, lastEvent: Instant?) throws {
        floor = lastEvent ?? Instant(seconds: 0)
        guard let written = settings.now else {
            fixed = nil
            return
        }
        let moment = zone?.instant(written) ?? Instant(seconds: written.local.seconds - (written.offset ?? 0))
        // Due dates and the ledger's times are written with four digits of the year.
        guard moment < ProgramClock.end, moment.seconds > 0 else {
            throw Refusal.usage("--now \(moment.text) isn't between 1970 and 9000. Give another time.")
        }
        if moment < floor {
            throw Refusal.usage(
                "--now \(moment.text) is earlier than the ledger's last event (\(floor.text)). Give a later time.")
        }
        fixed = moment
    }
}
