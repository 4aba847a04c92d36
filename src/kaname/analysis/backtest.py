"""Backtests: the futures of an earlier start against what came, beside simple rules that know no politics.

    error    = mean over the years of CRPS(forecast of the year, what was observed)
    place    = share of the futures below what was observed (half of those equal to it): even over 0..1 where doubt
               is right
    coverage = share of the observed years that lie between the 5th and the 95th percentile of the futures
The model hits a series where its error is smaller than every rule's (analysis.rules), and misses it otherwise. Over all
series the ratio to the best rule is a geometric mean; its interval and that of the coverage come from drawing whole
quantities with replacement, since the years, origins and states of one quantity depend on one another.

Units: the series' own; shares of output in per cent of it. Reads: plain arrays. Writes: nothing.
Source: gneiting_raftery_2007 (the score), dawid_1984 (places), kunsch_1989 (blocks).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from kaname.analysis.crps import crps_sample
from kaname.analysis.rules import RULES, forecasts, yearly

BAND = (0.05, 0.95)
PER_CENT = 100.0
RESAMPLES = 2000
PLACES = 5
SMALLEST = 1e-9


def error(forecast: np.ndarray, observed: Sequence[float]) -> float:
    """Return the mean score over the years; forecast float64[year, draw]."""
    return float(np.mean([crps_sample(draws, value) for draws, value in zip(forecast, observed, strict=True)]))


def judged(series: Any, start: int, alike: Sequence[Mapping[int, float]] = ()) -> dict[str, Any]:
    """Return one backtest as plain data.

    series: name, what, unit, source, grade, observed, years, futures[future, year]; alike: what was observed of all
    series of the same quantity, by year.
    """
    scale, unit = (PER_CENT, "% of output") if series.unit == "share" and series.of_output else (1.0, series.unit)
    observed = [series.observed[year] * scale for year in series.years]
    forecast = series.futures.T * scale
    ahead = [year - start for year in series.years]
    histories = [[scale * x for x in yearly(row, start)] for row in alike]
    rules = forecasts([scale * x for x in yearly(series.observed, start)], max(ahead) + 1, histories)
    crps = {"model": error(forecast, observed)} | {rule: error(rules[rule][ahead], observed) for rule in RULES}
    low, high = np.quantile(forecast, BAND, axis=1)
    best = min(RULES, key=lambda rule: crps[rule])
    entry = {
        "series": series.name, "quantity": series.name.split(".")[0], "what": series.what, "unit": unit, "start": start,
        "horizon_years": max(ahead) + 1, "n": len(observed), "crps": crps, "best": best, "verdict": verdict(crps),
        "inside_90": int(np.sum((low <= observed) & (observed <= high))),
        "places": [round(_place(draws, value), 3) for draws, value in zip(forecast, observed, strict=True)],
        "last": {"year": series.years[-1], "observed": observed[-1], "low": float(low[-1]),
                 "median": float(np.median(forecast[-1])), "high": float(high[-1])},
        "source": list(series.source) or ["recalled, not read"], "grade": series.grade, "hindsight": series.hindsight,
    }  # fmt: skip
    return entry | {"sentence": sentence(entry)}


def _place(draws: np.ndarray, value: float) -> float:
    return float(np.mean(draws < value) + np.mean(draws == value) / 2.0)


def verdict(crps: Mapping[str, float]) -> str:
    """hit: the model's error is smaller than that of every rule."""
    return "hit" if all(crps["model"] < crps[rule] for rule in RULES) else "miss"


def compared(pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Any]:
    """Return how much more a model with a part held still errs than the model as it is, over the same backtests.

    pairs: (as it is, held still). ratio: geometric mean of held still over as it is, above 1 where the part helps;
    rows: the same by series, with the number of backtests in which holding it still errs more.
    """

    def errors(chosen: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Any]:
        ratios = [max(held["crps"]["model"], SMALLEST) / max(row["crps"]["model"], SMALLEST) for row, held in chosen]
        return {"n": len(ratios), "worse": sum(ratio > 1.0 for ratio in ratios),
                "ratio": float(np.exp(np.mean(np.log(ratios)))) if ratios else 1.0}  # fmt: skip

    names = dict.fromkeys((row["series"], row["what"]) for row, _ in pairs)
    rows = [{"series": name, "what": what, **errors([pair for pair in pairs if pair[0]["series"] == name])}
            for name, what in names]  # fmt: skip
    return {**errors(pairs), "rows": rows}


def over_best(crps: Mapping[str, float]) -> float:
    """Return the model's error over that of the best rule; below 1 is better."""
    return max(crps["model"], SMALLEST) / max(min(crps[rule] for rule in RULES), SMALLEST)


