"""The page of an audit of claims: the answer, every claim at a glance worst first, then a page for each claim.

One HTML file that opens from disk, prints, folds, and asks nobody for anything. Reads: plain data of an audit, the
report's style sheet. Writes: nothing. Source: report.page, which it follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from kaname.report.claims import sizes
from kaname.report.claims.claim import claim_page
from kaname.report.claims.sentences import answer, effect, fares
from kaname.report.markup import Safe, tag

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
TITLE = "What is claimed, and what the model makes of it"
PURPOSE = (
    "For comparing arguments under uncertainty: a verdict is about a model in which every figure is sampled over what "
    "is plausible, never about what a country will do. Authors are read from short texts; what is claimed is our "
    "reading, in our words. A claim is as strong as its weakest line."
)
LISTED = (("glance", "At a glance"), ("pages", "Claim by claim"), ("verdicts", "What the words mean"),
          ("repeat", "Repeat"))  # fmt: skip


def claims_page(audit: Mapping[str, Any]) -> str:
    """Return the whole page as text."""
    claims = ordered(audit)
    sections = [_glance(audit, claims), _pages(claims), _verdicts(audit), _repeat(audit)]
    links = tag("nav", [tag("a", words, href=f"#{place}") for place, words in LISTED], aria_label="Sections")
    body = tag("body", tag("main", _first(audit), links, sections, id="main"))
    return "<!doctype html>\n" + tag("html", _head(), body, lang="en") + "\n"


def ordered(audit: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the claims, worst verdict first."""
    order = list(audit["verdicts"])
    return sorted(audit["claims"], key=lambda claim: (order.index(claim["verdict"]), claim["id"]))


def _head() -> Safe:
    return tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"), tag("title", TITLE),
        tag("link", rel="icon", href="data:,"), tag("style", _sheet()),
    )  # fmt: skip


def _sheet() -> Safe:
    places = (files("kaname.report") / "page.css", files("kaname.report.claims") / "claims.css")
    return Safe("".join(place.read_text(encoding="utf-8") for place in places))


def _first(audit: Mapping[str, Any]) -> Safe:
    authors = len({claim["author"] for claim in audit["claims"]})
    eyebrow = (
        f"{audit['scenario']} · {len(audit['claims'])} claims · {authors} {'sources' if authors > 1 else 'source'}"
    )
    sentences = [tag("li", sentence) for sentence in answer(audit)]
    return tag("header", tag("p", eyebrow, class_="eyebrow"), tag("h1", TITLE), tag("ul", sentences, class_="answer"),
               tag("p", PURPOSE, class_="purpose"), class_="first")  # fmt: skip


def _glance(audit: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> Safe:
    """Return every claim in one line, by verdict: its deciding line on the scale of what matters, and the share of
    worlds.
    """
    heads = tag("div", tag("p", "claim"), tag("div", "effect over the smallest that matters; right is as claimed; "
                "grey is too small", sizes.axis()), tag("p", "worlds as claimed"), class_="entry head")  # fmt: skip
    groups = []
    for verdict, meaning in audit["verdicts"].items():
        rows = [_entry(claim) for claim in claims if claim["verdict"] == verdict]
        if rows:
            groups += [tag("h3", f"{len(rows)} {fares(verdict, len(rows))}"), tag("p", meaning, class_="means"), rows]
    return tag("section", tag("h2", "At a glance"), tag("div", heads, groups, class_="overview"), id="glance",
               class_="section")  # fmt: skip


def _entry(claim: Mapping[str, Any]) -> Safe:
    line = deciding(claim)
    link = tag("a", tag("span", claim["id"], class_="id"), " ", claim["claim"], href=f"#{claim['id']}")
    lines = [line["verdict"] for line in claim["lines"] if not line["aside"]]
    fared = f" Its lines: {', '.join(lines)}." if len(lines) > 1 else ""
    words = tag("p", link, " ", tag("span", f"{claim['author']}.{fared}", class_="by"))
    if line is None:
        return tag("div", words, tag("p", claim["cannot_run"] or "no line to judge it by"), class_="entry")
    drawn = sizes.bar(line, effect(line)) if line["matters"] else None
    share = None
    if line["expect"] not in ("open", "alike", "differs"):
        share = sizes.worlds(line["share"][0], f"{line['share'][0]:.0%} of worlds")
    return tag("div", words, drawn, share, class_="entry")


def deciding(claim: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the line that gives a claim its verdict."""
    counted = [line for line in claim["lines"] if not line["aside"]] or claim["lines"]
    same = [line for line in counted if line["verdict"] == claim["verdict"]]
    return next(iter(same or counted), None)


def _pages(claims: Sequence[Mapping[str, Any]]) -> Safe:
    return tag("section", tag("h2", "Claim by claim"), [claim_page(claim) for claim in claims], id="pages",
               class_="section")  # fmt: skip


def _verdicts(audit: Mapping[str, Any]) -> Safe:
    rows = [(tag("dt", verdict), tag("dd", meaning)) for verdict, meaning in audit["verdicts"].items()]
    rule = (
        f"Each claim is looked at with {', '.join(f'{look:,}' for look in audit['looks'])} futures an arm and stops "
        f"when all its lines are settled. Two futures share the figures of a world and differ in chance, so that what "
        f"worlds differ by can be told from chance. Error rate of the intervals over all looks: {audit['level']:.0%} "
        f"(divided among the looks); p-values times the number of looks, then false discovery rate over all lines: "
        f"{audit['false_discovery_rate']:.0%} (Benjamini and Hochberg)."
    )
    return tag("section", tag("h2", "What the words mean"), tag("p", "d is the effect in the direction claimed, m the "
               "smallest effect that matters."), tag("dl", rows, class_="definitions"), tag("p", rule), id="verdicts",
               class_="section")  # fmt: skip


def _repeat(audit: Mapping[str, Any]) -> Safe:
    return tag(
        "section",
        tag("h2", "Repeat"),
        tag("pre", audit["command"]),
        tag("p", f"Model and figures {audit.get('model', 'of an earlier version')}.", class_="soft"),
        id="repeat",
        class_="section",
    )
