internal import CLinux
internal import Glibc
internal import Synchronization

/// One process that reads untrusted bytes, and the socket to it; ended with the last reference.
///
/// Used by one thread at a time: the pool lends it out.
final class Worker: Sendable {
    let process: pid_t
    private let descriptor: Int32
    private let isReadingAFile: Bool
    private let requests = Atomic(0)
    private let isReaped = Atomic(false)

    /// One that was started.
    init(_ started: StartedWorker, patience: Duration) throws(WorkerFailure) {
        (process, descriptor, isReadingAFile) = (started.process, started.descriptor, started.isReadingAFile)
        // It says so when it is ready: what fails earlier is no document's fault.
        do throws(WorkerFailure) {
            var patience = Patience(patience)
            _ = try receive(&patience)
        } catch {
            switch error {
            case .crashed(let how): throw .couldNotStart("it \(how)")
            case .interrupted(let how): throw .couldNotStart("it \(how)")
            case .timedOut, .stalled: throw .couldNotStart("it isn't ready in time")
            case .couldNotStart: throw error
            }
        }
    }

    deinit {
        close(descriptor)
        if !isReaped.load(ordering: .relaxed) { clinux_end_worker(process, 0) }
    }

    /// Whether it can take a request: it lives, owes nothing, and hasn't served so long that a fresh one is wiser.
    var isUsable: Bool {
        // Nothing may come unasked; the end of the stream counts as something.
        requests.load(ordering: .relaxed) < 1000 && clinux_await(descriptor, 0, 0) == 0
    }

    func answer(_ request: Message, patience: Duration) throws(WorkerFailure) -> [UInt8] {
        guard request.bytes.count <= Message.maxBytes else { throw .crashed("was asked too much") }
        requests.add(1, ordering: .relaxed)
        var patience = Patience(patience)
        try send(request.framed, &patience)
        return try receive(&patience)
    }

    private func send(_ bytes: [UInt8], _ patience: inout Patience) throws(WorkerFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe clinux_send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(toWrite: true, &patience)
            } else {
                throw ended()
            }
        }
    }

    /// The next message, however it came about.
    func receive(_ patience: inout Patience) throws(WorkerFailure) -> [UInt8] {
        var head = MessageReader(try receive(4, &patience))
        guard let length = try? head.number(), length <= Message.maxBytes else { throw .crashed("answered too much") }
        return try receive(length, &patience)
    }

    private func receive(_ count: Int, _ patience: inout Patience) throws(WorkerFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        // What is said to follow is believed only as it comes.
        var chunk = [UInt8](repeating: 0, count: min(count, 65_536))
        while bytes.count < count {
            let wanted = min(chunk.count, count - bytes.count)
            let received = unsafe chunk.withUnsafeMutableBytes {
                unsafe clinux_receive(descriptor, $0.baseAddress, wanted)
            }
            if received > 0 {
                bytes += chunk[..<received]
            } else if received < 0 && errno == EAGAIN {
                try wait(toWrite: false, &patience)
            } else {
                throw ended()
            }
        }
        return bytes
    }

    private func wait(toWrite: Bool, _ patience: inout Patience) throws(WorkerFailure) {
        while true {
            // Even when the time is over what has come is taken: this process may have been stopped for an hour.
            let (slice, began) = (patience.slice, ContinuousClock.now)
            let ready = clinux_await(descriptor, toWrite ? 1 : 0, Int32(slice))
            if ready > 0 { return }
            if ready == 0, slice == 0 { throw .stalled }
            if ready < 0, errno != EINTR { throw ended() }
            patience.spend(ContinuousClock.now - began, of: slice)
        }
    }

    /// The stream has ended: so has the process, or it will be made to.
    private func ended() -> WorkerFailure {
        let ending = Ending(waitStatus: clinux_end_worker(process, 500))
        isReaped.store(true, ordering: .relaxed)
        return switch ending {
        case .signal(SIGXCPU): .timedOut
        case .signal(SIGKILL): .interrupted("was killed by another")
        // The file is mapped: this is how a disk or a share that fails comes to it.
        case .signal(SIGBUS) where isReadingAFile:
            .interrupted("could not read on: see whether the disk or the share of the file fails")
        // It could not read or write, or not shut itself in: whatever it was asked.
        case .exit(EX_IOERR), .exit(EX_OSERR): .interrupted("was cut off (it \(ending.words))")
        default: .crashed(ending.words)
        }
    }
}
