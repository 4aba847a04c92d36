"""Series of a backtest: the quantity of the world that an observed figure measures, and how a year of it is read.

Reads: data/backtests.yaml, or a file of the same form. Writes: nothing. Errors: InputErrors with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import read_yaml
from kaname.core.schema import SNAKE, ListOf, MapOf, Number, OneOf, Record, Text, Truth
from kaname.evidence.crises import YEAR
from kaname.evidence.format import FIGURE_ID
from kaname.evidence.load import DATA

SHIPPED = DATA / "backtests.yaml"
TAKES = ("mean", "sum", "first")
_NAME = Text(pattern=SNAKE, like="a word of lower-case letters, digits and underscores")
_SERIES = Record(
    "a series",
    needs={"figure": Text(pattern=FIGURE_ID, like="the id of a figure"), "field": _NAME, "what": Text(words=2),
           "take": OneOf(TAKES, "a way to read a year"), "level": Truth()},
    may={"at": ListOf(_NAME, least=1), "also": ListOf(_NAME, least=1), "of_output": Truth(), "poll": Truth(),
         "first": YEAR, "base": _NAME, "block": Number(2, whole=True), "hindsight": Text(words=3),
         "pace": _NAME, "luck": _NAME, "announced": _NAME, "due": _NAME, "row": _NAME, "scaled": Truth()},
)  # fmt: skip
_UNTESTED = Record("what is not tested", needs={"series": Text(), "why": Text(words=3)})
_HOUSES = Record("houses", needs={"spread": Number(0.0), "answers": Number(1), "excess": Number(0.0)})
_STILL = Record(
    "what is held still",
    needs={"set": MapOf(Number(), name=SNAKE, least=1), "series": ListOf(_NAME, least=1), "what": Text(words=3)},
    may={"claim": Text()},
)  # fmt: skip
FILE = Record("a file of series", needs={"series": MapOf(_SERIES), "houses": _HOUSES, "untested": ListOf(_UNTESTED)},
              may={"held_still": MapOf(_STILL)})  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One observed quantity. at: members of the field's axes, behind the actor where the figure is by actor.

    take: mean or sum of a year's quarters, or the first quarter; level: whether a moved origin starts at the last
    year observed; also: parameters set to the same; base: a parameter set to the mean of the last `block` years, give
    or take what such means have differed by; pace, luck: parameters fitted to the panel before the origin; announced,
    due: parameters of a path, of which the figures `record.` and their names hold what was announced in which year;
    first: first year that counts; poll: answers to a question, by house; hindsight: why a hit counts for nothing; row:
    the member of the figure's first axis that is meant; scaled: a count that the field is to move with, read off from
    the last year before the start (study.index).
    """

    name: str
    figure: str
    field: str
    what: str
    take: str
    level: bool
    at: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    of_output: bool = False
    poll: bool = False
    first: int = 0
    base: str = ""
    block: int = 0
    pace: str = ""
    luck: str = ""
    announced: str = ""
    due: str = ""
    row: str = ""
    scaled: bool = False
    hindsight: str = ""


@dataclass(frozen=True)
class HeldStill:
    """A part of the model held still by parameters, and the series that say whether the model then errs more."""

    name: str
    parameters: Mapping[str, float]
    series: tuple[str, ...]
    what: str
    claim: str


@dataclass(frozen=True)
class Backtests:
    """Series that are scored, and those that are not with the reason.

    house_spread: how far houses differ, in logits; answers: people asked; excess: error of a poll over that of chance.
    """

    series: tuple[Measured, ...]
    house_spread: float
    answers: int
    excess: float
    untested: tuple[dict[str, str], ...]
    held_still: tuple[HeldStill, ...] = ()


def load_measured(path: Path = SHIPPED) -> Backtests:
    """Return the series of the package, or of a file of the same form."""
    document = read_yaml(path)
    findings = Findings()
    FILE.check(document, (), document.value, findings)
    findings.raise_if_any()
    data: Any = document.value
    for name, still in data.get("held_still", {}).items():
        for place, asked in enumerate(still["series"]):
            if asked not in data["series"]:
                findings.add(document.error(("held_still", name, "series", place), f"no series is called {asked}",
                                            found=asked, allowed=list(data["series"])))  # fmt: skip
    findings.raise_if_any()
    series = tuple(_measured(name, entry) for name, entry in data["series"].items())
    houses = data["houses"]
    return Backtests(
        series,
        float(houses["spread"]),
        int(houses["answers"]),
        float(houses["excess"]),
        tuple(map(dict, data["untested"])),
        tuple(
            HeldStill(name, dict(still["set"]), tuple(still["series"]), still["what"], still.get("claim", ""))
            for name, still in data.get("held_still", {}).items()
        ),
    )


def _measured(name: str, entry: Mapping[str, Any]) -> Measured:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Measured(name, **values)
