import Foundation
import Markup
import Testing
import Workers

@Suite(.timeLimit(.minutes(15))) struct WorkerPoolTests {

    private func pool(size: Int = 1, name: String = "reader") -> WorkerPool {
        WorkerPool(size: size, executable: readerPath, arguments: [name])
    }

    /// A worker that says it is ready and then does as the script says.
    private func scripted(_ script: String, patience: Duration = .seconds(10)) -> WorkerPool {
        WorkerPool(
            size: 1, executable: "/bin/sh", arguments: ["sh", "-c", "printf '\\0\\0\\0\\0'; " + script],
            patience: patience)
    }

    private let note = Array("<note xmlns='urn:assay:1'><line number='x'>é</line></note>".utf8)

    @Test func `a document comes back as it was read`() throws {
        let reading = try pool().read(note)
        #expect(reading.root?.child("line")?.text == "é")
        #expect(reading.faults.map(\.column) == [33])
        #expect(reading.faults.first?.kind == .invalid)
        #expect(try pool().read([0x1F, 0x8B]).faults.first?.kind == .encoding)
        #expect(try pool().read([UInt8](repeating: 0x20, count: 2_000_000)).faults.first?.kind == .tooLarge)
    }

    @Test func `queries, types and expressions are answered in order`() throws {
        let pool = pool()
        let queries = [
            Query("count(a:line)", wantsBoolean: false), Query("a:x", wantsBoolean: true),
            Query("b:x", wantsBoolean: true),
        ]
        let results = try pool.evaluate(queries, in: note)
        #expect(results.prefix(2) == [.text("1"), .boolean(false)])
        #expect(
            try pool.mediaTypes(ofHeads: [Array("%PDF-1.4\n".utf8), [], Array("Hello there".utf8)])
                == ["application/pdf", "application/x-empty", "text/plain"])
        #expect(try pool.compileFaults(["1", "("]).map { $0 == nil } == [true, false])
        #expect(try pool.mediaTypes(ofHeads: []).isEmpty)
    }

    @Test func `heads of more bytes than one message holds are told`() throws {
        let heads = (0..<40).map { _ in [UInt8](repeating: 0x41, count: 1 << 20) }
        #expect(try pool().mediaTypes(ofHeads: heads) == heads.map { _ in "text/plain" })
    }

    @Test func `an expression that eats computing time is stopped, and the next is answered`() throws {
        let lines =
            String(repeating: "<line>xx</line>", count: 15_000) + "<line>" + String(repeating: "y", count: 500_000)
            + "</line>"
        let huge = Array("<note xmlns='urn:assay:1'>\(lines)</note>".utf8)
        let pool = pool()
        #expect(throws: WorkerFailure.timedOut) {
            try pool.evaluate(
                [
                    Query(
                        "count(//*[contains(string(/), 'yyyz')]) + count(//*[contains(string(/), 'yyyz')])",
                        wantsBoolean: false)
                ], in: huge)
        }
        #expect(try pool.compileFaults(["1"]) == [nil])
    }

    @Test func `a worker that dies is told of and replaced`() throws {
        let pool = scripted("head -c 9 >/dev/null; kill -SEGV $$")
        #expect(throws: WorkerFailure.crashed("was killed by signal 11 (SIGSEGV)")) { try pool.read(note) }
        #expect(throws: WorkerFailure.crashed("ended with exit code 3")) {
            try scripted("head -c 9 >/dev/null; exit 3").read(note)
        }
    }

    @Test func `a worker that says nothing is ended in time`() throws {
        let time = ContinuousClock().measure {
            #expect(throws: WorkerFailure.stalled) {
                try scripted("exec sleep 60", patience: .milliseconds(300)).read(note)
            }
        }
        #expect(time < .seconds(5))
    }

    @Test(arguments: [
        "\\377\\377\\377\\377", "\\1\\0\\0\\0\\7", "\\0\\0\\0\\0", "\\5\\0\\0\\0\\0\\377\\377\\377\\377",
        "\\1\\0\\0\\0\\0",
        "\\11\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0", "\\12\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0",
    ])
    func `nonsense from a worker counts as a crash`(answer: String) {
        let pool = scripted("head -c 9 >/dev/null; printf '\(answer)'; exec sleep 60")
        #expect {
            try pool.read(note)
        } throws: { error in
            if case .crashed = error as? WorkerFailure { true } else { false }
        }
    }

    @Test func `a program that isn't there or doesn't get ready is not the document's fault`() {
        for (executable, arguments) in [("/nonexistent", ["x"]), ("/bin/false", ["false"])] {
            #expect {
                try WorkerPool(size: 1, executable: executable, arguments: arguments).read(note)
            } throws: { error in
                if case .couldNotStart = error as? WorkerFailure { true } else { false }
            }
        }
    }

    @Test func `an idle worker that was killed is replaced without a word`() throws {
        let pool = pool(name: "to-be-killed")
        _ = try pool.read(note)
        let first = processes(named: "to-be-killed")
        #expect(first.count == 1)
        for process in first { kill(process, SIGKILL) }
        usleep(100_000)
        _ = try pool.read(note)
        let second = processes(named: "to-be-killed")
        #expect(second.count == 1)
        #expect(second != first)
        pool.shutDown()
        #expect(processes(named: "to-be-killed").isEmpty)
    }

    @Test func `a worker that is cut off is replaced, and two of them are nobody's fault but the machine's`() throws {
        let lasting = scripted("head -c 9 >/dev/null; exit 74")
        let failure = #expect(throws: WorkerFailure.self) { try lasting.read(note) }
        #expect(failure == .interrupted("was cut off (it ended with exit code 74)"))
        #expect(failure?.isOfTheFile == false)
        let mark = FileManager.default.temporaryDirectory.appending(path: "cut-off-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        let once = "if mkdir \(mark) 2>/dev/null; then printf '\\0\\0\\0\\0'; exit 74; else exec \(readerPath); fi"
        let pool = WorkerPool(size: 1, executable: "/bin/sh", arguments: ["sh", "-c", once])
        #expect(try pool.read(note).root?.name == "note")
        #expect(FileManager.default.fileExists(atPath: mark))
    }

    @Test func `many callers share few workers`() async throws {
        let pool = pool(size: 2, name: "shared")
        try await withThrowingTaskGroup(of: Void.self) { group throws in
            for number in 0..<40 {
                group.addTask {
                    let text = "<note xmlns='urn:assay:1'><line>\(number)</line></note>"
                    let reading = try pool.read(Array(text.utf8))
                    #expect(reading.root?.child("line")?.text == "\(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect((1...2).contains(processes(named: "shared").count))
    }

    /// The living processes whose first argument is that name.
    private func processes(named name: String) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { process in
            let line = try? FileHandle(forReadingAtPath: "/proc/\(process)/cmdline")?.readToEnd()
            return line == Data((name + "\0").utf8)
        }
    }
}
