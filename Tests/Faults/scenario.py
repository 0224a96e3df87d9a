"""A workspace with every kind of work in it, in three stages; each is what lies there before one pass."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

ASSAY = os.environ.get("ASSAY_BINARY") or str(Path(__file__).resolve().parents[2] / ".build/release/assay")


def assay(workspace, *arguments, now=None):
    """What the program says; its exit code is the caller's to judge."""
    clock = ["--now", now] if now else []
    return subprocess.run(
        [ASSAY, *arguments, "--workspace", str(workspace), *clock], capture_output=True, text=True, timeout=300)


def pass_arguments(now):
    return ["run", "--settle", "PT0S", "--now", now]


def pick(levels, ticket, criterion):
    """Mostly the best level; now and then the last one, so that readers differ and some aren't met."""
    number = hashlib.sha256(f"{ticket} {criterion}".encode()).digest()[0]
    return levels[-1] if number < 80 else levels[0]


def fill_xml(text):
    ticket = re.search(r'ticket="(\w+)"', text)[1]
    levels = {}
    for block in re.findall(r"<!--(.*?)-->\s*<criterion id=\"([^\"]+)\"", text, re.S):
        levels[block[1]] = re.findall(r"^      (\S+) \(", block[0].replace("\r", ""), re.M)

    def criterion(match):
        level = pick(levels[match[1]], ticket, match[1])
        return f'<criterion id="{match[1]}" level="{level}"><comment><![CDATA[What I saw, and where.]]>'

    text = re.sub(r'<criterion id="([^"]+)" level=""><comment><!\[CDATA\[\]\]>', criterion, text)
    return text.replace('status="draft"', 'status="final"')


def fill_text(text):
    ticket = re.search(r"^ticket: (\w+)", text, re.M)[1]
    lines, levels, criterion = [], [], ""
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("## "):
            criterion, levels = line.split()[1], []
        elif found := re.match(r"#   (\S+) \(", line):
            levels.append(found[1])
        elif line == "level:":
            line = f"level: {pick(levels, ticket, criterion)}"
        elif line == "comment:" and criterion:
            line = "comment:\nWhat I saw, and where."
        elif line == "status: draft":
            line = "status: final"
        lines.append(line)
    return "\r\n".join(lines)


def review(workspace):
    """Fills in every open decision file; one reader declines, one can't open an item, one leaves a fault."""
    files = sorted(workspace.glob("Outbox/Queues/*/*/decision.*"))
    for number, path in enumerate(files):
        text = path.read_bytes().decode()
        filled = fill_xml(text) if path.suffix == ".xml" else fill_text(text)
        if path.suffix == ".xml" and number == 1:
            filled = text.replace('status="draft" reason=""', 'status="declined" reason="I know her well."')
        elif path.suffix == ".xml" and number == 3:
            filled = text.replace(
                'status="draft" reason="" evidence=""', 'status="unscorable" reason="It won\'t open." evidence="e1"')
        elif path.suffix == ".xml" and number == 5:
            filled = filled.replace('level="', 'level="no-such-', 1)
        path.write_bytes(filled.encode())


def samples(workspace):
    assay(workspace, "init", "--samples")


def decisions(workspace):
    review(workspace)
    shutil.copytree(workspace / "Outbox/Returned/lindqvist-wrong-school", workspace / "Inbox/once-more")


def second_attempts(workspace):
    """The readers' last words, and a changed bundle of everybody who may try again."""
    review(workspace)
    fresh = workspace.parent / (workspace.name + "-samples")
    fresh.mkdir()
    samples(fresh)
    for record in sorted(workspace.glob("Outbox/Decisions/*/*/record.xml")):
        text = record.read_text()
        bundle = re.search(r'bundle="([^"]+)"', text)[1]
        source = fresh / "Inbox" / bundle
        if 'outcome="not-yet-earned"' in text and (source / "manifest.xml").is_file():
            target = workspace / "Inbox" / f"{bundle}-again"
            shutil.copytree(source, target, dirs_exist_ok=True)
            for file in sorted(target.rglob("*")):
                if file.is_file() and file.suffix in (".md", ".txt", ".pdf"):
                    file.write_bytes(file.read_bytes() + b"\n% Once more, with what the first try taught.\n")
    shutil.rmtree(fresh)


# Each: its name, what is done to the folders before the pass, and the pass's time.
STAGES = [
    ("arrival", samples, "2026-11-02T15:00:00Z"),
    ("review", decisions, "2026-11-03T15:00:00Z"),
    ("again", second_attempts, "2026-11-04T15:00:00Z"),
]
