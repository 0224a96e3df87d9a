internal import Assessment
internal import Bookkeeping
internal import Folders

extension Questions {
    /// Ids of the roster's reviewers, as it is now.
    package func reviewerIDs() throws -> [String] { try library().roster?.value.map(\.id) ?? [] }

    /// Ids of the rubrics in Rubrics.
    package func rubricIDs() throws -> [String] { try Set(library().rubrics.map(\.value.id)).sorted() }

    /// Ids of the submissions, with the names of their bundles and of what waits in Inbox.
    package func names(withBundles: Bool) throws -> [String] {
        let names = try withBook { book in
            let rows = try book.allSubmissions()
            if !withBundles { return rows.map(\.id) }
            return try rows.flatMap { [$0.id, $0.bundle] } + book.arrivals().map(\.name)
                + book.returnedDrops().map(\.bundle)
        }
        return names ?? []
    }

    /// The state of a bundle that is no submission: it waits, or came back. Nil where none has this name.
    func stateOfBundle(_ name: String) throws -> String? {
        let known = try withBook { book in
            try book.arrivals().contains { $0.name == name } ? "waiting" : book.latestDrop(bundle: name)?.state
        }
        return known ?? nil
    }

    /// Whether Inbox can be looked into, and a bundle that a pass saw there isn't there now.
    func hasLeftInbox(_ name: String) throws -> Bool {
        let root = try Folder.open(settings.workspace)
        do throws(IOFailure) {
            return try Folder.open(root.path + "/Inbox").status(name) == nil
        } catch {
            return false
        }
    }

    /// What becomes of bundles that have left Inbox: a pass has them, or somebody took them away.
    func absent(_ names: [String]) throws -> [InboxLine] {
        if names.isEmpty { return [] }
        func keys(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
        let root = try Folder.open(settings.workspace)
        let arriving = Workspace.homePath(settings, below: root) + "/vault/arriving"
        let claimed = keys((try? Folder.open(arriving).names()) ?? names)
        // Asked last: what a pass has settled meanwhile isn't remembered any more.
        let remembered = keys(try withBook { try $0.arrivals().map(\.name) } ?? [])
        return names.map { name in
            let key = Array(name.utf8)
            let isAway = !claimed.contains(key) && remembered.contains(key)
            return InboxLine(
                name: name, state: "waiting",
                reason: isAway ? "it was taken away from Inbox; the next run forgets it" : "it is being taken")
        }
    }

    /// Who asks in a folder that isn't a workspace would be told that all is well with nothing.
    func checkIsWorkspace(with folders: [String] = ["Rubrics", "Inbox"]) throws {
        let root = try Folder.open(settings.workspace)
        for name in folders where try root.status(name) == nil {
            throw Workspace.missing(name, settings)
        }
    }

    /// Who asks where folders are missing beside the ledger is answered by the ledger, and told so; without one it is no
    /// workspace.
    func checkIsKnown() throws {
        if (try? Workspace.hasLedger(settings)) == true { return }
        try checkIsWorkspace()
    }

    /// Which folders can't be looked into, so that an answer comes from the ledger alone; nil where all can.
    package func absence() throws -> String? {
        let root = try Folder.open(settings.workspace)
        for name in ["Rubrics", "Inbox"] {
            do throws(IOFailure) {
                _ = try Folder.open(root.path + "/" + name)
            } catch {
                let words = error.isMissing ? "\(Workspace.missing(name, settings))" : "\(error)"
                return words + " What is said here comes from the ledger."
            }
        }
        return nil
    }

    /// The moment that is asked about: the program's time, as a pass would have it. What the ledger holds is as of its last
    /// event, and goes with no moment before that.
    func now() throws -> Instant { try withBook(now) ?? now(after: nil) }

    func now(in book: Book) throws -> Instant { try now(after: book.lastLink().at) }

    private func now(after last: Instant?) throws -> Instant {
        let zone = try settings.now.flatMap { try $0.offset == nil ? library().zone : nil }
        return try ProgramClock(settings, zone: zone, lastEvent: last).now
    }
}
