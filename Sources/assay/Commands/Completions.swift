import Assessment
import Pipeline

// What a shell offers for an argument. These only read, wait for nothing, and are silent where there is no workspace:
// nobody who presses Tab asked for a complaint.

/// Ids of submissions.
@Sendable func submissions(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(prefix, try? Questions(settings(in: words)).names(withBundles: false))
}

/// Ids of submissions, and names of bundles.
@Sendable func submissionsAndBundles(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(prefix, try? Questions(settings(in: words)).names(withBundles: true))
}

/// Ids of reviewers, as the roster has them now.
@Sendable func reviewers(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(prefix, try? Questions(settings(in: words)).reviewerIDs())
}

/// Ids of the rubrics in Rubrics.
@Sendable func rubrics(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(prefix, try? Questions(settings(in: words)).rubricIDs())
}

/// A name that has to be escaped to be printed can't be typed at a prompt either.
private func offered(_ prefix: String, _ words: [String]?) -> [String] {
    Set(words ?? []).filter { $0.hasPrefix(prefix) && printable($0) == $0 }.sorted()
}

/// The workspace that the line so far speaks of.
private func settings(in words: [String]) -> Settings {
    var settings = Settings()
    func value(of option: String) -> String? {
        if let place = words.firstIndex(of: option), place + 1 < words.count { return words[place + 1] }
        return words.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
    }
    settings.workspace = value(of: "--workspace") ?? "."
    settings.ledger = value(of: "--ledger")
    return settings
}
