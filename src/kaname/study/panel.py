"""Shares of output as known at an origin: pace and luck of the panel up to its year, and the announced path's rest.

    pace, luck = study.pace of all series of the quantity up to the year before the origin
    rise       = announced factor x share of the year of the announcement / last share observed
    due        = quarters named less those passed; a path whose day has come is past (rise 1)

Reads: observed series, an origin's records. Writes: records and samplings handed in. Units: those of the figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from kaname.compile.sampling import Sampled
from kaname.core.errors import InputError
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.distributions import Distribution
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.evidence.measured import Measured
from kaname.study.backtest import Observed
from kaname.study.pace import Pace, fitted


def panel_before(observed: Sequence[Observed], measured: Measured, first: int) -> dict[str, list[float]]:
    """Return the yearly values before `first` of every series of the quantity, by actor, oldest first."""
    rows = [row for row in observed if row.measured.name == measured.name]
    return {row.actor: [value for year, value in row.years.items() if year < first] for row in rows}


def paced(
    sampled: dict[str, Sampled], params: Mapping[str, np.ndarray], actors: Sequence[str], measured: Measured,
    panel: Mapping[str, Sequence[float]],
) -> Pace:  # fmt: skip
    """Set pace and luck to what the panel gives, within the range that the start's figure allows; return the fit."""
    speed, luck = sampled[measured.pace], sampled[measured.luck]
    slowest, fastest = _range(speed)
    fit = fitted(panel, doubt_in(sampled, measured), slowest, fastest)
    drawn = Distribution("triangular", (slowest, fit.pace, fastest))
    sampled[measured.pace] = replace(speed, figure=replace(speed.figure, distribution=drawn))
    base = np.array([fit.spread.get(actor, fit.pooled) for actor in actors])
    sampled[measured.luck] = replace(luck, base=base)
    for record in params.values():
        record[measured.pace][...], record[measured.luck][...] = fit.pace, base
    return fit


def doubt_in(sampled: Mapping[str, Sampled], measured: Measured) -> float:
    """Spread of the doubt in the level that the series settles at, in logs; 0 where it has none."""
    figures = [sampled[name].figure for name in measured.also if name in sampled]
    spreads = [figure.spread.args[1] for figure in figures if figure.spread and figure.spread.kind == "lognormal"]
    return float(np.log(spreads[0])) if spreads else 0.0


def _range(item: Sampled) -> tuple[float, float]:
    distribution = item.figure.distribution
    if distribution is None:
        raise InputError("a pace is fitted within a range", path=item.name, found=item.figure.value)
    return distribution.support


def announced(
    params: Mapping[str, np.ndarray], actors: Sequence[str], observed: Sequence[Observed], measured: Measured,
    evidence: Evidence, first: int,
) -> None:  # fmt: skip
    """Set each actor's path to what it had last announced before `first`: its end, from where the share stands now."""
    rises, dues = evidence.figures[f"record.{measured.announced}"], evidence.figures[f"record.{measured.due}"]
    for row in observed:
        if row.measured.name == measured.name and row.actor in actors:
            place = actors.index(row.actor)
            rise, due = path_left(_by_year(rises, row.actor), _by_year(dues, row.actor), row.years, first)
            for record in params.values():
                record[measured.announced][..., place], record[measured.due][..., place] = rise, due


def path_left(
    rises: Mapping[int, float], dues: Mapping[int, float], levels: Mapping[int, float], first: int
) -> tuple[float, float]:
    """Return factor and quarters that are left of the last path announced before `first`; 1 and a year where none is.

    rises, dues: by the year of the announcement, factor over that year's level and quarters from that year's end.
    """
    known = [year for year in rises if year < first and year in levels]
    if known:
        year = max(known)
        left = dues[year] - QUARTERS_A_YEAR * (first - 1 - year)
        last = levels[max(past for past in levels if past < first)]
        if left > 0.0:
            return rises[year] * levels[year] / last, left
    return 1.0, float(QUARTERS_A_YEAR)


def _by_year(figure: Figure, actor: str) -> dict[int, float]:
    value: Any = figure.value
    return {int(year): float(x) for year, x in value.get(actor, {}).items()}
