"""Cuts the power at every moment of a pass: what was not flushed may be there, or not, or in part; then runs again."""

import random
import shutil
from concurrent.futures import ThreadPoolExecutor

import table
from books import Books
from disk import Change
from recording import Recording
from scenario import assay, pass_arguments

ZEROS = "zeros"


class Cut:
    """What one way of losing keeps of the changes that nothing had flushed when the power went."""

    def __init__(self, disk, moment):
        self.disk, self.moment = disk, moment
        self.open = [
            place for place, change in enumerate(disk.changes[:moment])
            if change.flushed is None or change.flushed > moment]

    def tree(self, keeps):
        """`keeps(place, change)` is asked for each change that was not flushed: True, False, a share of its bytes, or ZEROS."""
        tree, loose = self.disk.before.copy(), set(self.open)
        for place, change in enumerate(self.disk.changes[:self.moment]):
            kept = True if place not in loose else keeps(place, change)
            if kept is True:
                tree.apply(change)
            elif kept and change.kind == "write":
                node, offset, data = change.detail
                data = bytes(len(data)) if kept == ZEROS else data[:int(len(data) * kept)]
                tree.apply(Change("write", change.places, (node, offset, data)))
        return tree

    def ways(self, chance):
        """Ways of losing, from what journals do to what none of them would."""
        moment = chance.randrange(len(self.open) + 1)
        early = set(self.open[:moment])
        yield "nothing kept", lambda place, change: False
        yield "names kept, bytes lost", lambda place, change: not change.is_data
        yield "bytes kept, names lost", lambda place, change: change.is_data
        yield "kept up to a moment", lambda place, change: place in early
        yield "names up to a moment, bytes lost", lambda place, change: place in early and not change.is_data
        yield "renames undone", lambda place, change: change.kind != "rename"
        yield "removals undone", lambda place, change: change.kind != "remove"
        yield "bytes torn", lambda place, change: 0.5 if change.is_data else True
        yield "zeros for bytes", lambda place, change: ZEROS if change.is_data else True
        for number in range(3):
            dice = random.Random(chance.random())
            kept = {place: dice.choice([True, False, dice.random()]) for place in self.open}
            yield f"by chance {number}", lambda place, change, kept=kept: (
                kept[place] if change.is_data else kept[place] is True)


def states(disk, number, chance):
    """Distinct trees, each with how it came about; at most about `number` of them, spread over the pass."""
    seen, moments = set(), list(range(len(disk.changes) + 1))
    chance.shuffle(moments)
    # Just before and after each flush is where promises are made.
    first = [moment + more for moment in disk.flushes for more in (-1, 0, 1)]
    for moment in first + moments:
        if not 0 <= moment <= len(disk.changes):
            continue
        cut = Cut(disk, moment)
        for name, keeps in cut.ways(chance):
            if len(seen) >= number:
                return
            tree = cut.tree(keeps)
            digest = tree.digest()
            if digest not in seen:
                seen.add(digest)
                yield f"{moment}, {name}", tree


def complaints(scratch, name, tree, now, books):
    workspace = scratch / ("cut-" + "".join(letter if letter.isalnum() else "-" for letter in name))
    workspace.mkdir()
    try:
        tree.lay(workspace)
        again = assay(workspace, *pass_arguments(now))
        if again.returncode not in (0, 65):
            return [f"run again, it ends with {again.returncode}: {again.stderr.strip()[:400]}"]
        words = books.differences(Books(workspace))
        check = assay(workspace, "verify")
        return words + ([f"verify: {check.stdout.strip()[:400]}"] if check.returncode else [])
    finally:
        shutil.rmtree(workspace, ignore_errors=True)


def row(scratch, name, before, now, number, seed, words):
    """Prints a row of the table; returns how many states failed."""
    after = scratch / f"{name}-recorded"
    shutil.copytree(before, after, symlinks=True)
    disk = Recording(after, now).disk
    books = Books(after)
    shutil.rmtree(after)
    with ThreadPoolExecutor(2) as hands:
        work = [(way, hands.submit(complaints, scratch, way, tree, now, books))
                for way, tree in states(disk, number, random.Random(seed))]
        results = [(way, result.result()) for way, result in work]
    faults = [(way, found) for way, found in results if found]
    table.row(name, "power", len(results), [found for _, found in results],
              [f"after {way}: " + "; ".join(found[:words]) for way, found in faults[:20]])
    return len(faults)
