internal import Assessment
internal import Documents
internal import Folders
internal import Workers

/// What came of taking an archive apart.
enum UnpackOutcome {
    /// All of it lies in the folder.
    case whole(Folder)
    case waiting(Waiting)
    case refused([Finding])
}

/// Takes an archive apart into a private folder. A process that can do nothing else reads it; every name is judged,
/// and every file written, here.
struct Unpacking {
    let limits: Program.Limits
    /// For messages: the archive's name.
    let name: String
    /// Counts what the archive holds before anything is written: the last time there was no room for it.
    var measuresFirst = false

    /// As many entries as a folder's listing may have; files are counted exactly afterwards.
    private var maxEntries: Int { limits.maxFiles * 2 + 1000 }

    func unpack(_ file: OpenFile, to parent: Folder, as target: String) throws -> UnpackOutcome {
        try parent.removeTree(target)
        try parent.makeFolder(target, mode: 0o700)
        let folder = try parent.folder(target)
        var writer = TreeWriter(folder: folder, archive: name)
        if measuresFirst {
            var counter = TreeWriter(folder: folder, archive: name, isCounting: true)
            let outcome = try read(file, &counter, into: folder)
            guard case .whole = outcome else { return outcome }
            guard writer.room.isEnough(for: counter.needs) else { throw counter.noRoom }
        }
        let outcome = try read(file, &writer, into: folder)
        if case .whole = outcome, writer.isCounting { throw writer.noRoom }
        return outcome
    }

    private func read(_ file: OpenFile, _ writer: inout TreeWriter, into folder: Folder) throws -> UnpackOutcome {
        var ending: Unpacked.Ending?
        try file.lend { descriptor in
            try Unpacker().unpack(
                descriptor, bytes: file.status.bytes, maxEntries: maxEntries, maxBytes: limits.maxBytes
            ) { piece in
                Heartbeat.beat()
                switch piece {
                case .entry(let kind, let name): try writer.begin(kind, name)
                case .data(let bytes): try writer.write(bytes)
                case .moving: break
                case .end(let found): ending = found
                }
                return writer.faults.count < 20
            }
        }
        writer.close()
        if !writer.faults.isEmpty { return .refused(writer.faults) }
        switch ending {
        case .whole: return .whole(folder)
        case .incomplete, nil: return .waiting(incomplete)
        case .damaged(let why): return .refused([damaged(why)])
        case .encrypted: return .refused([encrypted])
        case .tooManyEntries:
            return .refused([
                Finding(
                    .bundleTooManyFiles, file: name,
                    "The archive holds far more files than the \(limits.maxFiles) that are taken.",
                    remedy: "Put only what is evidence into it.")
            ])
        case .tooLarge:
            return .refused([
                Finding(
                    .bundleTooLarge, file: name,
                    "Unpacked, the archive has more than the \(limits.maxBytes) bytes that are taken.",
                    remedy: "Make the files smaller, or link to the large ones.")
            ])
        }
    }

    private var incomplete: Waiting {
        Waiting(
            reason: "the archive isn't whole yet: its own end is missing",
            refused: Refused(findings: [
                Finding(
                    .archiveIncomplete, file: name,
                    "'\(printable(name))' isn't a whole zip or tar archive: its own end is missing.",
                    remedy: "Copy it again, or pack it anew, and drop it again.")
            ]))
    }

    private func damaged(_ why: String) -> Finding {
        Finding(
            .archiveDamaged, file: name, "'\(printable(name))' can't be unpacked: \(printable(why)).",
            remedy: "Pack it anew, or drop the folder itself.")
    }

    private var encrypted: Finding {
        Finding(
            .archiveEncrypted, file: name, "'\(printable(name))' is protected by a password.",
            remedy: "Pack it without one, or drop the folder itself.")
    }
}

/// Writes what an archive holds, each file once, nothing outside the folder. Where there is no room for all, it goes on
/// without writing: what is wrong with the archive is found, and how much it needs is known.
private struct TreeWriter {
    let folder: Folder
    let archive: String
    var faults: [Finding] = []
    private var file: NewFile?
    private var made: Set<[UInt8]> = []
    private var files: Set<[UInt8]> = []
    let room: RoomForBundle
    private(set) var isCounting: Bool
    private(set) var needs: Int64 = 0
    private var sinceLook = TreeWriter.lookEvery
    private static let lookEvery: Int64 = 262_144

