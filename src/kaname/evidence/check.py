"""Requirements of a figure and of a source.

format.py says which entries there are; the rules below say what shapes cannot: unit known, numbers possible in that
unit, distribution in order, depth of `values` as `by` says, source keys that exist, grade and origin that fit.

Reads: a Document. Writes: Findings. Source: the format is this project's own (docs/reference/files.md).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from kaname.core.errors import Findings, InputError, shown
from kaname.core.safe_yaml import Document, Key
from kaname.core.schema import Record, kind_of
from kaname.core.units import Unit, parse_unit
from kaname.evidence.distributions import ARGUMENTS, Distribution, distribution_from, order_problem
from kaname.evidence.figures import GRADES, cells, scaled
from kaname.evidence.format import SOURCE, figure_in

PERCENT, LEAST_PERCENT = 100.0, 2.0
"""A number just above 1 is a share that is too large, and no percentage."""
PLAIN = ("triangular", "uniform", "normal")
"""Distributions whose arguments are all in the figure's unit."""


def check_source(document: Document, key: Key, data: Any, findings: Findings) -> bool:
    """Return whether a source may be cited."""
    if not SOURCE.check(document, key, data, findings):
        return False
    if re.search(r"\bA?GPL", data["licence"]):
        findings.add(document.error((*key, "licence"), "data under the GPL stays out of this project",
                                    found=data["licence"], hint="Cite the fact from its publisher."))  # fmt: skip
        return False
    return True


def check_figure(document: Document, key: Key, data: Any, sources: Collection[str], findings: Findings) -> bool:
    """Return whether a mapping is a figure that may be believed; every departure is added to the findings."""
    if kind_of(data) == "a number":
        findings.add(_bare(document, key, data))
        return False
    before = len(findings.errors)
    if _unit_given(document, key, data, findings) and _form_of(data).check(document, key, data, findings):
        unit = parse_unit(data["unit"])
        _check_origin(document, key, data, sources, findings)
        _check_numbers(document, key, data, unit, findings)
    return len(findings.errors) == before


def _form_of(data: Any) -> Record:
    unit = data.get("unit") if isinstance(data, dict) else None
    return figure_in(unit if isinstance(unit, str) else "")


def _bare(document: Document, key: Key, value: Any) -> InputError:
    message = f"{shown(value)} is a bare number; every number is a figure"
    hint = "Write {value, unit, date, source or judgement, grade, doubt}."
    return document.error(key, message, found=value, hint=hint)


def _unit_given(document: Document, key: Key, data: Any, findings: Findings) -> bool:
    """Report an unknown unit once, with what to write instead of it."""
    if not isinstance(data, dict) or "unit" not in data:
        return True
    try:
        parse_unit(data["unit"])
    except InputError as trouble:
        place = document.error((*key, "unit"), trouble.message, found=data["unit"], allowed=trouble.allowed,
                               nearest=trouble.nearest, hint=trouble.hint)  # fmt: skip
        findings.add(place)
        return False
    return True


def _check_origin(document: Document, key: Key, data: dict, sources: Collection[str], findings: Findings) -> None:
    grade = data["grade"]
    if grade == "D" and "source" in data:
        findings.add(document.error((*key, "grade"), "grade D is a judgement and has no source", found=grade,
                                    hint="Write judgement in place of source, or grade A, B or C."))  # fmt: skip
    if grade != "D" and "judgement" in data:
        findings.add(document.error((*key, "grade"), f"grade {grade} ({GRADES[grade]}) needs a source", found=grade,
                                    hint="Write source in place of judgement, or grade D."))  # fmt: skip
    if grade != "A" and "doubt" not in data:
        findings.add(document.error(key, f"doubt is missing; grade {grade} needs it",
                                    hint="Say in a sentence what may be wrong with this figure."))  # fmt: skip
    check_source_keys(document, (*key, "source"), data.get("source", ()), sources, findings)
    _check_read(document, (*key, "read"), data, sources, findings)


def _check_read(document: Document, key: Key, data: dict, sources: Collection[str], findings: Findings) -> None:
    """Check that each number marked as read is one of the values, and that its source is known."""
    read = data.get("read", {})
    places = cells(data["values"]) if read and isinstance(data.get("values"), dict) else []
    for cell, keys in read.items():
        if cell not in places:
            findings.add(document.unknown((*key, cell), "a number of values", cell, places))
        check_source_keys(document, (*key, cell), keys, sources, findings)


def check_source_keys(document: Document, key: Key, said: Any, sources: Collection[str], findings: Findings) -> None:
    """Report every cited key (one, or a list of them) that is not among the sources."""
    for place, cited in enumerate([said] if isinstance(said, str) else said):
        if cited not in sources:
            at = key if isinstance(said, str) else (*key, place)
            findings.add(document.unknown(at, "the key of a source", cited, sorted(sources)))


