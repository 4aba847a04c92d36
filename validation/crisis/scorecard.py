"""The scorecard of the crisis: what a literature leads one to expect beside what is found, misses first; then oracles.

Expectations are signs that a literature argues for, not figures; nothing was tuned to them, and the other sign is told
as plainly. Experiments are those of `kaname crisis --experiment`, sentences and verdicts those of the page. What can be
measured in seconds is measured here; other oracles are named by their tests. Reads: scenario, evidence.
Writes: nothing.
Source: Snyder 1984; Press 2005; Benson 2012; Fearon 1994; Huth 1988; Solomon 2018; docs/explanation/the-crisis.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from kaname.analysis.paired import Verdict
from kaname.compile.compiled import Compiled, compile_study
from kaname.games.solve import solve
from kaname.report.crisis.sentences import arms, effect, verdict_of
from kaname.study.crises.case import Case, eve_of
from kaname.study.crises.experiments import run_experiment
from kaname.study.crises.export import exported, seen_by
from kaname.study.crises.pictures import rules_of
from kaname.study.crises.settings import settings_of
from kaname.study.crises.summary import deterrence_of, head, sides_of
from kaname.words.moves import ROLES

RUNS, SEED, FUTURES, YEARS = 2000, 1, 1000, 5
SHOWN = ("senkaku", "taiwan", "cyber")
HIGHER, LOWER, NOTHING = Verdict.HIGHER, Verdict.LOWER, Verdict.UNCLEAR


@dataclass(frozen=True)
class Expected:
    """What a literature argues: on this measure, in this direction.

    settings: the theory's own switch, where several are sampled: an argument is judged in worlds in which it holds.
    """

    experiment: str
    measure: str
    sign: Verdict
    said: str
    settings: tuple[str, ...] = ()


EXPECTED = (
    Expected("homeland_risk", "acts", HIGHER, "decoupling: a guarantor at risk at home deters less (Solomon 2018)"),
    Expected("homeland_risk", "fights", LOWER, "decoupling: a guarantor at risk at home fights less (Solomon 2018)"),
    Expected("abandonment_elsewhere", "acts", HIGHER, "past actions: deserting one ally invites challenges to others",
             ("dispositional_share=1",)),
    Expected("abandonment_elsewhere", "acts", NOTHING, "current calculus: past actions do not matter (Press 2005)",
             ("dispositional_share=0",)),
    Expected("secret_trigger", "acts", NOTHING, "what the challenger does not know cannot deter it"),
    Expected("secret_trigger", "fights", HIGHER, "a trigger that was met binds the guarantor"),
    Expected("declared_trigger", "acts", LOWER, "a declared trigger deters"),
    Expected("vague_clause", "acts", HIGHER, "vagueness weakens deterrence (Fearon 1994)"),
    Expected("vague_clause", "answers_with_force", LOWER, "vagueness restrains the ally (Benson 2012)"),
    Expected("two_fronts", "acts", HIGHER, "divided attention invites a challenge"),
    Expected("two_fronts", "fights", LOWER, "divided forces help less"),
    Expected("moral_hazard", "answers_with_force", HIGHER, "moral hazard: a clear promise emboldens (Snyder 1984)"),
    Expected("close_gap.all", "war", LOWER, "wars come from misperception: true pictures prevent some"),
    Expected("close_gap.delay", "acts", HIGHER, "a challenger that knew how long the answer takes would act more"),
)  # fmt: skip
ORACLES = (
    ("crisis solver against pygambit 17 on 200 random games and every shipped form, 1e-6",
     "tests/model/crisis/test_against_gambit.py"),
    ("`crisis solve` against pygambit, with information sets too", "tests/games/test_against_gambit.py"),
    ("exported games against the engine's own rule, every contingency and side, 1e-6",
     "tests/study/crises/test_export.py"),
    ("an injected crisis is the one that the ensemble plays, field by field", "tests/study/crises/test_case.py"),
    ("quantal response of published games (Ochs)", "tests/oracles/test_qre.py"),
    ("bargaining before war (Fearon 1995)", "tests/oracles/test_bargaining.py"),
    ("perfect deterrence thresholds (Zagare and Kilgour 2000)", "tests/oracles/test_deterrence.py"),
    ("strategic probit (Signorino 1999)", "tests/oracles/test_strategic_probit.py"),
    ("lambda 0 is uniform, dominated moves vanish, doubled moves and renamed sides change nothing",
     "tests/model/crisis/test_solve.py"),
    ("a secret trigger is not in the challenger's picture; every experiment can come out either way",
     "tests/study/crises/test_experiments.py"),
)  # fmt: skip


def scorecard() -> str:
    """The page."""
    compiled = compile_study("us-japan", ["as_is"])
    found = {(place, *asked): _run(compiled, place, *asked) for place in SHOWN for asked in _experiments()}
    return (
        "\n".join(
            [*_head(), *_expectations(found), *_deterrence(compiled), *_limits(compiled), *_oracles(), *_all(found)]
        )
        + "\n"
    )


def _experiments() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every experiment with the settings that it is judged under."""
    return tuple(dict.fromkeys((expected.experiment, expected.settings) for expected in EXPECTED))


