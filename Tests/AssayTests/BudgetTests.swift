import Foundation
import Support
import Testing

/// What a pass may cost, told by what it asks of the system: time would say how busy the machine is.
@Suite struct BudgetTests {
    /// A sanitizer makes calls of its own.
    private static let isPlain = ProcessInfo.processInfo.environment["ASSAY_SANITIZER"] == nil

    @Test(.enabled(if: isPlain)) func `one more bundle costs no more system calls than the bounds allow`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        let told = try command(
            tests + "/Benchmarks/budget", limit: 300, environment: ["ASSAY_BINARY": assayBinary])
        #expect(told.exit == 0, "\(told)")
        #expect(told.stdout.contains("within their bounds: intake "), "\(told)")
    }
}
