"""What an origin knows of shares: pace and luck before it, and what is left of an announced path."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.evidence.load import load_evidence
from kaname.study.origins import compiled_at
from kaname.study.pace import fitted
from kaname.study.panel import path_left

SHARES = load_evidence().figures["observed.defence_share"].value
EVIDENCE = load_evidence().figures
DOUBT = float(np.log(1.08))


def before(first: int) -> dict[str, list[float]]:
    return {actor: [row[year] for year in row if int(year) < first] for actor, row in SHARES.items()}  # type: ignore


@pytest.mark.parametrize(
    ("prefix", "first"), [("us_japan_2008.", 2008), ("us_japan_2013.", 2013), ("us_japan_2019.", 2019), ("", 2025)]
)  # fmt: skip
def test_the_figures_of_every_start_are_the_fit_to_the_years_before_it(prefix: str, first: int) -> None:
    fit = fitted(before(first), DOUBT, 0.02, 0.15)
    luck, speed = EVIDENCE[f"{prefix}burden_spread"].value, EVIDENCE[f"{prefix}burden_speed"].distribution
    assert speed is not None
    assert speed.args[1] == pytest.approx(fit.pace, abs=1e-3)
    for actor, spread in fit.spread.items():
        assert luck[actor] == pytest.approx(spread, abs=1e-4)  # type: ignore[index]


def test_an_origin_between_starts_has_pace_and_luck_of_its_own_past() -> None:
    compiled = compiled_at("us-japan", 2016, 2)
    fit = fitted(before(2016), DOUBT, 0.02, 0.15)
    place = list(compiled.axes["actor"]).index("ru")
    _, params, _ = compiled.futures("as_is", 1, 0, 400)
    assert np.median(params["burden_spread"][:, place]) == pytest.approx(fit.spread["ru"], rel=0.03)


def test_what_is_left_of_a_path_ends_where_it_was_announced() -> None:
    rise, left = path_left({2012: 0.75}, {2012: 20.0}, {2012: 0.04, 2013: 0.036, 2014: 0.034}, 2015)
    assert rise * 0.034 == pytest.approx(0.75 * 0.04)
    assert left == 12.0


def test_a_path_of_later_years_or_past_its_day_is_no_path() -> None:
    levels = {2012: 0.04, 2015: 0.03, 2018: 0.03}
    assert path_left({2016: 0.5}, {2016: 8.0}, levels, 2016)[0] == 1.0
    assert path_left({2012: 0.75}, {2012: 8.0}, levels, 2016)[0] == 1.0


@pytest.mark.parametrize("first", [2008, 2013, 2019])
def test_the_starts_of_their_own_hold_what_had_been_announced(first: int) -> None:
    rises, dues = EVIDENCE["record.burden_announced_rise"].value, EVIDENCE["record.burden_announced_quarters"].value
    own = EVIDENCE[f"us_japan_{first}.burden_announced_rise"].value
    due = EVIDENCE[f"us_japan_{first}.burden_announced_quarters"].value
    for actor, years in rises.items():  # type: ignore[union-attr]
        levels = {int(year): value for year, value in SHARES[actor].items()}  # type: ignore[index]
        rise, left = path_left(
            {int(year): value for year, value in years.items()},
            {int(year): value for year, value in dues[actor].items()},  # type: ignore[index]
            levels, first,
        )  # fmt: skip
        assert own.get(actor, own["others"]) == pytest.approx(rise, abs=2e-3)  # type: ignore[union-attr,index]
        if rise != 1.0:
            assert due[actor] == left  # type: ignore[index]
