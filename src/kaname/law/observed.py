"""Observed durations: published times of a step turned into low, mode and high hours.

Idea: times of decisions spread over orders of magnitude, so the logarithm is taken as normal. The crisis clock draws
from a triangle; it gets the mode of that log-normal and the quantiles that hold nine tenths of it.

Formula: m = mean of log(hours); s = the larger of the sample's standard deviation and the judged `log_sd` (one or two
cases cannot show the spread); low = exp(m - z s), mode = exp(m - s^2), high = exp(m + z s), z the 95% normal quantile.
Units: hours. Reads: `observed` and `log_sd` of data/law/latencies.yaml. Writes nothing.
Source: mode and quantiles of the log-normal, e.g. Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions I.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean, stdev

TAIL = 0.05
DIGITS = 3


def hours_from(observed: Sequence[float], log_sd: float) -> list[float]:
    """Return low, mode and high hours of a step seen to take `observed` hours; `log_sd` is the least spread of their
    logs.

    >>> hours_from([4.0, 4.0], 0.0)
    [4.0, 4.0, 4.0]
    """
    logs = [math.log(one) for one in observed]
    middle = fmean(logs)
    spread = max(log_sd, stdev(logs) if len(logs) > 1 else 0.0)
    reach = NormalDist().inv_cdf(1 - TAIL) * spread
    return [_rounded(math.exp(one)) for one in (middle - reach, middle - spread**2, middle + reach)]


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
