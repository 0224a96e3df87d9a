import Foundation

/// A JSON value that may be asked for what isn't there.
package struct JSON: CustomStringConvertible {
    private let value: Any?

    init(value: Any?) { self.value = value }

    package init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    package subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }

    package subscript(index: Int) -> JSON {
        guard let array = value as? [Any], array.indices.contains(index) else { return JSON(value: nil) }
        return JSON(value: array[index])
    }

    package var string: String? { value as? String }
    package var int: Int? { value as? Int }
    package var bool: Bool? { value as? Bool }
    /// Empty for what is no array; see `isArray`.
    package var array: [JSON] { (value as? [Any])?.map { JSON(value: $0) } ?? [] }
    package var isArray: Bool { value is [Any] }
    package var keys: Set<String> { Set((value as? [String: Any])?.keys.map { $0 } ?? []) }
    package var isNull: Bool { value is NSNull }
    package var isMissing: Bool { value == nil }

    /// The array's member whose `key` is `text`.
    package func first(_ key: String, _ text: String) -> JSON {
        array.first { $0[key].string == text } ?? JSON(value: nil)
    }

    package var description: String {
        guard let value else { return "nothing" }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed, .prettyPrinted]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else { return "\(value)" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension JSON: Equatable {
    package static func == (a: JSON, b: JSON) -> Bool { a.description == b.description }
}
