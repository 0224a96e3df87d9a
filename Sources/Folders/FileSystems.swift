internal import CLinux
internal import Glibc

extension Folder {
    /// Whether the folder lies on a network file system, where a ledger can't live.
    package func isOnNetwork() throws(IOFailure) -> Bool {
        let answer = clinux_is_network(descriptor)
        guard answer >= 0 else { throw .last("look at", path) }
        return answer == 1
    }

    /// Bytes that this account may still write to the folder's file system, and all that it has; nil where that can't be
    /// told, or nothing can be written at all.
    package func room() throws(IOFailure) -> (free: Int64, size: Int64)? {
        var status = statvfs()
        guard unsafe fstatvfs(descriptor, &status) == 0 else { throw .last("look at", path) }
        if status.f_blocks == 0 || status.f_flag & UInt(ST_RDONLY) != 0 { return nil }
        let block = UInt64(status.f_frsize)
        func bytes(_ blocks: fsblkcnt_t) -> Int64 {
            Int64(clamping: UInt64(blocks).multipliedReportingOverflow(by: block).partialValue)
        }
        return (bytes(geteuid() == 0 ? status.f_bfree : status.f_bavail), bytes(status.f_blocks))
    }

    /// Puts everything on the folder's file system that was written before onto the disk. An error of the disk is
    /// reported only to descriptors that were open before the write: open the folder before a batch begins.
    package func flush() throws(IOFailure) {
        guard retried({ clinux_syncfs(descriptor) }) == 0 else { throw .last("flush to the disk", path) }
    }
}

/// The workspace's lock: one pass at a time. It goes with the process, whatever ends it.
package final class WorkspaceLock: Sendable {
    private let descriptor: Int32

    /// Waits at most `seconds` for the lock at `name`; nil when another held it all the time.
    package init?(in folder: Folder, name: String, waiting seconds: Int64) throws(IOFailure) {
        let descriptor = try folder.openBeneath(name, O_RDWR | O_CREAT, mode: 0o600)
        let deadline = monotonicNanoseconds() + min(max(seconds, 0), longestWait) * 1_000_000_000
        while clinux_try_lock(descriptor) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let failure = IOFailure.last("lock", folder.path + "/" + name)
                close(descriptor)
                throw failure
            }
            guard monotonicNanoseconds() < deadline else {
                close(descriptor)
                return nil
            }
            usleep(20_000)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The process that holds the lock, as far as the kernel tells of it.
    package static func holder(in folder: Folder, name: String) -> Int? {
        guard let file = try? folder.status(name), let proc = try? Folder.open("/proc"),
            let bytes = try? proc.read("locks", limit: 4_194_304)
        else { return nil }
        // `1: FLOCK  ADVISORY  WRITE 1234 08:01:131 0 EOF`: process, and the file by its disk and inode.
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", let process = Int(words[4]), process > 0 else { continue }
            let place = words[5].split(separator: ":")
            guard place.count == 3, place[2] == "\(file.inode)", let major = UInt64(place[0], radix: 16),
                let minor = UInt64(place[1], radix: 16),
                // The system's macros, which Swift doesn't see.
                major == file.device >> 8 & 0xFFF | file.device >> 32 & ~0xFFF,
                minor == file.device & 0xFF | file.device >> 12 & ~0xFF
            else { continue }
            return process
        }
        return nil
    }
}

/// A clock that only runs forward, for waits and time-outs.
package func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Ten years in seconds: nobody waits longer, and nanoseconds don't run over.
package let longestWait: Int64 = 315_360_000

/// Waits on the forward clock, signals or not.
package func wait(seconds: Int64) {
    let end = monotonicNanoseconds() + min(max(seconds, 0), longestWait) * 1_000_000_000
    while true {
        let left = end - monotonicNanoseconds()
        if left <= 0 { return }
        var time = timespec(tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
        _ = unsafe nanosleep(&time, nil)
    }
}

/// The system's clock in whole seconds since 1970 (UTC).
package func systemSeconds() -> Int64 { Int64(time(nil)) }

/// This machine: its name, and an id that outlasts a renaming where the system keeps one.
///
/// One that is kept but can't be read is an error: by its name alone the machine would pass for another.
package func thisHost() throws(IOFailure) -> (name: String, id: String) {
    var buffer = [CChar](repeating: 0, count: 256)
    _ = unsafe gethostname(&buffer, buffer.count - 1)
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let etc = try Folder.open("/etc")
    guard try etc.status("machine-id") != nil else { return (name, name) }
    let bytes = try etc.read("machine-id", limit: 256)
    let id = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    return (name, id.isEmpty ? name : id)
}

/// How many processors this process may use.
package func availableCores() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
