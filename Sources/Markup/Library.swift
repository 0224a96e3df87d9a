internal import CLibXML2

/// The one namespace of all documents.
let assayNamespace = "urn:assay:1"

/// libxml2 as a whole: made ready once, then deaf to everything outside the bytes it is given.
enum Library {
    private static let ready: Void = {
        xmlInitParser()
        // Whatever asks for a file or an address gets nothing: entities, schemas, XInclude.
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// To be called before anything else of libxml2, on every thread that uses it.
    static func prepare() {
        _ = ready
        clibxml2_silence()
    }
}

/// A string of libxml2's, copied.
func text(_ string: UnsafePointer<xmlChar>?) -> String? {
    unsafe string.map { unsafe String(cString: $0) }
}

/// A string in one of libxml2's error fields, copied.
func text(_ string: UnsafeMutablePointer<CChar>?) -> String? {
    unsafe string.map { unsafe String(cString: $0) }
}
