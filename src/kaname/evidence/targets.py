"""Targets of a fit of levels: the figures, the start, the last year, and what is held out.

Reads: data/records/targets.yaml and held_out.yaml, or files of the same form. Writes: nothing.
Errors: InputError where the fit would know a year that is held out, or a figure has no doubt to be a prior.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kaname.core.errors import Findings
from kaname.core.safe_yaml import Document, read_yaml
from kaname.core.schema import SNAKE, ListOf, MapOf, Number, Record, Text
from kaname.evidence.crises import YEAR
from kaname.evidence.format import FIGURE_ID
from kaname.evidence.load import DATA, Evidence

TARGETS = DATA / "records" / "targets.yaml"
HELD_OUT = DATA / "records" / "held_out.yaml"
_LEVELS = MapOf(MapOf(Number(), name=SNAKE, least=1), name=FIGURE_ID, kind="the id of a figure", least=1)
_TARGETS = Record("a file of targets", needs={"start": YEAR, "until": YEAR, "levels": _LEVELS}, may={"about": Text()})
_HELD = Record("a file of what is held out", needs={"from": YEAR, "figures": ListOf(Text(), least=1)},
               may={"about": Text()})  # fmt: skip


@dataclass(frozen=True)
class Targets:
    """start: year that futures begin in; until: last year that may be known.

    levels: figure -> place -> the value judged before any fit, which the factors multiply.
    """

    start: int
    until: int
    levels: Mapping[str, Mapping[str, float]]
    held_out_from: int

    @property
    def years(self) -> int:
        """Return the length of the futures in years."""
        return self.until - self.start + 1


def load_targets(evidence: Evidence, targets: Path = TARGETS, held_out: Path = HELD_OUT) -> Targets:
    """Return what is fitted; the last year known must lie before the first that is held out."""
    document, held = read_yaml(targets), read_yaml(held_out)
    findings = Findings()
    if _TARGETS.check(document, (), document.value, findings) & _HELD.check(held, (), held.value, findings):
        data, first = document.value, int(held.value["from"])
        if data["until"] >= first:
            findings.add(document.error(("until",), f"years from {first} on are held out", found=data["until"],
                                        allowed=f"up to {first - 1}", hint=f"{held_out.name} says so."))  # fmt: skip
        if data["start"] > data["until"]:
            findings.add(document.error(("start",), "the start lies after the last year known", found=data["start"]))
        for name, values in data["levels"].items():
            _check_level(document, name, values, evidence, findings)
    findings.raise_if_any()
    data = document.value
    levels = {name: {place: float(x) for place, x in values.items()} for name, values in data["levels"].items()}
    return Targets(int(data["start"]), int(data["until"]), levels, int(held.value["from"]))


def _check_level(document: Document, name: str, values: Mapping[str, float], evidence: Evidence,
                 findings: Findings) -> None:  # fmt: skip
    figure = evidence.figures.get(name)
    if figure is None:
        findings.add(document.unknown(("levels", name), "a figure", name, sorted(evidence.figures)))
    elif figure.spread is None or len(figure.by) != 1 or not isinstance(figure.value, dict):
        findings.add(document.error(("levels", name), "it has no values on one axis with a spread, which would be the "
                                    "prior", found=name))  # fmt: skip
    else:
        for place in values:
            if place not in figure.value:
                findings.add(document.unknown(("levels", name, place), f"a member of {name}", place,
                                              list(figure.value)))  # fmt: skip
