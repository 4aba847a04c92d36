"""Futures of the uncompiled model under EMA Workbench with worker processes: `python -m benchmarks.ema_child N YEARS`.

Run with KANAME_JIT=0 by benchmarks.against_ema. One experiment is one future of the reference bargain. Prints JSON:
CPU seconds of the workers, wall seconds of the experiments, and for each future the sum of its counted outcomes.
"""

from __future__ import annotations

import json
import resource
import sys
import time

from ema_workbench import IntegerParameter, Model, MultiprocessingEvaluator, ScalarOutcome, Scenario

BARGAIN, SEED, WORKERS = "as_is", 1, 2
_compiled = {}


def total(future: int = 0, years: int = 1) -> dict[str, float]:
    """Sum of the counted outcomes of one future; the scenario is read once a worker."""
    from benchmarks.against_ema import total_of
    from kaname.compile.compiled import compile_study

    if years not in _compiled:
        _compiled[years] = compile_study("us-japan", [BARGAIN], years)
    return {"total": total_of(_compiled[years], future, SEED)}


def main(count: int, years: int) -> None:
    """Run the experiments and print what they used."""
    from functools import partial

    model = Model("kaname", function=partial(total, years=years))
    model.uncertainties = [IntegerParameter("future", 0, max(1, count - 1))]
    model.outcomes = [ScalarOutcome("total")]
    begun = time.monotonic()
    with MultiprocessingEvaluator(model, n_processes=WORKERS) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(
            scenarios=[Scenario(str(n), future=n) for n in range(count)]
        )
    wall = time.monotonic() - begun
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    by_future = dict(zip(experiments["future"].astype(int).tolist(), outcomes["total"].tolist(), strict=True))
    sys.stdout.write(json.dumps({"cpu": below.ru_utime + below.ru_stime, "wall": wall, "totals": by_future}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
