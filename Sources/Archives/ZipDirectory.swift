/// What a zip archive's own end says: the central directory, which is written last.
///
/// Read before libarchive sees a byte: it would take in a million entries before it tells the first one, and it
/// shortens names at a zero byte.
@safe struct ZipDirectory {
    enum State { case whole, incomplete, damaged(String), encrypted, tooMany }

    private let bytes: UnsafeRawBufferPointer
    private let length: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = bytes
        length = bytes.count
    }

    func state(limit: Int) -> State {
        guard let end = endRecord() else { return .incomplete }
        var (count, size, offset, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4), end)
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            // The numbers are too large for the old record: they stand in the one before it.
            guard end >= 20, isSign(at: end - 20, 0x07, 0x06), let large = offset64(end - 12), large + 56 <= end - 20,
                isSign(at: large, 0x06, 0x06), let total = offset64(large + 32), let length = offset64(large + 40),
                let place = offset64(large + 48)
            else { return .damaged("its directory can't be found") }
            (count, size, offset, start) = (total, length, place, large)
        }
        guard offset <= start, size <= start - offset else { return .incomplete }
        if count > limit { return .tooMany }
        return entries(count, from: offset, to: offset + size, limit: limit)
    }

    /// Where the last record begins: it must end with the file.
    private func endRecord() -> Int? {
        guard length >= 22 else { return nil }
        let last = length - 22
        for start in stride(from: last, through: max(0, last - 65_535), by: -1)
        where isSign(at: start, 0x05, 0x06) && start + 22 + number(start + 20, 2) == length {
            return start
        }
        return nil
    }

    private func entries(_ count: Int, from start: Int, to end: Int, limit: Int) -> State {
        var place = start
        var found = 0
        while place < end {
            guard place + 46 <= end, isSign(at: place, 0x01, 0x02) else {
                return .damaged("its directory is broken")
            }
            found += 1
            if found > limit { return .tooMany }
            if number(place + 8, 2) & 1 == 1 { return .encrypted }
            let nameEnd = place + 46 + number(place + 28, 2)
            guard nameEnd <= end else { return .damaged("its directory is broken") }
            for index in (place + 46)..<nameEnd where unsafe bytes[index] == 0 {
                return .damaged("a name in it holds a zero byte")
            }
            let local = number(place + 42, 4)
            // A place beyond 4 GB stands elsewhere; libarchive finds it.
            if local != 0xFFFF_FFFF, !agrees(place, with: local, before: start) {
                return .damaged("its directory and its entries contradict each other")
            }
            place = nameEnd + number(place + 30, 2) + number(place + 32, 2)
        }
        if found == count && place == end { return .whole }
        return .damaged("its directory names \(count) entries and holds \(found)")
    }

    /// Whether an entry says of itself what the directory says of it: programs differ in whom they believe.
    private func agrees(_ place: Int, with local: Int, before start: Int) -> Bool {
        let nameLength = number(place + 28, 2)
        guard local + 30 + nameLength <= start, isSign(at: local, 0x03, 0x04), number(local + 26, 2) == nameLength
        else { return false }
        for index in 0..<nameLength where unsafe bytes[place + 46 + index] != bytes[local + 30 + index] { return false }
        // With this flag the sizes stand behind the content.
        if number(local + 6, 2) & 8 != 0 { return true }
        return [(18, 20), (22, 24)].allSatisfy { here, there in
            let size = number(local + here, 4)
            return size == 0xFFFF_FFFF || size == number(place + there, 4)
        }
    }

    private func isSign(at place: Int, _ third: UInt8, _ fourth: UInt8) -> Bool {
        unsafe place >= 0 && place + 4 <= length && bytes[place] == 0x50 && bytes[place + 1] == 0x4B
            && bytes[place + 2] == third && bytes[place + 3] == fourth
    }

    private func number(_ place: Int, _ count: Int) -> Int {
        var number = 0
        for index in 0..<count where place + index < length {
            number |= unsafe Int(bytes[place + index]) << (8 * index)
        }
        return number
    }

    /// Eight bytes, as far as they can be a place in a file.
    private func offset64(_ place: Int) -> Int? {
        guard place >= 0, place + 8 <= length, number(place + 6, 2) == 0 else { return nil }
        return number(place, 6)
    }
}
