internal import Assessment
internal import CLinux
internal import Glibc

/// The rights that the account takes from whatever it makes.
private let umaskAtStart: UInt32 = {
    let mask = umask(0o077)
    umask(mask)
    return UInt32(mask)
}()

/// Finds the umask out. The system tells it only as another is set: call it before several threads make files.
package func lookAtUmask() { _ = umaskAtStart }

extension Folder {
    /// Makes one person's folder at `relative` if it is missing, its parents too. Where the umask lets a group write,
    /// the group isn't hers alone until somebody says so: the folder is then its account's only.
    package func makeDesk(_ relative: String) throws(IOFailure) {
        if try status(relative) != nil { return }
        if relative.isNested { _ = try madeFolder(split(relative).parent) }
        let mode: UInt32 = umaskAtStart & 0o022 == 0o022 ? 0o777 : 0o700
        let result = unsafe withName(relative) { unsafe mkdirat(descriptor, $0, mode_t(mode)) }
        if result != 0, errno != EEXIST { throw .last("make the folder", path + "/" + relative) }
    }
}
