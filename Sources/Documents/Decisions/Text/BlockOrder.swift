/// Where the laid blocks stand in a file, and which of them were moved out of their order.
struct BlockOrder {
    /// Of each block the index of its heading; nil where it isn't there, or is there twice.
    let starts: [Int?]
    /// The longest run of blocks, not necessarily neighbors, that are in order.
    private let ordered: Set<Int>

    init(_ searches: [BlockFinder.Search]) {
        let starts: [Int?] = searches.map { search in
            switch search {
            case .found(let place): place.start
            case .misplaced(let line), .incomplete(let line, _), .changed(let line): line
            case .twice, .gone: nil
            }
        }
        self.starts = starts
        ordered = BlockOrder.longestRun(starts)
    }

    func isMoved(_ block: Int) -> Bool { starts[block] != nil && !ordered.contains(block) }

    /// The nearest blocks before and after one that are where they were laid.
    func neighbors(of block: Int) -> (before: Int?, after: Int?) {
        let others = ordered.subtracting([block])
        return (others.filter { $0 < block }.max(), others.filter { $0 > block }.min())
    }

    private static func longestRun(_ starts: [Int?]) -> Set<Int> {
        let present = starts.compactMap { $0 }
        if zip(present, present.dropFirst()).allSatisfy(<) { return Set(starts.indices.filter { starts[$0] != nil }) }
        var runs: [[Int]] = []
        for (block, start) in starts.enumerated() {
            guard let start else { continue }
            let before = runs.filter { run in run.last.flatMap { starts[$0] }.map { $0 < start } ?? false }
            let longest = before.reduce([]) { $1.count > $0.count ? $1 : $0 }
            runs.append(longest + [block])
        }
        return Set(runs.reduce([]) { $1.count > $0.count ? $1 : $0 })
    }
}
