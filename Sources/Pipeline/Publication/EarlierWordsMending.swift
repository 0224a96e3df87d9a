internal import Assessment
internal import Bookkeeping
internal import Folders

extension Publisher {
    /// Makes the words that came back from a strayed decision file, where they aren't there yet, or are as they were
    /// `before`; the step that shows them does so only once they are on the disk. Nil where there is nothing to do.
    func mendEarlierWords(of row: AssignmentRow, before: [UInt8]?) throws -> (() throws -> Void)? {
        let path = Publisher.queuePath(row.reviewer, row.submission)
        let name = EarlierWriting.fileName
        guard let fact = try queuedFact(row), let words = try earlierWords(of: row),
            let folder = try? workspace.outbox.folder(path)
        else { return nil }
        func stamp() throws -> QueueStamp? { try QueueStamp.now(path, fact.form, in: workspace.outbox) }
        let seen = try stamp()
        let mending = try goingOn("Outbox/" + path) { () -> Mending? in
            let there = try folder.status(name)
            if there != nil {
                // A pass that was killed after the fact finds what it said before that; the words grow at their end.
                let present = try folder.read(name, limit: words.count + 1)
                guard present != words, present == before || words.starts(with: present) else { return nil }
            }
            var mending = Mending(path: path)
            mending.show(try folder.prepare(name, words), as: name, seen: there)
            return mending
        }
        guard let mending = mending ?? nil else { return nil }
        let made = try stamp()
        return { [self] in
            let isQuiet = try stamp() == made
            _ = try goingOn("Outbox/" + path) { try mending.show(in: workspace.outbox) }
            // Our own writing is no news of the reviewer's.
            if !isQuiet { return }
            try workspace.ledger.write { book in
                guard var look = try book.look(row.ticket), look.judged == seen?.text, let now = try stamp(),
                    now.file == made?.file
                else { return }
                (look.stamp, look.judged) = (now.text, now.text)
                try book.remember(look)
            }
        }
    }
}
