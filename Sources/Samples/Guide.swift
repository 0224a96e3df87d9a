extension Samples {
    /// Where, below `Inbox`, lies what is dropped later; a name that begins with README is never taken for a bundle.
    static let laterFolder = "README-later"

    /// A page beside the bundles that says what each of them shows, and what to do to see the rest.
    static let guide = File(
        "Inbox/README-samples.md",
        """
        # The sample bundles

        Names that begin with README are left alone here. `assay run` takes the rest; this is what becomes of each:

        \(list(of: bundles))
        And one single file, `\(strayNote.path.dropFirst("Inbox/".count))`, which is no bundle: it stays, and
        `assay status` says why.

        ## What comes of it when people go on

        Queues lie in Outbox/Queues, a folder for each reviewer. In a folder there: read.html shows the evidence, and
        decision.xml or decision.txt is to be filled in. Then `assay run`.

        - Give `nunez-checking` or `okoro-feedback` the levels that meet: **earned**. Give `brandt-feedback` the lowest level
          in 2.1, with a comment: **not-yet-earned**. Both get a page of feedback in Outbox/Decisions.
        - Let the two readers of `haddad-checking` differ on 2.3: **adjudication**, a lead gets that one criterion.
        - Set `unscorable` in `ferreira-technology`, with e4 as the evidence: **incomplete**.
        - Set `declined` in one place of `castellano-texts`: it goes to somebody else.
        - `assay withdraw ID --reason "The educator asked."`, with the id of `ibarra-technology`: **withdrawn**.
        - `assay explain hassan-family`: why one place is **unroutable**, and which rule keeps each reviewer from it.

        Two bundles lie in `Inbox/\(laterFolder)`. Move each into Inbox when its time has come:

        \(list(of: laterBundles))
        """)

    private static func list(of bundles: [Bundle]) -> String {
        bundles.map { "- `\($0.fileName)`: \($0.fate).\n" }.joined()
    }
}
