"""Evidence of the run: the figures it used, the works behind them, the systems of the project.

The manifest names the figures by id, or says them in full (`id: {unit, value, ...}`), with `sources` where they are not
in the shipped evidence. Reads: manifest, evidence, data/systems.json. Writes: nothing. Source: docs/reference/files.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kaname.analysis.folder import RunFolder
from kaname.core.shipped import shipped_json
from kaname.evidence.cite import Entry, bibliography_of, citation
from kaname.evidence.figures import Figure, Source, figure_from, numbers, source_from
from kaname.evidence.load import Evidence, load_evidence
from kaname.report.numbers import tidy
from kaname.report.words import plain_name

SHOWN_NUMBERS = 3


@dataclass(frozen=True)
class EvidenceUsed:
    """figures by id; unknown: ids that the run names and nobody knows; systems: id -> name."""

    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]
    works: Sequence[Entry]
    unknown: Sequence[str]
    systems: Mapping[str, str]

    def value(self, figure: Figure) -> str:
        """Return its value, distribution or range with the unit, short."""
        if figure.distribution is not None and figure.distribution.names:
            pairs = zip(figure.distribution.names, figure.distribution.args, strict=True)
            return ", ".join(f"{plain_name(name)} {tidy(chance)}" for name, chance in pairs)
        if figure.distribution is not None:
            text = ", ".join(tidy(value) for value in figure.distribution.args)
            return f"{figure.distribution.kind} [{text}] {figure.unit}"
        told = numbers(figure.value) if figure.value is not None else []
        if len(told) > SHOWN_NUMBERS:
            shown = f"{tidy(min(told))} to {tidy(max(told))} ({len(told)} values)"
        else:
            shown = ", ".join(tidy(value) for value in told)
        return f"{shown} {figure.unit}, with a spread" if figure.spread is not None else f"{shown} {figure.unit}"

    def cited(self, figure: Figure) -> str:
        """Return its citation in words."""
        known = all(key in self.sources for key in figure.source)
        return citation(figure, dict(self.sources)) if known else ", ".join(figure.source)

    def theories(self, run: RunFolder) -> dict[str, Sequence[str]]:
        """Return the column of a switch -> names of its theories, by place."""
        theories: dict[str, Sequence[str]] = {}
        for entry in run.model.get("sampled", []):
            figure = self.figures.get(str(entry.get("figure")))
            if figure is not None and figure.distribution is not None and figure.distribution.names:
                theories[entry["column"]] = figure.distribution.names
        return theories


def evidence_used_by(run: RunFolder) -> EvidenceUsed:
    """Return the evidence of a run."""
    evidence = load_evidence()
    named = run.manifest.get("figures", [])
    wanted = [*named, *(str(one["figure"]) for one in run.model.get("sampled", []) if one.get("figure"))]
    figures = {name: _figure(name, named, evidence) for name in dict.fromkeys(wanted)}
    known = {name: figure for name, figure in figures.items() if figure is not None}
    given = {key: source_from(key, source) for key, source in run.manifest.get("sources", {}).items()}
    sources = {**evidence.sources, **given}
    cited = [
        key for mechanism in run.model.get("mechanisms", []) for key in mechanism.get("source", ()) if key in sources
    ]
    citable = [figure for figure in known.values() if all(key in sources for key in figure.source)]
    unknown = [name for name, figure in figures.items() if figure is None]
    return EvidenceUsed(known, sources, bibliography_of(citable, sources, cited), unknown, _systems())


def _figure(name: str, named: Any, evidence: Evidence) -> Figure | None:
    if isinstance(named, Mapping) and isinstance(named.get(name), Mapping):
        return figure_from(name, named[name])
    return evidence.figures.get(name)


def _systems() -> dict[str, str]:
    file = files("kaname") / "data" / "systems.json"
    if not file.is_file():
        return {}
    data = shipped_json(file)
    return {str(system["id"]): str(system["name"]) for system in data.get("systems", [])}
