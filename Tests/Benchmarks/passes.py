"""Rows that measure a pass from Inbox to the reviewers' queues, beside the floor and the peer."""

import os
import shutil
import statistics
import subprocess
import time

import corpus
import measure
from table import Line, milliseconds, seconds, times

HERE = os.path.dirname(os.path.abspath(__file__))


def middle(taken):
    """The median time of several."""
    return statistics.median(one.seconds for one in taken)


def intake(bench, name, folder, count, size, evidence="link", watched=None):
    """One pass of Assay over a corpus laid for it."""
    corpus.workspace(bench.assay, folder, evidence)
    corpus.bundles(folder, count, size)
    return taken_in(bench, name, folder, count, watched)


def taken_in(bench, name, folder, count, watched=None):
    taken = measure.take(bench.assay, "run", "--quiet", "--workspace", folder, watched=watched)
    check(folder, 2 * count)
    bench.say(f"{name}: Assay {seconds(taken.seconds)}")
    return taken


def check(folder, queued):
    found = len(corpus.decision_files(folder))
    if found != queued:
        raise SystemExit(f"Only {found} of {queued} queue folders were laid in {folder}.")


def outputs(bench, *folders):
    """The time of making a pass's files once more, and of removing what it removed, and nothing else."""
    program = bench.scratch + "/outputs"
    if not os.path.exists(program):
        compiler = os.environ.get("CC") or shutil.which("cc") or "clang"
        subprocess.run([compiler, "-O2", "-o", program, HERE + "/outputs.c"], check=True)
    taken = measure.take(program, *folders)
    bench.say(f"outputs alone {seconds(taken.seconds)}")
    return taken


def side_by_side(key, count, size, most, few_files=False):
    """A row that compares floor, peer and Assay on one corpus, `most` times the floor being the goal."""

    def row(bench):
        floors, peers, passes, bare = [], [], [], []
        for number in range(bench.rounds):
            folder = bench.folder(key)
            corpus.workspace(bench.assay, folder)
            corpus.bundles(folder, count, size)
            floors.append(measure.take(HERE + "/floor", folder, str(count)))
            bench.say(f"{key}: floor {seconds(floors[-1].seconds)}")
            passes.append(taken_in(bench, key, folder, count))
            bare.append(outputs(bench, folder + "/Outbox", folder + "/outputs"))
            if few_files:
                shutil.rmtree(folder)
            if not bench.python:
                continue
            folder = bench.folder(key)
            corpus.workspace(bench.assay, folder)
            corpus.bundles(folder, count, size)
            peers.append(measure.take(bench.python, HERE + "/peer.py", folder))
            check(folder, 2 * count)
            bench.say(f"{key}: peer {seconds(peers[-1].seconds)}")
            if few_files:
                shutil.rmtree(folder)
        folder = bench.folder(key)
        memory = intake(bench, key + " watched", folder, count, size, watched=measure.OFTEN).peak
        shutil.rmtree(folder)
        ours, floor = middle(passes), middle(floors)
        work = f"{count:,} bundles of {size // 1000:,} kB"
        beside = f"floor {seconds(floor)}"
        if peers:
            beside += f", peer {seconds(middle(peers))}"
        processor = statistics.median(one.processor for one in passes)
        yield Line(work, f"{seconds(ours)}, processors {seconds(processor)}, {memory / 1e6:.0f} MB", beside)
        limit = floor + middle(bare)
        yield Line("– beside the floor and its files written again by `outputs.c`", times(ours / limit), seconds(limit))
        yield Line("– beside the floor", times(ours / floor), "", f"≤ {most} ×", ours <= most * floor)
        if peers:
            faster = middle(peers) / ours
            yield Line("– the peer's time by ours", times(faster), "", "≥ 5 ×", faster >= 5)

    return row


def copied(bench):
    """Queues with copies, beside the same pass with links and two plain copies of the evidence."""
    count, size = 1000, 150_000
    linked, copies, plain = [], [], []
    for _ in range(bench.rounds):
        linked.append(intake(bench, "copy", bench.folder("copy"), count, size))
        folder = bench.folder("copy")
        copies.append(intake(bench, "copy", folder, count, size, evidence="copy"))
        corpus.settle()
        start = time.perf_counter()
        for number in (1, 2):
            measure.take("cp", "-r", folder + "/.assay/vault", f"{folder}/plain-{number}")
        plain.append(time.perf_counter() - start)
        bench.say(f"copy: two cp -r {seconds(plain[-1])}")
    beside = middle(linked) + statistics.median(plain)
    ours = middle(copies)
    yield Line(
        f"{count:,} bundles of {size // 1000} kB, copied into the queues", seconds(ours),
        f"linked {seconds(middle(linked))}, two cp -r {seconds(statistics.median(plain))}")
    yield Line("– beside both", times(ours / beside), "", "≤ 1.3 ×", ours <= 1.3 * beside)


def growth(bench):
    """What a bundle costs among few and among many."""
    few, many, size = 1000, 64_000 if bench.whole else 8000, 6000
    short = [intake(bench, "growth", bench.folder("growth"), few, size) for _ in range(bench.rounds)]
    # Long enough to be its own average.
    long = intake(bench, "growth", bench.folder("growth"), many, size, watched=measure.SELDOM)
    one, other = middle(short) / few, long.seconds / many
    yield Line(
        f"A bundle of 6 kB among {many:,}", f"{milliseconds(other)}, {long.peak / 1e6:.0f} MB",
        f"among {few:,}: {milliseconds(one)}")
    yield Line("– beside one among few", times(other / one), "", "≤ 1.15 ×", other <= 1.15 * one)
    yield Line("– memory", f"{long.peak / 1e6:.0f} MB", "", "≤ 64 MB", long.peak <= 64e6)


def enormous(bench):
    """A file larger than any memory should be."""
    size = (8 if bench.whole else 1) << 30
    folder = corpus.workspace(bench.assay, bench.folder("memory"))
    corpus.enormous(folder, size)
    taken = taken_in(bench, "memory", folder, 1, watched=measure.OFTEN)
    yield Line(f"A file of {size >> 30} GiB", seconds(taken.seconds))
    yield Line("– memory", f"{taken.peak / 1e6:.0f} MB", "", "≤ 64 MB", taken.peak <= 64e6)
