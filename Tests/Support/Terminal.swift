package import Testing

extension Workspace {
    /// What a person's terminal of this width gets, both outputs together, when the command is typed there.
    package func typed(
        _ line: String, columns: Int = 80, environment: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        // The terminal ends lines with CR LF.
        let script =
            "stty cols \(columns); cd \"$ASSAY_TEST_ROOT\"; assay() { \"$ASSAY_TEST_BINARY\" \"$@\"; }; \(line)"
        let usual = [
            "TERM": "xterm", "NO_COLOR": "", "SHELL": "/bin/sh", "ASSAY_TEST_ROOT": root,
            "ASSAY_TEST_BINARY": assayBinary,
        ]
        let result = try command(
            "/usr/bin/script", ["-qec", script, "/dev/null"], environment: usual.merging(environment) { $1 })
        try #require(result.exit == 0, "\(result)", sourceLocation: sourceLocation)
        return result.stdout.replacing("\r\n", with: "\n")
    }
}
