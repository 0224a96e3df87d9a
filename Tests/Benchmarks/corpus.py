"""Workspaces and bundles of the benchmarks: the same bytes each time, drawn from a seed."""

import glob
import os
import random
import subprocess

SEED = 20261101
# Files of a bundle, beside its manifest.
FILES = 3

PROGRAM = """<program xmlns="urn:assay:1" id="bench" time-zone="America/Chicago"><name>Bench</name>
  <queue evidence="{evidence}"/><intake settle="PT0S" patience="P30D" max-bytes="20000000000"/>
  <school id="a" name="A"/><school id="b" name="B"/></program>"""
REVIEWER = """<reviewer id="r-{n}" name="Reader {n}" email="r{n}@b.example" school="b" role="assessor"
  capacity="1000000"><qualified rubric="bench"/></reviewer>"""
RUBRIC = """<rubric xmlns="urn:assay:1" id="bench" version="1.0" status="active"><title>Bench</title>
  <competency>Fast.</competency>
  <intake><evidence kind="work" form="file" min="1" max="9"/><evidence kind="reflection" form="text" min="1" max="1"/>
    <rule id="some" severity="error" test="count(a:evidence/a:file) &gt;= 1">Send a file.</rule></intake>
  <scale id="s"><level id="met" points="1" meets="true">Met</level><level id="not" points="0" meets="false">Not</level></scale>
  <part id="1" title="P"><criterion id="1.1" scale="s"><title>T</title><at level="met">Seen.</at></criterion></part>
  <award policy="all-meet"/><review reviewers="{readers}" blind="double" agree="meets" comment="optional" due="P10D"/>
</rubric>"""
MANIFEST = """<submission xmlns="urn:assay:1" rubric="bench">
  <educator id="E{n}" name="Educator {n}" email="e{n}@a.example" school="a"/>
  <evidence>{files}
    <text kind="reflection">What I saw, and what I would do another time.</text></evidence>
  <statement kind="own-work" agreed="true"/>
</submission>
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def documents(folder, evidence="link", readers=2):
    """A program with a rubric that asks for so many readers, of twelve."""
    write(folder + "/Rubrics/program.xml", PROGRAM.format(evidence=evidence))
    write(folder + "/Rubrics/bench.xml", RUBRIC.format(readers=readers))
    people = "\n".join(REVIEWER.format(n=n) for n in range(1, 13))
    write(folder + "/Rubrics/reviewers.xml", f'<reviewers xmlns="urn:assay:1">\n{people}\n</reviewers>')


def workspace(assay, folder, evidence="link", readers=2):
    """An empty workspace with `documents`."""
    os.mkdir(folder)
    subprocess.run([assay, "init", "--quiet", "--workspace", folder], check=True)
    documents(folder, evidence, readers)
    # Templates, keys and pages are there from now on: a pass that is measured makes bundles' own things only.
    subprocess.run([assay, "run", "--quiet", "--workspace", folder], check=True)
    return folder


def bundles(folder, count, size, first=1, missing=0):
    """Lays `count` bundles of `size` bytes into Inbox; of each, the last `missing` files stay away."""
    part = size // FILES
    noise = random.Random(SEED).randbytes(part * FILES)
    listed = "".join(f'\n    <file kind="work" path="work/{name}.pdf"/>' for name in range(FILES))
    for number in range(first, first + count):
        work = f"{folder}/Inbox/bundle-{number}/work"
        os.makedirs(work)
        for name in range(FILES - missing):
            # The head makes each file another one.
            with open(f"{work}/{name}.pdf", "wb") as file:
                file.write(b"%%PDF-1.4 %d %d\n" % (number, name))
                file.write(noise[name * part:(name + 1) * part])
        write(f"{folder}/Inbox/bundle-{number}/manifest.xml", MANIFEST.format(n=number, files=listed))
    settle()


def enormous(folder, size):
    """One bundle with one file that is `size` bytes long and takes no room."""
    os.makedirs(folder + "/Inbox/enormous/work")
    with open(folder + "/Inbox/enormous/work/0.mp4", "wb") as file:
        file.write(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom")
        file.truncate(size)
    listed = '<file kind="work" path="work/0.mp4"/>'
    write(folder + "/Inbox/enormous/manifest.xml", MANIFEST.format(n=0, files=listed))
    settle()


def decision_files(folder):
    return sorted(glob.glob(folder + "/Outbox/Queues/*/*/decision.xml"))


def finish(files):
    """Fills decision files in, as a reviewer would who has only good to say."""
    for path in files:
        with open(path, "r+", newline="") as file:
            text = file.read().replace('status="draft"', 'status="final"', 1).replace('level=""', 'level="met"', 1)
            file.seek(0)
            file.write(text)
            file.truncate()
    settle()


def records(folder):
    """How many records were published."""
    return len(glob.glob(folder + "/Outbox/Decisions/*/*/record.xml.sig"))


def settle():
    """What was laid is on the disk before anything is measured: nobody pays for another's bytes."""
    os.sync()
