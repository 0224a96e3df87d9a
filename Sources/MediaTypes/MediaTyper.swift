internal import CMagic

/// Tells what a file is by how it begins; libmagic's memory has this one owner, and one thread at a time.
///
/// The database is loaded once, at the start: afterwards nothing is opened any more.
@safe package final class MediaTyper {
    private let cookie: magic_t

    /// Nil where libmagic or its database of file types can't be had.
    package init?() {
        guard let cookie = unsafe (0..<MediaTyper.tries).lazy.compactMap({ _ in unsafe MediaTyper.loaded() }).first
        else { return nil }
        unsafe self.cookie = cookie
    }

    /// libmagic doesn't try again when a signal breaks into the opening of its database.
    private static let tries = 3

    private static func loaded() -> magic_t? {
        // Compressed files are never looked into, and a text with commas or braces is a text.
        let flags =
            MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_JSON
        guard let cookie = unsafe magic_open(flags) else { return nil }
        guard unsafe magic_load(cookie, nil) == 0, unsafe knowsTypes(cookie) else {
            unsafe magic_close(cookie)
            return nil
        }
        // Fewer rounds than libmagic's own limits: the head is hostile.
        let bounds = [
            (MAGIC_PARAM_INDIR_MAX, 15), (MAGIC_PARAM_NAME_MAX, 50), (MAGIC_PARAM_REGEX_MAX, 4096),
            (MAGIC_PARAM_BYTES_MAX, 1_048_576),
        ]
        for (parameter, bound) in bounds {
            var bound = bound
            _ = unsafe magic_setparam(cookie, parameter, &bound)
        }
        return unsafe cookie
    }

    /// Where its database can't be read libmagic takes the empty one of the administrator's instead, says nothing, and
    /// calls everything a text.
    private static func knowsTypes(_ cookie: magic_t) -> Bool {
        let sample = "%PDF-1.7\n"
        let told = unsafe magic_buffer(cookie, sample, sample.utf8.count).map { unsafe String(cString: $0) }
        return told == "application/pdf"
    }

    deinit { unsafe magic_close(cookie) }

    /// The media type of a file that begins with these bytes, without parameters.
    package func mediaType(ofHead bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "application/x-empty" }
        let told = unsafe bytes.withUnsafeBytes { head in
            unsafe magic_buffer(cookie, head.baseAddress, head.count).map { unsafe String(cString: $0) }
        }
        switch told {
        case nil: return unknownType
        case "application/zip"?, "application/octet-stream"?: return officeType(ofHead: bytes) ?? told ?? unknownType
        case let type? where type.hasPrefix("text/"): return isText(bytes) ? textType(type) : unknownType
        case let type?: return type
        }
    }

    /// An essay that begins like a program is still an essay: only texts with a form of their own keep their name.
    private func textType(_ type: String) -> String {
        ["text/html", "text/xml", "text/rtf", "text/calendar", "text/vcard"].contains(type) ? type : "text/plain"
    }

    /// libmagic takes a file of zero bytes for text; only UTF-16 may hold them.
    private func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }
}

private let unknownType = "application/octet-stream"
