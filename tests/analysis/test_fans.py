"""Fans over time."""

from __future__ import annotations

import numpy as np

from kaname.analysis.fans import LEVELS, fans
from kaname.analysis.folder import RunFolder


def test_a_fan_holds_the_quantiles_of_the_futures_year_by_year(made_up: RunFolder) -> None:
    fan = fans(made_up, "firm", ["trust_ally"])["trust_ally"]
    _, rows = made_up.yearly("firm", ["trust_ally"])
    assert fan.futures == 398
    assert fan.bands.shape == (len(LEVELS), 15)
    assert np.array_equal(fan.median, np.median(rows["trust_ally"], axis=0))
    assert (np.diff(fan.bands, axis=0) >= 0).all()