    init(folder: Folder, archive: String, isCounting: Bool = false) {
        (self.folder, self.archive, self.isCounting) = (folder, archive, isCounting)
        room = RoomForBundle(folder: folder)
    }

    var noRoom: UnpackingFailure {
        UnpackingFailure(cause: IOFailure("unpack into", folder.path, code: IOFailure.fullCode), needs: needs)
    }

    /// Writes, or only counts: from the first write on for which there is no room.
    private mutating func put(_ bytes: Int64, _ write: (inout TreeWriter) throws(IOFailure) -> Void) throws {
        needs += bytes
        sinceLook += bytes
        if isCounting { return }
        do throws(IOFailure) {
            if sinceLook >= TreeWriter.lookEvery {
                sinceLook = 0
                guard room.isEnough(for: bytes) else {
                    throw IOFailure("write", folder.path, code: IOFailure.fullCode)
                }
            }
            try write(&self)
        } catch {
            guard error.isDiskFull else { throw error }
            isCounting = true
            file = nil
            for name in try folder.names() { try folder.removeTree(name) }
        }
    }

    mutating func begin(_ kind: Unpacked.Kind, _ name: [UInt8]) throws {
        close()
        var path = archiveName(name)
        // What `tar -c .` writes.
        while path.utf8.starts(with: "./".utf8) { path = String(decoding: path.utf8.dropFirst(2), as: UTF8.self) }
        if kind == .folder {
            while path.utf8.last == 0x2F { path = String(decoding: path.utf8.dropLast(), as: UTF8.self) }
            if path.isEmpty || path == "." { return }
        }
        // What an office program lays beside an open document at the archive's root is left out like anywhere else.
        let isLock = pathNames(path).first.map { $0.hasPrefix("~$") } ?? false
        if let fault = pathFault(isLock ? String(path.dropFirst()) : path) {
            return refuse(
                .archivePath, path, "The name '\(printable(path))' in the archive can't be used: \(fault).",
                "Pack the bundle's own folder anew, without such names.")
        }
        switch kind {
        case .link, .other:
            let what = kind == .link ? "a link" : "a pipe or a device"
            refuse(
                .fileNotPlain, path, "'\(printable(path))' in the archive is \(what); only plain files are taken.",
                "Put a copy of the file itself in its place, and pack it anew.")
        case .folder: try makeFolder(path)
        case .file:
            let (parent, _) = split(path)
            if !parent.isEmpty { try makeFolder(parent) }
            guard faults.isEmpty else { return }
            let isNew = files.insert(Array(path.utf8)).inserted
            guard isNew, !made.contains(Array(path.utf8)) else { return refuseTwice(path) }
            do {
                try put(RoomForBundle.perFile) { writer throws(IOFailure) in
                    writer.file = try NewFile(path, in: writer.folder)
                }
            } catch let error as IOFailure where error.isTaken {
                refuseTwice(path)
            }
        }
    }

    mutating func write(_ bytes: [UInt8]) throws {
        try put(Int64(bytes.count)) { writer throws(IOFailure) in try writer.file?.append(bytes) }
    }

    mutating func close() { file = nil }

    private mutating func makeFolder(_ path: String) throws {
        guard !made.contains(Array(path.utf8)), faults.isEmpty else { return }
        var reached = ""
        for part in pathNames(path) {
            reached += reached.isEmpty ? part : "/" + part
            let key = Array(reached.utf8)
            if made.contains(key) { continue }
            if files.contains(key) { return refuseTwice(reached) }
            try put(RoomForBundle.perFile) { writer throws(IOFailure) in
                try writer.folder.makeFolder(reached, mode: 0o755)
            }
            made.insert(key)
        }
    }

    private mutating func refuseTwice(_ path: String) {
        refuse(
            .archiveNameTwice, path, "The archive holds '\(printable(path))' more than once.",
            "Pack it anew, each file once.")
    }

    private mutating func refuse(_ code: FindingCode, _ path: String, _ message: String, _ remedy: String) {
        faults.append(Finding(code, file: archive, message, remedy: remedy))
    }
}
