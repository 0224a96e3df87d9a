#!/usr/bin/env python3
"""The peer: intake as a careful programmer of a district would write it in an afternoon, with lxml, hashlib and sqlite3.

It does what a pass of Assay does to a whole, right bundle: manifest by schema, kinds and rules of the rubric, every byte
hashed, two readers who may read it, facts in a database, bundle into a vault, a queue folder for each reader, a receipt.
All of it is on the disk before it is seen, a batch at a time. It doesn't defend itself against what is dropped.

Usage: peer.py WORKSPACE
"""
import collections
import functools
import glob
import hashlib
import os
import shutil
import sqlite3
import sys
import time

from lxml import etree

import peer_pages

BATCH = 250
A = "{urn:assay:1}"
NAMES = {"a": "urn:assay:1"}

Item = collections.namedtuple("Item", "kind form path title sha256 bytes text")
Reader = collections.namedtuple("Reader", "id school capacity")


class Refused(Exception):
    """What is wrong with a bundle, in words for its receipt."""


class Workspace:
    def __init__(self, root):
        self.inbox, self.outbox = root + "/Inbox", root + "/Outbox"
        self.vault, self.laid = root + "/.peer/vault", root + "/.peer/laid"
        for folder in (self.vault, self.laid, self.outbox + "/Returned"):
            os.makedirs(folder, exist_ok=True)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        self.parse = lambda path: etree.parse(path, parser).getroot()
        self.schema = etree.XMLSchema(etree.parse(root + "/Rubrics/Schemas/submission.xsd"))
        documents = [self.parse(path) for path in glob.glob(root + "/Rubrics/*.xml")]
        self.rubrics = {rubric.get("id"): rubric for rubric in documents if rubric.tag == A + "rubric"}
        program = next(root for root in documents if root.tag == A + "program")
        self.link = program.find(A + "queue").get("evidence") == "link"
        self.schools = {school.get("id") for school in program.iter(A + "school")}
        people = next(root for root in documents if root.tag == A + "reviewers")
        self.readers = [
            (Reader(one.get("id"), one.get("school"), int(one.get("capacity"))),
             {it.get("rubric") for it in one.iter(A + "qualified")}) for one in people]
        self.ledger = sqlite3.connect(root + "/.peer/ledger.sqlite", isolation_level=None)
        self.ledger.executescript("""
            pragma journal_mode = wal; pragma synchronous = full;
            create table if not exists submission (id text primary key, bundle text, educator text, rubric text,
                state text, at text);
            create table if not exists item (submission text, number integer, kind text, path text, sha256 text,
                bytes integer, primary key (submission, number));
            create table if not exists assignment (submission text, reader text, due text, state text,
                primary key (submission, reader));
            create unique index if not exists one_open on submission (educator, rubric) where state = 'in-review';""")
        self.open = collections.Counter(dict(
            self.ledger.execute("select reader, count(*) from assignment where state = 'open' group by reader")))


def write(path, text):
    with open(path, "wb") as file:
        file.write(text.encode())


def digest(path):
    sha, size = hashlib.sha256(), 0
    with open(path, "rb") as file:
        while part := file.read(1 << 18):
            sha.update(part)
            size += len(part)
    return sha.hexdigest(), size


def examine(workspace, bundle):
    """The manifest, its rubric and the evidence of a bundle, or Refused."""
    try:
        manifest = workspace.parse(bundle + "/manifest.xml")
    except (OSError, etree.XMLSyntaxError) as fault:
        raise Refused(f"manifest.xml: {fault}")
    if not workspace.schema.validate(manifest):
        raise Refused(str(workspace.schema.error_log.last_error))
    rubric = workspace.rubrics.get(manifest.get("rubric"))
    if rubric is None or rubric.get("status") != "active":
        raise Refused(f"there is no rubric {manifest.get('rubric')}")
    if manifest.find(A + "educator").get("school") not in workspace.schools:
        raise Refused("the program has no such school")
    files = {}
    for folder, folders, names in os.walk(bundle):
        for name in names + folders:
            if os.path.islink(folder + "/" + name):
                raise Refused(f"{name} is a link")
        for name in names:
            path = folder + "/" + name
            files[path[len(bundle) + 1:]] = digest(path)
    items = []
    for one in manifest.find(A + "evidence"):
        form = one.tag.removeprefix(A)
        if form == "file":
            if one.get("path") not in files:
                raise Refused(f"{one.get('path')} is missing")
            sha, size = files[one.get("path")]
            one.set("sha256", sha)
            one.set("bytes", str(size))
        else:
            text = (one.text or one.get("href") or "").encode()
            sha, size = hashlib.sha256(text).hexdigest(), len(text)
        items.append(Item(one.get("kind"), form, one.get("path"), one.get("title"), sha, size, one.text))
    count = collections.Counter(item.kind for item in items)
    for asked in rubric.iter(A + "evidence"):
        if not int(asked.get("min")) <= count.pop(asked.get("kind"), 0) <= int(asked.get("max")):
            raise Refused(f"too few or too many of {asked.get('kind')}")
    if count:
        raise Refused(f"the rubric doesn't ask for {', '.join(count)}")
    for rule in rubric.iter(A + "rule"):
        if not manifest.xpath(rule.get("test"), namespaces=NAMES):
            raise Refused(rule.text)
    content = "\n".join(f"{path} {sha}" for path, (sha, _) in sorted(files.items()))
    return manifest, rubric, items, "S-" + hashlib.sha256(content.encode()).hexdigest()[:13].upper()


