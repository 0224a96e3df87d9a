internal import Assessment

/// What `bag-info.txt` says of the payload's size. The rest of it is for people, and nothing is asked of it.
struct BagInfo {
    /// Bytes and files of the payload, by `Payload-Oxum`; nil where it isn't said.
    private(set) var payload: (bytes: Int64, files: Int)?
    /// As it is written, and where.
    private(set) var written = ""
    private(set) var line = 0

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed.lowercased() == "payload-oxum" else { continue }
            written = String(parts[1]).trimmed
            self.line = index + 1
            let numbers = written.split(separator: ".", omittingEmptySubsequences: false)
            if numbers.count == 2, let bytes = Int64(numbers[0]), let files = Int(numbers[1]) {
                payload = (bytes, files)
            }
            return
        }
    }
}
