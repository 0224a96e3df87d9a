"""A workspace with every kind of work in it, in four stages; each is what lies there before one pass."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "Benchmarks"))
import corpus

ASSAY = os.environ.get("ASSAY_BINARY") or str(Path(__file__).resolve().parents[2] / ".build/release/assay")


def assay(workspace, *arguments, now=None):
    """What the program says; its exit code is the caller's to judge."""
    clock = ["--now", now] if now else []
    return subprocess.run(
        [ASSAY, *arguments, "--workspace", str(workspace), *clock], capture_output=True, text=True, timeout=300)


def pass_arguments(now):
    return ["run", "--settle", "PT0S", "--now", now]


def pick(levels, lowest):
    """The best level of a criterion, or the last; the best stands first."""
    return levels[-1] if lowest else levels[0]


def fill_xml(text, lowest):
    levels = {}
    for block in re.findall(r"<!--(.*?)-->\s*<criterion id=\"([^\"]+)\"", text, re.S):
        levels[block[1]] = re.findall(r"^      (\S+) \(", block[0].replace("\r", ""), re.M)

    def criterion(match):
        level = pick(levels[match[1]], lowest)
        return f'<criterion id="{match[1]}" level="{level}"><comment><![CDATA[What I saw, and where.]]>'

    text = re.sub(r'<criterion id="([^"]+)" level=""><comment><!\[CDATA\[\]\]>', criterion, text)
    return text.replace('status="draft"', 'status="final"')


def fill_text(text, lowest):
    lines, levels, criterion = [], [], ""
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("## "):
            criterion, levels = line.split()[1], []
        elif found := re.match(r"#   (\S+) \(", line):
            levels.append(found[1])
        elif line == "level:":
            line = f"level: {pick(levels, lowest)}"
        elif line == "comment:" and criterion:
            line = "comment:\nWhat I saw, and where."
        elif line == "status: draft":
            line = "status: final"
        lines.append(line)
    return "\r\n".join(lines)


def filled_in(path, text, lowest=False):
    return (fill_xml if path.suffix == ".xml" else fill_text)(text, lowest)


def fill(path, lowest=False):
    path.write_bytes(filled_in(path, path.read_bytes().decode(), lowest).encode())


def readers(workspace, bundle):
    """The open decision files of a bundle's submission, by reviewer."""
    found = facts(workspace, "accepted")
    name = next(name for name, body in found if body["bundle"] == bundle)
    return sorted(workspace.glob(f"Outbox/Queues/*/{name}/decision.*"))


def facts(workspace, kind):
    """The ledger's facts of a kind: submission and body."""
    with sqlite3.connect(f"file:{workspace}/.assay/ledger.sqlite?mode=ro", uri=True) as ledger:
        found = ledger.execute("SELECT submission, body FROM events WHERE kind = ? ORDER BY number", (kind,)).fetchall()
    return [(name, json.loads(body)) for name, body in found]


def as_bag(folder):
    """Makes a bundle a BagIt bag (RFC 8493)."""
    inside = folder.with_name(folder.name + "-payload")
    folder.rename(inside)
    folder.mkdir()
    inside.rename(folder / "data")
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (folder / "manifest-sha256.txt").write_text("".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder)}\n"
        for file in sorted(folder.glob("data/**/*")) if file.is_file()))


# What is to have happened before the last pass; without one of them the sweeps would prove less than they say.
KINDS = ["accepted", "returned", "duplicate", "assigned", "taken", "declined", "unscorable", "disputed", "decided",
         "recorded", "kept"]

# Of the samples' bundles, those that bring a kind of work of their own: a bag, archives of two kinds, one by folders, a
# duplicate, returns, and two that wait. The others would only make each of the many passes longer.
BUNDLES = ["ahmadi-texts", "castellano-texts", "dubois-discourse.zip", "grant-family.tar.gz", "haddad-checking", "ibarra-technology",
           "keller-family.zip", "lindqvist-wrong-school", "mercer-discourse.zip", "nunez-checking",
           "nunez-checking-copy", "reyes-missing-file"]


def samples(workspace):
    assay(workspace, "init", "--samples")


def arrival(workspace):
    samples(workspace)
    thin_out(workspace)


def arrival_of_others(workspace):
    """The same, dropped by another account: what is to be accepted is copied."""
    arrival(workspace)
    for path in [*workspace.glob("Inbox/*-*"), *workspace.glob("Inbox/*-*/**/*")]:
        os.chown(path, 65534, -1, follow_symlinks=False)


def thin_out(workspace):
    for bundle in workspace.glob("Inbox/*-*"):
        if bundle.name not in BUNDLES and bundle.is_dir():
            shutil.rmtree(bundle)
    as_bag(workspace / "Inbox/ahmadi-texts")


def arrival_begun(workspace):
    """The same, where an earlier pass has laid the private folder: that is brought to another disk."""
    samples(workspace)
    inbox = workspace / "Inbox"
    aside = inbox.rename(workspace.with_name(workspace.name + "-inbox"))
    inbox.mkdir()
    assay(workspace, "run", now="2026-11-02T14:00:00Z")
    inbox.rmdir()
    aside.rename(inbox)
    thin_out(workspace)


