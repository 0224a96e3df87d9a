internal import CLibXML2

/// One complaint of libxml2, copied out of the callback that brought it.
struct Problem {
    var code: Int32
    var message: String
    /// What the message names, as the code defines it.
    var names: [String?]
    var number: Int32
    /// The parser's place in the text, in bytes.
    var offset = 0
    /// The element it is about: its number in document order.
    var ordinal: Int?
}

/// Collects complaints while libxml2 works; libxml2 holds it as a bare pointer, so it must outlive the call.
final class Complaints {
    private(set) var problems: [Problem] = []

    /// A hostile text can bring one complaint for every byte.
    private let limit = 200

    func add(_ error: clibxml2_error?, offset: Int = 0, ordinal: Int? = nil) {
        guard problems.count < limit, let error = unsafe error else { return }
        let details = unsafe error.pointee
        guard unsafe details.level != XML_ERR_WARNING else { return }
        unsafe problems.append(
            Problem(
                code: details.code, message: text(details.message) ?? "",
                names: [text(details.str1), text(details.str2), text(details.str3)],
                number: details.int1, offset: offset, ordinal: ordinal))
    }

    /// The pointer that libxml2 keeps for the length of one call.
    var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static func at(_ pointer: UnsafeMutableRawPointer) -> Complaints {
        unsafe Unmanaged<Complaints>.fromOpaque(pointer).takeUnretainedValue()
    }
}