def _case(compiled: Compiled, place: str, runs: int = RUNS, said: tuple[str, ...] = ()) -> Case:
    k = list(compiled.axes["contingency"]).index(place)
    return Case(compiled, "as_is", k, runs=runs, seed=SEED, settings=settings_of(said, compiled.axes))


def _run(compiled: Compiled, place: str, name: str, settings: tuple[str, ...] = ()) -> dict[str, Any]:
    case = _case(compiled, place, said=settings)
    data = {**head(case), "settings": settings, "sides": sides_of(case), **run_experiment(case, name, FUTURES, YEARS)}
    if "elsewhere" in data:
        data["elsewhere_name"] = compiled.names["contingency"][data["elsewhere"]]
    return data


def _head() -> list[str]:
    return [
        "# The crisis: scorecard", "",
        "Made by `python -m validation crisis`; do not edit. What was checked of the crisis, misses first.",
        f"Injected, identical crises: {RUNS:,} pairs, seed {SEED}, the scenario's start, things as they are; where",
        f"both arms differ from the start also {FUTURES:,} pairs of futures of {YEARS} years.", "",
        "- Expectations are signs that a literature argues for. They are not figures, they contradict each other in",
        "  places, and nothing was tuned to them. A miss says that the argument does not carry in this model with",
        "  these figures, or that it carries and is too small to see.",
        "- A sign is found only where the 95 % interval of the paired differences leaves out zero; one in twenty such",
        "  signs is chance. A sure sign can be a small effect: read the size.",
        "- A theory is judged in worlds in which it holds: where credibility is sampled between past actions and the",
        "  current calculus, each argument has its own switch set. Where not one pair differs, nothing on the way from",
        "  the one to the other is read there: that is told, and is no miss and no hit.",
        "- A secret trigger is in no picture of the challenger's, and still moves it a little: triggers also shorten",
        "  recognition, and the challenger learns how long answers take. Without that channel its rule does not move",
        "  at all (a test holds that).",
        "- Most figures are judgements of grade D ([the parameters](parameters.md)); every run samples them all.",
        "",
    ]  # fmt: skip


def _expectations(found: dict[Any, dict[str, Any]]) -> list[str]:
    rows = []
    for expected in EXPECTED:
        for place in SHOWN:
            measures = found[place, expected.experiment, expected.settings]["measures"]
            if expected.measure in measures:
                verdict = verdict_of(measures[expected.measure])
                rows.append((rank_of(expected.sign, verdict), expected, place, measures[expected.measure]))
    judged = [row for row in rows if row[0] != NO_CHANNEL]
    missed = sum(rank in (AGAINST, NOT_FOUND) for rank, *_ in judged)
    head = (
        f"{missed} of {len(judged)} expectations are missed; {len(rows) - len(judged)} more could not be met there "
        "whatever the figures: not one pair differs."
    )
    lines = ["## Expected and found", "", head, "", "| expected | where | found, in points | |", "|---|---|---|---|"]
    for rank, expected, place, measure in sorted(rows, key=lambda row: row[0]):
        lines.append(f"| {expected.said} | {place} | {_points(measure)} | {RANKS[rank]} |")
    return [*lines, ""]


AGAINST, NOT_FOUND, NO_CHANNEL, AS_EXPECTED = range(4)
RANKS = ("**against**", "**not found**", "no way to it here", "as expected")


