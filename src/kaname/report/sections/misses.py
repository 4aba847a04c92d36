"""Section on misses, before hits: backtests over past years, and published campaign figures.

Reads: data/backtests.json, data/gray_zone.json and data/published.json, where they are shipped. Writes: nothing.
Source: the files say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from kaname.core.shipped import shipped_json
from kaname.report import robustness
from kaname.report.figure import Cell, Table, csv_link
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import tidy
from kaname.report.published import ours_text, published_text
from kaname.report.sections.fold import table
from kaname.report.words import plain_name
from kaname.words.catalogue import Catalogue

SCORES = ("model", "persistence", "trend")
VERDICT = 3 + len(SCORES)
REGISTERS = ("backtests.json", "gray_zone.json")
"""Past years against what came: of the scenario's earlier starts, and of the gray zone."""


def misses(say: Catalogue) -> Safe:
    """Backtests, then published figures; misses first in both."""
    return tag("div", tag("h3", say("page-misses")), _backtests(say), _published(say))


def record(say: Catalogue) -> list[tuple[str, int, int]]:
    """Return what the model was tried on, how often it missed, and out of how many; nothing where none is shipped."""
    backtests = [row["verdict"] != "hit" for name in REGISTERS for row in (_data(name) or {}).get("backtests", ())]
    campaigns = [
        row["mark"] == "miss" for row in (_data("published.json") or {}).get("rows", ()) if row["mark"] != "none"
    ]
    tried = (("page-tests-on-past-years", backtests), ("page-published-figures", campaigns))
    return [(say(what), sum(missed), len(missed)) for what, missed in tried if missed]


def _data(name: str) -> Any:
    file = files("kaname") / "data" / name
    return shipped_json(file) if file.is_file() else None


def _backtests(say: Catalogue) -> Child:
    registers = [register for name in REGISTERS if (register := _data(name))]
    rows = [row for register in registers for row in register["backtests"]]
    if not rows:
        return tag("p", say("page-no-backtests"))
    missed = [row for row in rows if row["verdict"] != "hit"]
    hit = [row for row in rows if row["verdict"] == "hit"]
    columns = [say(f"page-column-{name}") for name in ("series", "from", "years")]
    errors = [say("page-column-error", of=name) for name in SCORES]
    head = [*columns, *errors, *[say(f"page-column-{name}") for name in ("verdict", "n", "says", "source")]]
    names = [
        "series",
        "from",
        "years",
        *[f"error: {name}" for name in SCORES],
        "verdict",
        "n",
        "what it says",
        "source",
    ]
    cells: list[list[Cell]] = [[str(value) for value in _row(one)] for one in [*missed, *hit]]
    return [
        tag("h4", say("page-backtests-heading")),
        tag(
            "p", robustness.backtests(say, len(missed), len(hit)), " ", csv_link("backtests", Table(names, cells), say)
        ),
        _record(say, registers[0]),
        table(head, [_shown(say, one) for one in missed], "backtests") if missed else None,
        tag(
            "details",
            tag("summary", say("page-hit", hit=len(hit))),
            table(head, [_shown(say, one) for one in hit], "backtests"),
        )
        if hit
        else None,
        _untested(say, [row for register in registers for row in register.get("untested", [])]),
    ]


def _record(say: Catalogue, register: Mapping[str, Any]) -> Child:
    """Return all origins and the base rates in one sentence, where the register holds them."""
    if "overall" not in register:
        return None
    overall, rates = register["overall"], register["rates"]
    far = sum(row["verdict"] in ("below", "above") for row in rates)
    ratio, coverage = overall["ratio"][0], overall["coverage"][0]
    return tag("p", robustness.record(say, ratio, coverage, overall["series"], far, len(rates)))


def _untested(say: Catalogue, rows: Sequence[Mapping[str, Any]]) -> Child:
    """Return what was not put to a test, and why."""
    if not rows:
        return None
    items = [tag("li", tag("b", str(row.get("series", ""))), f": {row.get('why', '')}") for row in rows]
    return tag("details", tag("summary", say("page-untested", rows=len(rows))), tag("ul", items))


def _row(entry: Mapping[str, Any]) -> list[Child]:
    crps = entry.get("crps", {})
    scores = [tidy(float(crps[name])) if isinstance(crps.get(name), (int, float)) else "" for name in SCORES]
    source = entry.get("source", "")
    named = source if isinstance(source, str) else ", ".join(map(str, source))
    years = str(entry.get("horizon_years", ""))
    what = str(entry.get("what") or plain_name(str(entry.get("series", ""))))
    return [what, str(entry.get("start", "")), years, *scores,
            str(entry.get("verdict", "")), str(entry.get("n", "")), str(entry.get("sentence", "")), named]  # fmt: skip


def _shown(say: Catalogue, entry: Mapping[str, Any]) -> list[Child]:
    """A row of the table with the verdict in words of the page's language."""
    cells = _row(entry)
    verdict = str(entry.get("verdict", ""))
    return [*cells[:VERDICT], say.named("page", f"backtest-{verdict}", verdict), *cells[VERDICT + 1 :]]


def _published(say: Catalogue) -> Child:
    said = _data("published.json")
    if not said:
        return None
    rows: Sequence[Mapping[str, Any]] = said["rows"]
    groups = {mark: [one for one in rows if one["mark"] == mark] for mark in ("miss", "hit", "none")}
    names = ["what", "published", "ours: mean (5 to 95 % of runs)", "unit", ""]
    head = [*[say(f"page-column-{name}") for name in ("what", "published", "ours", "unit")], ""]
    cells: list[list[Cell]] = [
        [row["what"], published_text(row), ours_text(row), row["unit"], row["mark"]] for row in rows
    ]
    sentence = robustness.published(say, *[len(groups[mark]) for mark in ("miss", "hit", "none")])
    others = [*groups["hit"], *groups["none"]]
    return [
        tag("h4", say("page-published-heading")),
        tag("p", sentence, " ", csv_link("published", Table(names, cells), say)),
        tag(
            "details",
            tag("summary", say("page-missed", missed=len(groups["miss"]))),
            table(head, _lines(say, groups["miss"])),
        ),
        tag(
            "details",
            tag("summary", say("page-hit-and-rest", hit=len(groups["hit"]))),
            table(head, _lines(say, others)),
        ),
    ]


def _lines(say: Catalogue, rows: Sequence[Mapping[str, Any]]) -> list[list[Child]]:
    return [
        [row["what"], published_text(row), ours_text(row), row["unit"], say(f"page-published-{row['mark']}-word")]
        for row in rows
    ]
