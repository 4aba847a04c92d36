"""Figures: the evidence as it can be looked through: value, unit, source, grade, doubt, and what rests on a figure.

Reads: the shipped evidence, scenarios and bargains, the declarations of mechanisms. Writes: nothing.
Errors: InputError for a figure or a grade that is not there. Source: `evidence.cite`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kaname.core.errors import unknown_name
from kaname.evidence.cite import Entry, bibliography_of
from kaname.evidence.figures import GRADES, Figure, Source, cells, numbers
from kaname.evidence.load import load_evidence
from kaname.lab.inside import mechanisms_of_param
from kaname.lab.setting import scenario_of
from kaname.scenarios.bargains import PRICES
from kaname.scenarios.load import load_bargain, shipped_bargains, shipped_scenarios
from kaname.words.catalogue import Catalogue
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.params import BACKED_BY_NAME

SWITCH = "switch"
PAGE = 50
DIGITS = 4


@dataclass(frozen=True)
class Part:
    """A part of the figures that were looked for: those of this page, how many fit, how many there are."""

    figures: tuple[Figure, ...]
    fitting: int
    all: int


@dataclass(frozen=True)
class RestsOn:
    """Users of a figure: mechanisms that read it, levers it prices, scenarios and bargains that name it."""

    mechanisms: tuple[str, ...]
    levers: tuple[str, ...]
    scenarios: tuple[str, ...]
    bargains: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Return whether nothing was found that names it."""
        return not (self.mechanisms or self.levers or self.scenarios or self.bargains)


def look(typed: str, grade: str, page: int) -> Part:
    """Return the figures that hold all words typed and have the grade ("" for any), PAGE at a time from page 0."""
    if grade and grade not in GRADES:
        raise unknown_name("a grade", grade, GRADES, path="grade")
    figures, wanted = load_evidence().figures, typed.casefold().split()
    graded = [figure for figure in figures.values() if grade in ("", figure.grade)]
    fitting = [figure for figure in graded if all(word in _text(figure.id) for word in wanted)]
    return Part(tuple(fitting[page * PAGE : (page + 1) * PAGE]), len(fitting), len(figures))


def figure_of(identity: str) -> Figure:
    """Return a figure; InputError for an id that is not in the evidence."""
    figures = load_evidence().figures
    if identity not in figures:
        raise unknown_name("a figure of the evidence", identity, figures, path="id")
    return figures[identity]


def works_of(figure: Figure) -> list[Entry]:
    """Return the works that a figure cites, each with how surely it was read."""
    return bibliography_of([figure], load_evidence().sources)


def meaning_of(figure: Figure) -> str:
    """Return what a figure is, where the model declares it as a parameter, else nothing (English)."""
    return BACKED_BY_NAME[figure.id].sentence if figure.id in BACKED_BY_NAME else ""


def value_of(say: Catalogue, figure: Figure) -> str:
    """Return a figure's value, or the median of its distribution with its ends, as the language writes numbers."""
    drawn = figure.distribution
    if drawn is not None and drawn.kind == SWITCH:
        return " | ".join(drawn.names)
    if drawn is not None:
        low, high = drawn.support
        return say("figure-range", median=_short(say, drawn.median), low=_short(say, low), high=_short(say, high))
    assert figure.value is not None
    values = numbers(figure.value)
    if len(values) == 1:
        return _short(say, values[0])
    return say("figure-many", count=len(values), low=_short(say, min(values)), high=_short(say, max(values)))


def cells_of(say: Catalogue, figure: Figure) -> list[tuple[str, str]]:
    """Return the numbers of a figure that stands on axes, each with its place; nothing for a single number."""
    if figure.value is None or not figure.by:
        return []
    return [(place, _short(say, value))
            for place, value in zip(cells(figure.value), numbers(figure.value), strict=True)]  # fmt: skip


def rests_on(figure: Figure) -> RestsOn:
    """Return what rests on a figure."""
    lever = figure.id.split(".")[1] if figure.id.startswith(f"{PRICES}.") else ""
    return RestsOn(
        mechanisms_of_param(figure.id), (lever,) if lever in LEVERS else (),
        tuple(name for name in shipped_scenarios() if figure.id in scenario_of(name).figures()),
        tuple(name for name in shipped_bargains() if figure.id in load_bargain(name).figures()),
    )  # fmt: skip


def _short(say: Catalogue, value: float) -> str:
    """Return a number with DIGITS digits that count, written as the language does."""
    shown = float(f"{value:.{DIGITS}g}")
    text = f"{abs(shown):.12f}".rstrip("0")
    return say.number(shown, min(len(text.partition(".")[2]), 8))


@lru_cache(maxsize=1)
def _texts() -> dict[str, str]:
    evidence = load_evidence()
    return {name: _searched(figure, evidence.sources) for name, figure in evidence.figures.items()}


def _text(identity: str) -> str:
    return _texts()[identity]


def _searched(figure: Figure, sources: dict[str, Source]) -> str:
    """Return all in which a person would look for a figure: its name, unit, reasons, doubt, works, and what it is."""
    works = [f"{sources[key].author} {sources[key].year} {sources[key].title}" for key in figure.cited]
    words = [figure.id, figure.id.replace("_", " "), figure.unit, figure.judgement, figure.doubt, figure.note,
             meaning_of(figure), *figure.cited, *works]  # fmt: skip
    return " ".join(word for word in words if word).casefold()
