internal import Archives
internal import CLinux
internal import Glibc

/// The life of a process that takes one archive apart: shuts itself in, tells what the archive on descriptor 3 holds,
/// and ends.
///
/// The archive is mapped before the doors close, so that afterwards nothing but the socket is needed. What comes out
/// is bytes and names: where they may lie is for the parent to judge.
package func serveUnpacking(_ arguments: [String]) -> Never {
    let numbers = arguments.compactMap { Int($0) }
    guard numbers.count == 3 else { _exit(EX_USAGE) }
    // Names are bytes; libarchive converts those that say that they are UTF-8.
    _ = unsafe setlocale(LC_ALL, "C.UTF-8")
    var size = 0
    guard let start = unsafe clinux_map_file(3, &size) else { _exit(EX_NOINPUT) }
    close(3)
    let memory = UInt64(size) + (768 << 20)
    guard clinux_seal_worker(memory) == 0, clinux_allow_cpu(UInt32(clamping: numbers[2])) == 0 else { _exit(EX_OSERR) }
    send(Message())
    let limits = ArchiveLimits(entries: numbers[0], bytes: numbers[1])
    var moving = Message()
    moving.put(UInt8(4))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size)
    let ending = unsafe readArchive(bytes, limits, moving: { [moving] in send(moving) }) { piece in
        send(piece.message)
        return true
    }
    send(ending.message)
    _exit(EX_OK)
}

extension ArchivePiece {
    fileprivate var message: Message {
        var message = Message()
        switch self {
        case .entry(let kind, let path):
            message.put(UInt8(1))
            message.put(kind.rawValue)
            message.put(path)
        case .data(let bytes):
            message.put(UInt8(2))
            message.put(bytes)
        }
        return message
    }
}

extension ArchiveEnding {
    fileprivate var message: Message {
        var message = Message()
        message.put(UInt8(3))
        let (code, words): (UInt8, String) =
            switch self {
            case .whole: (0, "")
            case .incomplete: (1, "")
            case .damaged(let why): (2, why)
            case .encrypted: (3, "")
            case .tooMany: (4, "")
            case .tooLarge: (5, "")
            }
        message.put(code)
        message.put(words)
        return message
    }
}
