"""Two daemons, cron and a reviewer with many hands on one workspace, stopped, ended and killed under load; then the
books are balanced: every name that was dropped is in exactly one place, and every decision was taken once."""

import collections
import glob
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import table
from scenario import ASSAY, assay, filled_in

PROGRAM = """<program xmlns="urn:assay:1" id="load" time-zone="America/Chicago"><name>Load</name>
  <intake settle="PT1S" patience="PT1H"/><school id="a" name="A"/><school id="b" name="B"/></program>"""
READER = """<reviewer id="{id}" name="{id}" email="{id}@b.example" school="b" role="{role}" form="{form}" capacity="100000">
  <qualified rubric="load"/></reviewer>"""
RUBRIC = """<rubric xmlns="urn:assay:1" id="load" version="1.0" status="active"><title>Load</title>
  <competency>Many at once.</competency><intake><evidence kind="work" form="file" min="1" max="9"/>
    <evidence kind="reflection" form="text" min="1" max="1"/></intake>
  <scale id="s"><level id="met" points="1" meets="true">Met</level><level id="not" points="0" meets="false">Not</level></scale>
  <part id="1" title="P"><criterion id="1.1" scale="s"><title>T</title><at level="met">Seen.</at>
    <at level="not">Not seen.</at></criterion></part>
  <award policy="all-meet"/>
  <review reviewers="2" blind="double" agree="meets" comment="when-not-met" due="P10D"/></rubric>"""
MANIFEST = """<submission xmlns="urn:assay:1" rubric="load">
  <educator id="{id}" name="Educator" email="{id}@a.example" school="{school}"/>
  <evidence><file kind="work" path="work/0.txt"/><file kind="work" path="work/1.txt"/>
    <text kind="reflection">What I saw, and what I would do another time.</text></evidence>
  <statement kind="own-work" agreed="true"/>
</submission>"""
# What becomes of a drop of each kind.
FATES = {"whole": "accepted", "slow": "accepted", "archive": "accepted", "stranger": "returned", "twin": "duplicate",
         "partial": "waiting"}


