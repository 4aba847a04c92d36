"""Differences of a second scenario: figures, levers, parameters, roles, contingencies, calendar, bargains.

Idea: two scenarios are compared entry by entry in the words of their files; a figure differs where its numbers, its
unit or its origin do, and is shown with both. A parameter that a scenario leaves to the evidence is shown as the figure
that it takes there. Units: as shown. Reads: two Scenarios, Evidence. Writes: nothing. Source: none needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from kaname.evidence.figures import Figure
from kaname.evidence.layout import OTHERS
from kaname.evidence.load import Evidence
from kaname.scenarios.records import Scenario

ABOUT = ("title", "question", "start", "years")
TABLES = ("actors", "contingencies", "axes", "calendar")
FIGURES = ("initial", "parameters", "levers")
WORTH = ("unit", "date", "source", "judgement", "grade", "doubt")


@dataclass(frozen=True)
class Change:
    """One entry that differs: where, what stood there and what stands there (None: nothing), and its unit."""

    path: str
    first: Any
    second: Any
    unit: str | None = None


def difference(first: Scenario, second: Scenario, evidence: Evidence) -> list[Change]:
    """Return every entry that differs, in the order of a scenario's file."""
    changes = [Change(name, _plain(getattr(first, name)), _plain(getattr(second, name))) for name in ABOUT
             if getattr(first, name) != getattr(second, name)]  # fmt: skip
    for name in TABLES:
        changes += _entries(name, _table(first, name), _table(second, name))
    for name in FIGURES:
        changes += _figures(name, _known(first, second, name, evidence), _known(second, first, name, evidence))
    changes += _members("as_is", [item.what for item in first.as_is], [item.what for item in second.as_is])
    return changes + _members("bargains", first.bargains, second.bargains)


def _table(scenario: Scenario, name: str) -> dict[str, Any]:
    entries = getattr(scenario, name)
    return {key: _plain(entry) for key, entry in entries.items()}


def _entries(path: str, first: Any, second: Any) -> Iterator[Change]:
    """Entries of nested mappings that differ, each by its own path."""
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        for key in dict.fromkeys((*first, *second)):
            yield from _entries(f"{path}.{key}", first.get(key), second.get(key))
    elif first != second:
        yield Change(path, first, second)


def _known(scenario: Scenario, other: Scenario, name: str, evidence: Evidence) -> dict[str, Figure]:
    """Return the figures of a section; of a parameter that only the other scenario sets, the evidence's."""
    own: dict[str, Figure] = dict(getattr(scenario, name))
    if name == "parameters":
        for key in other.parameters:
            if key not in own and key in evidence.figures:
                own[key] = evidence.figures[key]
    return own


def _figures(section: str, first: Mapping[str, Figure], second: Mapping[str, Figure]) -> Iterator[Change]:
    for name in dict.fromkeys((*first, *second)):
        one, two = first.get(name), second.get(name)
        path = f"{section}.{name}"
        if one is None or two is None:
            given = two or one
            assert given is not None
            yield Change(path, _told(one), _told(two), given.unit)
            continue
        yield from _numbers(path, one, two)
        for entry in WORTH:
            left, right = _plain(getattr(one, entry)), _plain(getattr(two, entry))
            if left != right:
                yield Change(f"{path}.{entry}", left, right)


def _numbers(path: str, one: Figure, two: Figure) -> Iterator[Change]:
    unit = two.unit if one.unit == two.unit else None
    if one.by == two.by and isinstance(one.value, dict) and isinstance(two.value, dict):
        for change in _values(path, one.value, two.value):
            yield Change(change.path, change.first, change.second, unit)
    elif _amount(one) != _amount(two):
        yield Change(path, _amount(one), _amount(two), unit)
    left, right = (figure.spread.as_data() if figure.spread else None for figure in (one, two))
    if left != right:
        yield Change(f"{path}.spread", left, right, "factor")


def _values(path: str, first: Any, second: Any) -> Iterator[Change]:
    """Yield numbers on axes that differ; a member that is not named has the value of `others`."""
    if not (isinstance(first, Mapping) and isinstance(second, Mapping)):
        if first != second:
            yield Change(path, first, second)
        return
    for key in dict.fromkeys((*first, *second)):
        if key != OTHERS or (OTHERS in first and OTHERS in second):
            yield from _values(f"{path}.{key}", first.get(key, first.get(OTHERS)), second.get(key, second.get(OTHERS)))


def _amount(figure: Figure) -> Any:
    return figure.distribution.as_data() if figure.distribution is not None else figure.value


def _told(figure: Figure | None) -> Any:
    return None if figure is None else _amount(figure)


def _members(path: str, first: Sequence[str], second: Sequence[str]) -> list[Change]:
    """Members that only one list has; and the order, where the members are the same."""
    gone = [Change(path, name, None) for name in first if name not in second]
    come = [Change(path, None, name) for name in second if name not in first]
    if not gone and not come and list(first) != list(second):
        return [Change(f"{path} (order)", list(first), list(second))]
    return gone + come


def _plain(value: Any) -> Any:
    """Return a value as it would stand in a file."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(entry) for name, entry in asdict(value).items() if name != "id"}
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    return list(value) if isinstance(value, tuple) else value
