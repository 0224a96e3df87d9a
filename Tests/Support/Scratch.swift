import Foundation
import Synchronization
package import Testing

/// The folder in which one test works: removed when the test went well, kept to be looked at when it didn't.
package final class Scratch: Sendable {
    @TaskLocal package static var current: Scratch?

    private let isKept = Mutex(false)
    private let path = FileManager.default.temporaryDirectory.path + "/assay-test-" + UUID().uuidString.prefix(8)

    func keep() { isKept.withLock { $0 = true } }

    /// A new empty folder with this name.
    package func folder(_ name: String) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    func clear(after test: Test) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        if isKept.withLock({ $0 }) {
            FileHandle.standardError.write(Data("kept for \(test.name): \(path)\n".utf8))
        } else {
            // Some tests make names that Foundation can't spell.
            _ = try? command("/bin/rm", ["-rf", path])
        }
    }
}

/// Gives each test its own scratch folder.
package struct ScratchTrait: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let scratch = Scratch()
        defer { scratch.clear(after: test) }
        let noticing = IssueHandlingTrait.compactMapIssues { issue in
            scratch.keep()
            return issue
        }
        do {
            try await Scratch.$current.withValue(scratch) {
                try await noticing.provideScope(for: test, testCase: testCase, performing: function)
            }
        } catch {
            scratch.keep()
            throw error
        }
    }
}

extension Trait where Self == ScratchTrait {
    package static var scratch: ScratchTrait { ScratchTrait() }
}
