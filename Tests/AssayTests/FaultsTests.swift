import Foundation
import Support
import Testing

/// The sweeps of `make faults`, sampled; all of them take an hour.
@Suite struct FaultsTests {
    @Test(.timeLimit(.minutes(15)))
    func `failing calls, half writes, a lost power and two daemons at once leave nothing lost, extra or differing`()
        throws
    {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        let table = try command(
            root + "/Faults/run", ["--every", "4000", "--states", "24", "--drops", "100"], limit: 840,
            environment: ["ASSAY_BINARY": assayBinary])
        #expect(table.exit == 0, "\(table)")
        for kind in ["kill", "ENOSPC", "EIO", "EINTR", "EACCES", "short", "power", "two"] {
            let row = table.stdout.split(separator: "\n").first {
                $0.split(separator: " ").dropFirst().first == kind[...]
            }
            #expect(row?.split(separator: " ").dropFirst(3).allSatisfy { $0 == "0" } == true, "\(kind): \(table)")
        }
    }
}
