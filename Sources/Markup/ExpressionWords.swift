/// Words for what libxml2 says of an expression: its XPath errors come with a number and a place, without a message.
enum ExpressionWords {
    static func sentence(_ problem: Problem?, _ expression: String) -> String {
        guard let problem else { return "The expression could not be evaluated." }
        // The place is an offset into the expression's bytes.
        let before = Array(expression.utf8).prefix(max(0, Int(problem.number)))
        let position = String(decoding: before, as: UTF8.self).unicodeScalars.count + 1
        let place = "character \(position)"
        switch problem.code - 1200 {
        case 1: return "A number is not written right at \(place)."
        case 2: return "A text in the expression doesn't end: a quotation mark is missing."
        case 3: return "A text in quotation marks is expected at \(place)."
        case 4, 5, 24: return "There are no variables; one stands at \(place)."
        case 6: return "A condition in [ ] is not written right at \(place)."
        case 7: return "The expression is not written right at \(place)."
        case 8: return "A ) or ] is missing at \(place)."
        case 9: return "A function that doesn't exist stands at \(place)."
        case 10, 11: return "A value of the wrong kind is given to an operator or a function at \(place)."
        case 12: return "A function has too many or too few values at \(place)."
        case 19: return "A prefix other than a: stands at \(place)."
        case 21: return "A character at \(place) isn't allowed."
        case 25: return "The expression takes too many steps; write a simpler one."
        case 23, 26: return "The expression nests too deep; write a simpler one."
        default: return "The expression could not be evaluated (XPath error \(problem.code - 1200))."
        }
    }
}
