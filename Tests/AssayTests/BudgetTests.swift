import Foundation
import Support
import Testing

/// What a pass may cost, told by what it asks of the system: time would say how busy the machine is.
@Suite struct BudgetTests {
    @Test(.enabled(if: !isSanitized, "a sanitizer makes calls of its own"))
    func `one more bundle costs no more system calls than the bounds allow`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        let told = try command(
            tests + "/Benchmarks/budget", limit: 300, environment: ["ASSAY_BINARY": assayBinary])
        #expect(told.exit == 0, "\(told)")
        #expect(told.stdout.contains("within their bounds: intake "), "\(told)")
    }
}
