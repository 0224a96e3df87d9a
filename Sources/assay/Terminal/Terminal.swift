// The voice of the terminal. What a person reads says what is so, and what to do next, in words that a school
// secretary knows. Results go to standard output, complaints to standard error with "assay:" before them. Names from
// outside are printed through `printable`, so that none of them can move the cursor or color the screen. Nothing is
// printed that nobody asked for: `--quiet` leaves only what needs a person, `--json` only the document. A terminal gets
// some color, lines of its width and a line that tells of progress; a pipe, a file and a mail get plain text in full.

import Assessment
import Pipeline

#if canImport(Glibc)
    import Glibc
#endif

/// A line on standard output.
func say(_ words: String) { write(words + "\n", to: STDOUT_FILENO) }

/// A line on standard error.
func complain(_ words: String) { write("assay: " + words + "\n", to: STDERR_FILENO) }

/// A document as it is, with nothing before or after it.
func sayBytes(_ bytes: [UInt8]) {
    ProgressLine.shared.clear()
    writeAll(bytes, to: STDOUT_FILENO)
}

/// The one JSON document of a command.
func sayJSON(_ value: some Encodable) throws {
    write(String(decoding: try jsonBytes(value), as: UTF8.self), to: STDOUT_FILENO)
}

/// A heading over what follows.
func sayHeading(_ words: String) { say(toned(words, .heading)) }

/// Text on an output, in the place of a line that told of progress.
private func write(_ text: String, to descriptor: Int32) {
    ProgressLine.shared.clear()
    writeAll(text, to: descriptor)
}

/// Every byte of the text.
func writeAll(_ text: String, to descriptor: Int32) { writeAll(Array(text.utf8), to: descriptor) }

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { continue }
            // A reader that went away (`assay list | head`) is nobody's fault.
            if errno != EPIPE, descriptor == STDOUT_FILENO { Outputs.lost(errno) }
            return
        }
        rest = rest.dropFirst(count)
    }
}
