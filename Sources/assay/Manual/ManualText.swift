/// What of the manual page is written by hand. Change the date with the words.
enum ManualText {
    static func head(version: String) -> String {
        #"""
        .Dd November 24, 2026
        .Dt ASSAY 1
        .Os "Assay \#(version)"
        .Sh NAME
        .Nm assay
        .Nd assess evidence for educators' micro-credentials
        .Sh SYNOPSIS
        .Nm
        .Ar command
        .Op Ar options
        .Op Ar arguments
        .Sh DESCRIPTION
        .Nm
        works on a workspace: a folder with
        .Pa Rubrics ,
        which the district writes,
        .Pa Inbox ,
        into which staff drop bundles of evidence, and
        .Pa Outbox ,
        in which it lays everything that it writes.
        Each pass takes the decision files that reviewers saved, writes the records that follow from them, accepts or
        returns the bundles in Inbox, and gives submissions to reviewers who are qualified, free, and not in conflict.
        .Pp
        .Nm assay Cm run
        does one pass, by hand or by
        .Xr cron 8 ;
        .Nm assay Cm watch
        does the same passes as things happen.
        The commands that only ask take no lock and may be used at any time.
        .Pp
        Results are printed on standard output, complaints and progress on standard error.
        On a terminal long lines are broken at its width, states have colors, and long work shows on one line how far
        it has come; elsewhere, and under
        .Fl -quiet
        and
        .Fl -json ,
        there is none of this.
        """#
    }

    static let tail = #"""
        .Sh ENVIRONMENT
        .Bl -tag -width NO_COLOR
        .It Ev NO_COLOR
        Set to anything but the empty text it turns colors off.
        .It Ev TERM
        If it is
        .Dq dumb
        or not set, there are neither colors nor progress.
        .El
        .Sh FILES
        .Bl -tag -width Ds
        .It Pa Rubrics/
        Rubrics,
        .Pa program.xml
        and
        .Pa reviewers.xml ;
        schemas for editors are in
        .Pa Rubrics/Schemas .
        .It Pa Inbox/
        Bundles: a folder, a .zip, a .tar or a .tar.gz each.
        .It Pa Outbox/index.html
        How everything stands, as a page.
        .It Pa Outbox/Queues/
        A folder for each reviewer, with the evidence and the decision file to edit.
        .It Pa Outbox/Decisions/
        Signed records, and the educator's feedback.
        .It Pa Outbox/Receipts/ , Pa Outbox/Returned/
        What was accepted, and what came back with the reason.
        .It Pa .assay/
        The ledger, the vault and the keys.
        It has to be on a disk of this machine; it may be a symbolic link, or elsewhere by
        .Fl -ledger .
        .El
        .Sh EXIT STATUS
        .Bl -tag -width Ds
        .It 0
        Done; returned bundles are ordinary business.
        .It 1
        .Cm check ,
        .Cm rubric check
        or
        .Cm verify
        found an error,
        .Cm recover
        a difference, or
        .Cm backup
        a damaged file.
        .It 64
        The command line can't be understood.
        .It 65
        A document of the district's is invalid; the rest was still processed.
        .It 66
        There is no such submission, bundle, reviewer or file.
        .It 70
        A fault of the program's own.
        .It 74
        Input or output failed: a folder isn't there, a disk is full, the ledger is on a network share or was lost.
        .It 75
        Another pass held the workspace for a minute, or the workspace belongs to another machine.
        Try again later.
        .El
        .Sh EXAMPLES
        A workspace to try things in, and a pass over it:
        .Bd -literal -offset indent
        assay init --samples --workspace trial
        assay run --workspace trial
        assay status --workspace trial
        .Ed
        .Pp
        A pass every ten minutes, in a
        .Xr crontab 5 ;
        mail comes only when a person is needed:
        .Bd -literal -offset indent
        */10 * * * * /usr/local/bin/assay run --quiet --workspace /srv/assay
        .Ed
        .Pp
        The submissions that wait for a reviewer, for a script:
        .Bd -literal -offset indent
        assay status --json | jq .unroutable
        .Ed
        .Sh SEE ALSO
        .Xr crontab 5 ,
        .Xr systemd.service 5 ,
        .Xr cron 8
        """#
}
