import Assessment
import Benchmark
import Bookkeeping
import Credentials
import Documents
import Folders
import Markup
import Reporting

/// What a pass does for one bundle, or for one decision, stage by stage: the parts of `make bench` that take the most.
let benchmarks: @Sendable () -> Void = {
    unsafe Benchmark.defaultConfiguration = .init(
        metrics: [.instructions, .wallClock], scalingFactor: .kilo, maxDuration: .seconds(2))
    let fixture = Fixture()

    Benchmark("manifest: parsed, validated, read") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(
                readDocument(Fixture.schemas.read(fixture.manifest), file: "manifest.xml", by: readSubmission))
        }
    }
    Benchmark("receipt.xml") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(receiptXML(fixture.receipt)) }
    }
    Benchmark("receipt.html") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(receiptHTML(fixture.receipt)) }
    }
    Benchmark("decision.xml") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(
                decisionXML(
                    binding: fixture.binding, rubric: fixture.rubric, criteria: fixture.rubric.criteria,
                    evidence: fixture.evidence))
        }
    }
    Benchmark("read.html") { benchmark in
        let page = fixture.readingPage
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(readingHTML(page)) }
    }
    Benchmark("record.xml") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(recordXML(fixture.record)) }
    }
    Benchmark("feedback.html") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(feedbackHTML(fixture.record, rubric: fixture.rubric)) }
    }
    Benchmark("SHA-256 of 64 kB", configuration: .init(scalingFactor: .one)) { benchmark in
        let bytes = [UInt8](repeating: 0x41, count: 65_536)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(sha256(bytes)) }
    }
    Benchmark("a thousand facts, in one transaction", configuration: .init(scalingFactor: .one)) { benchmark in
        let folder = try Folder.temporary()
        defer { try? folder.removeTemporary() }
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite")
        benchmark.startMeasurement()
        try ledger.write { book in
            for number in 0..<1000 {
                var fact = fixture.accepted
                fact.submission = "S-\(1_000_000_000_000 + number)"
                try book.append(.accepted(fact), at: Instant(seconds: 1_795_000_000))
            }
        }
        benchmark.stopMeasurement()
    }
}
