"""What a command takes: by the clock, of the processors, and of memory, its readers' included."""

import dataclasses
import os
import subprocess
import sys
import threading
import time


@dataclasses.dataclass
class Taken:
    """Seconds by the clock and of all processors, and the peak of the memory of all processes together in bytes."""
    seconds: float
    processor: float
    peak: int


def family(pid):
    """A process and all that it started."""
    found = [pid]
    for parent in found:
        try:
            for task in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{task}/children") as file:
                    found += [int(word) for word in file.read().split()]
        except (FileNotFoundError, ProcessLookupError):
            pass
    return found


def memory(pid):
    """Bytes of memory of a process and all that it started; pages that they share are counted once."""
    total = 0
    for process in family(pid):
        try:
            with open(f"/proc/{process}/smaps_rollup") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            pass
    return total * 1024


def processor(pid):
    """Seconds of processors that a running process and all that it started have used."""
    total = 0
    for process in family(pid):
        try:
            with open(f"/proc/{process}/stat") as file:
                # After the name in parentheses: utime and stime, and those of children that ended.
                total += sum(int(word) for word in file.read().rsplit(")", 1)[1].split()[11:15])
        except (FileNotFoundError, ProcessLookupError):
            pass
    return total / os.sysconf("SC_CLK_TCK")


# Seconds between two looks at the memory of a pass that is measured for it alone; and of one whose time counts too, and
# that is long enough to be seen often: each look holds the process up.
OFTEN, SELDOM = 0.025, 0.25


def take(*line, watched=None):
    """Runs a command to its end. Its memory is looked at only where asked for, so often."""
    start = time.perf_counter()
    process = subprocess.Popen(line, stdin=subprocess.DEVNULL)
    over = threading.Event()
    peak = 0

    def look():
        nonlocal peak
        while not over.wait(watched):
            peak = max(peak, memory(process.pid))

    watcher = threading.Thread(target=look)
    if watched:
        watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    over.set()
    if watched:
        watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(line)} ended with {process.returncode}.")
    return Taken(seconds, used.ru_utime + used.ru_stime, peak)
