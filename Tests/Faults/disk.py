"""A file system that forgets what was not flushed: what was asked of it, in order, and the states a power cut may leave."""

import hashlib
import os

# What SQLite shares among processes; a power cut leaves nothing of it that is ever looked at.
SHARED = b"ledger.sqlite-shm"


class Change:
    """One thing asked of the disk. `place` is the folder whose entry, or the file whose bytes, it changes."""

    def __init__(self, kind, places, detail):
        (self.kind, self.places, self.detail, self.flushed) = (kind, places, detail, None)

    @property
    def is_data(self):
        return self.kind in ("write", "cut")


class Tree:
    """Nodes by number: a folder is a dictionary of names, a file a bytearray. The root is 0."""

    def __init__(self):
        self.nodes, self.modes = {0: {}}, {}

    def copy(self):
        other = Tree()
        other.nodes = {number: node.copy() for number, node in self.nodes.items()}
        other.modes = self.modes
        return other

    def find(self, parts):
        node = 0
        for part in parts:
            node = self.nodes[node][part]
        return node

    def apply(self, change):
        """Does one change; one whose ground is missing, since an earlier one was forgotten, can't have happened."""
        kind, detail = change.kind, change.detail
        if kind in ("file", "folder"):
            folder, name, node = detail
            if folder in self.nodes and name not in self.nodes[folder]:
                self.nodes[folder][name] = node
                self.nodes.setdefault(node, {} if kind == "folder" else bytearray())
        elif kind == "rename":
            (first, name), (second, other), is_exchange = detail
            if name not in self.nodes.get(first, {}) or second not in self.nodes:
                return
            moved = self.nodes[first].pop(name)
            if is_exchange and other in self.nodes[second]:
                self.nodes[first][name] = self.nodes[second][other]
            self.nodes[second][other] = moved
        elif kind == "link":
            (first, name), (second, other) = detail
            if name in self.nodes.get(first, {}) and second in self.nodes:
                self.nodes[second].setdefault(other, self.nodes[first][name])
        elif kind == "remove":
            folder, name = detail
            node = self.nodes.get(folder, {}).get(name)
            if node is not None and not (isinstance(self.nodes[node], dict) and self.nodes[node]):
                del self.nodes[folder][name]
        elif kind == "write":
            node, offset, data = detail
            if node in self.nodes:
                content = self.nodes[node]
                content.extend(bytes(max(0, offset - len(content))))
                content[offset:offset + len(data)] = data
        elif kind == "cut":
            node, length = detail
            if node in self.nodes:
                del self.nodes[node][length:]

    def files(self, node=0, path=b""):
        """Every path below, folders with None."""
        for name, child in self.nodes[node].items():
            if name == SHARED:
                continue
            content = self.nodes[child]
            if isinstance(content, dict):
                yield path + name, None, child
                yield from self.files(child, path + name + b"/")
            else:
                yield path + name, content, child

    def digest(self):
        whole = hashlib.sha256()
        for path, content, _ in sorted(self.files(), key=lambda entry: entry[0]):
            whole.update(path + (b"/" if content is None else hashlib.sha256(content).digest()))
        return whole.digest()

    def lay(self, folder):
        for path, content, node in self.files():
            target = os.path.join(os.fsencode(folder), path)
            if content is None:
                os.makedirs(target, exist_ok=True)
            else:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "wb") as file:
                    file.write(content)
            if node in self.modes:
                os.chmod(target, self.modes[node])


class Disk:
    def __init__(self, folder):
        self.now, self.changes, self.flushes = Tree(), [], []
        self.next = 1
        self.read(os.fsencode(folder), 0)
        self.before = self.now.copy()

    def read(self, folder, node):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            number, self.next = self.next, self.next + 1
            self.now.nodes[node][entry.name] = number
            self.now.modes[number] = entry.stat().st_mode & 0o7777
            if entry.is_dir():
                self.now.nodes[number] = {}
                self.read(entry.path, number)
            else:
                with open(entry.path, "rb") as file:
                    self.now.nodes[number] = bytearray(file.read())

    def do(self, kind, places, *detail):
        change = Change(kind, places, detail)
        self.changes.append(change)
        self.now.apply(change)

    def has(self, parts):
        try:
            self.now.find(parts)
            return True
        except KeyError:
            return False

    def content(self, parts):
        return self.now.nodes[self.now.find(parts)]

    def entry(self, parts):
        return self.now.find(parts[:-1]), parts[-1]

    def make_file(self, parts, mode):
        self.new("file", parts, mode)

    def make_folder(self, parts):
        # It may have been seen open before the call that made it.
        if not self.has(parts):
            self.new("folder", parts, 0o755)

    def new(self, kind, parts, mode):
        folder, name = self.entry(parts)
        number, self.next = self.next, self.next + 1
        self.now.modes[number] = mode
        self.do(kind, {folder}, folder, name, number)

    def rename(self, source, target, is_exchange):
        first, second = self.entry(source), self.entry(target)
        self.do("rename", {first[0], second[0]}, first, second, is_exchange)

    def link(self, source, target):
        first, second = self.entry(source), self.entry(target)
        self.do("link", {second[0]}, first, second)

    def remove(self, parts):
        folder, name = self.entry(parts)
        self.do("remove", {folder}, folder, name)

    def write(self, parts, offset, data):
        node = self.now.find(parts)
        self.do("write", {node}, node, offset, data)

    def cut(self, parts, length):
        node = self.now.find(parts)
        self.do("cut", {node}, node, length)

    def flush_all(self):
        """syncfs: everything asked so far stays."""
        for change in self.changes:
            change.flushed = change.flushed if change.flushed is not None else len(self.changes)
        self.flushes.append(len(self.changes))

    def flush(self, parts):
        """fsync of a file keeps its bytes, of a folder its entries; a new file's name is kept by its folder's alone."""
        node = self.now.find(parts)
        for change in self.changes:
            if change.flushed is None and node in change.places:
                change.flushed = len(self.changes)

    def unlike(self, folder):
        """Where the tree at hand isn't the one that was recorded."""
        real = Disk(folder).now
        mine, theirs = (
            {path: None if content is None else bytes(content) for path, content, _ in tree.files()}
            for tree in (self.now, real))
        return sorted(path for path in mine.keys() | theirs.keys() if mine.get(path, 0) != theirs.get(path, 0))
