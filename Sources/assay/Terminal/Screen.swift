#if canImport(Glibc)
    import Glibc
#endif

/// What an output can show: a person's terminal of some width, or a file, pipe or mail, which get plain text in full.
struct Screen: Sendable {
    let isTerminal: Bool
    /// Where lines end; a pipe's never do.
    let columns: Int
    /// A line can be written over.
    let canRewrite: Bool
    /// Only on a terminal, and not where NO_COLOR is set (https://no-color.org).
    let isColorful: Bool

    static let output = Screen(STDOUT_FILENO)
    static let errors = Screen(STDERR_FILENO)

    private init(_ descriptor: Int32) {
        isTerminal = isatty(descriptor) == 1
        let kind = environment("TERM") ?? ""
        canRewrite = isTerminal && !kind.isEmpty && kind != "dumb"
        isColorful = canRewrite && (environment("NO_COLOR") ?? "").isEmpty
        columns = isTerminal ? Screen.width(of: descriptor) : .max
    }

    private static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        // Narrower than this nothing can be laid out; the terminal breaks the lines then.
        return isKnown ? max(40, Int(size.ws_col)) : 80
    }
}

private func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
}

/// What a word is, for its color. The word itself always says it too.
enum Tone {
    case plain, heading, good, waiting, bad, faint

    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .heading: "1"
        case .good: "32"
        case .waiting: "33"
        case .bad: "31"
        case .faint: "2"
        }
    }

    /// Of a state of a submission, a bundle, an assignment or a reviewer's standing.
    static func of(state: String) -> Tone {
        switch state {
        case "earned", "accepted", "taken", "chosen": .good
        case "waiting", "adjudication", "incomplete", "returned": .waiting
        case "unroutable", "problem", "late": .bad
        case "ignored", "withdrawn", "mended", "duplicate", "excluded": .faint
        default: .plain
        }
    }
}

/// The text in its color, where the output shows colors.
func toned(_ text: String, _ tone: Tone, on screen: Screen = .output) -> String {
    guard screen.isColorful, let code = tone.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
}
