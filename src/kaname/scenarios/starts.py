"""Other starts of a scenario: the overrides of it that move its start, found by year.

Idea: a start is data, an override with `base: SCENARIO` and a change of `start`; `--start YEAR` is another way to name
it. Nothing is done to a scenario's figures here: a year without such a file has no start.

Clock: calendar years. Reads: the package's scenarios, or the files beside a user's scenario. Writes: nothing.
Errors: InputError that lists the starts there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError, shown
from kaname.core.safe_yaml import Document, read_yaml
from kaname.evidence.load import Evidence
from kaname.scenarios.load import document_of, is_path, load_bargain, scenario_document, shipped_scenarios
from kaname.scenarios.overrides import is_override

OWN = "own"
NEAR = 2


def starts_of(scenario: str | Path) -> dict[int, str]:
    """Start year -> id or file of the scenario that begins there: the scenario itself and its overrides."""
    found = {int(scenario_document(scenario).value["start"]["year"]): str(scenario)}
    for name, document in _others(scenario):
        year = _moved_to(document, _identity(scenario))
        if year is not None:
            found.setdefault(year, name)
    return dict(sorted(found.items()))


def started(scenario: str | Path, start: str, bargains: Sequence[str | Path] = (),
            evidence: Evidence | None = None) -> str:  # fmt: skip
    """Return the scenario's id or file that begins in the year `start` says; `own`: near the bargains' own year."""
    known = starts_of(scenario)
    if start == OWN:
        return known[_near(_own_year(bargains, evidence), known)]
    year = int(start) if start.isascii() and start.isdigit() else None
    if year not in known:
        raise InputError(
            f"{shown(start)} is not a start of {shown(_identity(scenario))}", path="--start", found=start,
            allowed=[*map(str, known), OWN],
            hint="A start is a file of its own: an override of the scenario that changes `start` and its figures.",
        )  # fmt: skip
    return known[year]


def moves_start(document: Document) -> bool:
    """Return whether a document is an override that begins elsewhere than its base."""
    return is_override(document) and "start" in document.value.get("changes", {})


def _others(scenario: str | Path) -> list[tuple[str, Document]]:
    if not is_path(scenario):
        return [(name, document_of(name)) for name in shipped_scenarios() if name != scenario]
    beside = sorted(Path(scenario).parent.glob("*.yaml"))
    return [(str(path), document) for path in beside if path != Path(scenario) and (document := _readable(path))]


def _readable(path: Path) -> Document | None:
    """Return a file beside the scenario, or None: errors in it are reported where it is asked for itself."""
    try:
        return read_yaml(path)
    except InputError:
        return None


def _moved_to(document: Document, base: str) -> int | None:
    said: Any = document.value
    if not moves_start(document) or said.get("base") != base:
        return None
    start = said["changes"]["start"]
    return start["year"] if isinstance(start, dict) and isinstance(start.get("year"), int) else None


def _identity(scenario: str | Path) -> str:
    return Path(scenario).stem if is_path(scenario) else str(scenario)


def _own_year(bargains: Sequence[str | Path], evidence: Evidence | None) -> int:
    read = [load_bargain(name, evidence) for name in bargains]
    years = {bargain.id: bargain.own_start.year for bargain in read if bargain.own_start is not None}
    if len(set(years.values())) != 1:
        said = ", ".join(f"{name} {year}" for name, year in years.items()) or "none"
        raise InputError(
            f"the bargains named have not one year of their own: {said}", path="--start", found=OWN,
            hint="Name the reference and one bargain by --bargains, or give the year.",
        )  # fmt: skip
    return next(iter(years.values()))


def _near(year: int, known: dict[int, str]) -> int:
    """Return the start nearest to the year, the later of two; InputError where none lies within a few years."""
    nearest = min(sorted(known, reverse=True), key=lambda start: abs(start - year))
    if abs(nearest - year) > NEAR:
        raise InputError(
            f"no start lies within {NEAR} years of the bargain's own, {year}", path="--start", found=OWN,
            allowed=[str(start) for start in known], hint="The figures of those days are not among the evidence.",
        )  # fmt: skip
    return nearest
