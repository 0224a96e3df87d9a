internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Logging
internal import Synchronization

/// Reads bundles where they lie, a batch at a time, and each while the one before it is admitted.
struct BatchReader: Sendable {
    let pass: Pass
    let inspector: Inspector
    let arriving: Folder
    let unpacked: Folder
    let count: Progress.Count

    /// What came of each; nil for what wasn't begun when somebody wanted to stop. The caller waits for the end of it.
    func ahead(_ candidates: [Candidate]) -> Beside<[Inspection?]> {
        Beside {
            pass.log.step("read \(candidates.count) bundles") {
                concurrently(candidates) { candidate -> Inspection? in
                    // Reading may be long: what wasn't begun then is left for the next pass.
                    if pass.isStopping() { return nil }
                    defer { count.add() }
                    return inspect(candidate)
                }
            }
        }
    }

    func inspect(_ candidate: Candidate) -> Inspection {
        let asked = Asked()
        var inspector = inspector
        inspector.earlierVersions = { [earlierVersions = inspector.earlierVersions] educator, rubric in
            asked.educators.withLock { _ = $0.insert(educator.lowercased()) }
            return try earlierVersions(educator, rubric)
        }
        var inspection = inspector.inspect(
            candidate, in: candidate.place == .inbox ? pass.workspace.inbox : arriving, unpackingTo: unpacked,
            patienceIsOver: pass.clock.now.seconds - candidate.since.seconds >= inspector.limits.patience)
        inspection.educators = asked.educators.withLock { $0 }
        return inspection
    }

    private final class Asked: Sendable {
        let educators = Mutex<Set<String>>([])
    }
}
