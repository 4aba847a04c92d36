"""Section on misses, before hits: backtests over past years, and published campaign figures.

Reads: data/backtests.json, data/gray_zone.json and data/published.json, where they are shipped. Writes: nothing.
Source: the files say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.report import prose, robustness
from kaname.report.figure import Cell, Table, csv_link
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import tidy
from kaname.report.published import ours_text, published_text
from kaname.report.sections.fold import table
from kaname.report.words import plain_name

SCORES = ("model", "persistence", "trend")
REGISTERS = ("backtests.json", "gray_zone.json")
"""Past years against what came: of the scenario's earlier starts, and of the gray zone."""


def misses() -> Safe:
    """Backtests, then published figures; misses first in both."""
    return tag("div", tag("h3", "What it gets wrong, and then right"), _backtests(), _published())


def record() -> list[tuple[str, int, int]]:
    """Return what the model was tried on, how often it missed, and out of how many; nothing where none is shipped."""
    backtests = [row["verdict"] != "hit" for name in REGISTERS for row in (_data(name) or {}).get("backtests", ())]
    campaigns = [
        row["mark"] == "miss" for row in (_data("published.json") or {}).get("rows", ()) if row["mark"] != "none"
    ]
    tried = (("tests on past years", backtests), ("published campaign figures", campaigns))
    return [(what, sum(missed), len(missed)) for what, missed in tried if missed]


def _data(name: str) -> Any:
    file = files("kaname") / "data" / name
    return shipped_json(file) if file.is_file() else None


def _backtests() -> Child:
    registers = [register for name in REGISTERS if (register := _data(name))]
    rows = [row for register in registers for row in register["backtests"]]
    if not rows:
        return tag("p", prose.NO_BACKTESTS)
    missed = [row for row in rows if row["verdict"] != "hit"]
    hit = [row for row in rows if row["verdict"] == "hit"]
    head = ["series", "from", "years", *[f"error: {name}" for name in SCORES], "verdict", "n", "what it says", "source"]
    cells: list[list[Cell]] = [[str(value) for value in _row(one)] for one in [*missed, *hit]]
    return [
        tag("h4", "Backtests"),
        tag("p", robustness.backtests(len(missed), len(hit)), " ", csv_link("backtests", Table(head, cells))),
        _record(registers[0]),
        table(head, [_row(one) for one in missed], "backtests") if missed else None,
        tag("details", tag("summary", f"{len(hit)} hit"), table(head, [_row(one) for one in hit], "backtests"))
        if hit
        else None,
        _untested([row for register in registers for row in register.get("untested", [])]),
    ]


def _record(register: Mapping[str, Any]) -> Child:
    """Return all origins and the base rates in one sentence, where the register holds them."""
    if "overall" not in register:
        return None
    overall, rates = register["overall"], register["rates"]
    far = sum(row["verdict"] in ("below", "above") for row in rates)
    ratio, coverage = overall["ratio"][0], overall["coverage"][0]
    return tag("p", robustness.record(ratio, coverage, overall["series"], far, len(rates)))


def _untested(rows: Sequence[Mapping[str, Any]]) -> Child:
    """Return what was not put to a test, and why."""
    if not rows:
        return None
    items = [tag("li", tag("b", str(row.get("series", ""))), f": {row.get('why', '')}") for row in rows]
    return tag("details", tag("summary", f"{len(rows)} not tested, and why"), tag("ul", items))


def _row(entry: Mapping[str, Any]) -> list[Child]:
    crps = entry.get("crps", {})
    scores = [tidy(float(crps[name])) if isinstance(crps.get(name), (int, float)) else "" for name in SCORES]
    source = entry.get("source", "")
    named = source if isinstance(source, str) else ", ".join(map(str, source))
    years = str(entry.get("horizon_years", ""))
    what = str(entry.get("what") or plain_name(str(entry.get("series", ""))))
    return [what, str(entry.get("start", "")), years, *scores,
            str(entry.get("verdict", "")), str(entry.get("n", "")), str(entry.get("sentence", "")), named]  # fmt: skip


def _published() -> Child:
    said = _data("published.json")
    if not said:
        return None
    rows: Sequence[Mapping[str, Any]] = said["rows"]
    groups = {mark: [one for one in rows if one["mark"] == mark] for mark in ("miss", "hit", "none")}
    head = ["what", "published", "ours: mean (5 to 95 % of runs)", "unit", ""]
    cells: list[list[Cell]] = [
        [row["what"], published_text(row), ours_text(row), row["unit"], row["mark"]] for row in rows
    ]
    sentence = robustness.published(*[len(groups[mark]) for mark in ("miss", "hit", "none")])
    others = [*groups["hit"], *groups["none"]]
    return [
        tag("h4", "Published figures of campaigns"),
        tag("p", sentence, " ", csv_link("published", Table(head, cells))),
        tag("details", tag("summary", f"{len(groups['miss'])} missed"), table(head, _lines(groups["miss"]))),
        tag("details", tag("summary", f"{len(groups['hit'])} hit, and the rest"), table(head, _lines(others))),
    ]


def _lines(rows: Sequence[Mapping[str, Any]]) -> list[list[Child]]:
    marks = {"miss": "missed", "hit": "hit", "none": "no counterpart"}
    return [[row["what"], published_text(row), ours_text(row), row["unit"], marks[row["mark"]]] for row in rows]
