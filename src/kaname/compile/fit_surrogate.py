"""Fit the value of fighting to the project's own campaign: `python -m kaname.compile.fit_surrogate [--runs N]`.

Idea: run the campaign kernel on a design of worlds around a scenario (its figures sampled as futures sample them,
each party's forces scaled at random, arrival, access, presence, doctrine drawn widely), and fit each outcome by
fractional logit (quasi-likelihood, Newton steps with a small ridge) for every case and plan. Written:
data/surrogate.json with the coefficients; root mean square error and explained share of variance of single runs, by
case, plan and outcome, on the part of the design held out; runs, seed, and the digest of the kernel's sources, which
a test compares. Single runs hold chance and parameters that no government can foresee: the error is theirs too.
Units: as in model.world.surrogate. Source: the form is that of Papke and Wooldridge (1996).
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kaname.compile.baseline import baseline_of
from kaname.core.hashing import bytes_digest, set_digest
from kaname.core.kernel import kernel
from kaname.model.campaign.doors import fight_days, open_campaign
from kaname.model.campaign.opening import takes_part
from kaname.model.engine.alone import open_tables, turn_alone
from kaname.model.world.surrogate import (
    CASES,
    FEATURES,
    OUTCOMES,
    PHASES,
    SHAPE,
    Orders,
    arrival_of,
    case_of,
    features_of,
    sight_of,
)
from kaname.model.world.turn import Turn
from kaname.words.axes import FIGHTING_FORCES
from kaname.words.levers import LEVER
from kaname.words.moves import CHALLENGER, GUARANTOR, HOST, NEVER, PLANS

PACKAGE = Path(__file__).resolve().parents[1]
FILE = PACKAGE / "data" / "surrogate.json"
SCENARIOS = PACKAGE / "data" / "scenarios"
SEED = 20260101
RUNS = 6000
HORIZON = 60.0
LONGEST_DELAY = 45.0
NEVER_SHARE = 0.25
HOST_FIRES, RECAPTURES = 0.5, 0.7
SCALE_OF_PARTY, SCALE_OF_CLASS = 0.7, 0.25
RIDGE = 1e-3
HELD_OUT = 4
STEPS = 30
DECLARATIONS = ("FIELDS", "PARAMS")


@dataclass(frozen=True)
class Trials:
    """Worlds and parameters of a design, one of each a run, and the scenario's name and contingencies."""

    scenario: str
    worlds: np.ndarray
    params: np.ndarray
    contingencies: tuple[str, ...]


def kernel_digest() -> str:
    """Return SHA-256 over the code on which the coefficients depend: the campaign, its surrogate and its draws.

    Imports, docstrings and declarations are left out: that a word moved or a sentence was mended makes no coefficient
    stale.
    """
    files = sorted((PACKAGE / "model" / "campaign").glob("*.py"))
    files += [PACKAGE / "model" / "world" / "surrogate.py", *(PACKAGE / "core" / n for n in ("maths.py", "random.py"))]
    return set_digest({path.relative_to(PACKAGE).as_posix(): code_digest(path) for path in files})


def code_digest(path: Path) -> str:
    """Return SHA-256 of the syntax of a Python file without its imports, docstrings and declarations."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(module):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [statement for statement in body if not _computes_nothing(statement)]  # type: ignore[attr-defined]
    return bytes_digest(ast.dump(module).encode("utf-8"))


def _computes_nothing(statement: ast.stmt) -> bool:
    """Return whether a statement is an import, a text that stands alone or a list of declarations."""
    alone = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    declares = isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) in DECLARATIONS
    return alone or declares or isinstance(statement, ast.Import | ast.ImportFrom)


def trials(scenario: str | Path, runs: int, seed: int) -> Trials:
    """Return the scenario's first world and parameters as `runs` futures sample them, then spread over the design."""
    baseline = baseline_of(scenario)
    worlds, params = baseline.futures(runs, seed)
    _spread(np.random.default_rng(seed), worlds, params)
    return Trials(baseline.scenario.id, worlds, params, baseline.axes["contingency"])


