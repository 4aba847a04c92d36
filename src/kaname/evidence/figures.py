"""A figure: a value or a distribution with its unit, date, source or judgement, grade and doubt.

Idea: no number enters the model without saying where it comes from. Grades: A measured, B estimated in the literature,
C carried over from another case, D judgement. D has reasoning and no source; A to C have a source and no judgement;
B to D say what may be wrong with them.

A value is one number, or numbers laid out on axes (`values` and `by`, nested in the order of `by`), or a distribution.
Numbers on axes may share one multiplicative doubt, sampled once for all of them (`spread`).

Source: the grades are this project's own; their use follows the NUSAP idea (Funtowicz and Ravetz 1990).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kaname.evidence.distributions import Distribution, distribution_from

GRADES = {
    "A": "measured",
    "B": "estimated in the literature",
    "C": "carried over from another case",
    "D": "judgement",
}
CERTAINTIES = {
    "V": "read in a retrieved source",
    "A": "exact: derived and checked here",
    "R": "replicated here from retrieved data",
    "K": "from knowledge, not read",
}

Value = float | dict[str, Any]


@dataclass(frozen=True)
class Source:
    """Place where a figure was read, and its certainty."""

    key: str
    author: str
    title: str
    year: str
    publisher: str
    certainty: str
    licence: str
    url: str | None = None
    doi: str | None = None
    pages: str | None = None
    accessed: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Figure:
    """One checked figure; exactly one of `value` and `distribution` is set, one of `source` and `judgement`."""

    id: str
    unit: str
    date: str
    grade: str
    value: Value | None = None
    by: tuple[str, ...] = ()
    distribution: Distribution | None = None
    spread: Distribution | None = None
    source: tuple[str, ...] = ()
    read: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    judgement: str | None = None
    doubt: str | None = None
    note: str | None = None
    file: str = ""
    line: int = 0

    @property
    def year(self) -> int:
        """Return the year the figure speaks of."""
        return int(self.date[:4])

    @property
    def cited(self) -> tuple[str, ...]:
        """Keys of the sources of the figure and of those of its numbers that were read one by one."""
        behind = [*self.source, *(key for keys in self.read.values() for key in keys)]
        return tuple(dict.fromkeys(behind))

    @property
    def uncertain(self) -> bool:
        """Return whether a future samples it."""
        return self.distribution is not None or self.spread is not None

    @property
    def central(self) -> Value:
        """Return its value, or the median of its distribution; with a spread, the values times its median."""
        if self.distribution is not None:
            return self.distribution.median
        assert self.value is not None
        return self.value if self.spread is None else scaled(self.value, self.spread.median)

    def at(self, u: float) -> Value:
        """Return its value in the future whose uniform for this figure is u, 0 < u < 1."""
        if self.distribution is not None:
            return float(self.distribution.ppf(u))
        assert self.value is not None
        return self.value if self.spread is None else scaled(self.value, float(self.spread.ppf(u)))

    def as_data(self) -> dict[str, Any]:
        """Return the figure as plain data for JSON; `figure_from` reads it back."""
        data: dict[str, Any] = {"unit": self.unit}
        if self.distribution is not None:
            data["distribution"] = self.distribution.as_data()
        else:
            data["values" if self.by else "value"] = self.value
        kept = {
            "by": list(self.by),
            "spread": self.spread.as_data() if self.spread else None,
            "source": list(self.source),
            "read": {cell: list(keys) for cell, keys in self.read.items()},
            "judgement": self.judgement,
            "doubt": self.doubt,
            "note": self.note,
        }
        data |= {name: entry for name, entry in kept.items() if entry}
        return data | {"date": self.date, "grade": self.grade, "file": self.file, "line": self.line}


def figure_from(identity: str, data: Mapping[str, Any]) -> Figure:
    """Return the figure that a checked mapping says (a file's, or the shipped JSON's)."""
    by = data.get("by", ())
    source = data.get("source", ())
    distribution, spread = data.get("distribution"), data.get("spread")
    return Figure(
        id=identity,
        unit=data["unit"],
        date=str(data["date"]),
        grade=data["grade"],
        value=_value(data["value"] if "value" in data else data.get("values")),
        by=(by,) if isinstance(by, str) else tuple(by),
        distribution=distribution_from(distribution) if distribution else None,
        spread=distribution_from(spread) if spread else None,
        source=_keys(source),
        read={cell: _keys(keys) for cell, keys in data.get("read", {}).items()},
        judgement=data.get("judgement"),
        doubt=data.get("doubt"),
        note=data.get("note"),
        file=data.get("file", ""),
        line=data.get("line", 0),
    )


def source_from(key: str, data: Mapping[str, Any]) -> Source:
    """Return the source that a checked mapping says."""
    return Source(key=key, **{name: str(entry) for name, entry in data.items()})


def scaled(value: Value, factor: float) -> Value:
    """Return every number of a value times a factor."""
    if isinstance(value, dict):
        return {name: scaled(entry, factor) for name, entry in value.items()}
    return value * factor


def numbers(value: Value) -> list[float]:
    """Return every number of a value, in written order."""
    if isinstance(value, dict):
        return [number for entry in value.values() for number in numbers(entry)]
    return [value]


def cells(value: Value, above: str = "") -> list[str]:
    """Return the places of a value's numbers (`us.air`), in written order; of a single number one empty place."""
    if not isinstance(value, dict):
        return [above]
    return [cell for name, entry in value.items() for cell in cells(entry, f"{above}.{name}" if above else name)]


def _keys(said: str | Sequence[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _value(said: Any) -> Value | None:
    if isinstance(said, dict):
        return {name: _value(entry) for name, entry in said.items()}
    return None if said is None else float(said)
