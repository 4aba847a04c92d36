"""Levels fitted to public counts of the past by history matching: what `kaname calibrate` does.

Effects are not fitted, and nothing after the last year of data/records/targets.yaml is read. The same seed and
settings give the same result. Reads: scenario, evidence, data/records. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Heard = Callable[[int, int], None]
DRAWS = 20_000
"""Draws from the prior that the waves and the weights are taken from."""
LEAST_POSSIBLE = 50


def calibrate(
    scenario: str, *, points: int, each: int, waves: int, seed: int, workers: int = 2,
    heard: Heard = lambda done, of: None,
) -> dict[str, Any]:  # fmt: skip
    """Return the factors on every fitted level, before and after, beside the record, as plain data.

    points: points of a wave; each: futures of a point; heard: called with (waves done, waves in all).
    """
    from kaname.analysis import history_matching as matching
    from kaname.analysis.rates import Count
    from kaname.compile.compiled import compile_study
    from kaname.core.units import QUARTERS_A_YEAR
    from kaname.evidence.crises import load_crises
    from kaname.evidence.load import load_evidence
    from kaname.evidence.targets import load_targets
    from kaname.scenarios.starts import started
    from kaname.study.levels import counted, levels_of
    from kaname.study.ready import make_ready

    evidence = load_evidence()
    targets = load_targets(evidence)
    lists = [one.known_until(targets.until) for one in load_crises()]
    name = started(scenario, str(targets.start))
    make_ready(scenario)
    compiled = compile_study(name, [_reference(name)], years=targets.years)
    places = [place for place in compiled.axes["contingency"] if any(place in one.counts for one in lists)]
    levels = levels_of(targets.levels)
    measures = list(dict.fromkeys(one.measure for one in lists))
    outputs = [(measure, place) for measure in measures for place in places]
    counts = [[Count(one.name, one.counts[place], one.decades) for one in lists
               if one.measure == measure and place in one.counts] for measure, place in outputs]  # fmt: skip
    columns = [f"{measure}.{place}" for measure, place in outputs]
    decades = each * compiled.quarters / (10 * QUARTERS_A_YEAR)
    pairs = [(a, b) for a in range(len(levels)) for b in range(a) if levels[a].cell == levels[b].cell]
    priors = [evidence.figures[level.figure].spread for level in levels]

    rng = np.random.default_rng(seed)
    uniform = matching.latin(DRAWS, len(levels), rng)
    draws = np.log(np.column_stack([prior.ppf(uniform[:, n]) for n, prior in enumerate(priors) if prior is not None]))
    keep, share = np.ones(DRAWS, bool), []
    z, events = np.zeros((0, len(levels))), np.zeros((0, len(outputs)))
    for wave in range(waves):
        chosen = draws[rng.choice(np.flatnonzero(keep), points, replace=keep.sum() < points)]
        seen, alive = counted(compiled, seed + wave, levels, np.exp(chosen), each, columns, workers)
        z, events = np.vstack([z, chosen]), np.vstack([events, seen * (each / np.maximum(alive, 1))[:, np.newaxis]])
        emulator = matching.fitted(z, events, decades, pairs)
        keep = matching.possible(emulator, draws, counts)
        share.append(float(keep.mean()))
        if keep.sum() < LEAST_POSSIBLE:
            keep = np.ones(DRAWS, bool)
        heard(wave + 1, waves)
    weights = matching.weighted(emulator, draws, counts)
    found = matching.summary(draws, weights)
    rates, _ = emulator.rates(draws)
    return {
        "start": targets.start, "until": targets.until, "held_out_from": targets.held_out_from, "points": points,
        "each": each, "waves": waves, "seed": seed, "possible": share,
        "effective": float(1.0 / np.sum(weights**2)),
        "levels": [{"figure": level.figure, "place": level.cell, "judged": level.value, **one,
                    "fitted": float(f"{level.value * one['posterior'][1]:.2g}")}
                   for level, one in zip(levels, found, strict=True)],
        "outputs": [_output(output, lists, np.exp(rates[:, n]), weights)
                    for n, (output, lists) in enumerate(zip(outputs, counts, strict=True))],
        "names": compiled.names["contingency"],
    }  # fmt: skip


def _output(output: tuple[str, str], counts: Sequence[Any], rates: np.ndarray, weights: np.ndarray) -> dict[str, Any]:
    from kaname.analysis.history_matching import interval
    from kaname.analysis.rates import poisson_interval

    lists = [{"list": one.list, "events": one.events, "decades": one.decades, "rate": one.events / one.decades,
              **dict(zip(("low", "high"), poisson_interval(one.events, one.decades), strict=True))}
             for one in counts]  # fmt: skip
    return {"measure": output[0], "place": output[1], "before": list(interval(rates)),
            "after": list(interval(rates, weights)), "lists": lists}  # fmt: skip


def _reference(scenario: str) -> str:
    from kaname.scenarios.load import load_scenario

    return load_scenario(scenario).bargains[0]
