package import Assessment

/// What the command line says about how to work.
package struct Settings: Sendable {
    /// The workspace's folder.
    package var workspace = "."
    /// The private folder where it isn't the workspace's `.assay`.
    package var ledger: String?
    /// The program's clock, for replay and tests.
    package var now: WrittenTime?
    /// Seconds, over program.xml.
    package var settle: Int64?
    /// Seconds to wait for another pass to end.
    package var lockWait: Int64 = 60
    /// Who is told how far long work has come.
    package var progress = Progress.untold

    package init() {}
}

/// Why a command couldn't do its work at all.
package enum Refusal: Error, Sendable, CustomStringConvertible {
    /// Exit code 64.
    case usage(String)
    /// Exit code 66.
    case unknown(String)
    /// Exit code 70.
    case fault(String)
    /// Exit code 74.
    case inputOutput(String)
    /// Exit code 74 as well: what the vault keeps of one submission isn't as the ledger has it.
    case damaged(String)
    /// Exit code 74 as well: the ledger's disk is full.
    case full(String)
    /// Exit code 75: another pass holds the workspace.
    case busy(String)
    /// Exit code 75 as well: it is another machine's.
    case foreign(String)

    package var description: String {
        switch self {
        case .usage(let words), .unknown(let words), .fault(let words), .inputOutput(let words), .damaged(let words),
            .full(let words), .busy(let words), .foreign(let words):
            words
        }
    }
}
