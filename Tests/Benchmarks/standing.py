"""Rows that measure what Assay does where work already stands: nothing, decisions, waiting, starting."""

import json
import os
import re
import statistics
import subprocess
import time

import corpus
import measure
from table import Line, milliseconds, seconds, spent

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


def idle(bench):
    """A pass with nothing to do."""
    for count in (1000, 10_000):
        folder = opened(bench, count)
        line = (bench.assay, "run", "--quiet", "--workspace", folder)
        repeated(1, *line)
        ours = repeated(5, *line)
        looks = looked_at(corpus.decision_files(folder))
        yield Line(
            f"A pass with nothing to do, {count:,} open", seconds(ours),
            f"{count:,} fstatat from Python {milliseconds(looks)}", "≤ 0.3 s", ours <= 0.3)


def decisions(bench):
    """Finished decision files, taken; each ends in a record, signed and published."""
    folder = opened(bench, 10_000)
    files = corpus.decision_files(folder)[:10_000 if bench.whole else 2000]
    corpus.finish(files)
    taken = measure.take(bench.assay, "run", "--quiet", "--workspace", folder, watched=True)
    records = corpus.records(folder)
    if records != len(files):
        raise SystemExit(f"Only {records} of {len(files)} records were published in {folder}.")
    rate = len(files) / taken.seconds
    yield Line(
        f"{len(files):,} decisions taken, of 10,000 open", spent(taken))
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
    line = [HERE + "/watch", "--assay", bench.assay, "--drops", "40", "--settle", "PT0S"]
    told = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    median, worst = (int(re.search(word + r" (\d+) ms", told).group(1)) for word in ("median", "worst"))
    yield Line("40 drops to the queue under watch", f"median {median} ms, worst {worst} ms", "", "99 of 100 ≤ 30 ms", worst <= 30)


def starting(bench):
    """Commands that do next to nothing."""
    folder = corpus.workspace(bench.assay, bench.folder("small"))
    corpus.bundles(folder, 10, 6000)
    measure.take(bench.assay, "run", "--quiet", "--workspace", folder)
    told = subprocess.run([bench.assay, "status", "--json", "--workspace", folder], capture_output=True, check=True)
    if json.loads(told.stdout)["submissions"] != {"in-review": 10}:
        raise SystemExit(f"'status' doesn't tell of ten submissions: {told.stdout.decode()}")
    nothing = f"/bin/true {milliseconds(repeated(OFTEN, '/bin/true'))}"
    for arguments, most in ((("--help",), 15), (("status", "--workspace", folder), 30)):
        ours = repeated(OFTEN, bench.assay, *arguments)
        yield Line(
            f"assay {arguments[0]}", milliseconds(ours), nothing, f"≤ {most} ms", ours <= most / 1000)
