/// Why an expression is refused before libxml2 sees it; nil where nothing speaks against it.
///
/// Evaluation alone would not do: in `false() or b:x` or in a condition that no element reaches, an unknown name
/// stays unseen until the one submission for which it matters.
func expressionFault(_ expression: String) -> String? {
    // Nesting costs stack, and this bounds it.
    if expression.utf8.count > 4096 { return "The expression has more than 4096 bytes; write a shorter one." }
    if expression.allSatisfy(\.isWhitespace) { return "The expression is empty." }
    var check = ExpressionCheck(expression)
    return check.run()
}

/// Looks at every name of an expression: XPath 1.0's lexical rules (section 3.7 of its specification).
private struct ExpressionCheck {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Whether the last token ends an operand, so that a name or `*` that follows is an operator.
    private var isAfterOperand = false

    init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

    mutating func run() -> String? {
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\"", "'":
                guard let end = scalars[(index + 1)...].firstIndex(of: scalar) else {
                    return "The text that begins at character \(index + 1) doesn't end: a quotation mark is missing."
                }
                index = end + 1
                isAfterOperand = true
            case "$":
                return "There are no variables; one stands at character \(index + 1)."
            case "0"..."9":
                while index < scalars.count, scalars[index] == "." || ("0"..."9").contains(scalars[index]) {
                    index += 1
                }
                isAfterOperand = true
            case "*":
                isAfterOperand.toggle()
                index += 1
            case ")", "]", ".":
                isAfterOperand = true
                index += 1
            case _ where Self.startsName(scalar):
                if let fault = name() { return fault }
            default:
                if !Self.isBlank(scalar) { isAfterOperand = false }
                index += 1
            }
        }
        return nil
    }

    private mutating func name() -> String? {
        let start = index
        let first = word()
        if isAfterOperand {
            isAfterOperand = false
            let isOperator = ["and", "or", "div", "mod"].contains(first)
            return isOperator ? nil : "'\(first)' at character \(start + 1) follows without an operator between."
        }
        var local = first
        if peek(0) == ":" && peek(1) != ":" {
            guard first == "a" else {
                return "The prefix '\(first):' at character \(start + 1) isn't known; write 'a:'."
            }
            index += 1
            local = peek(0) == "*" ? "*" : word()
            if local == "*" { index += 1 }
            if next() == "(" { return "There is no function 'a:\(local)' (character \(start + 1))." }
        } else if next() == "(" {
            guard Self.functions.contains(local) || Self.nodeTests.contains(local) else {
                return "There is no function '\(local)' (character \(start + 1))."
            }
        } else if next() == ":" {
            return nil  // An axis: what it leads to comes next.
        }
        isAfterOperand = true
        return nil
    }

    private mutating func word() -> String {
        let start = index
        while index < scalars.count, Self.startsName(scalars[index]) || Self.continuesName(scalars[index]) {
            index += 1
        }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    /// The next scalar that isn't blank.
    private func next() -> Unicode.Scalar? { scalars[index...].first { !Self.isBlank($0) } }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar.value >= 0xC0
    }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "-" || scalar == "." || scalar.value == 0xB7
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private static let nodeTests: Set<String> = ["comment", "text", "processing-instruction", "node"]

    private static let functions: Set<String> = [
        "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
        "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space",
        "translate", "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
    ]
}
