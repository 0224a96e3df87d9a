internal import Dispatch
internal import Synchronization

/// Applies `body` to every item on all cores and returns the results in the items' order.
func concurrently<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
) -> [Result] {
    if items.count < 2 { return items.map(body) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
        let result = body(items[index])
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}

extension Array {
    /// The array in runs of at most `size`.
    func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}

/// How large the next of a row of batches is: the first are small, so that what comes first is through early, and
/// little waits for the folders of the batch before it.
struct BatchSize {
    private var size = 8
    private let most: Int

    init(upTo most: Int) { self.most = most }

    mutating func next() -> Int {
        defer { size = min(2 * size, most) }
        return min(size, most)
    }
}
