"""Kills passes, lets their calls fail, one place after the other, and cuts the power under them."""

import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import disks
import power
import saving
import table
import together
from books import Books
from scenario import APART, ASSAY, MANY, OTHERS, STAGES, assay, pass_arguments

CALLS = """openat openat2 open creat write pwrite64 writev pwritev rename renameat renameat2 link linkat symlink symlinkat
unlink unlinkat rmdir mkdir mkdirat fsync fdatasync syncfs ftruncate truncate fallocate close chmod fchmod fchmodat
utimensat copy_file_range sendfile ioctl""".split()
# A complaint that could not be written. strace tells of one call on two lines where another thread's came between.
UNTOLD = re.compile(
    r"^(\d+) +write\(2, .*(?:INJECTED|<unfinished \.\.\.>\n(?:(?!\1 ).*\n)*\1 +<\.\.\. write resumed>.*INJECTED)", re.M)
# Where a pass does the same work again and again, so many places of each fault, and states, stand for all of them.
SAMPLED = 48
# And where bundles are copied, since Inbox and the private folder are on two disks, or they are another account's.
APART_SAMPLED = 120
# Each of these is followed by three more passes.
SAVED = 120
HERE = Path(__file__).resolve().parent
FAULTS = ["kill", "saved", "ENOSPC", "EIO", "EINTR", "EACCES", "short"]
# Calls that don't fail in these ways, or whose failure can't be noticed by anybody.
NEVER = {"EINTR": {"rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "link", "linkat",
                   "close", "rmdir", "chmod", "fchmod", "utimensat", "ioctl"},
         "ENOSPC": {"close", "unlink", "unlinkat", "rmdir", "ioctl"}, "EACCES": {"write", "pwrite64", "close", "fsync",
         "fdatasync", "syncfs", "ftruncate", "ioctl"}}


def traced(workspace, now, *options):
    """One pass under strace; its log tells which thread made which call."""
    log = str(workspace) + ".trace"
    # With a filter in the kernel only the calls in question stop.
    done = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-q", "-o", log, *options, ASSAY, *pass_arguments(now), "--workspace",
         str(workspace)], capture_output=True, text=True, timeout=600)
    return done, Path(log)


def killed(workspace, now, call, number):
    """One pass, or a process that it has started, killed at a call. With a filter in the kernel strace sends no signals,
    and without one it stops at every call."""
    log = str(workspace) + ".trace"
    done = subprocess.run(
        [str(KILLER), log, call, str(number), ASSAY, *pass_arguments(now), "--workspace", str(workspace)],
        capture_output=True, text=True, timeout=600)
    return done, Path(log)


def shortened(workspace, now, **wish):
    """One pass in which a write gets half of its bytes down; no call of strace's can do that and keep the rest true."""
    return subprocess.run(
        [ASSAY, *pass_arguments(now), "--workspace", str(workspace)], capture_output=True, text=True, timeout=600,
        env=os.environ | {"LD_PRELOAD": str(SHIM)} | wish)


def counts(log):
    """How often the busiest thread made each call: an injection counts per thread."""
    busiest = collections.defaultdict(collections.Counter)
    for line in log.read_text(errors="replace").splitlines():
        if found := re.match(r"(\d+) +(\w+)\(", line):
            busiest[found[2]][found[1]] += 1
    return {call: max(threads.values()) for call, threads in busiest.items()}


