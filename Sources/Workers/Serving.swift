internal import Archives
internal import CLinux
internal import Glibc
internal import Markup
internal import MediaTypes

/// The life of a worker: shuts itself in, then answers requests on its standard input until that ends.
///
/// Whatever the bytes do to it, it can open nothing, write nothing, start nothing, and use only bounded memory and
/// time. The schemas are compiled here, each when first needed.
package func serveUntrusted(schemas texts: [String: String]) -> Never {
    // Loaded first: its database is a file.
    let service = Service(schemas: Schemas(texts), typer: MediaTyper())
    guard clinux_seal_worker(512 << 20) == 0 else { _exit(EX_OSERR) }
    clinux_keep_memory(16 << 20)
    send(Message())
    while let request = receive() {
        // Computing time for this request alone; the parent's clock ends what waits rather than computes.
        guard clinux_allow_cpu(3) == 0 else { _exit(EX_OSERR) }
        guard let answer = try? service.answer(Request(request)) else { _exit(EX_PROTOCOL) }
        send(answer)
    }
    // Without the handlers of exit(3), which would want to write and to look around.
    _exit(EX_OK)
}

private struct Service {
    let schemas: Schemas
    let typer: MediaTyper?
    let crashText = unsafe getenv("ASSAY_TEST_CRASH_ON").map { unsafe Array(String(cString: $0).utf8) }
    let hangText = unsafe getenv("ASSAY_TEST_HANG_ON").map { unsafe Array(String(cString: $0).utf8) }

    func answer(_ request: Request) -> Message {
        var message = Message()
        message.put(UInt8(0))
        switch request {
        case .read(let bytes, let limits):
            failIfAsked(bytes)
            message.put(schemas.read(bytes, limits: limits))
        case .evaluate(let queries, let xml):
            failIfAsked(xml)
            message.put(Markup.evaluate(queries, in: xml)) { $0.put($1) }
        case .mediaTypes(let heads):
            guard let typer else {
                var refusal = Message()
                refusal.put(UInt8(1))
                return refusal
            }
            message.put(heads) { $0.put(typer.mediaType(ofHead: $1)) }
        case .compileFaults(let expressions):
            message.put(expressions) { $0.put(compileFault($1) ?? "") }
        case .officeText(let bytes):
            failIfAsked(bytes)
            message.put(officeText(bytes).map { [$0] } ?? []) { $0.put($1) }
        }
        return message
    }

    /// For tests only: ASSAY_TEST_CRASH_ON names a text over which the process dies, as over a fault in a parser, and
    /// ASSAY_TEST_HANG_ON one over which it never comes to an end.
    private func failIfAsked(_ bytes: [UInt8]) {
        if let crashText, bytes.holds(crashText) { abort() }
        guard let hangText, bytes.holds(hangText) else { return }
        var rounds = 0
        while true { rounds &+= 1 }
    }
}

extension [UInt8] {
    fileprivate func holds(_ text: [UInt8]) -> Bool {
        guard !text.isEmpty, count >= text.count else { return false }
        return (0...(count - text.count)).contains { start in
            self[start] == text[0] && self[start...].starts(with: text)
        }
    }
}

private func receive() -> [UInt8]? {
    guard let head = receive(4) else { return nil }
    var reader = MessageReader(head)
    guard let length = try? reader.number(), length <= Message.maxBytes else { _exit(EX_PROTOCOL) }
    return receive(length)
}

private func receive(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
        let result = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(STDIN_FILENO, buffer.baseAddress?.advanced(by: received), count - received)
        }
        if result == 0 { return nil }
        if result < 0 && errno != EINTR { _exit(EX_IOERR) }
        received += max(0, result)
    }
    return bytes
}

/// Writes a message to the parent, or ends the process where nobody listens any more.
func send(_ message: Message) {
    let bytes = message.framed
    var sent = 0
    while sent < bytes.count {
        let result = unsafe bytes.withUnsafeBytes { buffer in
            unsafe write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
        }
        if result < 0 && errno != EINTR { _exit(EX_IOERR) }
        sent += max(0, result)
    }
}