def choose(workspace, manifest, rubric):
    """The readers with the least to do of those who may read it."""
    school = manifest.find(A + "educator").get("school")
    may = [reader for reader, rubrics in workspace.readers
           if rubric.get("id") in rubrics and reader.school != school and workspace.open[reader.id] < reader.capacity]
    may.sort(key=lambda reader: (workspace.open[reader.id] / reader.capacity, reader.id))
    return [reader.id for reader in may[:int(rubric.find(A + "review").get("reviewers"))]]


@functools.lru_cache
def due_day(now, days):
    day = now
    while days:
        day += 86400
        days -= time.gmtime(day).tm_wday < 5
    return time.strftime("%Y-%m-%d", time.gmtime(day))


def take(workspace, name, now, moves):
    """One bundle: facts into the open transaction, folders laid aside; `moves` says where they will be seen."""
    bundle = workspace.inbox + "/" + name
    manifest, rubric, items, submission = examine(workspace, bundle)
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now))
    educator = manifest.find(A + "educator")
    try:
        workspace.ledger.execute("insert into submission values (?, ?, ?, ?, 'in-review', ?)", (
            submission, name, educator.get("id"), rubric.get("id"), at))
    except sqlite3.IntegrityError:
        raise Refused("it was dropped before, or an earlier one is still in review")
    workspace.ledger.executemany("insert into item values (?, ?, ?, ?, ?, ?)", [
        (submission, number, item.kind, item.path, item.sha256, item.bytes) for number, item in enumerate(items, 1)])
    kept = workspace.vault + "/" + submission
    os.rename(bundle, kept)
    for item in items:
        if item.path:
            os.chmod(kept + "/" + item.path, 0o444)
    due = due_day(now, 10)
    for reader in choose(workspace, manifest, rubric):
        workspace.open[reader] += 1
        workspace.ledger.execute("insert into assignment values (?, ?, ?, 'open')", (submission, reader, due))
        queue = f"{workspace.laid}/{reader}.{submission}"
        lay(workspace, queue, kept, submission, reader, rubric, items, due)
        moves.append((queue, f"{workspace.outbox}/Queues/{reader}", submission))
    receipt = f"{name}.{submission}"
    laid = workspace.laid + "/" + receipt
    os.mkdir(laid)
    write(laid + "/receipt.xml", peer_pages.receipt_xml(submission, name, educator, rubric, items, at))
    write(laid + "/receipt.html", peer_pages.receipt_page(submission, name, educator, rubric, items, at))
    moves.append((laid, f"{workspace.outbox}/Receipts/{at[:7]}", receipt))


def lay(workspace, queue, kept, submission, reader, rubric, items, due):
    os.mkdir(queue)
    os.mkdir(queue + "/evidence")
    names = []
    for number, item in enumerate(items, 1):
        name = f"e{number}-{item.kind}" + (os.path.splitext(item.path)[1] if item.path else ".txt")
        names.append(name)
        place = f"{queue}/evidence/{name}"
        if not item.path:
            write(place, item.text)
        elif workspace.link:
            os.link(f"{kept}/{item.path}", place)
        else:
            shutil.copyfile(f"{kept}/{item.path}", place)
    write(queue + "/decision.xml", peer_pages.decision(submission, reader, rubric, items, due))
    write(queue + "/read.html", peer_pages.reading(submission, rubric, items, names, due))


def main():
    workspace = Workspace(sys.argv[1])
    now = time.time()
    bundles = sorted(entry.name for entry in os.scandir(workspace.inbox) if entry.is_dir())
    for start in range(0, len(bundles), BATCH):
        moves = []
        workspace.ledger.execute("begin immediate")
        for name in bundles[start:start + BATCH]:
            try:
                take(workspace, name, now, moves)
            except Refused as why:
                back = f"{workspace.outbox}/Returned/{name}"
                os.rename(f"{workspace.inbox}/{name}", back)
                write(back + "/receipt.html", peer_pages.refusal(name, str(why)))
        # What is laid is on the disk before the facts are, and both before anybody sees it.
        os.sync()
        workspace.ledger.execute("commit")
        for folder in {folder for _, folder, _ in moves}:
            os.makedirs(folder, exist_ok=True)
        for laid, folder, name in moves:
            os.rename(laid, folder + "/" + name)
        os.sync()
    rows = workspace.ledger.execute("""select reader, submission, rubric, due from assignment
        join submission on id = submission order by due, id""").fetchall()
    for reader in {row[0] for row in rows}:
        page = peer_pages.desk(reader, [row[1:] for row in rows if row[0] == reader])
        write(f"{workspace.outbox}/Queues/{reader}/index.html", page)
    counts = workspace.ledger.execute("select state, count(*) from submission group by state").fetchall()
    write(workspace.outbox + "/index.html", peer_pages.office(counts))
    os.sync()


main()
