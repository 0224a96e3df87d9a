"""What the peer lays for people, from string templates."""

import functools
from html import escape

A = "{urn:assay:1}"

STYLE = """:root { color-scheme: light dark; } body { margin: 0 auto; padding: 2rem; max-width: 60rem;
  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; } h1 { font-size: 1.75rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid; } .beside { display: grid; grid-template-columns: 2fr 3fr; gap: 0 2.5rem; }
.text { white-space: pre-line; }"""
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
DECISION = """<?xml version="1.0" encoding="UTF-8"?>
<!--
  {title}, version {version}
  Due by the end of {due}.

  How to fill this in
  1. For each criterion, type one of its levels between the quotation marks after level.
  2. Type your comment between the innermost square brackets, over as many lines as you like.
  3. When you are done, change status from draft to final and save the file.

  What status may be
    draft       You are still at work; nothing is taken.
    final       You are done; your levels and comments are taken.
    declined    You can't read this one: type why after reason, and it goes to somebody else.

  The evidence
{evidence}
-->
<decision xmlns="urn:assay:1" submission="{submission}" reviewer="{reader}"
    rubric="{rubric}" version="{version}" status="draft" reason="" evidence="">
{criteria}  <overall><comment><![CDATA[]]></comment></overall>
</decision>
"""
CRITERION = """  <!--
    {id} {title}
{levels}
  -->
  <criterion id="{id}" level=""><comment><![CDATA[]]></comment></criterion>
"""


def page(title, body):
    return PAGE.format(title=escape(title), style=STYLE, body=body)


def title(element):
    return element.findtext(A + "title")


def levels(rubric, criterion):
    """Each level of a criterion's scale with what a reviewer sees at it."""
    seen = {at.get("level"): at.text for at in criterion.iter(A + "at")}
    for scale in rubric.iter(A + "scale"):
        if scale.get("id") == criterion.get("scale"):
            return [(level.get("id"), level.text, seen.get(level.get("id"), "–")) for level in scale]


@functools.lru_cache
def criteria(rubric):
    """What of a decision file is the same for each bundle."""
    return "".join(
        CRITERION.format(id=escape(one.get("id")), title=escape(title(one)), levels="\n".join(
            f"      {key} ({escape(label)}): {escape(words)}" for key, label, words in levels(rubric, one)))
        for one in rubric.iter(A + "criterion"))


def decision(submission, reader, rubric, items, due):
    evidence = "\n".join(f"    e{number} {escape(item.kind)}" for number, item in enumerate(items, 1))
    return DECISION.format(
        title=escape(title(rubric)), version=rubric.get("version"), due=due, evidence=evidence, submission=submission,
        reader=escape(reader), rubric=rubric.get("id"), criteria=criteria(rubric)).replace("\n", "\r\n")


@functools.lru_cache
def side(rubric):
    """What of read.html is the same for each bundle."""
    parts = [f"<p>{escape(rubric.findtext(A + 'competency'))}</p>"]
    for one in rubric.iter(A + "criterion"):
        parts.append(f"<h2>{escape(one.get('id'))} {escape(title(one))}</h2>\n<dl>" + "\n".join(
            f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for _, label, words in levels(rubric, one)) + "</dl>")
    return "\n".join(parts)


def reading(submission, rubric, items, names, due):
    shown = []
    for number, (item, name) in enumerate(zip(items, names), 1):
        shown.append(f"<h2>e{number} {escape(item.title or item.kind)}</h2>\n<p>{escape(item.kind)}, {item.bytes} bytes</p>")
        shown.append(f'<p><a href="evidence/{escape(name)}">Open evidence/{escape(name)}</a></p>' if item.path
                     else f'<div class="text">{escape(item.text)}</div>')
    return page(title(rubric), f"""<p>{submission}. Due by the end of {due}.</p>
<p>Write into decision.xml in this folder: your levels and comments. Then set its status to final, and save it.</p>
<div class="beside"><section>{side(rubric)}</section>
<section>{chr(10).join(shown)}</section></div>""")


def receipt_xml(submission, bundle, educator, rubric, items, at):
    lines = "\n".join(
        f'    <item ref="e{number}" kind="{escape(item.kind)}" form="{item.form}" path="{escape(item.path or "")}" '
        f'sha256="{item.sha256}" bytes="{item.bytes}"/>' for number, item in enumerate(items, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<receipt xmlns="urn:assay:1" state="accepted" bundle="{escape(bundle)}" at="{at}" submission="{submission}" attempt="1">
  <educator id="{escape(educator.get('id'))}" name="{escape(educator.get('name'))}" school="{escape(educator.get('school'))}"/>
  <rubric id="{rubric.get('id')}" version="{rubric.get('version')}">{escape(title(rubric))}</rubric>
  <evidence>
{lines}
  </evidence>
</receipt>
"""


def receipt_page(submission, bundle, educator, rubric, items, at):
    rows = "\n".join(
        f"<tr><th>e{number}</th><td>{escape(item.kind)}</td><td>{escape(item.path or 'text')}</td>"
        f"<td>{item.bytes} bytes</td></tr>" for number, item in enumerate(items, 1))
    return page("Accepted for review", f"""<p>Everything that the rubric asks for is here. It is {submission}.</p>
<dl><dt>Dropped as</dt><dd>{escape(bundle)}</dd><dt>Educator</dt><dd>{escape(educator.get('name'))}</dd>
<dt>Rubric</dt><dd>{escape(title(rubric))}</dd><dt>Time</dt><dd>{at}</dd></dl>
<table>
{rows}
</table>""")


def refusal(bundle, why):
    return page("Not accepted", f"<p>{escape(bundle)}: {escape(why)}</p>")


def desk(reader, rows):
    lines = "\n".join(f'<tr><th><a href="{one}/read.html">{escape(rubric)}</a> {one}</th><td>{due}</td></tr>'
                      for one, rubric, due in rows)
    return page(f"{reader}: your reviews", f"<table>\n{lines}\n</table>")


def office(counts):
    lines = "\n".join(f"<tr><th>{escape(state)}</th><td>{count}</td></tr>" for state, count in counts)
    return page("What arrived", f"<table>\n{lines}\n</table>")
