// The voice of the terminal. What a person reads says what is so, and what to do next, in words that a school
// secretary knows. Results go to standard output, complaints to standard error with "assay:" before them. Names from
// outside are printed through `printable`, so that none of them can move the cursor or color the screen. Nothing is
// printed that nobody asked for: `--quiet` leaves only what needs a person, `--json` only the document.

import Assessment
import Pipeline

#if canImport(Glibc)
    import Glibc
#endif

/// A line on standard output.
func say(_ words: String) { write(words + "\n", to: STDOUT_FILENO) }

/// A line on standard error.
func complain(_ words: String) { write("assay: " + words + "\n", to: STDERR_FILENO) }

/// The one JSON document of a command.
func sayJSON(_ value: some Encodable) throws {
    write(String(decoding: try jsonBytes(value), as: UTF8.self), to: STDOUT_FILENO)
}

/// Columns as wide as their widest cell; the last one runs free.
func sayTable(_ rows: [[String]]) {
    guard let first = rows.first else { return }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
        let cells = row.enumerated().map { column, cell in
            column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
        }
        say("  " + cells.joined(separator: "  "))
    }
}

private func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { continue }
            // A reader that went away (`assay list | head`) is nobody's fault.
            return
        }
        rest = rest.dropFirst(count)
    }
}
