internal import Glibc

/// What libFuzzer calls with each input: the reader that ASSAY_FUZZ_TARGET names gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    reader.read(bytes)
    return 0
}

private let readers: KeyValuePairs<String, @Sendable ([UInt8]) -> Void> = [
    "manifest": readsManifest, "district": readsDistrict, "xpath": evaluatesExpression, "decision": readsDecision,
    "decision-text": readsDecisionText, "archive": readsArchive, "office": readsOfficeText, "names": readsName,
    "links": readsLinks, "media": tellsMediaType, "bag": readsBag,
]

private let reader: (name: String, read: @Sendable ([UInt8]) -> Void) = {
    // As in the process that takes archives apart.
    _ = unsafe setlocale(LC_ALL, "C.UTF-8")
    let name = unsafe getenv("ASSAY_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let reader = readers.first(where: { $0.key == name }) else {
        fatalError("ASSAY_FUZZ_TARGET is to be one of: \(readers.map(\.key).joined(separator: ", "))")
    }
    return (name, reader.value)
}()

/// What must hold whatever the input; where it doesn't, libFuzzer keeps the input.
func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
    if !holds { fatalError(words()) }
}