def overall(entries: Sequence[Mapping[str, Any]], seed: int) -> dict[str, Any]:
    """Return coverage, ratio to the best rule and places over all backtests, with 90 % intervals over quantities.

    Quantities judged with hindsight stand in `by_quantity` alone.
    """
    rng = np.random.default_rng(seed)
    every, entries = entries, [row for row in entries if not row["hindsight"]] or entries
    blocks = {name: [row for row in entries if row["quantity"] == name] for name in _names(entries)}
    picked = [rng.choice(list(blocks), len(blocks)) for _ in range(RESAMPLES)]
    resampled = [[row for name in names for row in blocks[name]] for names in picked]
    return {
        "series": len(entries), "quantities": list(blocks), "years": sum(row["n"] for row in entries),
        "coverage": _with_interval(_coverage, entries, resampled), "ratio": _with_interval(_ratio, entries, resampled),
        "by_rule": {rule: _over_rule(entries, rule) for rule in RULES}, "single": single_rule(entries),
        "lost_by": lost_by(entries),
        "places": np.histogram([x for row in entries for x in row["places"]], PLACES, (0.0, 1.0))[0].tolist(),
        "by_quantity": {name: _block([row for row in every if row["quantity"] == name]) for name in _names(every)},
    }  # fmt: skip


def _block(entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"what": entries[0]["what"].split(",")[0], "ratio": _ratio(entries), "coverage": _coverage(entries),
            "hits": sum(row["verdict"] == "hit" for row in entries), "n": len(entries),
            "hindsight": entries[0]["hindsight"]}  # fmt: skip


def _names(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["quantity"] for row in entries))


def _with_interval(of: Any, entries: Any, resampled: Any) -> list[float]:
    low, high = np.quantile([of(sample) for sample in resampled], BAND)
    return [of(entries), float(low), float(high)]


def _coverage(entries: Sequence[Mapping[str, Any]]) -> float:
    return sum(row["inside_90"] for row in entries) / sum(row["n"] for row in entries)


def _ratio(entries: Sequence[Mapping[str, Any]]) -> float:
    return float(np.exp(np.mean([np.log(over_best(row["crps"])) for row in entries])))


def _over_rule(entries: Sequence[Mapping[str, Any]], rule: str) -> float:
    """Return the geometric mean of the model's error over one rule's."""
    pairs = [(max(row["crps"]["model"], SMALLEST), max(row["crps"][rule], SMALLEST)) for row in entries]
    return float(np.exp(np.mean([np.log(model / other) for model, other in pairs])))


def single_rule(entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the one rule that errs least over all backtests: the model's error over its, and its over the best's.

    `best` in a backtest is picked with hindsight, series by series; this one is picked once.
    """
    over_model = {rule: _over_rule(entries, rule) for rule in RULES}
    rule = max(RULES, key=lambda name: over_model[name])
    return {"rule": rule, "ratio": over_model[rule], "of_best": _ratio(entries) / over_model[rule]}


def lost_by(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return series, worst first: error over the best rule's, and the ratio over all backtests without the series."""
    rows = []
    for name in dict.fromkeys(row["series"] for row in entries):
        own = [row for row in entries if row["series"] == name]
        rest = [row for row in entries if row["series"] != name]
        rows.append({"series": name, "what": own[0]["what"], "n": len(own), "ratio": _ratio(own),
                     "without": _ratio(rest) if rest else 1.0})  # fmt: skip
    return sorted(rows, key=lambda row: row["without"])


def sentence(entry: Mapping[str, Any]) -> str:
    """Return in words what the numbers say."""
    crps = entry["crps"]
    better = [rule for rule in RULES if crps["model"] < crps[rule]]
    worse = [rule for rule in RULES if rule not in better]
    parts = (
        [f"smaller than that of {' and '.join(f'{rule} ({_short(crps[rule])})' for rule in better)}"] if better else []
    )
    parts += (
        [f"not smaller than that of {' or '.join(f'{rule} ({_short(crps[rule])})' for rule in worse)}"] if worse else []
    )
    last, n = entry["last"], entry["n"]
    return (
        f"From {entry['start']}, over {n} years, the mean error for {entry['what']} is {_short(crps['model'])} "
        f"{entry['unit']}: {', '.join(parts)}. {entry['inside_90']} of {n} observed years lie in the 90 % band; "
        f"{last['year']}: observed {_short(last['observed'])}, said {_short(last['median'])} "
        f"({_short(last['low'])} to {_short(last['high'])})."
    )


def misses_first(entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Misses before hits, the largest error over the best rule first."""
    return sorted(entries, key=lambda entry: (entry["verdict"] == "hit", -over_best(entry["crps"])))


def _short(value: float) -> str:
    return f"{value:.3g}"
