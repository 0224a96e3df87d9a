/// How long a process is waited for. Time in which this machine or this process was itself stopped doesn't count: it
/// would be held against the file.
struct Patience {
    private var milliseconds: Int64

    init(_ duration: Duration) { milliseconds = duration.milliseconds }

    /// The next piece of it, in milliseconds; 0 when it is over.
    var slice: Int64 { max(0, min(milliseconds, 1000)) }

    /// Of a longer while only the slice is spent, and at least something of it.
    mutating func spend(_ time: Duration, of slice: Int64) { milliseconds -= max(1, min(slice, time.milliseconds)) }
}

extension Duration {
    fileprivate var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
