import Foundation
import Support
import Testing

/// An archive can reach nothing outside its bundle, and can't hold up the line (case 35).
@Suite(.scratch) struct HostileArchiveTests {
    /// Packs the usual bundle with what a script adds to it, and expects it back at once while its neighbor is taken.
    /// The script finds the open archive as `a`, and what belongs in it by `usual(a)`.
    @discardableResult
    private func refuse(
        _ script: String, kind: String = "zip", program: String = programXML(), code: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Workspace {
        let workspace = try Workspace(program: program)
        try workspace.write("secret.txt", "the secret")
        try workspace.drop("b", in: "packing")
        try workspace.drop("neighbor", educator: Educator("E2"))
        try workspace.write(
            "pack.py",
            """
            import io, os, struct, sys, tarfile, zipfile, zlib
            OUT = "Inbox/bad.\(kind)"
            def files():
                for folder, _, names in os.walk("packing/b"):
                    for name in names:
                        path = os.path.join(folder, name)
                        yield path, os.path.relpath(path, "packing/b")
            def usual(a):
                for path, name in files():
                    a.write(path, name) if isinstance(a, zipfile.ZipFile) else a.add(path, name)
            def member(name, **more):
                info = tarfile.TarInfo(name)
                for key, value in more.items(): setattr(info, key, value)
                return info
            \(script)
            """)
        try workspace.shell("python3 -W ignore pack.py", sourceLocation: sourceLocation)
        let before = try workspace.tree("")
        let (pass, cost) = try workspace.measuredRun(limit: 60, sourceLocation: sourceLocation)
        #expect(cost.isSmall, "\(cost)", sourceLocation: sourceLocation)
        let name = "bad." + kind
        #expect(pass.state(name) == "returned", "\(pass.json)", sourceLocation: sourceLocation)
        #expect(pass.state("neighbor") == "accepted", sourceLocation: sourceLocation)
        let codes = pass.findings(name).map(\.code)
        if let code { #expect(codes.contains(code), "\(pass.json)", sourceLocation: sourceLocation) }
        #expect(
            try workspace.bytes("Outbox/Returned/bad/" + name) == before["Inbox/" + name],
            sourceLocation: sourceLocation)
        #expect(try workspace.text("secret.txt") == "the secret", sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/assay-slip"), sourceLocation: sourceLocation)
        #expect(workspace.names(in: ".assay/vault/unpacked").isEmpty, sourceLocation: sourceLocation)
        let strays = try [".assay", "Outbox"].flatMap { try workspace.files(named: "slip.txt", in: $0) }
        #expect(strays.isEmpty, sourceLocation: sourceLocation)
        return workspace
    }

    @Test(arguments: [
        "../slip.txt", "plans/../../slip.txt", "/tmp/assay-slip", "..\\\\..\\\\slip.txt", "C:/slip.txt",
        "C:\\\\slip.txt", "\\\\\\\\host\\\\slip.txt", "~/slip.txt", "a//slip.txt", "x/./slip.txt", "new\\nline.txt",
    ])
    func `case 35: a name that leaves the archive, or isn't plain, is returned`(name: String) throws {
        try refuse(
            """
            a = zipfile.ZipFile(OUT, "w"); usual(a); a.writestr("\(name)", "slipped"); a.close()
            """, code: "archive.path")
        try Scratch.current.map { _ = try command("/bin/rm", ["-rf", $0.folder("workspace")]) }
        try refuse(
            """
            a = tarfile.open(OUT, "w"); usual(a); a.addfile(member("\(name)", size=1), io.BytesIO(b"x")); a.close()
            """, kind: "tar", code: "archive.path")
    }

    @Test(arguments: [
        #"member("x", type=tarfile.SYMTYPE, linkname="/etc/passwd")"#,
        #"member("x", type=tarfile.LNKTYPE, linkname="manifest.xml")"#, #"member("x", type=tarfile.FIFOTYPE)"#,
        #"member("x", type=tarfile.CHRTYPE, devmajor=1, devminor=3)"#,
        #"member("x", type=tarfile.BLKTYPE, devmajor=7, devminor=9)"#,
    ])
    func `case 35: a link, a pipe or a device in an archive is returned`(member: String) throws {
        try refuse(
            "a = tarfile.open(OUT, 'w:gz'); usual(a); a.addfile(\(member)); a.close()", kind: "tar.gz",
            code: "file.not-plain")
    }

    @Test func `case 35: writing through a link is returned, in a zip too`() throws {
        try refuse(
            """
            a = zipfile.ZipFile(OUT, "w"); usual(a)
            link = zipfile.ZipInfo("out"); link.external_attr = 0o120777 << 16; a.writestr(link, "../../..")
            a.writestr("out/slip.txt", "slipped"); a.close()
            """, code: "file.not-plain")
    }

    @Test(arguments: [
        "manifest.xml", "plans/exit-ticket.md", "plans/exit-ticket.md/x", "plans", "Plans/exit-ticket.md",
    ])
    func `case 35: the same name twice is returned`(name: String) throws {
        try refuse("a = zipfile.ZipFile(OUT, 'w'); usual(a); a.writestr('\(name)', 'other'); a.close()")
    }

    @Test func `case 35: a password is said to be one`() throws {
        let workspace = try Workspace()
        try workspace.drop("b", in: "packing")
        try workspace.shell("cd packing/b && zip -qr -P secret ../../Inbox/bad.zip .")
        #expect(try workspace.run().findings("bad.zip").map(\.code) == ["archive.encrypted"])
    }

    @Test func `case 35: an archive within an archive is a file like any other`() throws {
        let workspace = try Workspace()
        try workspace.drop("b", in: "packing")
        try workspace.shell("cd packing/b && zip -q inner.zip manifest.xml && zip -qr ../../Inbox/b.zip .")
        let pass = try workspace.run()
        #expect(pass.state("b.zip") == "accepted")
        #expect(pass.findings("b.zip").map(\.code) == ["file.unlisted"])
    }

    @Test func `case 35: a bomb is stopped by the limit of bytes`() throws {
        let program = programXML(maxBytes: 5_000_000)
        try refuse(
            """
            a = zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED); usual(a)
            with a.open(zipfile.ZipInfo("big.bin"), "w", force_zip64=True) as f:
                f._compressor = zlib.compressobj(9, zlib.DEFLATED, -15); f._zinfo.compress_type = 8
                for _ in range(1024): f.write(bytes(1 << 20))
            a.close()
            assert os.path.getsize(OUT) < 2_000_000
            """, program: program, code: "bundle.too-large")
        try Scratch.current.map { _ = try command("/bin/rm", ["-rf", $0.folder("workspace")]) }
        try refuse(
            """
            a = tarfile.open(OUT, "w:gz"); usual(a)
            class Zeros:
                def read(self, n): return bytes(n)
            a.addfile(member("big.bin", size=1 << 30), Zeros()); a.close()
            """, kind: "tar.gz", program: program, code: "bundle.too-large")
    }

    @Test(arguments: ["<I", "data"])
    func `case 35: a zip that lies about a size is returned`(lie: String) throws {
        // In the directory alone, and in both places.
        try refuse(
            """
            a = zipfile.ZipFile(OUT, "w"); usual(a); a.close()
            b = bytearray(open(OUT, "rb").read())
            d = b.rindex(b"PK\\x01\\x02"); struct.pack_into("<I", b, d + 24, 5)
            if "\(lie)" == "data":
                local = struct.unpack_from("<I", b, d + 42)[0]; struct.pack_into("<I", b, local + 22, 5)
            open(OUT, "wb").write(b)
            """)
    }

    @Test func `case 35: a zip with a broken content is returned`() throws {
        try refuse(
            """
            a = zipfile.ZipFile(OUT, "w"); usual(a); a.close()
            b = bytearray(open(OUT, "rb").read()); i = b.index(b"Ask, wait"); b[i] ^= 1; open(OUT, "wb").write(b)
            """, code: "archive.damaged")
    }

    @Test func `case 35: a million entries are refused by count`() throws {
        try refuse(
            """
            local, central, offset = [], [], 0
            for i in range(1000000):
                n = b"%07d" % i
                h = struct.pack("<4sHHHHHIIIHH", b"PK\\x03\\x04", 20, 0, 0, 0, 0, 0, 0, 0, 7, 0) + n
                local.append(h)
                central.append(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\\x01\\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, offset) + n)
                offset += len(h)
            c = b"".join(central)
            with open(OUT, "wb") as f:
                f.write(b"".join(local)); f.write(c)
                f.write(struct.pack("<4sHHHHIIH", b"PK\\x05\\x06", 0, 0, 1000000 & 0xFFFF, 1000000 & 0xFFFF, len(c), offset, 0))
            """, code: "bundle.too-many-files")
        try Scratch.current.map { _ = try command("/bin/rm", ["-rf", $0.folder("workspace")]) }
        try refuse(
            """
            import gzip
            with gzip.open(OUT, "wb", 1) as f:
                for i in range(100000): f.write(member("%07d" % i).tobuf())
                f.write(bytes(1024))
            """, kind: "tar.gz", code: "bundle.too-many-files")
    }

    @Test func `case 35: folders nested too deep in an archive are refused`() throws {
        try refuse("a = zipfile.ZipFile(OUT, 'w'); usual(a); a.writestr('d/' * 40 + 'x', ''); a.close()")
    }

    @Test(arguments: ["zip", "tar", "tar.gz"])
    func `case 35: bytes by chance are no archive, and no harm`(kind: String) throws {
        let workspace = try Workspace()
        try workspace.drop("neighbor", educator: Educator("E2"))
        var generator = SystemRandomNumberGenerator()
        let head: [UInt8] = kind == "zip" ? [0x50, 0x4B, 3, 4] : kind == "tar" ? [] : [0x1F, 0x8B, 8, 0]
        for number in 1...5 {
            let junk = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try workspace.write("Inbox/junk\(number).\(kind)", Data(head + junk))
        }
        let first = try workspace.run()
        #expect(first.state("neighbor") == "accepted")
        workspace.advance(hours: 2)
        let second = try workspace.run()
        #expect((first["returned"] ?? 0) + (second["returned"] ?? 0) == 5, "\(first.json) \(second.json)")
    }

    @Test func `case 35: an archive whose reading crashes is tried once more, then returned`() throws {
        let workspace = try Workspace()
        try workspace.drop("b", in: "packing")
        try workspace.shell("cd packing/b && zip -qr ../../Inbox/b.zip .")
        let environment = ["ASSAY_TEST_CRASH_ON": "own-work"]
        let first = try workspace.assay(["run", "--json"], environment: environment)
        #expect(try first.json["waiting"].int == 1)
        let second = try workspace.assay(["run", "--json"], environment: environment)
        #expect(try Pass(json: second.json).findings("b.zip").map(\.code) == ["bundle.unreadable"])
        #expect(workspace.exists("Outbox/Returned/b/b.zip"))
    }
}
