package import Assessment
internal import CLinux
internal import Glibc

/// The program's time zone, by the system's zone files. One zone a process: the C library keeps only one.
package struct ProgramZone: Sendable {
    package let name: String

    /// Nil where the system has no zone of this name.
    package init?(_ name: String) {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains(".."),
            name.allSatisfy({ $0.isLetter || $0.isNumber || "/_+-".contains($0) }),
            let zones = try? Folder.open("/usr/share/zoneinfo"), let kind = try? zones.kindOfZone(name), kind == .file
        else { return nil }
        self.name = name
        guard unsafe setenv("TZ", ":" + name, 1) == 0 else { return nil }
        tzset()
    }

    /// The day that it is there.
    package func day(of instant: Instant) -> CivilDate {
        var day: [Int32] = [0, 0, 0]
        unsafe clinux_local_day(instant.seconds, &day)
        return CivilDate(year: Int64(day[0]), month: Int64(day[1]), day: Int64(day[2]))
    }

    /// What its clock reads, as if that were UTC, and the short name of its time then, such as CST.
    package func reading(of instant: Instant) -> (local: Instant, name: String) {
        var name = [CChar](repeating: 0, count: 16)
        let offset = unsafe clinux_local_offset(instant.seconds, &name)
        let letters = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // Zones without letters of their own are named by their distance.
        let isLettered = letters.first?.isLetter == true
        return (instant + Int64(offset), isLettered ? letters : "UTC" + letters)
    }

    /// The moment at which the zone's clock reads this; of two (the hour repeated in autumn) the first.
    package func instant(day: CivilDate, hour: Int, minute: Int, second: Int) -> Instant {
        let (year, month, dayOfMonth) = day.parts
        let reading = [Int32(year), Int32(month), Int32(dayOfMonth), Int32(hour), Int32(minute), Int32(second)]
        return Instant(seconds: unsafe clinux_local_moment(reading))
    }

    /// The moment that a written time means.
    package func instant(_ written: WrittenTime) -> Instant {
        if let offset = written.offset { return written.local + (-offset) }
        let seconds = written.local.seconds
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let clock = Int(seconds - day * 86_400)
        return instant(
            day: CivilDate(daysSince1970: day), hour: clock / 3600, minute: clock / 60 % 60, second: clock % 60)
    }
}

extension Folder {
    /// Zones are often links to others, here inside a folder that the system owns.
    fileprivate func kindOfZone(_ name: String) throws(IOFailure) -> FileStatus.Kind? {
        var status = stat()
        let result = unsafe withName(name) { unsafe fstatat(descriptor, $0, &status, 0) }
        return result == 0 ? FileStatus(status).kind : nil
    }
}
