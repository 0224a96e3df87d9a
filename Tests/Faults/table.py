"""The table that the sweeps print: a row says how many trials lost, gained or changed something, or failed otherwise."""

import collections

# What is wrong is told in words that begin with one of these; all else is "other".
COLUMNS = ("lost", "extra", "differing")


def head():
    print(f"{'stage':9} {'fault':7} {'places':>6} {'lost':>5} {'extra':>5} {'differing':>9} {'other':>5}")


def row(stage, fault, trials, faults, lines):
    """`faults` holds, for each trial that failed, its words; `lines` is printed below."""
    tally = collections.Counter()
    for words in faults:
        tally.update({column(word) for word in words})
    print(f"{stage:9} {fault:7} {trials:6} {tally['lost']:5} {tally['extra']:5} {tally['differing']:9} "
          f"{tally['other']:5}", flush=True)
    for line in lines:
        print(f"    {line}", flush=True)


def column(word):
    start = word.split(":")[0]
    return start if start in COLUMNS else "other"