def _check_numbers(document: Document, key: Key, data: dict, unit: Unit, findings: Findings) -> None:
    spread = _checked_distribution(document, (*key, "spread"), data.get("spread"), findings)
    given = _checked_distribution(document, (*key, "distribution"), data.get("distribution"), findings)
    if "by" in data and "values" not in data:
        findings.add(
            document.error((*key, "by"), "by says on which axes the values are laid out", hint="Write values.")
        )
    if "values" in data and "by" not in data:
        findings.add(document.error(key, "by is missing: the axis or axes of values", hint="Write by: actor."))
    if "spread" in data and "distribution" in data:
        findings.add(document.error((*key, "spread"), "a spread goes with value or values, not with a distribution"))
    if given is not None:
        _check_support(document, (*key, "distribution"), given, unit, findings)
    factors = spread.support if spread is not None else None
    if "value" in data:
        _check_value(document, (*key, "value"), data["value"], unit, factors, findings)
    if "values" in data and "by" in data:
        by = [data["by"]] if isinstance(data["by"], str) else data["by"]
        _check_values(document, (*key, "values"), data["values"], by, unit, factors, findings)


def _checked_distribution(document: Document, key: Key, data: Any, findings: Findings) -> Distribution | None:
    if data is None:
        return None
    distribution = distribution_from(data)
    problem = order_problem(distribution)
    if key[-1] == "spread" and not problem:
        problem = _spread_problem(distribution)
    if problem:
        findings.add(document.error((*key, distribution.kind), problem, found=list(distribution.args),
                                    hint=_order_hint(distribution.kind)))  # fmt: skip
        return None
    return distribution


def _spread_problem(spread: Distribution) -> str | None:
    if spread.kind == "switch":
        return "a spread is a factor, not a switch"
    low, _ = spread.support
    return None if low >= 0 else f"a spread multiplies, and {low:g} is below 0"


def _order_hint(kind: str) -> str | None:
    return f"The order is [{', '.join(ARGUMENTS[kind])}]." if kind in ARGUMENTS else None


def _check_support(document: Document, key: Key, given: Distribution, unit: Unit, findings: Findings) -> None:
    if (given.kind == "switch") != (unit.name == "switch"):
        findings.add(document.error(key, f"{given.kind} and the unit {unit.name} do not go together",
                                    hint="The unit of a switch is switch, and a switch has names."))  # fmt: skip
        return
    low, high = given.support
    if given.kind != "switch" and not (unit.holds(low) and unit.holds(high)):
        message = f"{low:g}..{high:g} leaves {unit.span} (unit: {unit.name})"
        instead = _shares(given.args, unit) if given.kind in PLAIN else None
        findings.add(document.error((*key, given.kind), message, found=[low, high], instead=instead))


def _check_value(
    document: Document, key: Key, value: float, unit: Unit, factors: tuple[float, float] | None, findings: Findings
) -> None:
    if unit.name == "switch":
        findings.add(document.error(key, "a switch has names, not a number", found=value,
                                    hint="Write distribution: {switch: {first: 0.5, second: 0.5}}."))  # fmt: skip
    elif not unit.holds(value):
        message = f"{shown(value)} is outside {unit.span} (unit: {unit.name})"
        shares = _shares([value], unit)
        findings.add(document.error(key, message, found=value, instead=shares[0] if shares else None))
    elif factors and not all(unit.holds(float(scaled(value, factor))) for factor in factors):  # type: ignore[arg-type]
        low, high = (value * factor for factor in factors)
        message = f"with its spread this is {low:g}..{high:g}, which leaves {unit.span} (unit: {unit.name})"
        findings.add(document.error(key, message, found=value))


def _check_values(
    document: Document, key: Key, said: Any, by: list[str], unit: Unit, factors: tuple[float, float] | None,
    findings: Findings,
) -> None:  # fmt: skip
    if not by:
        if isinstance(said, dict):
            findings.add(document.error(key, "the values are nested deeper than by has axes", found=said))
        else:
            _check_value(document, key, said, unit, factors, findings)
        return
    if not isinstance(said, dict):
        findings.add(document.error(key, f"members of the axis {by[0]} are missing here", found=said))
        return
    for member, entry in said.items():
        _check_values(document, (*key, member), entry, by[1:], unit, factors, findings)


def _shares(values: Sequence[float], unit: Unit) -> list[float] | None:
    """Return the numbers as shares, where they are likely per cent: the largest is at least two."""
    if unit.high == 1 and LEAST_PERCENT <= max(values) <= PERCENT:
        return [value / PERCENT for value in values]
    return None
