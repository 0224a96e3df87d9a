internal import Assessment
internal import Glibc

/// The system refused a call: we could not look, or could not write. Exit code 74.
package struct IOFailure: Error, Sendable, CustomStringConvertible {
    package var path: String
    /// What was tried, in plain words: `open`, `write`, `rename`, …
    package var action: String
    package var code: Int32

    package init(_ action: String, _ path: String, code: Int32) {
        (self.action, self.path, self.code) = (action, path, code)
    }

    /// The failure of the call that just returned −1.
    static func last(_ action: String, _ path: String) -> IOFailure { IOFailure(action, path, code: errno) }

    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    package var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }
    package var isAnotherFileSystem: Bool { code == EXDEV }
    package var isForbidden: Bool { code == EACCES || code == EPERM }
    /// The machine's trouble, not this one file's: whatever else is tried now fails as well.
    package var isOfTheMachine: Bool {
        !isOfReading
            && [ENOSPC, EDQUOT, EIO, EROFS, ENOMEM, EMFILE, ENFILE, ESTALE, ENOTCONN, ENODEV].contains(code)
    }
    /// This process has too much open, or no memory left.
    package var isOfTheProcess: Bool { code == ENOMEM || code == EMFILE || code == ENFILE }
    /// The file system, a share of some kind, has no locks.
    package var lacksLocks: Bool { code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS }
    package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
    /// What was to be copied can't be: it is gone, out of reach, or no plain file. A full disk is another matter.
    package var isOfTheSource: Bool {
        isMissing || isForbidden || isConfined || code == EINVAL || isOfReading
    }
    /// Of a copy: its source was opened, and can't be read to its end.
    package var isOfReading: Bool { action == IOFailure.readSource }
    /// The action of a copy whose source can't be read on a disk that can be written.
    static let readSource = "read all of"
    /// A link, a mount or an escape that a confined open met.
    package var isConfined: Bool { code == ELOOP || code == EXDEV }

    package var description: String {
        let reason = unsafe String(cString: strerror(code))
        return "Can't \(action) '\(printable(path))': \(reason). \(remedy)"
    }

    private var remedy: String {
        switch code {
        case ENOSPC, EDQUOT: "Make room on that disk; the next run goes on where this one stopped."
        case EACCES, EPERM: "Give the account that runs assay the right to read and write there, then run again."
        case EROFS: "That disk is mounted read-only; mount it writable, then run again."
        case EIO: "The disk reports an error; check it before you run again."
        case ENOENT, ENOTDIR: "Check that the folder is there and is a folder, then run again."
        case EFBIG: "It is larger than what is read or kept there: move it elsewhere, then run again."
        case E2BIG: "There is more in it than is looked through: take out what doesn't belong there, then run again."
        case EMFILE, ENFILE: "Too many files are open; raise the limit (ulimit -n), then run again."
        default: "Mend that, then run again: nothing that was taken is lost."
        }
    }
}

/// Repeats a call that a signal interrupted.
@discardableResult
func retried<Number: SignedInteger>(_ call: () -> Number) -> Number {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}

extension IOFailure {
    /// The code of "it changed while it was read": what was listed isn't what was opened.
    package static var changedCode: Int32 { ENOENT }

    /// The code of a full disk.
    package static var fullCode: Int32 { ENOSPC }

    /// The code of "it is larger than what is read".
    package static var tooLargeCode: Int32 { EFBIG }

    /// The code of "there is more in it than can be looked through".
    package static var tooMuchCode: Int32 { E2BIG }
}
