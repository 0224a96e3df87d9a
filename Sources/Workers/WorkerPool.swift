internal import Dispatch
package import Markup
internal import Synchronization

/// Reads untrusted bytes in other processes, which may die over them without harm to this one.
///
/// Processes are started when first needed, at most `size` at a time, and used again; one that fails is replaced for
/// the next request. Calls block the calling thread until a process is free and has answered.
package final class WorkerPool: Sendable {
    private let executable: String
    private let arguments: [String]
    private let patience: Duration
    private let slots: DispatchSemaphore
    private let idle = Mutex<[Worker]>([])
    private let tell: @Sendable (_ process: Int32, _ words: String) -> Void

    /// A pool of at most `size` processes, each of which calls `serveUntrusted`; this program itself unless said.
    /// `tell` hears when one starts or ends, and why.
    package init(
        size: Int = 2, executable: String = ReaderAhead.executable, arguments: [String] = ReaderAhead.arguments,
        patience: Duration = .seconds(10),
        tell: @escaping @Sendable (_ process: Int32, _ words: String) -> Void = { _, _ in }
    ) {
        (self.executable, self.arguments, self.patience, self.tell) = (executable, arguments, patience, tell)
        slots = DispatchSemaphore(value: max(1, size))
    }

    /// Reads a document against the schema of its root element.
    package func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(WorkerFailure) -> Reading {
        // Before it travels; the reader would refuse it all the same.
        if bytes.count > limits.maxBytes { return .beyond(limits, bytes.count) }
        return try ask(.read(bytes, limits)) { reader throws(Malformed) in try reader.reading() }
    }

    /// What each query comes to in a document, in their order.
    package func evaluate(_ queries: [Query], in xml: [UInt8]) throws(WorkerFailure) -> [QueryResult] {
        try askForEach(queries, .evaluate(queries, in: xml)) { reader throws(Malformed) in try reader.queryResult() }
    }

    /// The media types of files that begin with these bytes, in their order.
    package func mediaTypes(ofHeads heads: [[UInt8]]) throws(WorkerFailure) -> [String] {
        var types: [String] = []
        while types.count < heads.count {
            // As many at a time as one message comfortably holds, but at least one.
            var bytes = 0
            let some = heads[types.count...].prefix { head in
                defer { bytes += head.count }
                return bytes == 0 || bytes + head.count <= 8 << 20
            }
            types += try askForEach(Array(some), .mediaTypes(Array(some))) { reader throws(Malformed) in
                try reader.text()
            }
        }
        return types
    }

    /// Why each expression can't be used, in their order; nil for those that can.
    package func compileFaults(_ expressions: [String]) throws(WorkerFailure) -> [String?] {
        try askForEach(expressions, .compileFaults(expressions)) { reader throws(Malformed) in
            let sentence = try reader.text()
            return sentence.isEmpty ? nil : sentence
        }
    }

    /// The words of a Word or OpenDocument text, a line for each paragraph; nil where the bytes are neither.
    package func officeText(_ bytes: [UInt8]) throws(WorkerFailure) -> String? {
        try ask(.officeText(bytes)) { reader throws(Malformed) in
            try reader.list { reader throws(Malformed) in try reader.text() }.first
        }
    }

    /// Ends the processes that have nothing to do; a later request starts one anew.
    package func shutDown() {
        // Taken out under the lock, ended outside of it.
        let ended = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for worker in ended { tell(worker.process, "ended, since nothing is left to read") }
        withExtendedLifetime(ended) {}
    }

    private func askForEach<Question, Answer>(
        _ questions: [Question], _ request: Request, _ each: (inout MessageReader) throws(Malformed) -> Answer
    ) throws(WorkerFailure) -> [Answer] {
        if questions.isEmpty { return [] }
        return try ask(request) { reader throws(Malformed) in
            let answers = try reader.list(each)
            guard answers.count == questions.count else { throw Malformed() }
            return answers
        }
    }

    private func ask<Answer>(
        _ request: Request, _ answer: (inout MessageReader) throws(Malformed) -> Answer
    ) throws(WorkerFailure) -> Answer {
        slots.wait()
        defer { slots.signal() }
        let (worker, bytes) = try answered(request.message)
        if bytes == [1] { throw .couldNotStart("libmagic's database of file types can't be loaded") }
        var reader = MessageReader(bytes)
        do throws(Malformed) {
            guard try reader.byte() == 0 else { throw Malformed() }
            let result = try answer(&reader)
            try reader.end()
            idle.withLock { $0.append(worker) }
            return result
        } catch {
            tell(worker.process, "ended, since it answered nonsense")
            throw .crashed("answered nonsense")
        }
    }

    /// Who answered, and what. A process that was ended from outside is no document's fault: a new one is asked, since
    /// what ended one that was waiting may have ended its neighbors as well.
    private func answered(_ message: Message) throws(WorkerFailure) -> (Worker, [UInt8]) {
        let worker = try freeWorker()
        do throws(WorkerFailure) {
            return (worker, try worker.answer(message, patience: patience))
        } catch {
            guard case .interrupted = error else {
                tell(worker.process, "ended: \(error)")
                throw error
            }
            tell(worker.process, "ended: \(error) Another is asked.")
        }
        let second = try start()
        do throws(WorkerFailure) {
            return (second, try second.answer(message, patience: patience))
        } catch {
            tell(second.process, "ended: \(error)")
            throw error
        }
    }

    private func freeWorker() throws(WorkerFailure) -> Worker {
        while let worker = idle.withLock({ $0.popLast() }) {
            if worker.isUsable { return worker }
            tell(worker.process, "ended, since it isn't fit for another request")
        }
        return try start()
    }

    private func start() throws(WorkerFailure) -> Worker {
        let isOwn = executable == ReaderAhead.executable && arguments == ReaderAhead.arguments
        // It may have waited long, and have been ended meanwhile.
        let ahead = isOwn ? ReaderAhead.take().flatMap { try? Worker($0, patience: patience) } : nil
        let worker =
            if let ahead, ahead.isUsable { ahead } else {
                try Worker(StartedWorker(executable, arguments), patience: patience)
            }
        tell(worker.process, "started")
        return worker
    }
}