def rank_of(sign: Verdict, verdict: Verdict) -> int:
    """Return how an expected sign fares: against, not found, without a way to it (no pair differs), or as expected."""
    if verdict is Verdict.SAME and sign is not NOTHING:
        return NO_CHANNEL
    flat = verdict in (Verdict.UNCLEAR, Verdict.SAME, Verdict.FEW)
    if sign is NOTHING:
        return AS_EXPECTED if flat else AGAINST
    if flat:
        return NOT_FOUND
    return AS_EXPECTED if verdict is sign else AGAINST


def _points(said: dict[str, Any]) -> str:
    mean, low, high = (100.0 * said[name] for name in ("mean", "low", "high"))
    return f"{mean:+.2f} ({low:.2f} to {high:.2f})"


def _deterrence(compiled: Compiled) -> list[str]:
    lines = ["## What deterred, on the same draw", "",
             "Share of injected opportunities by class; the rate is deterred over tempted.", "",
             "| contingency | to act: tempted | rate | to use arms: tempted | rate |",
             "|---|---|---|---|---|"]  # fmt: skip
    for place in compiled.axes["contingency"]:
        case = _case(compiled, place, runs=RUNS // 2)
        said = deterrence_of(case, eve_of(case))
        lines.append(f"| {place} | {_rate(said['acting'])} | {_rate(said['arms'])} |")
    return [*lines, ""]


def _rate(said: dict[str, Any]) -> str:
    if not said["tempted"]:
        return "0 | none"
    rate = said["rate"]
    return f"{said['tempted']} | {rate['value']:.0%} ({rate['low']:.0%} to {rate['high']:.0%})"


def _limits(compiled: Compiled) -> list[str]:
    """Limits and agreement, measured."""
    worst = 0.0
    for place in compiled.axes["contingency"]:
        case = _case(compiled, place, runs=2)
        eve = eve_of(case)
        for role in ROLES[: case.roles]:
            seen = seen_by(case, eve, role)
            values = solve(exported(case, eve, role), seen.precision).points[-1].values
            worst = max(worst, float(np.abs(np.array(values) - seen.worth()).max()))
    return [
        "## Limits, measured", "",
        f"- Value of the exported games to every side, this solver of games against the engine's: largest difference "
        f"{worst:.1e} over all contingencies and sides.",
        f"- Precision 0: largest distance of a chance from even play at a node {_uneven(compiled):.1e}.",
        f"- Precision 60: largest chance of a challenge that the challenger's own picture puts {MARGIN} or more below "
        f"waiting {_dominated(compiled):.1e}.", "",
    ]  # fmt: skip


MARGIN = 0.3


def _uneven(compiled: Compiled) -> float:
    rules = rules_of(case := _case(compiled, "senkaku", 20, ("choice_precision=0",)), eve_of(case))
    gaps = []
    for n in range(rules.nodes):
        count = int(rules.form.children[n])
        if count and rules.form.owner[n] != 1:
            kids = slice(rules.form.first[n], rules.form.first[n] + count)
            gaps.append(np.abs(rules.movers[:, kids] - 1.0 / count).max())
    return float(max(gaps))


def _dominated(compiled: Compiled) -> float:
    rules = rules_of(case := _case(compiled, "senkaku", 200, ("choice_precision=60",)), eve_of(case))
    first, count = int(rules.form.first[0]), int(rules.form.children[0])
    value, odds = rules.value[:, 0, first : first + count], rules.movers[:, first : first + count]
    behind = value < value[:, :1] - MARGIN
    return float(odds[behind].max()) if behind.any() else 0.0


def _oracles() -> list[str]:
    return ["## Oracles and laws, kept by tests", "", "| what | test |", "|---|---|",
            *(f"| {what} | `{test}` |" for what, test in ORACLES), ""]  # fmt: skip


def _all(found: dict[Any, dict[str, Any]]) -> list[str]:
    lines = ["## Every experiment, every measure", ""]
    for (place, *_), data in found.items():
        question, reference, other = arms(data["experiment"], data["sides"], data.get("elsewhere_name", ""))
        under = f" ({', '.join(data['settings'])})" if data["settings"] else ""
        lines += [f"### {place}: {data['experiment']}{under}", "", f"{question} With {other}, against {reference}:", ""]
        lines += [f"- {effect(name, said, data['sides'])}" for name, said in data["measures"].items()]
        if "opportunities" in data:
            more = data["opportunities"]["measures"].items()
            lines += [f"- {effect(name, said, data['sides'], futures=True)}" for name, said in more]
        lines.append("")
    return lines[:-1]
