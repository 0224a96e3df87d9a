/// How long a process is waited for. Time in which this machine or this process was itself stopped doesn't count: it
/// would be held against the file.
struct Patience {
    private var milliseconds: Int64

    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// The next piece of it, in milliseconds; 0 when it is over.
    var slice: Int64 { max(0, min(milliseconds, 1000)) }

    /// Of a longer while only the slice is spent, and at least something of it.
    mutating func spend(_ while: Duration, of slice: Int64) {
        let (seconds, attoseconds) = `while`.components
        milliseconds -= max(1, min(slice, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }
}
