"""Reviewers who save between a pass that was killed and the next one: what they finished is taken, and once."""

import collections
import functools
import re
import shutil

import disks
from scenario import assay, facts, fill, pass_arguments

# The passes of these lay folders into the queues.
STAGES = ("arrival", "apart")
LATER = ["2026-11-02T16:00:00Z", "2026-11-02T17:00:00Z"]


def save_all(workspace):
    """Every reviewer finishes what lies in her queue and isn't finished."""
    for path in workspace.glob("Outbox/Queues/*/S-*/decision.*"):
        if re.search('status(="|: )draft', path.read_text()):
            fill(path)


def go_on(workspace, now):
    """What comes after a pass that was killed, or wasn't; words for one that fails."""
    for moment in [now, *LATER]:
        save_all(workspace)
        done = assay(workspace, *pass_arguments(moment))
        if done.returncode not in (0, 65):
            return [f"run again, it ends with {done.returncode}: {done.stderr.strip()}"]
    return []


class Standing:
    """What came of every bundle, and how often each kind of fact is there."""

    def __init__(self, workspace, twins):
        def named(kind):
            return [twins.get(body["bundle"], body["bundle"]) for _, body in facts(workspace, kind)]
        self.counts = collections.Counter()
        for kind in ("accepted", "returned", "duplicate"):
            self.counts.update(f"{kind} {name}" for name in named(kind))
        for kind in ("assigned", "taken", "decided", "recorded", "kept"):
            self.counts[kind] = len(facts(workspace, kind))
        self.counts["open"] = len(list(workspace.glob("Outbox/Queues/*/S-*/decision.*")))
        self.counts["problems"] = len(list(workspace.glob("Outbox/Queues/*/S-*/problems.txt")))
        self.counts.update(entry.name for entry in (workspace / "Inbox").iterdir())

    def differences(self, other):
        return ([f"lost: {one} ({number})" for one, number in (self.counts - other.counts).items()]
                + [f"extra: {one} ({number})" for one, number in (other.counts - self.counts).items()])


@functools.cache
def left_alone(sweep):
    """The same after a pass that nobody killed."""
    workspace = sweep.scratch / f"{sweep.stage}-saved"
    disks.copy(sweep.after, workspace)
    if words := go_on(workspace, sweep.now):
        raise SystemExit(f"{sweep.stage}: {words}")
    standing = Standing(workspace, sweep.books.twins)
    assert standing.counts["recorded"] and standing.counts["taken"], "Nothing was decided: this proves nothing."
    disks.remove(workspace)
    return standing


def trial(sweep, workspace, _, log):
    """Why a place fails, if it does; its pass was killed."""
    sweep.hit += "killed by SIGKILL" in log.read_text(errors="replace")
    return go_on(workspace, sweep.now) or left_alone(sweep).differences(Standing(workspace, sweep.books.twins))