def decisions(workspace):
    """One submission isn't met, one is disputed; a reader declines, another leaves a fault; an item won't open; one
    decision is moved over another's. A returned bundle comes once more, as it was."""
    for path in readers(workspace, "ahmadi-texts"):
        fill(path, lowest=True)
    for number, path in enumerate(readers(workspace, "nunez-checking")):
        fill(path, lowest=number == 1)
    declines, errs = readers(workspace, "grant-family.tar.gz")
    change(declines, 'status="draft" reason=""', 'status="declined" reason="I know her well."')
    fill(errs)
    change(errs, 'level="', 'level="no-such-')
    cannot, begins = readers(workspace, "haddad-checking")
    change(cannot, 'status="draft" reason="" evidence=""',
           'status="unscorable" reason="It won\'t open." evidence="e1"')
    change(begins, "<![CDATA[]]>", "<![CDATA[Begun, and not ended.]]>")
    others = {path.parts[-3]: path for path in readers(workspace, "ibarra-technology")}
    shared = [path for path in readers(workspace, "dubois-discourse.zip") if path.parts[-3] in others]
    assert shared, "Nobody reads both: no decision can stray."
    for path in readers(workspace, "dubois-discourse.zip"):
        fill(path)
        if path in shared:
            path.rename(others[path.parts[-3]])
    shutil.copytree(workspace / "Outbox/Returned/lindqvist-wrong-school", workspace / "Inbox/once-more")


def change(path, words, others):
    text = path.read_bytes().decode()
    assert words in text, f"{path}: no {words}"
    path.write_bytes(text.replace(words, others, 1).encode())


def losses(workspace):
    """What strayed is deleted; a queue folder is gone, and another's evidence, and a third's page."""
    strayed = [path for path in workspace.glob("Outbox/Queues/*/*/problems.txt") if "belongs" in path.read_text()]
    assert strayed, "No decision strayed."
    for path in strayed:
        next(path.parent.glob("decision.*")).unlink()
    whole = [path for path in sorted(workspace.glob("Outbox/Queues/*/S-*")) if not (path / "problems.txt").exists()]
    shutil.rmtree(whole[0])
    shutil.rmtree(whole[1] / "evidence")
    (whole[2] / "read.html").unlink()


def second_attempts(workspace):
    """The readers' last words come, and who may try again sends a changed bundle."""
    for path in sorted(workspace.glob("Outbox/Queues/*/*/decision.*")):
        fill(path)
    kinds = {kind for kind in KINDS if facts(workspace, kind)}
    assert kinds == set(KINDS), f"No work of these kinds came up: {set(KINDS) - kinds}"
    fresh = workspace.parent / (workspace.name + "-samples")
    fresh.mkdir()
    samples(fresh)
    again = workspace / "Inbox/ahmadi-texts-again"
    shutil.copytree(fresh / "Inbox/ahmadi-texts", again)
    shutil.rmtree(fresh)
    for file in sorted(again.rglob("*.md")):
        file.write_bytes(file.read_bytes() + b"\nOnce more, with what the first try taught.\n")


def many_bundles(workspace):
    """More bundles than one transaction takes: what a batch is owed is laid while the next one is taken."""
    assay(workspace, "init")
    corpus.documents(str(workspace))
    assay(workspace, "run", now="2026-11-02T14:00:00Z")
    corpus.bundles(str(workspace), 130, 300)


def many_given_back(workspace):
    """Reviewers leave, with notes of their own in what lies in their queues, and more bundles come: what the notes
    become facts of, the batches of new reviewers and those of bundles keep one order."""
    for folder in sorted(workspace.glob("Outbox/Queues/r-[123]/S-*")):
        note(folder)
    roster = workspace / "Rubrics/reviewers.xml"
    roster.write_text(re.sub(r'<reviewer id="r-[123]".*?</reviewer>', "", roster.read_text(), flags=re.S))
    corpus.bundles(str(workspace), 66, 300, first=1001)


def many_decisions(workspace):
    """And more decisions: records are laid while further decision files are read. Beside some lie notes."""
    # Three transactions take them.
    files = corpus.decision_files(str(workspace))[:264]
    corpus.finish(files)
    for path in files[::20]:
        note(Path(path).parent)


def note(folder):
    (folder / "notes.txt").write_text(f"What I made of {folder.name}.\n")


# Each: its name, what is done to the folders before the pass, and the pass's time. One workspace goes through each of
# the lists.
STAGES = [
    ("arrival", arrival, "2026-11-02T15:00:00Z"),
    ("review", decisions, "2026-11-03T15:00:00Z"),
    ("losses", losses, "2026-11-03T16:00:00Z"),
    ("again", second_attempts, "2026-11-04T15:00:00Z"),
]
MANY = [
    ("many", many_bundles, "2026-11-02T15:00:00Z"),
    ("back", many_given_back, "2026-11-02T16:00:00Z"),
    ("taken", many_decisions, "2026-11-03T15:00:00Z"),
]
# Inbox and the private folder on two disks.
APART = [("apart", arrival_begun, "2026-11-02T15:00:00Z")]
# Bundles of another account.
OTHERS = [("others", arrival_of_others, "2026-11-02T15:00:00Z")]
