"""Rows that measure what Assay does where work already stands: nothing, decisions, waiting, starting."""

import json
import os
import re
import shutil
import statistics
import subprocess
import time

import corpus
import decided
import measure
import passes
from table import Line, milliseconds, seconds, spent, times

HERE = os.path.dirname(os.path.abspath(__file__))
# How often what takes milliseconds is measured.
OFTEN = 30


def opened(bench, count):
    """A workspace with so many open decision files; laid once, and shared by the rows."""
    if count not in bench.standing:
        folder = corpus.workspace(bench.assay, bench.folder("open"), readers=1)
        corpus.bundles(folder, count, 6000)
        measure.take(bench.assay, "run", "--quiet", "--workspace", folder)
        bench.standing[count] = folder
        bench.say(f"{count:,} decision files lie open")
    return bench.standing[count]


def repeated(count, *line):
    """The median time of a command that says nothing."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        process = os.posix_spawn(line[0], line, os.environ, file_actions=quiet)
        _, status = os.waitpid(process, 0)
        taken.append(time.perf_counter() - start)
        if status:
            raise SystemExit(f"{' '.join(line)} ended with {os.waitstatus_to_exitcode(status)}.")
    return statistics.median(taken)


def looked_at(files):
    """Seconds that looking at each file takes."""
    start = time.perf_counter()
    for file in files:
        os.stat(file, follow_symlinks=False)
    return time.perf_counter() - start


def nothing_to_do(bench, folder, work):
    line = (bench.assay, "run", "--quiet", "--workspace", folder)
    repeated(1, *line)
    ours = repeated(5, *line)
    files = corpus.decision_files(folder)
    beside = f"{len(files):,} fstatat from Python {milliseconds(looked_at(files))}"
    return Line(f"A pass with nothing to do, {work}", seconds(ours), beside, "≤ 0.3 s", ours <= 0.3)


def idle(bench):
    """A pass with nothing to do."""
    for count in (1000, 10_000):
        yield nothing_to_do(bench, opened(bench, count), f"{count:,} open")


def long_standing(bench):
    """A ledger in which many submissions were decided: nothing to do, and what a bundle costs."""
    count, some, size = 1_000_000 if bench.whole else 100_000, 1000, 6000
    folder = corpus.workspace(bench.assay, bench.folder("decided"), readers=1)
    decided.add(bench.assay, bench.folder("template"), folder, count)
    bench.say(f"{count:,} submissions are decided")
    ledger = "/.assay/ledger.sqlite"
    other = shutil.copyfile(folder + ledger, bench.folder("ledger"))

    def one(folder, other, first):
        """Seconds for a bundle, and those in which SQLite alone keeps its facts in the other ledger."""
        corpus.bundles(folder, some, size, first=first)
        taken = measure.take(bench.assay, "run", "--quiet", "--workspace", folder)
        bench.say(f"{some:,} bundles: {seconds(taken.seconds)}")
        corpus.settle()
        return taken.seconds / some, decided.kept_again(other, folder + ledger) / some

    few, many = [], []
    for number in range(bench.rounds):
        new = corpus.workspace(bench.assay, bench.folder("few"), readers=1)
        few.append(one(new, shutil.copyfile(new + ledger, bench.folder("ledger")), 1))
        many.append(one(folder, other, (number + 1) * 1_000_000))
    (few, few_kept), (many, many_kept) = ([statistics.median(column) for column in zip(*lines)] for lines in (few, many))
    yield Line(
        f"A bundle of 6 kB where {count:,} are decided", milliseconds(many), f"in a new ledger: {milliseconds(few)}")
    yield Line("– beside one in a new ledger", times(many / few), "", "≤ 1.15 ×", many <= 1.15 * few)
    yield Line(
        "– its facts written again by SQLite alone", milliseconds(many_kept),
        f"in a new ledger: {milliseconds(few_kept)}")
    corpus.bundles(folder, 10_000 - bench.rounds * some, size)
    measure.take(bench.assay, "run", "--quiet", "--workspace", folder)
    yield nothing_to_do(bench, folder, f"10,000 open, {count:,} decided")


def copy_linked(source, target):
    """What the reviewers' folders hold: links stay links."""
    if os.stat(source).st_nlink > 1:
        os.link(source, target)
    else:
        shutil.copyfile(source, target)


