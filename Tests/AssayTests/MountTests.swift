import Foundation
import Glibc
import Support
import Testing

/// Folders that are seen through another mount of the same disk, as systemd lays one over each that a service may write
/// to: a rename doesn't reach there, and nothing but the mount tells them apart.
@Suite(.scratch, .enabled(if: geteuid() == 0, "mounting needs root")) struct MountTests {
    /// Lines of shell in a mount namespace of its own.
    private func mounted(_ workspace: Workspace, _ lines: String) throws -> String {
        try workspace.write("script.sh", lines)
        return try workspace.shell("unshare -m sh -e script.sh 2>&1")
    }

    @Test(arguments: [".assay", "Inbox", "Outbox"])
    func `everything works with one of the folders on another mount`(folder: String) throws {
        let workspace = try Workspace()
        try workspace.run()
        for name in ["good", "same"] { try workspace.drop(name) }
        try workspace.drop("bad", educator: Educator("E9", school: "nowhere"))
        let said = try mounted(
            workspace,
            """
            mount --bind \(folder) \(folder)
            assay() { "\(assayBinary)" "$@" --workspace . --now \(workspace.clock); }
            assay run
            desk=$(dirname $(find Outbox/Queues -name decision.xml))
            sed -i 's/status="draft"/status="final"/; s/level=""/level="demonstrated"/' $desk/decision.xml
            echo 'Mine.' > $desk/notes.txt
            assay run
            """)
        for words in ["good: accepted", "same: duplicate", "bad: returned", "1 decided", "notes.txt"] {
            #expect(said.contains(words), "\(said)")
        }
        #expect(workspace.names(in: "Inbox").isEmpty && workspace.names(in: ".assay/tmp").isEmpty)
        #expect(workspace.exists("Outbox/Returned/bad/receipt.xml"))
        #expect(try workspace.isKept("Mine."))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `what goes back by a copy isn't begun where there is no room for it`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let large = Item.file("plans/large.md", Data(repeating: 0x61, count: 3_000_000))
        try workspace.drop("large", educator: Educator("E9", school: "nowhere"), evidence: Item.usual + [large])
        let said = try mounted(
            workspace,
            """
            mkdir disk; mount -t tmpfs -o size=5m none disk; cp -a Rubrics Inbox Outbox .assay disk
            mount --bind disk/Outbox disk/Outbox
            assay() {
                code=0
                strace -f -qq -o $1 -e trace=write,copy_file_range "\(assayBinary)" run --workspace disk \
                    --now \(workspace.clock) >$1.words 2>&1 || code=$?
                echo "ended with $code"
            }
            assay first; grep -c ENOSPC first || true; ls disk/Inbox disk/.assay/vault/arriving
            mount -o remount,size=32m disk
            assay last; wc -c <disk/Outbox/Returned/large/plans/large.md
            """)
        #expect(
            said
                == "ended with 74\n0\ndisk/.assay/vault/arriving:\nlarge\n\ndisk/Inbox:\nended with 0\n3000000\n",
            "\(said)")
        #expect(try workspace.text("first.words").contains("Make room"))
    }
}
