import Foundation
import Markup
import Testing
import Workers

@Suite(.serialized, .timeLimit(.minutes(15))) struct SealTests {
    private let note = Array("<note xmlns='urn:assay:1'/>".utf8)

    @Test func `a worker can open, write, start and dump nothing`() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: readerPath)
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // It says that it is ready with an empty message.
        #expect(try output.fileHandleForReading.read(upToCount: 4)?.count == 4)
        let proc = "/proc/\(process.processIdentifier)/"
        let status = try String(contentsOfFile: proc + "status", encoding: .utf8)
        let limits = try String(contentsOfFile: proc + "limits", encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1"))
        // Under a sanitizer, which needs terabytes of addresses and calls of its own, these two are left out.
        let hasSanitizer = limits.split(separator: "\n").contains { line in
            line.hasPrefix("Max address space") && line.contains("unlimited")
        }
        #expect(status.contains("Seccomp:\t2") || hasSanitizer)
        for name in ["Max open files", "Max file size", "Max core file size", "Max processes"] {
            let line = limits.split(separator: "\n").first { $0.hasPrefix(name) }
            #expect(line?.dropFirst(name.count).split(separator: " ").prefix(2) == ["0", "0"], "\(name)")
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `the crash that tests ask for happens, to the named document alone`() throws {
        let arguments = ["env", "ASSAY_TEST_CRASH_ON=poison-7f3a", readerPath]
        let pool = WorkerPool(size: 1, executable: "/usr/bin/env", arguments: arguments)
        #expect(try pool.read(note).faults.isEmpty)
        #expect(throws: WorkerFailure.crashed("was killed by signal 6 (SIGABRT)")) {
            try pool.read(Array("<note xmlns='urn:assay:1'><line>poison-7f3a</line></note>".utf8))
        }
        #expect(try pool.read(note).faults.isEmpty)
    }
}