class Sweep:
    def __init__(self, scratch, stage, before, now):
        (self.scratch, self.stage, self.before, self.now) = (scratch, stage, before, now)
        left_alone = scratch / f"{stage}-left-alone"
        disks.copy(before, left_alone)
        done, log = traced(left_alone, now, "-e", "trace=" + ",".join("?" + call for call in CALLS))
        if done.returncode not in (0, 65):
            sys.exit(f"The pass of '{stage}' fails even when it is left alone: {done.stdout}{done.stderr}")
        self.counts, self.after, self.books = counts(log), left_alone, Books(left_alone)
        log.unlink()
        again = scratch / f"{stage}-once-more"
        disks.copy(before, again)
        shortened(again, now, SHORT_COUNT=str(again) + ".count")
        self.writes = int(Path(str(again) + ".count").read_text())
        if words := self.books.differences(Books(again)):
            sys.exit(f"Two passes of '{stage}' that were left alone differ: {words}")
        disks.remove(again)

    def places(self, fault, only):
        calls = {"short": self.writes} if fault == "short" else self.counts
        for call, number in sorted(calls.items()):
            if (only and call != only) or call in NEVER.get(fault, ()):
                continue
            for place in range(1, number + 1):
                yield call, place

    def try_place(self, fault, call, number):
        """Why this place fails, if it does."""
        workspace = self.scratch / f"{self.stage}-{fault}-{call}-{number}"
        disks.copy(self.before, workspace)
        try:
            if fault == "saved":
                return saving.trial(self, workspace, *killed(workspace, self.now, call, number))
            if fault == "short":
                hurt, log = shortened(workspace, self.now, SHORT_AT=str(number)), None
            elif fault == "kill":
                hurt, log = killed(workspace, self.now, call, number)
            else:
                hurt, log = traced(
                    workspace, self.now, "-e", f"trace={call}", "-e", f"inject={call}:error={fault}:when={number}")
            said = log.read_text(errors="replace") if log else ""
            self.hit += log is None or bool(re.search(r"INJECTED|killed by SIGKILL", said))
            words = self.complaints(fault, hurt, said)
            again = assay(workspace, *pass_arguments(self.now))
            if again.returncode not in (0, 65):
                return [f"run again, it ends with {again.returncode}: {again.stderr.strip()}"]
            books = Books(workspace)
            same = self.books.differences(books)
            # Where a helper process died, first or alone, the pass went on, and takes that bundle after the others.
            died = hurt.returncode in (-9, 137) and "CLD_KILLED" not in said
            words += same if died or fault == "short" else self.books.loose_differences(books) if same else []
            if words:
                check = assay(workspace, "verify")
                words += [f"verify: {check.stdout.strip()}"] if check.returncode else []
            return words
        except subprocess.TimeoutExpired:
            return ["it doesn't end"]
        finally:
            disks.remove(workspace)
            Path(str(workspace) + ".trace").unlink(missing_ok=True)

    def complaints(self, fault, hurt, said):
        """A pass that a failing call stopped must say so: 74 and a sentence. 127 is the loader's, before the start.
        Half a write is no reason to stop."""
        code = hurt.returncode
        if fault == "short":
            return [] if code in (0, 65) else [f"exit {code}: {hurt.stderr.strip()[:300]}"]
        if fault == "kill" or code in (0, 65, 127):
            return []
        # What has no room by itself is told with the rest; what ends the pass, by itself. Where the sentence itself was
        # what could not be written, the exit code must do.
        told = hurt.stderr.strip() or re.search("No space left on device|there is no room for it on the disk", hurt.stdout)
        if code == 74 and (told or UNTOLD.search(said)):
            return []
        return [f"exit {code}: {(hurt.stderr or hurt.stdout).strip()[:300]}"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--only", choices=[*FAULTS, "power", "together"])
    options.add_argument("--stage", choices=[name for name, _, _ in STAGES + MANY + APART + OTHERS])
    options.add_argument("--call")
    options.add_argument("--words", type=int, default=4)
    options.add_argument("--place", type=int)
    options.add_argument("--states", type=int, default=600)
    options.add_argument("--drops", type=int, default=3000)
    options.add_argument("--seed", type=int, default=1)
    # Which calls are made is the same in memory, and there nobody waits for a disk.
    options.add_argument("--scratch", default="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    chosen = options.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="assay-faults.", dir=chosen.scratch))
    global SHIM, KILLER
    SHIM, KILLER = scratch / "short.so", scratch / "killer"
    compiler = os.environ.get("CC") or "cc"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(SHIM), str(HERE / "short.c"), "-ldl"], check=True)
    subprocess.run([compiler, "-O1", "-o", str(KILLER), str(HERE / "killer.c")], check=True)
    failed = 0
    try:
        table.head()
        failed += line(scratch, STAGES, chosen, chosen.states // len(STAGES), None)
        failed += line(scratch, MANY, chosen, min(SAMPLED, chosen.states // (3 * len(STAGES))), SAMPLED)
        if other := disks.other_disk(scratch):
            failed += line(scratch, APART, chosen, 0, APART_SAMPLED, other)
            shutil.rmtree(other, ignore_errors=True)
        else:
            print("apart: this machine has no second disk to offer")
        if os.geteuid() == 0:
            failed += line(scratch, OTHERS, chosen, 0, APART_SAMPLED)
        else:
            print("others: only root gives a bundle to another account")
        if chosen.stage is None and chosen.only in (None, "together"):
            failed += together.row(scratch, chosen.drops, chosen.seed, chosen.words)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(1 if failed else 0)


def line(scratch, stages, chosen, states, most, other=None):
    """Goes through stages of one workspace, its private folder on the other disk where there is one; returns how many
    places and states failed."""
    before = scratch / ("begin-" + stages[0][0])
    before.mkdir()
    failed = 0
    for number, (name, prepare, now) in enumerate(stages):
        # What comes later isn't asked for.
        if chosen.stage and chosen.stage not in [name for name, _, _ in stages[number:]]:
            break
        prepare(before)
        if other:
            disks.part(before, other)
        sweep = Sweep(scratch, name, before, now)
        if chosen.stage in (None, name):
            failed += sum(
                row(sweep, fault, chosen, SAVED if fault == "saved" else most) for fault in FAULTS
                if chosen.only in (None, fault) and (fault != "saved" or name in saving.STAGES))
            if states and chosen.only in (None, "power"):
                failed += power.row(scratch, name, before, now, states, chosen.seed, chosen.words)
        before = sweep.after
    return failed


def row(sweep, fault, chosen, most):
    """Prints a row of the table, of at most about so many places; returns how many failed."""
    places = [place for place in sweep.places(fault, chosen.call) if chosen.place in (None, place[1])]
    every = max(chosen.every, len(places) // most) if most else chosen.every
    places = places[chosen.seed % every::every]
    sweep.hit = 0
    if fault == "saved":
        saving.left_alone(sweep)
    with ThreadPoolExecutor(2) as hands:
        results = list(hands.map(lambda place: sweep.try_place(fault, *place), places))
    faults = [(place, words) for place, words in zip(places, results) if words]
    lines = [f"{call} {number}: " + "; ".join(words[:chosen.words]) for (call, number), words in faults[:20]]
    # Which thread does what differs a little from pass to pass, and the last of its calls may not come.
    is_void = sweep.hit < 0.8 * len(places) - 2
    if is_void:
        lines.insert(0, f"only {sweep.hit} of {len(places)} places were hit: this proves nothing")
    table.row(sweep.stage, fault, len(places), results, lines)
    return len(faults) + is_void


main()
