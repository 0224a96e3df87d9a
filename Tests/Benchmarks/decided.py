"""A ledger in which many submissions were decided long ago: what a pass wrote of one, again and again.

Only the ledger holds them. Its chain of events is whole, as `assay verify` finds; evidence and records aren't there, and
the signatures are of other bytes.
"""

import contextlib
import hashlib
import json
import random
import sqlite3
import subprocess
import time

import corpus

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# What follows from the events: by the number of which event a row is made, and which columns are numbers of events.
TABLES = {"drops": "event", "submissions": "first", "assignments": "event", "history": "event"}
NUMBERS = ("event", "accepted", "first", "decided", "recorded", "taken")
AT_ONCE = 10_000
# A number that nothing else in the rows is.
EDUCATOR = 987_654_321


def template(assay, folder):
    """The rows that one submission leaves, from its drop to its record."""
    corpus.workspace(assay, folder, readers=1)
    corpus.bundles(folder, 1, 6000, first=EDUCATOR)
    for _ in range(2):
        subprocess.run([assay, "run", "--quiet", "--workspace", folder], check=True)
        corpus.finish(corpus.decision_files(folder))
    with contextlib.closing(sqlite3.connect(folder + "/.assay/ledger.sqlite")) as ledger:
        events = ledger.execute("SELECT number, at, kind, submission, body FROM events ORDER BY number").fetchall()
        if [event[2] for event in events] != ["accepted", "assigned", "taken", "decided", "recorded"]:
            raise SystemExit(f"A decided submission leaves other events now: {[event[2] for event in events]}.")
        tables = {}
        for name in TABLES:
            found = ledger.execute(f"SELECT * FROM {name}")
            numbers = [column[0] in NUMBERS for column in found.description]
            tables[name] = [list(zip(row, numbers)) for row in found]
        own = [json.loads(event[4]) for event in events if event[2] in ("taken", "recorded")]
        digests = [own[0]["sha256"], *(own[1][key] for key in ("record", "json", "signature"))]
        marks = ", ".join("?" * len(digests))
        blobs = ledger.execute(f"SELECT sha256, bytes FROM blobs WHERE sha256 IN ({marks})", digests).fetchall()
    return events, tables, blobs


def link(before, number, at, kind, submission, body):
    """An event's hash, as the program makes it."""
    digest = hashlib.sha256()
    for value in (before, number, at, kind, submission, body):
        if isinstance(value, int):
            digest.update(value.to_bytes(8, "big"))
        else:
            text = value.encode()
            digest.update(len(text).to_bytes(8, "big") + text)
    return digest.hexdigest()


def insert(ledger, table, rows):
    if rows:
        ledger.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def add(assay, scratch, folder, count):
    """Adds `count` decided submissions to the ledger of a workspace of `corpus.workspace`."""
    events, tables, blobs = template(assay, scratch)
    submission = events[0][3]
    ticket = json.loads(events[1][4])["ticket"]
    dice = random.Random(corpus.SEED)

    def name(length):
        return "".join(dice.choices(LETTERS, k=length))

    def rows(place, shift, before):
        """Those of one submission, by table, and the hash of its last event."""
        own = {submission: "S-" + name(len(submission) - 2), ticket: name(len(ticket)), str(EDUCATOR): str(10**7 + place)}
        made = {"blobs": []}
        for digest, body in blobs:
            body = body[:-8] + place.to_bytes(8, "big")
            own[digest] = hashlib.sha256(body).hexdigest()
            made["blobs"].append((own[digest], body))

        def again(text):
            for old, new in own.items():
                text = text.replace(old, new)
            return text

        made["events"] = []
        for number, at, kind, _, body in events:
            body = again(body)
            before = link(before, number + shift, at, kind, own[submission], body)
            made["events"].append((number + shift, at, kind, own[submission], body, before))
        for table, found in tables.items():
            made[table] = [
                [value + shift if is_number and value else again(value) if isinstance(value, str) else value
                 for value, is_number in row] for row in found
            ]
        return made, before

    with contextlib.closing(sqlite3.connect(folder + "/.assay/ledger.sqlite")) as ledger:
        ledger.execute("PRAGMA cache_size = -1000000")
        last = ledger.execute("SELECT number, hash FROM events ORDER BY number DESC LIMIT 1").fetchone()
        last, before = last or (0, "0" * 64)
        for place in range(count):
            made, before = rows(place, last + place * len(events), before)
            for table, added in made.items():
                insert(ledger, table, added)
            if place % AT_ONCE == AT_ONCE - 1:
                ledger.commit()
        ledger.commit()
    corpus.settle()


def kept_again(before, after):
    """Seconds in which SQLite alone adds to the ledger `before`, as durably, what `after` holds more of facts, in
    transactions of as many as a pass puts into one."""
    with contextlib.closing(sqlite3.connect(after)) as ledger:
        def added(table, number, start):
            rows = ledger.execute(f"SELECT * FROM {table} WHERE {number} > ? AND {number} <= ?", (start, start + 64))
            return table, rows.fetchall()

        last, most = newest(before), newest(after)
        numbers = {"events": "number"} | TABLES
        batches = [[added(*entry, start) for entry in numbers.items()] for start in range(last, most, 64)]
    start = time.perf_counter()
    with contextlib.closing(sqlite3.connect(before, isolation_level=None)) as ledger:
        ledger.execute("PRAGMA synchronous = FULL")
        for batch in batches:
            ledger.execute("BEGIN")
            for table, rows in batch:
                insert(ledger, table, rows)
            ledger.execute("COMMIT")
    return time.perf_counter() - start


def newest(path):
    """The number of a ledger's last event."""
    with contextlib.closing(sqlite3.connect(path)) as ledger:
        return ledger.execute("SELECT coalesce(max(number), 0) FROM events").fetchone()[0]
