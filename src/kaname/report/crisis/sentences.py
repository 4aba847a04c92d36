"""Sentences on injected crises, made from the numbers: a difference is claimed only where its interval allows it.

clear up, clear down    the 95 % interval excludes zero, at least 30 pairs, at least 10 of them differing
no clear difference     it does not; the sentence says how many pairs a difference of this size would need
the same                no pair differs;   too few   fewer pairs than that: counts are shown
Words of direction (higher, lower) stand in no other sentence than a clear one.
Reads: numbers. Writes: nothing. Source: analysis.paired, which the report's own sentences follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.analysis.paired import Difference, Verdict, verdict
from kaname.report.crisis.words import (
    EXPERIMENTS,
    MEASURES,
    OF_FUTURES,
    Measure,
    filled,
    gap_words,
    move_words,
)
from kaname.report.numbers import count, estimate, percent, places_for, plain, size
from kaname.report.sentences import needing
from kaname.report.words import quoted
from kaname.words.catalogue import catalogue

Sides = Mapping[str, str]


def gap_of(data: Mapping[str, Any]) -> Difference:
    """Return the paired difference as the data tells it."""
    return Difference(
        data["mean"], data["low"], data["high"], data["pairs"], data["higher"], data["lower"], data["needed"]
    )


def verdict_of(data: Mapping[str, Any]) -> Verdict:
    """HIGHER, LOWER, UNCLEAR, SAME, FEW or NONE."""
    return verdict(gap_of(data), 0)


def effect(name: str, data: Mapping[str, Any], sides: Sides, futures: bool = False) -> str:
    """Return one measure of an experiment in one clause without a full stop."""
    measure = measure_of(name, futures)
    gap, told = gap_of(data), verdict_of(data)
    words = filled(measure.words, sides)
    pairs = f"{count(gap.pairs)} pairs of {'futures' if futures else 'crises'}"
    if told is Verdict.NONE:
        return f"{words}: nothing to compare"
    if told is Verdict.SAME:
        return f"{words}: the same in all {pairs}"
    if told is Verdict.FEW:
        return f"{words}: more in {count(gap.higher)} of {pairs}, fewer in {count(gap.lower)}; too few to tell"
    if told is Verdict.UNCLEAR:
        needed = needing(catalogue("en"), gap, "pairs")
        return f"no clear difference in {words}: {amount(gap, measure)} over {pairs}{needed}"
    direction = "higher" if told is Verdict.HIGHER else "lower"
    by = size(data["mean"], data["low"], data["high"], measure.factor)
    return f"{words}: {direction} by {by} {measure.unit}, {levels(data, measure)}, over {pairs}"


def measure_of(name: str, futures: bool) -> Measure:
    """Return the measure; per future where it is counted over years."""
    return OF_FUTURES.get(name, MEASURES[name]) if futures else MEASURES[name]


def amount(gap: Difference, measure: Measure) -> str:
    """Return the difference with its interval and unit."""
    if gap.mean is None or gap.low is None or gap.high is None:
        return "no pairs"
    return f"{estimate(gap.mean, gap.low, gap.high, measure.factor)} {measure.unit}"


def levels(data: Mapping[str, Any], measure: Measure) -> str:
    """Return both arms' levels."""
    places = places_for(data["low"] * measure.factor, data["high"] * measure.factor)
    unit = " %" if measure.unit == "percentage points" else ""
    first, second = (plain(data[arm] * measure.factor, places) for arm in ("reference", "other"))
    return f"from {first} to {second}{unit}"


def arms(experiment: str, sides: Sides, elsewhere: str = "") -> tuple[str, str, str]:
    """Return an experiment's question, reference and other arm in words."""
    name, _, which = experiment.partition(".")
    words = EXPERIMENTS[name]
    text = gap_words(which, sides) if which else ""
    made = [
        filled(part, sides, elsewhere=elsewhere, which=text) for part in (words.question, words.reference, words.other)
    ]
    return made[0], made[1], made[2]


def finding(data: Mapping[str, Any]) -> str:
    """Return what an experiment found, in one sentence on the measure that it asks about."""
    _, reference, other = arms(data["experiment"], data["sides"], data.get("elsewhere_name", ""))
    found = effect(data["asks"], data["measures"][data["asks"]], data["sides"])
    return f"With {other}, against {reference}: {found}."


def ends(data: Mapping[str, Any]) -> str:
    """Return how the crises end, in one sentence."""
    runs, sides = data["runs"], data["sides"]
    passed = 1.0 - data["challenged"]["value"]
    parts = [f"{sides['challenger']} lets the opportunity pass in {percent(passed)} of {count(runs)} runs"]
    parts.append(f"has its way without a fight in {percent(data['yielded']['value'])}")
    parts.append(f"and there is war in {_counted(data['wars'], runs)}")
    tail = f", {data['tremble_wars']} of them against a mover's own picture" if data["wars"] else ""
    return f"{parts[0]}, {parts[1]}, {parts[2]}{tail}."


def _counted(number: int, runs: int) -> str:
    return f"none of {count(runs)}" if number == 0 else f"{count(number)} of {count(runs)}"


def deterrence(data: Mapping[str, Any], what: str) -> str:
    """Return how often tempted opportunities were deterred."""
    if not data["tempted"]:
        return f"Nobody was tempted to {what} in any run, so there was nothing to deter."
    rate = data["rate"]
    low, high = percent(rate["low"]), percent(rate["high"])
    return (
        f"Of {count(data['tempted'])} runs in which the challenger was tempted to {what}, "
        f"{count(data['deterred'])} were deterred: {percent(rate['value'])} ({low} to {high})."
    )


def divergence(row: Mapping[str, Any], sides: Sides) -> str:
    """Return where a picture differs from the mover's own rule, for the move on which they differ most."""
    move, said = max(row["moves"].items(), key=lambda item: abs(item[1]["own"] - item[1]["seen"]))
    before = f"After {', '.join(move_words(one) for one in row['way'])}" if row["way"] else "At the start"
    rule = f"{sides[row['mover']]}'s own rule gives {quoted(move_words(move))} {percent(said['own'])}"
    return f"{before} {rule}; {sides[row['onlooker']]} expects {percent(said['seen'])}."


def missed(clock: Mapping[str, Any]) -> str:
    """Return how long the decision takes, and how often it comes too late."""
    total, late = clock["total"], clock["windows"]["missed"]
    half = clock["windows"]["half_over_days"]["q50"]
    return (
        f"A joint response takes {total['q50']:.1f} days in the middle run ({total['q05']:.1f} to {total['q95']:.1f} "
        f"in nine of ten); half of such challenges are faits accomplis after {half:.1f} days; the response comes "
        f"too late with chance {percent(late['mean'])}."
    )


def shares(clock: Mapping[str, Any]) -> str:
    """Return the shares of the decision's time."""
    said = clock["shares"]
    text = f"Recognition takes {percent(said['recognition'])} of the time, law's own steps {percent(said['law'])}"
    if said["politics"] >= 0:
        return f"{text}, politics, doubt and lack of habit {percent(said['politics'])}."
    return f"{text}; delegation and habit save {percent(-said['politics'])}."
