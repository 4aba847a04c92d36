"""The reference pages of the shipped bargains and their one price list, as Markdown.

Reads: bargains, scenarios, evidence, law. Writes: nothing; `kaname.compile.reference` writes what this returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaname.compile import bargain_words as words
from kaname.compile.bargain_page import BargainPage, CodingLines, LeverLine, page_of
from kaname.evidence.figures import Figure
from kaname.evidence.load import load_evidence
from kaname.scenarios.bargains import LAGS, PRICES
from kaname.scenarios.format import SIDES
from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.words.levers import LEVERS

FOLDER = "bargains"
LEVERS_HEAD = ("lever", "then", "start", "asks", "done", "in force, at the earliest", "consent", "cost a year")


def bargain_pages() -> dict[str, tuple[str, list[str]]]:
    """Return title and lines of each page by its path under docs/reference."""
    pages = [_page_of(name) for name in shipped_bargains()]
    made = {f"{FOLDER}/{page.id}.md": (page.name, _bargain(page)) for page in pages}
    return {"bargains.md": ("Bargains", _index(pages)), "prices.md": ("Prices and lags of levers", _prices())} | made


def _page_of(name: str) -> BargainPage:
    bargain = load_bargain(name)
    scenarios = [load_scenario(known) for known in shipped_scenarios()]
    return page_of(bargain, next((scenario for scenario in scenarios if name in scenario.bargains), scenarios[0]))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table in Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + [
        "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |" for row in rows
    ]


def _index(pages: Sequence[BargainPage]) -> list[str]:
    sides = list(pages[0].sides.items())
    rows = [
        (f"[{page.name}]({FOLDER}/{page.id}.md)", f"`{page.id}`", f"`{page.scenario}`", words.by(page),
         str(len(page.levers)), _agreed(page), *(words.money(page.cost[side]) for side, _ in sides))
        for page in pages
    ]  # fmt: skip
    head = (
        "bargain",
        "name to type",
        "scenario",
        "after",
        "levers",
        "two codings: levers in common; alpha",
        *(name for _, name in sides),
    )
    note = (
        "Cost in bn USD 2023 a year with every lever in force, from [the one price list](prices.md); low and high if "
        "every price is at that end of its range. Spending on forces is counted in the run, not here. Starts, prices "
        "and lags are those of the scenario that lists the bargain; in another alliance the same levers may ask for "
        "something else."
    )
    return [note, "", *table(head, rows)]


def _agreed(page: BargainPage) -> str:
    if not page.codings:
        return "not coded from a text"
    found = page.codings[0].agreement
    alpha = "-" if found.alpha is None else f"{found.alpha:.2f}"
    return f"{found.both} of {found.either}; {alpha}"


def _bargain(page: BargainPage) -> list[str]:
    lines = [f"*{words.by(page)}*", "", page.summary, ""]
    lines += [page.judgement, ""] if page.judgement else []
    lines += [f"## What it still adds in {words.quarter(page.start)} ({page.scenario})", ""]
    lines += [f"- {text}" for text in page.adds] or ["Nothing."]
    if page.levers:
        rows = [_lever(page, line) for line in page.levers]
        lines += ["", "## Levers", "", *table(LEVERS_HEAD, rows), "", *_reading(page.levers)]
    cost = [(name, words.money(page.cost[side])) for side, name in page.sides.items()]
    lines += ["", "## Price by state", "", *table(("state", "bn USD 2023 a year, every lever in force"), cost)]
    lines += ["", words.ABOUT_PRICES]
    lines += [line for coding in page.codings for line in _coding(coding)]
    works = [f"- {work}" for work in words.works(page)]
    return [*lines, "", "## Sources", "", *works] if works else lines


def _lever(page: BargainPage, line: LeverLine) -> Sequence[str]:
    promise = " (a promise)" if line.promise else ""
    return (
        f"`{line.name}`", words.level(line.then, line.unit), words.level(line.start, line.unit),
        f"{line.asks} {words.level(line.to, line.unit)}", words.done(line), words.effect(line),
        words.consent(page, line) + promise, words.costs(page, line),
    )  # fmt: skip


def _reading(levers: Sequence[LeverLine]) -> list[str]:
    """Return why, from which words, and what the law says of the use."""
    lines = ["## How it was read", ""]
    for line in levers:
        text = f" \N{LEFT DOUBLE QUOTATION MARK}{line.passage}\N{RIGHT DOUBLE QUOTATION MARK}" if line.passage else ""
        law = f" Law: {words.law(line)}." if line.law_uses else ""
        lines.append(f"- `{line.name}`: {line.reason}{text}{law}")
    return lines


def _coding(coding: CodingLines) -> list[str]:
    rows = [
        (f"`{r.name}`", f"{r.start:.3g}", words.level(r.first, r.unit), words.level(r.second, r.unit), f"{r.gap:.2f}",
         " ".join(filter(None, (r.reason, f"\N{LEFT DOUBLE QUOTATION MARK}{r.passage}\N{RIGHT DOUBLE QUOTATION MARK}"
                                if r.passage else None))))
        for r in coding.readings
    ]  # fmt: skip
    head = ("lever", "start", "first", coding.id, "apart, share of the scale", f"how {coding.id} reads it")
    note = f"{coding.coder}. {coding.note or ''}".strip()
    title = f"## Codings side by side: first, {coding.id}"
    return ["", title, "", note, "", *words.agreement(coding), "", *table(head, rows)]


def _prices() -> list[str]:
    evidence = load_evidence().figures
    rows = []
    for lever in LEVERS:
        told = [_range(evidence.get(f"{PRICES}.{lever.name}.{side}")) for side in SIDES]
        why = " / ".join(
            dict.fromkeys((evidence[key].judgement or "").strip() for side in SIDES
                          if (key := f"{PRICES}.{lever.name}.{side}") in evidence)
        )  # fmt: skip
        rows.append((f"`{lever.name}`", *told, _range(evidence.get(f"{LAGS}.{lever.name}")), why or words.NO_PRICE))
    note = (
        "The same for every bargain. A price is what the lever costs a side in a year when it moves from none to full, "
        "in bn USD 2023; a bargain pays it for its movement. A lag is the time from agreement to effect, in quarters. "
        "Both are drawn in every future, by the lever's name, so that two bargains share them. All are judgements "
        "(grade D); a bargain's file may name a cost or a lag of its own. " + words.ABOUT_PRICES
    )
    return [note, "", *table(("lever", *(f"price, {side}" for side in SIDES), "lag", "why"), rows)]


def _range(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    if figure.distribution is None:
        return f"{figure.value:g} for 1"
    per = " for 1" if figure.unit == "coefficient" else ""
    return f"{', '.join(f'{value:g}' for value in figure.distribution.args)}{per}"
