"""Runs that test how robust a comparison is, and their summary: checks, and each bargain with one lever in or out.

Idea: an arm is a changed comparison with a name; its chunks are run, stored, listed and resumed as those of the run
itself. Reads: stored rows. Writes: nothing. See docs/reference/dataset.md for the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled
from kaname.compile.variants import with_spending
from kaname.store.manifest import Manifest
from kaname.store.spans import Span
from kaname.store.tables import read_columns
from kaname.study.attribution import ARM as ATTRIBUTION
from kaname.study.attribution import IN, apart, parts
from kaname.study.checks import checks_of, varied
from kaname.study.design import Design
from kaname.study.equal_cost import parties, solve, stored_costs
from kaname.study.left import add_left, opened
from kaname.study.summary import FAILED, difference, summarise
from kaname.words.checks import EQUAL_COST
from kaname.words.outcomes import OUTCOMES

TOLD = tuple(o.name for o in OUTCOMES if o.role in ("end", "deterrence") and o.good)
"""Outcomes for which checks are reported: those that are judged, and what became of opportunities."""


@dataclass(frozen=True)
class Job:
    """A chunk to run, and the comparison that it is part of."""

    span: Span
    compiled: Compiled


def robustness_spans(compiled: Compiled, design: Design) -> list[Span]:
    """Return all chunks of all arms."""
    spans = [
        span for check in checks_of(design) for span in design.spans_of(design.bargains, design.robustness, check.id)
    ]
    if design.attribution:
        labels = [part.label for part in parts(compiled, design)]
        spans += design.spans_of(labels, design.attribution, ATTRIBUTION)
    return spans


def robustness_jobs(compiled: Compiled, design: Design, manifest: Manifest, workers: int) -> Iterator[Job]:
    """Return what is missing of the arms. The levels of equal cost are solved first, once, and kept in the manifest."""
    missing = [span for span in robustness_spans(compiled, design) if not manifest.has(span)]
    arms = {span.arm for span in missing}
    if EQUAL_COST in arms and manifest.levelled is None:
        manifest.levelled = solve(compiled, design, manifest, workers)
        manifest.write()
    comparisons = {arm: arm_of(compiled, design, arm, manifest.levelled) for arm in arms}
    return (Job(span, comparisons[span.arm]) for span in missing)


def arm_of(compiled: Compiled, design: Design, arm: str, levelled: Mapping[str, Any] | None = None) -> Compiled:
    """Return the comparison that an arm runs, the run itself where it has no name. levelled: as in the manifest."""
    if not arm:
        return compiled
    if arm == ATTRIBUTION:
        return apart(compiled, design)
    if arm == EQUAL_COST:
        return with_spending(compiled, (levelled or {})["levels"])
    return next(varied(check, compiled, design) for check in checks_of(design) if check.id == arm)


def robustness(compiled: Compiled, design: Design, manifest: Manifest) -> dict[str, Any]:
    """Return the part of summary.json on what was run beside the comparison; empty where nothing was."""
    found: dict[str, Any] = {}
    if design.robustness:
        found["checks"] = _checks(compiled, design, manifest)
    if design.attribution:
        found["attribution"] = _attribution(compiled, design, manifest)
    return found


def _checks(compiled: Compiled, design: Design, manifest: Manifest) -> list[dict[str, Any]]:
    checks = []
    columns = told_columns(compiled)
    main = {bargain: manifest.paths(bargain) for bargain in design.bargains}
    # The rows of the run itself are laid out once for all checks.
    with opened(main, columns) as run:
        for check in checks_of(design):
            files = {bargain: manifest.paths(bargain, arm=check.id) for bargain in design.bargains}
            pairs = summarise(files, columns, design.bargains[0], {})["pairs"]
            with opened(files, columns) as arm:
                add_left(pairs, columns, run, arm)
            entry = {
                "id": check.id, "name": check.name, "sentence": check.sentence, "required": check.required,
                "futures": min(design.robustness, design.futures), "pairs": pairs,
            }  # fmt: skip
            checks.append(entry | (_levelled(compiled, design, manifest) if check.id == EQUAL_COST else {}))
    return checks


def told_columns(compiled: Compiled) -> list[str]:
    """Return the columns of the outcomes for which checks are reported."""
    return [name for name in compiled.columns if name.split(".")[0] in TOLD]


def _levelled(compiled: Compiled, design: Design, manifest: Manifest) -> dict[str, Any]:
    """Whose budget, the levels, and what of the difference in present value is left."""
    said = manifest.levelled
    assert said is not None
    most, budget = min(design.robustness, design.futures), said["budget"]
    left: dict[str, Any] = {}
    for bargain in said["levels"]:
        left[bargain] = {}
        for state in parties(compiled):
            mine, standard = (stored_costs(compiled, manifest, b, state, most, EQUAL_COST) for b in (bargain, budget))
            both = mine.alive & standard.alive
            gap = difference(mine.values[both], standard.values[both])
            left[bargain][state] = {name: gap[name] for name in ("mean", "low", "high")}
    return {"budget": budget, "levels": said["levels"], "residual": left}


def _attribution(compiled: Compiled, design: Design, manifest: Manifest) -> dict[str, Any]:
    most = min(design.attribution, design.futures)
    columns = [name for name in compiled.counted_columns if _explains(compiled, name)]
    rows = {bargain: _first(manifest.paths(bargain), columns, most) for bargain in design.bargains}
    reference = rows[design.bargains[0]]
    attribution: dict[str, Any] = {b: {"futures": most, "levers": []} for b in design.bargains[1:]}
    entries: dict[tuple[str, str], dict[str, Any]] = {}
    for part in parts(compiled, design):
        mine = _first(manifest.paths(part.label, arm=ATTRIBUTION), columns, most)
        entry = entries.get((part.bargain, part.group))
        if entry is None:
            entry = entries[part.bargain, part.group] = {"lever": part.group, "levers": list(part.levers)}
            attribution[part.bargain]["levers"].append(entry)
        if part.way == IN:
            entry["one_in"] = _gaps(mine, reference, columns)
        else:
            entry["one_out"] = _gaps(rows[part.bargain], mine, columns)
    return attribution


def _explains(compiled: Compiled, name: str) -> bool:
    """Return whether an outcome is an end of the two sides, or nobody's in particular."""
    outcome, _, member = name.partition(".")
    return not member or (member in parties(compiled) and outcome in TOLD)


def _first(files: Sequence[Path], columns: Sequence[str], most: int) -> dict[str, np.ndarray]:
    """Return the columns of the first `most` futures, with the quarter of failure."""
    parts, rows = [], 0
    for file in files:
        if rows >= most:
            break
        parts.append(read_columns([file], [FAILED, *columns]))
        rows += len(parts[-1][FAILED])
    return {name: np.concatenate([part[name] for part in parts])[:most] for name in (FAILED, *columns)}


def _gaps(left: Mapping[str, np.ndarray], right: Mapping[str, np.ndarray], columns: Sequence[str]) -> dict[str, Any]:
    both = (left[FAILED] < 0) & (right[FAILED] < 0)
    return {name: difference(left[name][both], right[name][both]) for name in columns}
