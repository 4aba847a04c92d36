"""A figure where a scenario or bargain gives one: found in the evidence or checked in place, and held against what the
model declares (unit, range, axes).

Reads: Document, Evidence. Writes: Findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kaname.core.errors import Findings, InputError
from kaname.core.safe_yaml import Document, Key, path_text
from kaname.core.units import UNITS, convert, parse_unit
from kaname.evidence.check import check_figure, check_source
from kaname.evidence.figures import Figure, Source, figure_from, numbers, scaled, source_from
from kaname.evidence.layout import OTHERS, in_order
from kaname.evidence.load import Evidence
from kaname.scenarios.format import REFERENCE
from kaname.words.declare import ALIASES, Declared

ROUNDING = 1e-9


@dataclass
class Checker:
    """Context of a check of one document."""

    document: Document
    evidence: Evidence
    findings: Findings = field(default_factory=Findings)
    sources: dict[str, Source] = field(default_factory=dict)

    def say(self, key: Key, message: str, **said: Any) -> None:
        """Add an error that points at a path of the document."""
        self.findings.add(self.document.error(key, message, **said))

    def unknown(self, key: Key, kind: str, name: object, allowed: Sequence[str]) -> None:
        """Add the error for a name outside a closed list."""
        self.findings.add(self.document.unknown(key, kind, name, allowed))


def take_sources(checker: Checker) -> None:
    """The document's own sources beside those of the evidence."""
    checker.sources = dict(checker.evidence.sources)
    sources = checker.document.value.get("sources", {})
    for key, entry in sources.items():
        if key in checker.sources:
            checker.say(
                ("sources", key), "there is already a source of this key", found=key, hint="Choose another key."
            )
        elif check_source(checker.document, ("sources", key), entry, checker.findings):
            checker.sources[key] = source_from(key, entry)


def resolve(checker: Checker, key: Key, data: Any) -> Figure | None:
    """Return the figure that stands at a path, or None with the reason among the findings."""
    if isinstance(data, dict) and "figure" in data:
        if not REFERENCE.check(checker.document, key, data, checker.findings):
            return None
        if data["figure"] not in checker.evidence.figures:
            checker.unknown((*key, "figure"), "the id of a figure in the evidence", data["figure"],
                         sorted(checker.evidence.figures))  # fmt: skip
            return None
        return checker.evidence.figures[data["figure"]]
    if not check_figure(checker.document, key, data, checker.sources, checker.findings):
        return None
    place = checker.document.place(key)
    return figure_from(
        f"{checker.document.value['id']}.{path_text(key)}", {**data, "file": place.file, "line": place.line}
    )


def fits(checker: Checker, key: Key, figure: Figure, declared: Declared, axes: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a figure can be the value of a declared quantity: unit, axes and members, range."""
    before = len(checker.findings.errors)
    _fits_axes(checker, key, figure, declared, axes)
    _fits_unit(checker, key, figure, declared)
    return len(checker.findings.errors) == before


def _fits_axes(
    checker: Checker, key: Key, figure: Figure, declared: Declared, axes: Mapping[str, Sequence[str]]
) -> None:
    if in_order(figure.by, declared.dims) is None:
        found, allowed = ", ".join(figure.by), ", ".join(declared.dims) or "no axis: one value"
        checker.say(key, f"{declared.name} cannot be by {found}", found=figure.by, allowed=allowed)
        return
    if isinstance(figure.value, dict):
        own = figure.id not in checker.evidence.figures
        _fits_members(checker, (*key, "values") if own else key, figure, figure.value, figure.by, axes)


def _fits_members(
    checker: Checker, inside: Key, figure: Figure, value: Any, by: Sequence[str], axes: Mapping[str, Sequence[str]]
) -> None:
    members = axes.get(ALIASES.get(by[0], by[0]), ())
    if not members:
        return
    for name, entry in value.items():
        if name not in members and name != OTHERS:
            kind = f"a member of the axis {by[0]} (figure {figure.id})"
            checker.unknown((*inside, name), kind, name, [*members, OTHERS])
        elif len(by) > 1:
            _fits_members(checker, (*inside, name), figure, entry, by[1:], axes)
    missing = [member for member in members if member not in value]
    if missing and OTHERS not in value:
        some = ", ".join(missing[:4]) + (" ..." if len(missing) > 4 else "")
        hint = f"Add it, or {OTHERS} for every member that is not named."
        checker.say(inside, f"{some} of the axis {by[0]} missing (figure {figure.id})", found=missing, hint=hint)


def _fits_unit(checker: Checker, key: Key, figure: Figure, declared: Declared) -> None:
    if declared.unit not in UNITS or figure.unit == "switch":
        _fits_switch(checker, key, figure, declared)
        return
    wanted, given = parse_unit(declared.unit), parse_unit(figure.unit)
    if wanted.dimension != given.dimension:
        alike = [unit.name for unit in UNITS.values() if unit.dimension == wanted.dimension]
        checker.say(key, f"{declared.name} is in {declared.unit}, not in {figure.unit} (figure {figure.id})",
                 found=figure.unit, allowed=alike)  # fmt: skip
        return
    for number in extremes(figure):
        told = convert(number, figure.unit, declared.unit)
        slack = ROUNDING * max(1.0, abs(told))
        if not declared.low - slack <= told <= declared.high + slack:
            span = f"{declared.low:g}..{declared.high:g}"
            checker.say(key, f"{told:g} is outside {span} (unit: {declared.unit}; figure {figure.id})", found=told)
            return


def _fits_switch(checker: Checker, key: Key, figure: Figure, declared: Declared) -> None:
    if figure.unit == "switch" and declared.unit not in ("switch", "code"):
        checker.say(key, f"{declared.name} is in {declared.unit}; a switch cannot be its value", found=figure.unit)


def extremes(figure: Figure) -> list[float]:
    """Return the numbers that bound what a figure may be."""
    if figure.distribution is not None:
        return list(figure.distribution.support)
    assert figure.value is not None
    if figure.spread is None:
        return numbers(figure.value)
    return [number for factor in figure.spread.support for number in numbers(scaled(figure.value, factor))]


def of_dimension(checker: Checker, key: Key, figure: Figure | None, unit: str) -> None:
    """Report a figure that is not one value of the dimension of this unit."""
    if figure is None:
        return
    try:
        convert(1.0, figure.unit, unit)
    except InputError as trouble:
        checker.say(key, trouble.message, found=figure.unit, allowed=trouble.allowed)
    if figure.by:
        checker.say(key, f"one value is needed here, not values by {', '.join(figure.by)}", found=figure.by)
