"""One pass, recorded: every call that changes the tree, in order, and every flush."""

import re
import subprocess
from pathlib import Path

from disk import Disk
from scenario import ASSAY, pass_arguments

CALLS = """openat openat2 open creat write pwrite64 writev pwritev rename renameat renameat2 link linkat symlink symlinkat
unlink unlinkat rmdir mkdir mkdirat fsync fdatasync syncfs sync ftruncate truncate fallocate copy_file_range sendfile
ioctl""".split()
# What the recorder follows. Any other call of the list that succeeds below the workspace stops the recording.
WHOLE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
ENDED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)(?:<([^>]*)>)?")
DESCRIPTOR = re.compile(r"(?:-?\d+|AT_FDCWD)<([^>]*)>")


def plain(text):
    """strace writes every byte as \\xNN, so that nothing has to be guessed."""
    return bytes.fromhex(text.replace("\\x", "")) if text else b""


def calls(log):
    """Each finished call: its name, its arguments as written, what it returned, and the path of a new descriptor."""
    begun = {}
    with open(log, errors="replace") as lines:
        for line in lines:
            if found := BEGUN.match(line):
                begun[found[1]] = found[3]
            elif found := ENDED.match(line):
                yield found[2], begun.pop(found[1]) + found[3], int(found[4]), found[5]
            elif found := WHOLE.match(line):
                yield found[2], found[3], int(found[4]), found[5]


class Recording:
    """The disk as it was before a pass, and all that the pass did to it."""

    def __init__(self, workspace, now):
        self.root = str(workspace).encode()
        self.disk = Disk(workspace)
        self.offsets = {}
        log = Path(str(workspace) + ".recording")
        done = subprocess.run(
            ["strace", "-f", "-qq", "-y", "-xx", "-s", "33554432", "-o", str(log), "-e", "signal=none",
             "-e", "trace=" + ",".join("?" + call for call in CALLS), ASSAY, *pass_arguments(now),
             "--workspace", str(workspace)], capture_output=True, text=True, timeout=600)
        if done.returncode not in (0, 65):
            raise SystemExit(f"The recorded pass fails: {done.stderr}")
        for name, arguments, result, opened in calls(log):
            if result >= 0:
                self.take(name, arguments, result, opened)
        log.unlink()
        # What was rebuilt from the recording must be what lies there, or nothing below proves anything.
        if words := self.disk.unlike(workspace):
            raise SystemExit(f"The recording isn't what happened: {words[:5]}")

    def inside(self, path):
        """A path's parts below the workspace; None for what lies elsewhere."""
        if path == self.root:
            return ()
        if path is None or not path.startswith(self.root + b"/"):
            return None
        return tuple(part for part in path[len(self.root) + 1:].split(b"/") if part not in (b"", b"."))

    def named(self, arguments, place=0):
        """The path that the place-th pair of a folder and a name stands for."""
        pairs = re.findall(r'(?:(?:-?\d+|AT_FDCWD)<([^>]*)>, )?"([^"]*)"', arguments)
        folder, name = (plain(text) for text in pairs[place])
        return self.inside(name if name.startswith(b"/") or not folder else folder + b"/" + name)

    def take(self, name, arguments, result, opened):
        if name in ("openat", "openat2", "open", "creat"):
            return self.opened(arguments, result, plain(opened))
        if name in ("renameat", "renameat2", "rename", "link", "linkat"):
            source, target = self.named(arguments, 0), self.named(arguments, 1)
            if source is None and target is None:
                return None
            if name.startswith("link"):
                return self.disk.link(source, target)
            return self.disk.rename(source, target, "RENAME_EXCHANGE" in arguments)
        if name in ("mkdir", "mkdirat", "unlink", "unlinkat", "rmdir"):
            if (path := self.named(arguments)) is None:
                return None
            return self.disk.make_folder(path) if name.startswith("mkdir") else self.disk.remove(path)
        descriptors = [self.inside(plain(path)) for path in DESCRIPTOR.findall(arguments)]
        if all(path is None for path in descriptors):
            return None
        if name == "syncfs":
            return self.disk.flush_all()
        if name in ("fsync", "fdatasync"):
            return self.disk.flush(descriptors[0])
        return self.written(name, arguments, result, descriptors)

    def opened(self, arguments, descriptor, path):
        parts = self.inside(path)
        if parts is None:
            return
        self.offsets[descriptor] = 0
        if self.disk.has(parts):
            if "O_TRUNC" in arguments:
                self.disk.cut(parts, 0)
        elif "O_DIRECTORY" in arguments:
            # Another thread has just made it, and its own call is written down as finished later.
            self.disk.make_folder(parts)
        else:
            self.disk.make_file(parts, 0o600 if re.search(r"\b0?600\b", arguments) else 0o644)

    def written(self, name, arguments, result, descriptors):
        number = int(arguments[:arguments.index("<")])
        if name == "ftruncate":
            return self.disk.cut(descriptors[0], int(arguments.rsplit(", ", 1)[1]))
        if name == "pwrite64":
            data, _, offset = arguments[arguments.index('"') + 1:].rsplit(", ", 2)
            return self.disk.write(descriptors[0], int(offset), plain(data.rstrip('"'))[:result])
        if name == "write":
            data = plain(arguments[arguments.index('"') + 1:arguments.rindex('"')])[:result]
            self.disk.write(descriptors[0], self.offsets[number], data)
            self.offsets[number] += result
            return None
        if name == "copy_file_range" and ", NULL, " in arguments:
            source, target = (int(found) for found in re.findall(r"(\d+)<", arguments))
            data = self.disk.content(descriptors[0])[self.offsets[source]:][:result]
            self.disk.write(descriptors[1], self.offsets[target], bytes(data))
            self.offsets[source] += result
            self.offsets[target] += result
            return None
        raise SystemExit(f"The recorder doesn't know what this did: {name}({arguments[:200]}")
