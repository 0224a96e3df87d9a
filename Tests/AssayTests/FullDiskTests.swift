import Foundation
import Glibc
import Support
import Testing

/// A full disk of the ledger is called one, whatever SQLite makes of it.
@Suite(.scratch) struct FullDiskTests {
    /// Lines of shell in a mount namespace of its own, with a small disk at `disk` that holds the private folder.
    private func onSmallDisk(_ workspace: Workspace, _ lines: String) throws -> String {
        try workspace.makeFolder("disk")
        let script = """
            mount -t tmpfs -o size=2m none disk
            cp -a .assay/. disk/
            assay() { "\(assayBinary)" "$@" --workspace . --ledger disk --now \(workspace.clock); }
            fill() { dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null || true; }
            \(lines)
            """
        try workspace.write("script.sh", script)
        return try workspace.shell("unshare -m sh -e script.sh 2>&1")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `case 25: a pass and a question on a full disk say so with 74, and go on when there is room`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let said = try onSmallDisk(
            workspace,
            """
            fill
            assay run && exit 9 || echo "ended with $?"
            for question in list status verify; do assay $question && exit 9 || echo "ended with $?"; done
            rm disk/filler
            assay run
            """)
        #expect(said.components(separatedBy: "ended with 74").count == 5, "\(said)")
        let words = "The disk of 'disk' is full (0 bytes free). Make room on it"
        #expect(said.components(separatedBy: words).count == 5, "\(said)")
        #expect(said.contains("bundle: accepted"), "\(said)")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"), .timeLimit(.minutes(15)))
    func `case 25: a daemon that is started on a full disk says it, and goes on when there is room`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let said = try onSmallDisk(
            workspace,
            """
            fill
            "\(assayBinary)" watch --workspace . --ledger disk --poll PT1S --settle PT0S >said 2>&1 &
            until grep -q "is full" said; do kill -0 $! || exit 8; done
            rm disk/filler
            until grep -q "accepted" said; do kill -0 $! || exit 8; done
            kill $! && wait $! || true
            cat said
            """)
        #expect(said.components(separatedBy: "is full").count == 2, "\(said)")
    }