def _spread(rng: np.random.Generator, worlds: np.ndarray, params: np.ndarray) -> None:
    """Draw the design: who is how strong, when help comes, what is open and which levers are set."""
    runs, actors, forces = worlds["stock"].shape
    worlds["stock"] *= np.exp(rng.normal(0, SCALE_OF_PARTY, (runs, actors, 1)))
    worlds["stock"] *= np.exp(rng.normal(0, SCALE_OF_CLASS, (runs, actors, forces)))
    worlds["missiles"] *= np.exp(rng.normal(0, SCALE_OF_PARTY, (runs, 1)))
    delay = rng.uniform(0, LONGEST_DELAY, runs)
    worlds["camp_arrival"] = np.where(rng.random(runs) < NEVER_SHARE, NEVER, delay)
    worlds["presence"] = np.clip(worlds["presence"] * rng.uniform(0.2, 1.8, runs), 0, 1)
    worlds["base_access"] = rng.uniform(0.2, 1, runs)
    worlds["dispersal"] = rng.uniform(0, 1, runs) ** 2
    worlds["camp_standing"] = 1
    worlds["camp_ceiling"] = rng.integers(0, PHASES + 1, worlds["camp_ceiling"].shape)
    worlds["camp_host_fire"] = (rng.random(runs) < HOST_FIRES) & (worlds["camp_arrival"] < NEVER)
    worlds["camp_recapture"] = rng.random(runs) < RECAPTURES
    worlds["picture_capability"], worlds["access"], worlds["permit"] = 1.0, 2, 1
    for name in ("doctrine", "counterstrike", "defence_architecture", "command_mode"):
        worlds["lever"][:, LEVER[name]] = rng.uniform(0, 1, runs)
    params["doctrine_other"] = rng.uniform(0, 1, runs)


@kernel
def run_design(worlds: Any, params: Any, turn: Turn, k: int, plan: int, xs: np.ndarray, ys: np.ndarray) -> None:
    """Run one campaign of contingency k in each world; writes features and outcomes (see FEATURES, OUTCOMES).

    What a host loses that does not fight is not a number.
    """
    for n in range(worlds.shape[0]):
        w, p = worlds[n], params[n]
        w.camp_plan = plan
        orders = Orders(
            float(w.camp_ceiling[CHALLENGER]), float(w.camp_ceiling[GUARANTOR]), float(w.camp_host_fire),
            float(w.camp_recapture),
        )  # fmt: skip
        values = features_of(sight_of(w, p, k, p.challenger[k], 1.0, 1.0, orders), arrival_of(w.camp_arrival))
        for i in range(len(values)):
            xs[n, i] = values[i]
        now = Turn(
            turn.seed, n, 0, 0, turn.tables, turn.seats, turn.answers, turn.log, turn.used, turn.scratch, turn.board
        )
        open_campaign(w, p, now, k)
        fight_days(w, p, now, k, HORIZON)
        ys[n, 0] = w.camp_control
        for party in range(w.camp_units.shape[0]):
            ys[n, 1 + party] = share_lost(w, p, party)
        if w.camp_host_fire == 0 or not takes_part(p, k, HOST):
            ys[n, 1 + HOST] = np.nan


@kernel
def share_lost(w: Any, p: Any, party: int) -> float:
    """Return the share of the fighting value committed that the party has lost."""
    start, left = 0.0, 0.0
    for f in FIGHTING_FORCES:
        start += p.fighting_weight[f] * w.camp_start[party, f]
        left += p.fighting_weight[f] * (w.camp_units[party, f] + w.camp_reserve[party, f])
    return 0.0 if start <= 0.0 else max(0.0, 1.0 - left / start)


