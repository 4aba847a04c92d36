"""The page of injected crises: one HTML file that opens from disk, prints, folds, and asks nobody for anything.

Sections: how it ends; the pictures side by side; where they part and what that costs; the clock; what deterred; what
was done; repeat. Reads: plain data of `kaname crisis`, the report's style sheet. Writes: nothing.
Source: report.page, which it follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from kaname.report.crisis import sections
from kaname.report.crisis.clock import clock_picture
from kaname.report.crisis.sentences import missed
from kaname.report.crisis.tree import plan_of, told, tree
from kaname.report.markup import Child, Safe, tag

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
PURPOSE = (
    "For comparing arguments under uncertainty: runs of a model in which each government plays its own picture. It "
    "predicts no crisis and plans no operation."
)
CONTENTS = (
    ("ends", "How it ends"), ("pictures", "Pictures"), ("apart", "Where they part"), ("clock", "The clock"),
    ("deterrence", "Deterrence"), ("moves", "Moves"), ("repeat", "Repeat"),
)  # fmt: skip


def crisis_page(data: Mapping[str, Any], command: str) -> str:
    """Return the whole page; command: what repeats it."""
    parts = [
        sections.ends(data), sections.pictures(data), sections.apart(data), sections.clock(data),
        sections.deterrence(data), sections.moves(data), sections.repeat(data, command),
    ]  # fmt: skip
    title = f"{data['name']}: one opportunity, {data['runs']:,} times"
    return _page(data, title, sections.answer(data), parts, CONTENTS)


def clock_page(data: Mapping[str, Any], command: str) -> str:
    """Return the clock alone."""
    parts = [sections.clock(data), sections.repeat(data, command)]
    title = f"{data['name']}: how long a decision takes"
    return _page(data, title, sections.clock_answer(data), parts, (CONTENTS[3], CONTENTS[-1]))


def experiment_page(data: Mapping[str, Any], command: str) -> str:
    """Return the page of one experiment."""
    parts = [*sections.experiment(data), sections.repeat(data, command)]
    return _page(data, sections.question(data), sections.experiment_answer(data), parts, ())


def _page(data: Mapping[str, Any], title: str, answer: Sequence[str], parts: Sequence[Child],
          contents: Sequence[tuple[str, str]]) -> str:  # fmt: skip
    links = [tag("a", name, href=f"#{identity}") for identity, name in contents]
    head = tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"), tag("title", title),
        tag("link", rel="icon", href="data:,"), tag("style", sheet()),
    )  # fmt: skip
    when = f"{data['scenario']}, {data['date']}, bargain {data['bargain_name']!r}, {data['runs']:,} runs"
    first = tag(
        "header", tag("p", when, class_="eyebrow"), tag("h1", title),
        tag("ul", [tag("li", said) for said in answer], class_="answer"), tag("p", PURPOSE, class_="purpose"),
        tag("p", data["note"], class_="purpose") if data.get("note") else None, class_="first",
    )  # fmt: skip
    nav = tag("nav", links, aria_label="Sections") if links else None
    body = tag("body", tag("main", first, nav, parts, id="main"))
    return "<!doctype html>\n" + tag("html", head, body, lang="en") + "\n"


def sheet() -> Safe:
    """Return the report's style sheet and what this page adds."""
    report = files("kaname.report") / "page.css"
    own = files("kaname.report.crisis") / "crisis.css"
    return Safe(report.read_text(encoding="utf-8") + own.read_text(encoding="utf-8"))


def pictures_alone(data: Mapping[str, Any]) -> dict[str, str]:
    """Return each side's tree as an SVG file, by file name."""
    plan = plan_of(data["pictures"])
    return {
        f"picture-{view}.svg": alone(tree(plan, data["pictures"], view, told(plan, data["pictures"], view)))
        for view in data["pictures"]["views"]
    }


def clock_alone(data: Mapping[str, Any]) -> str:
    """Return the decision's clock as an SVG file."""
    return alone(clock_picture(data["clock"], data["sides"], missed(data["clock"])))


def alone(drawing: Safe) -> str:
    """Return a drawing of the page as an SVG file of its own, on white."""
    start = drawing.index(">") + 1
    opening = drawing[:start].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    style = sheet().replace("\n@media (prefers-color-scheme: dark)", "\n@media not all")
    face = 'svg { font: 11.5px system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }'
    return f'{opening}<style>{style}\n{face}</style><rect width="100%" height="100%" fill="#fff"/>{drawing[start:]}\n'