    /// Two bundles that the small disk can't hold, between others that it can, one of these an archive.
    private func dropLargeAndSmall(_ workspace: Workspace) throws {
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        try workspace.drop("a-small", educator: Educator("E1"))
        try workspace.drop("b-large", educator: Educator("E2"), evidence: Item.usual + [large])
        try workspace.drop("c", educator: Educator("E3"), evidence: Item.usual + [large], in: "packed")
        try workspace.drop("d", educator: Educator("E4"), in: "packed")
        for name in ["c", "d"] { try workspace.shell("cd packed && zip -qr ../Inbox/\(name).zip \(name)") }
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `promise 3: what there is no room for waits and is told, the rest goes on, and with room it is taken`() throws
    {
        let workspace = try Workspace()
        try workspace.run()
        try dropLargeAndSmall(workspace)
        let said = try onSmallDisk(
            workspace,
            """
            for time in first again; do
                assay run >$time 2>&1 && exit 9 || echo "$time ended with $?"
                ls Inbox | sed "s/^/$time left: /"
                find disk/tmp disk/vault/unpacked disk/vault/copied -mindepth 1 | sed "s/^/litter: /"
            done
            assay status >status
            next() { "\(assayBinary)" run "$@" --workspace . --ledger disk --now 2026-11-03T16:00:00Z; }
            next --quiet >day 2>&1 || true
            mount -o remount,size=32m disk
            next >last
            """)
        let first = try workspace.text("first")
        for name in ["a-small", "d.zip"] { #expect(first.contains("\(name): accepted"), "\(first)") }
        for name in ["b-large", "c.zip"] {
            let words = "Inbox/\(name) can't be taken: there is no room for it on the disk of '"
            #expect(first.contains(words), "\(first)")
            #expect(!(try workspace.text("again")).contains(words))
            #expect(try workspace.text("day").contains(words))
            #expect(try workspace.text("status").contains(name))
            #expect(try workspace.text("last").contains("\(name): accepted"))
        }
        #expect(first.components(separatedBy: "it needs about 3.0 MB, and ").count >= 5, "\(first)")
        #expect(
            said
                == ["first", "again"].map { time in
                    "\(time) ended with 74\n\(time) left: b-large\n\(time) left: c.zip\n"
                }.joined(), "\(said)")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `promise 3: a queue folder for which there is no room is put off and told, and the others are laid`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        for (name, more) in [("a", []), ("b", [large]), ("c", []), ("d", [])] {
            try workspace.drop(name, educator: Educator("E-" + name), evidence: Item.usual + more)
        }
        let script = """
            mount -t tmpfs -o size=2m none Outbox
            laid() { find Outbox/Queues -name read.html | wc -l; }
            assay() { "\(assayBinary)" run --workspace . --now \(workspace.clock) >$1; echo "ended with $?"; }
            assay first; laid; assay again; laid
            ls -A Outbox | grep tmp || true
            mount -o remount,size=32m Outbox
            assay last; laid
            """
        try workspace.write("script.sh", script)
        let said = try workspace.shell("unshare -m sh script.sh 2>&1")
        #expect(said == "ended with 74\n3\nended with 74\n3\nended with 0\n4\n", "\(said)")
        let first = try workspace.text("first")
        #expect(first.contains("4 accepted") && first.contains("No space left on device"), "\(first)")
        #expect(try !workspace.text("again").contains("No space left on device"))
        #expect(try workspace.text("last").contains("Nothing to do."))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `while a queue folder waits for room, what reviewers leave in theirs is kept and told in the same pass`()
        throws
    {
        let workspace = try Workspace()
        try workspace.run()
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        try workspace.drop("a", educator: Educator("E-a"), evidence: Item.usual + [large])
        try workspace.drop("b", educator: Educator("E-b"))
        let script = """
            mount -t tmpfs -o size=2m none Outbox
            assay() { "\(assayBinary)" "$@" --workspace . --now \(workspace.clock); }
            assay run >first; echo "ended with $?"
            desk=$(dirname $(find Outbox/Queues -name decision.xml))
            sed -i 's/status="draft"/status="final"/; s/level=""/level="demonstrated"/' $desk/decision.xml
            echo 'Mine.' > $desk/notes.txt
            assay run >second; echo "ended with $?"
            assay show b >shown; echo "ended with $?"
            """
        try workspace.write("script.sh", script)
        let said = try workspace.shell("unshare -m sh script.sh 2>&1")
        #expect(said == "ended with 74\nended with 74\nended with 0\n", "\(said)")
        let second = try workspace.text("second")
        #expect(second.contains("1 decided") && second.contains("notes.txt"), "\(second)")
        let shown = try workspace.text("shown")
        #expect(shown.contains("kept"), "\(shown)")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `a folder that there was no room for isn't laid any more once its work is withdrawn`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        try workspace.drop("large", evidence: Item.usual + [large])
        let script = """
            mount -t tmpfs -o size=2m none Outbox
            assay() { "\(assayBinary)" "$@" --workspace . --now \(workspace.clock); }
            assay run >first; echo "ended with $?"
            id=$(assay show large --json | grep -o 'S-[0-9A-Z]*' | head -1)
            assay withdraw $id --reason "dropped by mistake" >said; echo "ended with $?"
            mount -o remount,size=32m Outbox
            assay run >last; echo "ended with $?"
            find Outbox/Queues -name 'S-*'
            """
        try workspace.write("script.sh", script)
        let said = try workspace.shell("unshare -m sh script.sh 2>&1")
        #expect(said == "ended with 74\nended with 0\nended with 0\n", "\(said)")
        #expect(try workspace.text("first").contains("No space left on device"))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `promise 3: a bundle that there is no room to give back waits and is told, and the rest goes on`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        let nowhere = Educator("E9", school: "nowhere")
        try workspace.drop("a-large", educator: nowhere, evidence: Item.usual + [large])
        try workspace.drop("b-small", educator: nowhere)
        try workspace.drop("c-good")
        let script = """
            mount -t tmpfs -o size=2m none Outbox
            assay() { "\(assayBinary)" run --workspace . --now \(workspace.clock) >$1 2>&1; echo "ended with $?"; }
            given() { ls Outbox/Returned; ls -A Outbox | grep tmp || true; }
            assay first; given; assay again; given
            mount -o remount,size=32m Outbox
            assay last; given; wc -c <Outbox/Returned/a-large/plans/large.md
            """
        try workspace.write("script.sh", script)
        let said = try workspace.shell("unshare -m sh script.sh 2>&1")
        let waits = "ended with 74\nb-small\n"
        #expect(said == waits + waits + "ended with 0\na-large\nb-small\n3000000\n", "\(said)")
        let first = try workspace.text("first")
        for words in ["c-good: accepted", "Outbox/Returned/a-large", "No space left on device", "1 assigned"] {
            #expect(first.contains(words), "\(first)")
        }
        #expect(try workspace.text("last").contains("Nothing to do."))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `promise 3: what a reviewer put into her folder and there is no room to keep holds up nobody else`() throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        let words = String(repeating: "my words ", count: 333_333)
        try workspace.write(workspace.folder(id, of: "r-one") + "/mine.txt", words)
        try workspace.fill(id, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.drop("later", educator: Educator("E2"))
        let said = try onSmallDisk(
            workspace,
            """
            assay run >first 2>&1 && exit 9 || echo "ended with $?"
            assay run >again 2>&1 && exit 9 || echo "ended with $?"
            ls disk/tmp disk/vault/kept; ls Outbox/Decisions/*
            mount -o remount,size=32m disk
            assay run >last
            cat disk/vault/kept/*/*-mine.txt | wc -c; ls -A Outbox | grep tmp || true
            """)
        let first = try workspace.text("first")
        for words in ["1 decided", "later: accepted", "No space left on device"] {
            #expect(first.contains(words), "\(first)")
        }
        #expect(said.components(separatedBy: "ended with 74").count == 3 && said.contains(id), "\(said)")
        #expect(said.hasSuffix("\n2999997\n"), "\(said)")
        #expect(try workspace.text("last").contains("held something of its reviewer's"))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `promise 3: a queue folder is mended without room for all of it, or holds up nobody else`() throws {
        let workspace = try Workspace(people: [Person("r-one")])
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        try workspace.drop("large", evidence: Item.usual + [large])
        for name in ["first", "second"] { try workspace.drop(name, educator: Educator("E-" + name)) }
        try workspace.run()
        func submission(_ bundle: String) throws -> String {
            try #require(try workspace.show(bundle)["submission"].string)
        }
        for name in ["first", "second"] {
            let id = try submission(name)
            let path = workspace.decision(id, of: "r-one")
            let blank = try workspace.text(path)
            try workspace.fill(id, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
            try workspace.move(path, to: name + ".xml")
            try workspace.write(path, blank)
        }
        let folder = workspace.folder(try submission("large"), of: "r-one")
        let script = """
            mv Outbox whole; mkdir Outbox
            mount -t tmpfs -o size=5m none Outbox
            cp -a whole/. Outbox
            assay() { "\(assayBinary)" run --workspace . --now \(workspace.clock) >$1 2>&1; echo "ended with $?"; }
            cp first.xml \(workspace.decision(try submission("first"), of: "r-one"))
            rm \(folder)/decision.xml
            assay one; ls \(folder)
            cp second.xml \(workspace.decision(try submission("second"), of: "r-one"))
            rm \(folder)/decision.xml \(folder)/evidence/*plan.md
            dd if=/dev/zero of=Outbox/filler bs=1k count=3000 2>/dev/null
            assay two; ls -A Outbox | grep tmp || true
            rm Outbox/filler
            assay three; ls \(folder)/evidence
            """
        try workspace.write("script.sh", script)
        let said = try workspace.shell("unshare -m sh script.sh 2>&1")
        let whole = "e1-lesson-plan.md\ne2-student-work.pdf\ne3-reflection.txt\ne4-lesson-plan.md\n"
        let mended = "ended with 0\ndecision.xml\nevidence\nread.html\n"
        #expect(said == mended + "ended with 74\nended with 0\n" + whole, "\(said)")
        for name in ["one", "two"] {
            let told = try workspace.text(name)
            #expect(told.contains("1 decided"), "\(told)")
        }
        #expect(try workspace.text("two").contains("No space left on device"))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `an archive that no room would mend goes back, however full the disk`() throws {
        let workspace = try Workspace(program: programXML(maxBytes: 4_000_000))
        try workspace.run()
        try workspace.drop(
            "bomb", evidence: Item.usual + [.file("plans/large.md", Data(repeating: 0x61, count: 5_000_000))],
            in: "packed")
        try workspace.shell("cd packed && zip -qr ../Inbox/bomb.zip bomb")
        let said = try onSmallDisk(workspace, "assay run")
        #expect(said.contains("bomb.zip: returned"), "\(said)")
        #expect(said.contains("[bundle.too-large]"), "\(said)")
    }

    private static let writes = ["write", "pwrite64", "mkdirat", "copy_file_range", "renameat2"]
    private static let flushes = ["fsync", "fdatasync", "syncfs"]

    @Test(.timeLimit(.minutes(15)))
    func `case 25: where a disk fills in a pass, or in its recovery, nothing is torn, and with room it goes on`() throws
    {
        let start = try Workspace.busy()
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: Self.writes.joined(separator: ","))
        try #require(counted.result.exit == 0, "\(counted.result)")
        let outbox = try whole.tree("Outbox")
        for call in Self.writes {
            let count = try #require(counted.counts[call], "\(counted.counts)")
            for number in [max(1, count / 3), count] {
                let place = "\(call) \(number)"
                let workspace = try Workspace(copy: start, named: "full")
                for error in ["signal=KILL", "error=ENOSPC"] {
                    let trace = try Trace.of(
                        workspace, calls: call, more: ["-e", "inject=\(call):\(error):when=\(number)"])
                    #expect([0, 74, 137].contains(trace.result.exit), "\(place): \(trace.result)")
                    if trace.result.exit == 74 {
                        let said = trace.result.stdout + trace.result.stderr
                        #expect(said.contains("Make room"), "\(place): \(said)")
                    }
                    // What is in sight is whole.
                    for (path, bytes) in try workspace.tree("Outbox/Receipts") {
                        #expect(outbox["Receipts/" + path] == bytes, "\(place): \(path)")
                    }
                }
                try workspace.run()
                #expect(try workspace.facts() == whole.facts(), "\(place)")
                #expect(try workspace.tree("Outbox") == outbox, "\(place)")
            }
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: flushes)
    func `case 25: after a flush that failed the same is written again, not only flushed again`(call: String) throws {
        let start = try Workspace()
        try start.run()
        try start.drop()
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: call)
        try #require(counted.result.exit == 0, "\(counted.result)")
        let count = counted.counts[call] ?? 0
        for number in 1...max(1, count) {
            let workspace = try Workspace(copy: start, named: "failed")
            let trace = try Trace.of(
                workspace, calls: call, more: ["-y", "-e", "inject=\(call):error=EIO:when=\(number)"])
            guard let failed = trace.lines.first(where: { $0.contains("INJECTED") }) else { continue }
            // SQLite flushes the folder for the name of its second file, and goes on where it can't.
            if call == "fdatasync", !failed.contains("ledger.sqlite") { continue }
            // When it closes the ledger, SQLite moves its second file into the first; if not now, then the next time.
            let isClosing = call == "fdatasync" && number >= count - 1
            #expect(trace.result.exit == 74 || isClosing, "\(call) \(number): \(trace.result)")
            let isInSight = !workspace.names(in: "Outbox/Receipts").isEmpty
            let again = try Trace.of(workspace, calls: "openat2")
            #expect(again.result.exit == 0, "\(call) \(number): \(again.result)")
            let isWritten = again.lines.contains { $0.contains("receipt.xml") && $0.contains("O_CREAT") }
            #expect(isWritten || isInSight, "\(call) \(number)")
            #expect(try workspace.facts() == whole.facts(), "\(call) \(number)")
            #expect(try workspace.tree("Outbox") == whole.tree("Outbox"), "\(call) \(number)")
        }
    }
}
