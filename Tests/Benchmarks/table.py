"""The table of what was measured, for the terminal and for RESULTS.md, and what it was measured on."""

import dataclasses
import os
import platform
import subprocess

HEAD = ("Work", "Assay", "Beside it", "Goal", "Met")


@dataclasses.dataclass
class Line:
    """One line; a goal goes with whether it is met."""
    work: str
    ours: str
    beside: str = ""
    goal: str = ""
    met: bool | None = None

    def cells(self):
        return (self.work, self.ours, self.beside, self.goal, {None: "", True: "yes", False: "no"}[self.met])


def seconds(value):
    return f"{value:.2f} s"


def milliseconds(value):
    return f"{value * 1000:.1f} ms"


def spent(taken):
    """Time by the clock, of processors, and memory."""
    return f"{seconds(taken.seconds)}, processors {seconds(taken.processor)}, {taken.peak / 1e6:.0f} MB"


def times(value):
    return f"{value:.1f} ×" if value >= 2 else f"{value:.2f} ×"


def plain(lines):
    rows = [HEAD] + [line.cells() for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def markdown(lines):
    rows = [HEAD, ("---",) * len(HEAD)] + [line.cells() for line in lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def told(*line, folder="."):
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


def machine(scratch):
    """What the measuring was done on; nothing that tells whose it is."""
    with open("/proc/cpuinfo") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    with open("/proc/meminfo") as file:
        memory = next(int(line.split()[1]) for line in file if line.startswith("MemTotal"))
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    return {
        "Processors": f"{len(os.sched_getaffinity(0))} × {models[0] if models else platform.machine()}",
        "Memory": f"{memory / 1e6:.0f} GB",
        "File system": file_system(scratch),
        "System": f"{system}, Linux {platform.release().split('-')[0]}",
        "Load when it began": f"{os.getloadavg()[0]:.1f}",
    }


def file_system(folder):
    """Its kind, and of ext4 whether it has a journal: without one it passes over inodes that became free lately."""
    device, _, kind = told("findmnt", "-no", "SOURCE,FSTYPE", "-T", folder).partition(" ")
    kind = kind.strip()
    if kind != "ext4":
        return kind or "unknown"
    journals = os.listdir("/proc/fs/jbd2") if os.path.isdir("/proc/fs/jbd2") else []
    has_journal = any(journal.startswith(os.path.basename(os.path.realpath(device)) + "-") for journal in journals)
    return kind + (" with a journal" if has_journal else " without a journal") + (
        ", in a file" if "/loop" in device else "")


def commit(root):
    """The commit, and whether files other than the results differ from it."""
    name = told("git", "rev-parse", "--short=12", "HEAD", folder=root)
    changed = told("git", "status", "--porcelain", "--", ".", ":!Tests/Benchmarks/RESULTS.md", folder=root)
    return (name or "unknown") + (", with changes" if changed else "")


def results(lines, facts, profiles):
    """The text of RESULTS.md; `profiles` are titles and what `profile` said."""
    about = "\n".join(f"- {name}: {value}" for name, value in facts.items())
    stages = "\n".join(f"\n{title}:\n\n```\n{said.strip()}\n```" for title, said in profiles)
    return f"""# What `make bench` measured

Times are medians, measured in turn on one machine; the ratios count. *Floor* is `xmllint --schema` over every manifest
and `openssl dgst -sha256` over every file, on as many processes as there are processors; *peer* is `peer.py`, one
process of Python with lxml, hashlib and sqlite3 that makes the same things. Everything is on the disk when a pass ends.
Memory is the peak of all processes together, pages that they share counted once.

{about}

{markdown(lines)}

## Where a goal isn't met: what the limit is

The floor reads and checks, and writes nothing. A pass has to leave files: of a bundle two queue folders, each with
decision.xml, read.html and the evidence, a receipt as page and as XML, and a place in the vault; of a
decision the record as XML and JSON, its signature, feedback.html and an empty place in the queue. `outputs.c` makes
these very files once more from the finished Outbox, on all processors, with nothing to check, to think of or to keep
books on, and flushes once. No design that leaves them is faster; the lines "written again by `outputs.c`" say how far
from that limit a pass is.

A drop waits for the disk five times before anybody may see its queue folder: the ledger's log is begun, what was seen
is remembered, the bundle is claimed, its facts are written, its results are laid. None of these may come before the
one before it is on the disk; `watch` makes the same flushes with nothing between. `status` reads the district's
documents as every command does, in a process that may open nothing: that is a second start of the program.

In a long ledger each new id and each new ticket, which are drawn from content, gets its row on another page of the
file, and each such page has to be read, written to the log and written to its place. "Its facts written again by
SQLite alone" puts the pass's own rows into a copy of that ledger, in transactions of as many, and does nothing else:
what it takes more in the long ledger than in the new one, every pass has to take more.

What lies between goes here, in a pass by itself; each stage's share of the processors, the kernel's part in it, and
what it comes to for one bundle or decision.{stages or " (Not measured: `profile` needs perf.)"}
"""
