internal import Markup

/// What a worker can be asked.
enum Request: Hashable {
    case read([UInt8], Limits)
    case evaluate([Query], in: [UInt8])
    case mediaTypes([[UInt8]])
    case compileFaults([String])
    case officeText([UInt8])

    var message: Message {
        var message = Message()
        switch self {
        case .read(let bytes, let limits):
            message.put(UInt8(1))
            message.put(limits)
            message.put(bytes)
        case .evaluate(let queries, let xml):
            message.put(UInt8(2))
            message.put(queries) { message, query in
                message.put(UInt8(query.wantsBoolean ? 1 : 0))
                message.put(query.expression)
            }
            message.put(xml)
        case .mediaTypes(let heads):
            message.put(UInt8(3))
            message.put(heads) { $0.put($1) }
        case .compileFaults(let expressions):
            message.put(UInt8(4))
            message.put(expressions) { $0.put($1) }
        case .officeText(let bytes):
            message.put(UInt8(5))
            message.put(bytes)
        }
        return message
    }

    init(_ bytes: [UInt8]) throws(Malformed) {
        var reader = MessageReader(bytes)
        switch try reader.byte() {
        case 1:
            let limits = try reader.limits()
            self = .read(Array(try reader.slice()), limits)
        case 2:
            let queries = try reader.list { reader throws(Malformed) -> Query in
                let wantsBoolean = try reader.byte() == 1
                return Query(try reader.text(), wantsBoolean: wantsBoolean)
            }
            self = .evaluate(queries, in: Array(try reader.slice()))
        case 3:
            self = .mediaTypes(try reader.list { reader throws(Malformed) in Array(try reader.slice()) })
        case 4:
            self = .compileFaults(try reader.list { reader throws(Malformed) in try reader.text() })
        case 5: self = .officeText(Array(try reader.slice()))
        default:
            throw Malformed()
        }
        try reader.end()
    }
}