def decisions(bench):
    """Finished decision files, taken; each ends in a record, signed and published."""
    folder = opened(bench, 10_000)
    files = corpus.decision_files(folder)[:10_000 if bench.whole else 2000]
    corpus.finish(files)
    ended = bench.folder("ended")
    for file in files:
        desk = os.path.dirname(file)
        shutil.copytree(desk, f"{ended}/{os.path.basename(desk)}", copy_function=copy_linked)
    corpus.settle()
    taken = measure.take(bench.assay, "run", "--quiet", "--workspace", folder, watched=measure.SELDOM)
    records = corpus.records(folder)
    if records != len(files):
        raise SystemExit(f"Only {records} of {len(files)} records were published in {folder}.")
    bare = passes.outputs(bench, folder + "/Outbox/Decisions", bench.folder("records"), ended)
    rate = len(files) / taken.seconds
    yield Line(f"{len(files):,} decisions taken, of 10,000 open", spent(taken))
    yield Line(
        "– beside its records written again and its queue folders removed by `outputs.c`",
        times(taken.seconds / bare.seconds), f"{seconds(bare.seconds)}, {len(files) / bare.seconds:,.0f} a second")
    yield Line("– records signed and published", f"{rate:,.0f} a second", "", "≥ 2,000 a second", rate >= 2000)


def daemon(bench):
    """What the daemon takes while nothing happens, between two listings."""
    open_count, waiting = (10_000, 100_000) if bench.whole else (1000, 10_000)
    folder = opened(bench, open_count)
    corpus.bundles(folder, waiting, 6000, first=1_000_000, missing=1)
    watch = subprocess.Popen([bench.assay, "watch", "--quiet", "--poll", "PT10M", "--workspace", folder])
    try:
        calm, before = 0, 0.0
        # Its first passes are over when it has done nothing for three seconds.
        for _ in range(600):
            time.sleep(1)
            now = measure.processor(watch.pid)
            calm = calm + 1 if now - before < 0.02 and now > 0 else 0
            before = now
            if calm == 3 or watch.poll() is not None:
                break
        if calm < 3:
            raise SystemExit(f"The daemon in {folder} doesn't come to rest.")
        time.sleep(10)
        used = measure.processor(watch.pid) - before
        memory = measure.memory(watch.pid)
    finally:
        watch.terminate()
        watch.wait()
    yield Line(
        f"The daemon at rest, {waiting:,} waiting, {open_count:,} open", f"{used:.2f} s of processors in 10 s", "", "0 %",
        used < 0.02)
    yield Line("– memory", f"{memory / 1e6:.0f} MB", "", "≤ 64 MB", memory <= 64e6)


def drop(bench):
    """From a drop to the queue under `assay watch`."""
    line = [HERE + "/watch", "--assay", bench.assay, "--drops", "200", "--settle", "PT0S"]
    told = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    (median, most, worst), (bare, bare_most, _) = (
        [int(re.search(word + r" (\d+) ms", line).group(1)) for word in ("median", "99 of 100", "worst")]
        for line in told.splitlines()[-2:])
    yield Line(
        "200 drops to the queue under watch", f"median {median} ms, 99 of 100 ≤ {most} ms, worst {worst} ms",
        f"their flushes alone: median {bare} ms, 99 of 100 ≤ {bare_most} ms", "99 of 100 ≤ 30 ms", most <= 30)


def starting(bench):
    """Commands that do next to nothing."""
    folder = corpus.workspace(bench.assay, bench.folder("small"))
    corpus.bundles(folder, 10, 6000)
    measure.take(bench.assay, "run", "--quiet", "--workspace", folder)
    told = subprocess.run([bench.assay, "status", "--json", "--workspace", folder], capture_output=True, check=True)
    if json.loads(told.stdout)["submissions"] != {"in-review": 10}:
        raise SystemExit(f"'status' doesn't tell of ten submissions: {told.stdout.decode()}")
    start = repeated(OFTEN, bench.assay, "--help")
    nothing = f"/bin/true {milliseconds(repeated(OFTEN, '/bin/true'))}"
    yield Line("assay --help", milliseconds(start), nothing, "≤ 15 ms", start <= 0.015)
    ours = repeated(OFTEN, bench.assay, "status", "--workspace", folder)
    yield Line(
        "assay status", milliseconds(ours), f"started twice, for its reader too: {milliseconds(2 * start)}", "≤ 30 ms",
        ours <= 0.03)
