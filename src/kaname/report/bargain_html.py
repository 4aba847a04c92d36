"""The page of one bargain as HTML: opens from disk, asks nobody for anything, shows names from files as text only.

Reads: BargainPage, page.css. Writes: nothing. Source: report.markup escapes everything that comes from a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from kaname.compile import bargain_words as words
from kaname.compile.bargain_page import BargainPage, CodingLines, LeverLine
from kaname.report.markup import Child, Safe, tag
from kaname.report.sections.fold import table

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
LEVERS_HEAD = ("lever", "then", "start", "asked", "done", "in force, at the earliest", "consent", "law", "cost a year, "
               "bn USD 2023", "read as")  # fmt: skip


def bargain_html(page: BargainPage) -> str:
    """Return the whole page as text."""
    main = tag("main", _head(page), _adds(page), _levers(page), _price(page),
               [_coding(coding) for coding in page.codings], _sources(page), id="main")  # fmt: skip
    return "<!doctype html>\n" + tag("html", _meta(page.name), tag("body", main), lang="en") + "\n"


def _meta(title: str) -> Safe:
    css = Safe((files("kaname.report") / "page.css").read_text(encoding="utf-8"))
    return tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"), tag("title", title),
        tag("link", rel="icon", href="data:,"), tag("style", css),
    )  # fmt: skip


def _head(page: BargainPage) -> list[Safe]:
    said = [tag("h1", page.name), tag("p", words.by(page), class_="soft"), tag("p", page.summary)]
    return [*said, tag("p", page.judgement)] if page.judgement else said


def _adds(page: BargainPage) -> Safe:
    items = tag("ul", [tag("li", text) for text in page.adds]) if page.adds else tag("p", "Nothing.")
    return tag("section", tag("h2", f"What it still adds in {words.quarter(page.start)}"), items)


def _levers(page: BargainPage) -> Safe | None:
    if not page.levers:
        return None
    return tag("section", tag("h2", "Levers"), table(LEVERS_HEAD, [_lever(page, line) for line in page.levers]))


def _lever(page: BargainPage, line: LeverLine) -> Sequence[Child]:
    promise = "; a promise" if line.promise else ""
    quoted = tag("q", line.passage) if line.passage else None
    named = [tag("b", line.name.replace("_", " ")), ": ", tag("span", line.sentence, class_="soft")]
    levels = [words.level(value, line.unit) for value in (line.then, line.start, line.to)]
    agreed = words.consent(page, line) + promise
    return (
        named, *levels, words.done(line), words.effect(line), agreed, words.law(line), words.costs(page, line),
        [quoted, " ", line.reason],
    )  # fmt: skip


def _price(page: BargainPage) -> Safe:
    rows = [(name, words.money(page.cost[side])) for side, name in page.sides.items()]
    note = "Every lever in force; low and high if every price is at that end of its range. " + words.ABOUT_PRICES
    head = ("state", "bn USD 2023 a year")
    return tag("section", tag("h2", "Price by state"), tag("p", note, class_="soft"), table(head, rows))


def _coding(coding: CodingLines) -> Safe:
    rows = [
        (r.name, f"{r.start:.3g}", words.level(r.first, r.unit), words.level(r.second, r.unit), f"{r.gap:.2f}",
         [tag("q", r.passage) if r.passage else None, " ", r.reason])
        for r in coding.readings
    ]  # fmt: skip
    head = ("lever", "start", "first", coding.id, "apart, share of the scale", f"how {coding.id} reads it")
    paragraphs = [tag("p", sentence) for sentence in words.agreement(coding)]
    note = tag("p", f"{coding.coder}. {coding.note or ''}", class_="soft")
    return tag("section", tag("h2", f"Codings side by side: first, {coding.id}"), note, paragraphs, table(head, rows))


def _sources(page: BargainPage) -> Safe | None:
    works = list(words.works(page))
    return tag("section", tag("h2", "Sources"), tag("ul", [tag("li", work) for work in works])) if works else None