def lay(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def kind_of(number):
    """Of ten drops six are ordinary; a twin is the one before it under another name."""
    kinds = ["whole", "whole", "stranger", "slow", "archive", "whole", "whole", "twin", "whole", "partial"]
    return kinds[number % 10]


class District:
    """Whoever drops: one bundle after the other, by rename, by slow copy or as an archive."""

    def __init__(self, workspace, number):
        self.workspace, self.number, self.dropped, self.made = workspace, number, {}, workspace.parent / "made"

    def parts(self, number, kind):
        who = f"E{number - 1 if kind == 'twin' else number}"
        school = "elsewhere" if kind == "stranger" else "a"
        yield "manifest.xml", MANIFEST.format(id=who, school=school)
        for part in range(1 if kind == "partial" else 2):
            yield f"work/{part}.txt", f"{who}, part {part}\n" + "Words about the lesson. " * 300

    def drop(self, number):
        kind = kind_of(number)
        name = f"drop-{number:05}" + (".zip" if kind == "archive" else "")
        self.dropped[name] = FATES[kind]
        inbox = self.workspace / "Inbox"
        ground = inbox if kind == "slow" else self.made
        folder = ground / f"drop-{number:05}"
        for path, text in self.parts(number, kind):
            lay(folder / path, text)
            if kind == "slow":
                time.sleep(0.02)
        if kind == "archive":
            shutil.make_archive(str(folder), "zip", folder)
        if kind != "slow":
            os.rename(self.made / name, inbox / name)

    def run(self):
        for number in range(1, self.number + 1):
            self.drop(number)


class Reviewers:
    """Whoever reviews: finishes whatever lies open, half of it by rename, half by truncating and writing in two halves."""

    def __init__(self, workspace, stop):
        self.workspace, self.stop, self.finished = workspace, stop, {}

    def once(self):
        found = 0
        # Folders leave while they are listed: `glob` passes over what is gone.
        for path in map(Path, sorted(glob.glob(f"{self.workspace}/Outbox/Queues/*/S-*/decision.*"))):
            if path.suffix not in (".xml", ".txt"):
                continue
            try:
                text = path.read_bytes().decode()
            except FileNotFoundError:
                continue
            ticket = re.search(r'ticket(?:="|: )(\w+)', text)
            if not ticket or ticket[1] in self.finished:
                continue
            filled = filled_in(path, text, lowest=hashlib.sha256(ticket[1].encode()).digest()[0] < 80).encode()
            try:
                if len(self.finished) % 2:
                    spare = path.with_name(path.name + "~")
                    spare.write_bytes(filled)
                    spare.rename(path)
                else:
                    with open(path, "r+b") as file:
                        file.truncate(0)
                        file.write(filled[:len(filled) // 2])
                        file.flush()
                        file.write(filled[len(filled) // 2:])
            except FileNotFoundError:
                continue
            self.finished[ticket[1]] = path
            found += 1
        return found

    def run(self):
        while not self.stop.is_set():
            self.once()
            self.stop.wait(0.2)


class Daemons:
    """Two daemons, and cron's passes beside them; every few seconds something happens to one of them."""

    def __init__(self, workspace, stop, chance):
        self.workspace, self.stop, self.chance = workspace, stop, chance
        self.events, self.slowest, self.faults = collections.Counter(), 0.0, []
        self.log = open(workspace.parent / "log", "ab")
        self.running = [self.start(), self.start()]

    def start(self):
        return subprocess.Popen(
            [ASSAY, "watch", "--workspace", str(self.workspace)], stdout=self.log, stderr=self.log)

    def end(self, daemon):
        begun = time.monotonic()
        daemon.send_signal(signal.SIGTERM)
        try:
            code = daemon.wait(30)
        except subprocess.TimeoutExpired:
            daemon.kill()
            code = f"nothing after 30 s ({daemon.wait()})"
        took = time.monotonic() - begun
        self.slowest = max(self.slowest, took)
        self.events["ended"] += 1
        if code != 0:
            self.faults.append(f"SIGTERM gave {code}")
        if took > 5:
            self.faults.append(f"SIGTERM took {took:.1f} s")

    def hurt(self):
        place = self.chance.randrange(2)
        daemon, what = self.running[place], self.chance.choice(["end", "kill", "stop", "stop"])
        if daemon.poll() is not None:
            self.faults.append(f"a daemon ended by itself with {daemon.returncode}")
        elif what == "end":
            self.end(daemon)
        elif what == "kill":
            daemon.kill()
            daemon.wait()
            self.events["killed"] += 1
        else:
            daemon.send_signal(signal.SIGSTOP)
            self.stop.wait(self.chance.uniform(0.5, 4))
            daemon.send_signal(signal.SIGCONT)
            self.events["stopped"] += 1
            return
        self.running[place] = self.start()

    def run(self):
        while not self.stop.is_set():
            self.stop.wait(self.chance.uniform(0.5, 2))
            self.hurt()

    def cron(self):
        while not self.stop.is_set():
            done = assay(self.workspace, "run", "--quiet")
            self.events["cron"] += 1
            if done.returncode != 0:
                self.faults.append(f"cron's pass gave {done.returncode}: {done.stderr.strip()[:300]}")
            self.stop.wait(1)

    def close(self):
        for daemon in self.running:
            self.end(daemon)
        self.log.close()


def balance(workspace, dropped, finished):
    """Words for each name that isn't in exactly one place, and for each decision that wasn't taken once."""
    words, places = [], collections.defaultdict(list)
    for bundle, state in ask(workspace, "SELECT bundle, state FROM drops"):
        places[bundle].append(state)
    for entry in json.loads(assay(workspace, "status", "--json").stdout)["inbox"]:
        places[entry["name"]].append(entry["state"])
    for name, fate in dropped.items():
        if places[name] != [fate]:
            words.append(f"{'lost' if not places[name] else 'extra'}: {name} is {places[name]}, not {fate}")
        lies = {"waiting": (workspace / "Inbox" / name).exists(),
                "accepted": bool(list(workspace.glob(f"Outbox/Receipts/*/{name}.S-*")))}
        lies["returned"] = lies["duplicate"] = (workspace / "Outbox/Returned" / name).exists()
        found = {fate for fate, there in lies.items() if there}
        if found != ({"returned", "duplicate"} if fate in ("returned", "duplicate") else {fate}):
            words.append(f"differing: {name} lies as {sorted(found)}, not {fate}")
    words += [f"extra: {name}" for name in places.keys() - dropped.keys()]
    taken = collections.Counter(tickets(workspace))
    words += [f"lost: the decision {path}" for ticket, path in finished.items() if not taken[ticket]]
    words += [f"extra: a decision taken {count} times" for count in taken.values() if count > 1]
    check = assay(workspace, "verify")
    return words + ([f"verify: {check.stdout.strip()[:400]}"] if check.returncode else [])


def ask(workspace, question):
    with sqlite3.connect(f"file:{workspace}/.assay/ledger.sqlite?mode=ro", uri=True) as ledger:
        return ledger.execute(question).fetchall()


def tickets(workspace):
    return [json.loads(body)["ticket"] for body, in ask(workspace, "SELECT body FROM events WHERE kind = 'taken'")]


def is_idle(workspace, district):
    rest = {name for name, fate in district.dropped.items() if fate != "waiting"}
    return not rest.intersection(os.listdir(workspace / "Inbox")) and \
        len(ask(workspace, "SELECT 1 FROM assignments WHERE state = 'open'")) == 0


def row(scratch, number, seed, words):
    """Prints a row of the table; returns how much is wrong."""
    workspace = scratch / "together"
    for folder in ("Rubrics", "Inbox", "Outbox"):
        (workspace / folder).mkdir(parents=True)
    lay(workspace / "Rubrics/program.xml", PROGRAM)
    lay(workspace / "Rubrics/load.xml", RUBRIC)
    readers = [("r-1", "assessor", "xml"), ("r-2", "assessor", "text"), ("r-3", "assessor", "xml"), ("r-9", "lead", "xml")]
    lay(workspace / "Rubrics/reviewers.xml", '<reviewers xmlns="urn:assay:1">' + "".join(
        READER.format(id=id, role=role, form=form) for id, role, form in readers) + "</reviewers>")
    first = assay(workspace, "init")
    if first.returncode:
        raise SystemExit(f"init fails: {first.stderr}")
    stop = threading.Event()
    district, reviewers = District(workspace, number), Reviewers(workspace, stop)
    daemons = Daemons(workspace, stop, random.Random(seed))

    def guarded(work):
        try:
            work()
        except Exception as failure:
            daemons.faults.append(f"the trial itself: {failure!r}")
            stop.set()

    hands = [threading.Thread(target=guarded, args=(work,))
             for work in (district.run, reviewers.run, daemons.run, daemons.cron)]
    for hand in hands:
        hand.start()
    hands[0].join()
    # As long as there is work, they go on being hurt at it.
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and not stop.is_set() and not is_idle(workspace, district):
        time.sleep(0.5)
    stop.set()
    for hand in hands[1:]:
        hand.join()
    daemons.close()
    # The rest, in peace: what was dropped last, and what the reviewers hadn't seen yet.
    while True:
        done = assay(workspace, "run", "--quiet")
        if done.returncode:
            daemons.faults.append(f"a last pass gave {done.returncode}: {done.stderr.strip()[:300]}")
            break
        if not reviewers.once():
            break
    result = daemons.faults + balance(workspace, district.dropped, reviewers.finished)
    events = daemons.events
    table.row("together", "two", number, [[word] for word in result], [
        f"{len(reviewers.finished)} decisions saved; daemons stopped {events['stopped']}, killed {events['killed']}, ended "
        f"{events['ended']} times, the slowest in {daemons.slowest:.1f} s; {events['cron']} passes by cron",
        *result[:5 * words]])
    return len(result)
