/// The chain and what it points to. `jobs`, `copied`, `arrivals`, `looks`, `reopened`, `problems`, `misplaced`, `unfilled`,
/// `unrouted`, `notices` and `read_up_to` are the pass's own memory: they hold no facts, and a pass that was killed may
/// leave them behind in any state.
let ledgerTables = """
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS events (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, submission TEXT,
        body TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS jobs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, event INTEGER NOT NULL,
        subject TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS copied (job INTEGER PRIMARY KEY, stamps TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS arrivals (
        ordinal INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
        since INTEGER NOT NULL, reason TEXT NOT NULL, judged TEXT NOT NULL, crashes INTEGER NOT NULL,
        afterwards TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS looks (
        ticket TEXT PRIMARY KEY, stamp TEXT NOT NULL, since INTEGER NOT NULL, judged TEXT NOT NULL)
        STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS reopened (ticket TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS problems (
        path TEXT PRIMARY KEY, ticket TEXT, submission TEXT, reviewer TEXT, since INTEGER NOT NULL,
        findings TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS problems_by_ticket ON problems (ticket) WHERE ticket IS NOT NULL;
    CREATE TABLE IF NOT EXISTS misplaced (path TEXT PRIMARY KEY, ticket TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS unfilled (
        submission TEXT PRIMARY KEY, slots INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS unrouted (submission TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS notices (key TEXT PRIMARY KEY, printed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS read_up_to (event INTEGER PRIMARY KEY) STRICT;
    """

/// What follows from the events alone; the audit builds these again and compares.
let projectionTables = """
    CREATE TABLE IF NOT EXISTS drops (
        event INTEGER PRIMARY KEY, bundle TEXT NOT NULL, state TEXT NOT NULL, submission TEXT,
        folder TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS drops_by_bundle ON drops (bundle);
    CREATE INDEX IF NOT EXISTS drops_by_folder ON drops (folder);
    CREATE INDEX IF NOT EXISTS drops_given_back ON drops (event, state) WHERE state <> 'accepted';
    CREATE TABLE IF NOT EXISTS submissions (
        id TEXT PRIMARY KEY, bundle TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL,
        rubric TEXT NOT NULL, version TEXT NOT NULL, rubric_sha256 TEXT NOT NULL, educator TEXT NOT NULL,
        accepted INTEGER NOT NULL, first INTEGER NOT NULL, decided INTEGER, recorded INTEGER, outcome TEXT,
        disputed TEXT, mended_by TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS history (
        first INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (first, event)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS erasures (event INTEGER PRIMARY KEY, submission TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS submissions_by_educator ON submissions (educator, rubric);
    CREATE INDEX IF NOT EXISTS submissions_in_states ON submissions (state, first, mended_by);
    DROP INDEX IF EXISTS submissions_by_state;
    DROP INDEX IF EXISTS submissions_by_version;
    CREATE INDEX IF NOT EXISTS submissions_as_accepted ON submissions (rubric, version, accepted);
    CREATE INDEX IF NOT EXISTS submissions_accepted_anew ON submissions (accepted) WHERE accepted > first;
    CREATE TABLE IF NOT EXISTS assignments (
        ticket TEXT PRIMARY KEY, submission TEXT NOT NULL, role TEXT NOT NULL, slot INTEGER NOT NULL,
        reviewer TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, assigned INTEGER NOT NULL,
        due INTEGER NOT NULL, event INTEGER NOT NULL, taken INTEGER, desk INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS assignments_in_queues ON assignments (
        event, submission, role, slot, reviewer, name, state, assigned, due, taken, desk) WHERE desk = 1;
    DROP INDEX IF EXISTS assignments_on_desks;
    CREATE INDEX IF NOT EXISTS assignments_by_event ON assignments (event);
    CREATE INDEX IF NOT EXISTS assignments_of_reviewers ON assignments (state, reviewer, event, name);
    DROP INDEX IF EXISTS assignments_by_state;
    CREATE INDEX IF NOT EXISTS assignments_taken ON assignments (reviewer, taken, state, event)
        WHERE state IN ('taken', 'superseded') AND taken <> event;
    """
