"""The page of one claim: the passage and its source, what was compared, what came out, where it fails and what it rests
on.

Reads: plain data of an audited claim. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.report.claims import sizes
from kaname.report.claims.sentences import effect
from kaname.report.markup import Child, Safe, tag

MARKS = {"fails": "fails", "cannot tell": "cannot", "cannot be run": "cannot", "too small to matter": "small",
         "built in": "built"}  # fmt: skip
"""Class of a verdict's badge, where it is not its own first word."""


def badge(verdict: str) -> Safe:
    """Return a verdict as a badge: its word, and a border that is clear without colour."""
    return tag("span", verdict, class_=f"verdict {MARKS.get(verdict, verdict.split()[0])}")


def claim_page(claim: Mapping[str, Any]) -> Safe:
    """Return a claim's own page, folded until it is asked for."""
    head = tag("summary", tag("h2", f"{claim['id']} ", claim["claim"]), " ", badge(claim["verdict"]))
    source = tag("p", f"{claim['author']}. ", claim["passage"], class_="soft")
    scope = tag("p", f"Put to the model as: {claim['scope']}") if claim["scope"] else None
    rows = [_line(line) for line in claim["lines"]]
    return tag(
        "details", head, source, scope, tag("div", rows, class_="lines") if rows else None, _limits(claim),
        _why(claim), _arms(claim), class_="claim", id=claim["id"],
    )  # fmt: skip


def _line(line: Mapping[str, Any]) -> Safe:
    kind = " (reported, not judged by)" if line["aside"] else ""
    words = tag(
        "div",
        tag("p", badge(line["verdict"]), " ", tag("strong", line["sentence"]), kind),
        tag("p", effect(line)),
        tag("p", line["ends"]["sentence"]) if line.get("ends") else None,
        tag("p", f"Why that size: {line['why']}", class_="soft") if line["why"] else None,
    )
    drawn = tag("div", sizes.axis(), sizes.bar(line, line["sentence"])) if line["matters"] else None
    return tag("div", words, drawn, class_=f"line-row{' aside' if line['aside'] else ''}")


def _limits(claim: Mapping[str, Any]) -> list[Safe]:
    words = (("cannot_run", "Cannot be run: "), ("part", "Left out: "), ("built_in", "Built in: "))
    return [tag("p", tag("strong", begins), claim[name]) for name, begins in words if claim[name]]


def _why(claim: Mapping[str, Any]) -> Safe | None:
    reasons = claim["reasons"]
    theories: Sequence[Child] = [theory["sentence"] for theory in reasons["theories"]] if reasons else []
    rival = [tag("p", claim["rival"])] if claim["rival"] else []
    beside = _part("The other theory", [*rival, _list(theories)]) if rival or theories else None
    if reasons is None:
        return tag("div", beside, class_="why") if beside else None
    boxes = [reasons[name]["sentence"] for name in ("fails", "holds") if reasons[name]]
    tree = [f"A shallow tree has it so: {reasons['tree']['sentence']}"] if reasons["tree"] else []
    none = (
        []
        if boxes or reasons["note"]
        else ["No box of one to three simple conditions is surely denser than all worlds."]
    )
    figures = [figure["sentence"] for figure in reasons["figures"]]
    parts = [
        _part("Where it fails", _list([*boxes, *tree, *none, *([reasons["note"]] if reasons["note"] else [])])),
        _part("Figures it leans on most", _list(figures)) if figures else None,
        _part(f"Mechanisms it rests on ({reasons['futures']} futures, held one at a time)",
              _list([held["sentence"] for held in reasons["mechanisms"]])) if reasons["mechanisms"] else None,
        beside,
        _part("What would move the verdict",
              _list([move["sentence"] for move in reasons["moves"]] or [reasons["unmoved"]])),
    ]  # fmt: skip
    return tag("div", parts, class_="why")


def _part(title: str, content: Child) -> Safe:
    return tag("div", tag("h4", title), content)


def _list(sentences: Sequence[Child]) -> Safe:
    return tag("ul", [tag("li", sentence) for sentence in sentences])


def _arms(claim: Mapping[str, Any]) -> Safe | None:
    if not claim["arms"]:
        return None
    rows = [(tag("dt", arm.replace("_", " ")), tag("dd", words)) for arm, words in claim["arms"].items()]
    crisis = claim["crisis"]
    where = f"; crises injected at {crisis[0]}, {crisis[1] or 'the start'}" if crisis else ""
    title = f"The arms: {claim['futures']:,} futures of each{where}"
    return tag("details", tag("summary", title), tag("dl", rows))
