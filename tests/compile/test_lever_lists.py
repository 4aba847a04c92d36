"""The lists that bargains share: every lever has a lag, every price fits its lever, every author's year is there."""

from __future__ import annotations

import pytest

from kaname.core.units import convert
from kaname.evidence.figures import Figure, numbers
from kaname.evidence.load import load_evidence
from kaname.scenarios.bargains import COST_UNIT, LAG_UNIT, LAGS, PAST, PRICES
from kaname.scenarios.format import SIDES
from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.words.levers import LEVER, LEVERS, NAMES


def listed(kind: str) -> dict[tuple[str, ...], Figure]:
    """The figures of a list by what stands after its name."""
    found = load_evidence().figures.items()
    return {tuple(name.split(".")[1:]): figure for name, figure in found if name.split(".")[0] == kind}


def test_every_lever_has_a_lag_that_is_drawn() -> None:
    lags = listed(LAGS)
    assert {name for (name,) in lags} == set(NAMES)
    for figure in lags.values():
        assert figure.distribution is not None
        assert convert(figure.distribution.support[0], figure.unit, LAG_UNIT) >= 1.0


def test_every_price_is_that_of_a_lever_and_a_side_in_a_unit_that_fits() -> None:
    for (name, side), figure in listed(PRICES).items():
        assert side in SIDES, name
        money = LEVERS[LEVER[name]].unit == COST_UNIT
        assert (figure.unit == "coefficient") == money, name
        assert money or convert(1.0, figure.unit, COST_UNIT) > 0.0


@pytest.mark.parametrize("name", shipped_bargains())
def test_every_authors_year_is_in_the_list_of_past_levers(name: str) -> None:
    bargain = load_bargain(name)
    past = {lever for (lever,) in listed(PAST)}
    expected = {lever for lever in bargain.levers if lever in past and bargain.own_start}
    assert {lever for lever, change in bargain.levers.items() if change.then is not None} == expected


def test_past_levers_lie_on_the_levers_own_scale() -> None:
    for (name,), figure in listed(PAST).items():
        lever = LEVERS[LEVER[name]]
        assert figure.unit == lever.unit, name
        assert figure.value is not None
        assert all(lever.low <= value <= lever.high for value in numbers(figure.value)), name


@pytest.mark.parametrize("name", shipped_scenarios())
def test_a_start_in_an_authors_year_has_the_past_levers_of_that_year(name: str) -> None:
    flagship = load_scenario("us-japan")
    scenario = load_scenario(name)
    if scenario.start == flagship.start or scenario.of_role("ally") != flagship.of_role("ally"):
        return
    # The start of 2008 says that its levers are those of 2013 (docs/how-to/other-starts-and-alliances.md).
    year = {"us-japan-2008": "2013"}.get(name, str(scenario.start.year))
    for (lever,), figure in listed(PAST).items():
        assert isinstance(figure.value, dict)
        assert figure.value.get(year) == scenario.levers[lever].central, lever