def fit(xs: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the coefficients of the fractional logit of y (0..1) on xs, by Newton's method with a ridge on all but the
    first.
    """
    ridge = np.full(xs.shape[1], RIDGE * len(xs))
    ridge[0] = RIDGE
    beta = np.zeros(xs.shape[1])
    for _ in range(STEPS):
        mean = 1 / (1 + np.exp(-np.clip(xs @ beta, -30, 30)))
        slope = xs.T @ (y - mean) - ridge * beta
        curve = (xs * (mean * (1 - mean) + 1e-9)[:, None]).T @ xs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        beta += step * min(1.0, 4 / max(1e-9, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-8:
            break
    return beta


def fit_all(worlds: Trials, seed: int) -> dict[str, Any]:
    """Return coefficients and errors for every case, plan and outcome."""
    turn = _turn(worlds, seed)
    cases = [case_of(worlds.params[0], k) for k in range(len(worlds.contingencies))]
    coefficients, errors = np.zeros(SHAPE), {}
    for case in sorted(set(cases)):
        for plan in range(len(PLANS)):
            xs, ys = _runs(worlds, turn, [k for k, c in enumerate(cases) if c == case], plan)
            held = np.arange(len(xs)) % HELD_OUT == 0
            for place, outcome in enumerate(OUTCOMES):
                there = ~np.isnan(ys[:, place])
                if not there.any():
                    continue
                beta = fit(xs[~held & there], ys[~held & there, place])
                coefficients[case, plan, place] = beta
                errors[f"{CASES[case]}.{PLANS[plan]}.{outcome}"] = _error(
                    xs[held & there], ys[held & there, place], beta
                )
    return {"coefficients": coefficients.round(6).tolist(), "error": errors}


def _turn(worlds: Trials, seed: int) -> Turn:
    actors, cohorts = worlds.worlds["stock"].shape[1], worlds.worlds["cohort_weight"].shape[1]
    sizes = {"actor": actors, "contingency": len(worlds.contingencies), "cohort": cohorts}
    return turn_alone(open_tables(sizes), actors, 0, seed)


def _runs(worlds: Trials, turn: Turn, places: list[int], plan: int) -> tuple[np.ndarray, np.ndarray]:
    runs = len(worlds.worlds)
    xs, ys = np.zeros((len(places), runs, len(FEATURES))), np.zeros((len(places), runs, len(OUTCOMES)))
    for row, k in enumerate(places):
        run_design(worlds.worlds.copy(), worlds.params, turn, k, plan, xs[row], ys[row])
    joined = (runs * len(places), -1)
    return xs.reshape(joined), ys.reshape(joined)


def _error(xs: np.ndarray, y: np.ndarray, beta: np.ndarray) -> dict[str, float]:
    seen = 1 / (1 + np.exp(-np.clip(xs @ beta, -30, 30)))
    spread = float(np.var(y))
    miss = float(np.mean((y - seen) ** 2))
    return {"rmse": round(miss**0.5, 4), "explained": round(1 - miss / spread, 4) if spread > 0 else 0.0,
            "mean": round(float(y.mean()), 4)}  # fmt: skip


def main(words: list[str] | None = None) -> int:
    """Fit and write; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m kaname.compile.fit_surrogate", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--scenario",
        default=min(file.stem for file in SCENARIOS.glob("*.yaml")),
        help="scenario around which the design lies (default: the first that is shipped)",
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs a contingency and plan (default {RUNS})")
    parser.add_argument("--out", type=Path, default=FILE, help="file to write")
    given = parser.parse_args(words)
    print("fitting the value of fighting; the first run compiles the campaign", file=sys.stderr)
    began = time.process_time()
    design = trials(given.scenario, given.runs, SEED)
    found = fit_all(design, SEED)
    data = {
        "about": "The value of fighting fitted to the campaign; written by python -m kaname.compile.fit_surrogate.",
        "kernel": kernel_digest(), "scenario": design.scenario, "runs": given.runs, "seed": SEED,
        "horizon_days": HORIZON,
        "axes": {"case": CASES, "plan": PLANS, "outcome": OUTCOMES, "feature": FEATURES}, **found,
    }  # fmt: skip
    given.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {given.out.name} in {time.process_time() - began:.0f} s of CPU", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
