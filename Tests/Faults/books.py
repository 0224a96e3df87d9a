"""What a workspace holds, to be compared."""

import collections
import functools
import hashlib
import json
import os
import re
import sqlite3

from scenario import assay


def tree(folder):
    """Every name below a folder, with the digest of what it holds."""
    found = {}
    for parent, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(parent, name), folder) + "/"] = ""
        for name in files:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def events(workspace):
    """The ledger's facts in order, hashes included."""
    with sqlite3.connect(f"file:{workspace}/.assay/ledger.sqlite?mode=ro", uri=True) as ledger:
        return ledger.execute("SELECT * FROM events ORDER BY 1").fetchall()


def twins(workspace):
    """The names of bundles with the same content: which of them is taken, and which is the duplicate, is chance."""
    found = {}
    for receipt in workspace.glob("Outbox/Returned/*/receipt.xml"):
        text = receipt.read_text()
        if first := re.search(r'<first bundle="([^"]+)"', text):
            found[re.search(r'bundle="([^"]+)"', text)[1]] = found[first[1]] = f"twin of {first[1]}"
    return found


class Books:
    """Everything that must be the same after a pass that was killed and run again."""

    def __init__(self, workspace):
        self.events = events(workspace)
        self.inbox = tree(workspace / "Inbox")
        self.outbox = tree(workspace / "Outbox")
        self.vault = tree(workspace / ".assay/vault")
        self.scratch = os.listdir(workspace / ".assay/tmp")
        self.workspace = workspace

    def differences(self, other):
        """Words for what differs; none when all is the same, byte for byte."""
        words = []
        if self.events != other.events:
            words.append(f"{len(other.events)} events for {len(self.events)}, or others")
        for name in ("inbox", "outbox", "vault"):
            mine, theirs = getattr(self, name), getattr(other, name)
            for path in sorted(mine.keys() | theirs.keys()):
                if mine.get(path) != theirs.get(path):
                    how = "lost" if path not in theirs else "extra" if path not in mine else "differing"
                    words.append(f"{how}: {name}/{path}")
        if other.scratch:
            words.append(f"left in .assay/tmp: {other.scratch}")
        return words

    # Only a loose comparison asks for these two, while the workspace is still as it was.
    @functools.cached_property
    def list(self):
        return json.loads(assay(self.workspace, "list", "--json").stdout)

    @functools.cached_property
    def twins(self):
        return twins(self.workspace)

    def standing(self, twins):
        """What became of each submission, whatever the order."""
        return sorted((entry["submission"] or "", twins.get(entry["bundle"], entry["bundle"]), entry["state"])
                      for entry in self.list)

    def names(self, twins, name):
        """The paths below one of the folders; those of twins under one name."""
        def alike(part):
            return next((word + part[len(twin):] for twin, word in twins.items()
                         if part == twin or part.startswith(twin + ".S-")), part)
        return collections.Counter(
            "/".join(map(alike, path.split("/"))) for path in getattr(self, name)
            if not path.startswith(("Queues/", "kept/", "kept")) and "/assay-receipt." not in path)

    def loose_differences(self, other):
        """The same, for a pass in which calls failed: what follows may come in another order, and so to other readers;
        and what could not be compared at a queue folder's end is kept, as is a receipt that could not be read, beside
        the new one."""
        words = []
        mine, theirs = (books.standing(self.twins) for books in (self, other))
        if mine != theirs:
            words.append(f"differing: {sorted(set(mine) ^ set(theirs))}")
        for name in ("inbox", "outbox", "vault"):
            mine, theirs = (books.names(self.twins, name) for books in (self, other))
            words += [f"lost: {name}/{path}" for path in sorted(mine - theirs)]
            words += [f"extra: {name}/{path}" for path in sorted(theirs - mine)]
        if other.scratch:
            words.append(f"left in .assay/tmp: {other.scratch}")
        return words
