"""Starting values and derived figures follow from what they say they were made from."""

from __future__ import annotations

import csv
from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from kaname.compile.compiled import compile_study
from kaname.core.kernel import plain
from kaname.model.world.imbalance import imbalance
from kaname.scenarios.load import load_scenario
from kaname.study.design import Design
from kaname.study.replay import quarters_of
from tests.model.economy.worlds import ACTORS, ALLY, COHORTS, PARTNER, PROTECTOR, RIVAL, still

NAMES = {
    "us": "United States of America",
    "jp": "Japan",
    "cn": "China",
    "kr": "Korea, South",
    "tw": "Taiwan",
    "ru": "Russia",
    "au": "Australia",
}
YEARS_FROM_DATA = 1.63
"""From the middle of 2024, which the data speak of, to the middle of the first quarter of 2026."""


@pytest.fixture(scope="module")
def sipri(shared: Path) -> dict[str, tuple[float, float]]:
    """Share of GDP and spending in bn USD 2023, of 2024, by actor."""
    with open(shared / "validation" / "data" / "sipri_milex_selected_1949_2024.csv", encoding="utf-8") as file:
        rows = {row["country"]: row for row in csv.DictReader(file) if row["year"] == "2024"}
    return {
        actor: (float(rows[name]["share_gdp_pct"]) / 100, float(rows[name]["constant_2023_usd_mn"]) / 1000)
        for actor, name in NAMES.items()
    }


def test_output_is_spending_over_share_carried_to_the_start(sipri: dict[str, tuple[float, float]]) -> None:
    w, p = still()
    for actor, (share, spending) in sipri.items():
        a = ACTORS.index(actor)
        carried = spending / share * exp(YEARS_FROM_DATA * log(1 + p.growth_drift[a]))
        assert w.gdp[a] == pytest.approx(carried, rel=0.002), actor


def test_shares_are_those_measured_but_for_two_on_their_way_up(sipri: dict[str, tuple[float, float]]) -> None:
    w, _ = still()
    for actor, (share, _) in sipri.items():
        start = w.defence_share[ACTORS.index(actor)]
        if actor in ("jp", "tw"):
            assert share < start < 0.026
        else:
            assert start == pytest.approx(share, rel=0.015), actor


def test_spending_is_share_times_output() -> None:
    w, _ = still()
    assert w.spending == pytest.approx(w.defence_share * w.gdp, rel=0.001)


def test_normal_ratios_are_those_of_the_start() -> None:
    w, p = still()
    together = w.spending[PROTECTOR] + w.spending[ALLY] + w.spending[PARTNER]
    assert p.burden_normal_ratio == pytest.approx(log((1 + together) / (1 + w.spending[RIVAL])), abs=1e-3)
    assert p.bloc_normal_size == pytest.approx(log(w.gdp[RIVAL] / w.gdp[PROTECTOR]), abs=1e-3)
    for a in range(1, len(ACTORS)):
        assert p.burden_normal_spill[a] == pytest.approx(min(w.spending[PROTECTOR] / w.gdp[a], 2.0), rel=1e-3)


@pytest.mark.parametrize("scenario", ["us-japan", "us-japan-2013", "us-japan-2019"])
def test_the_normal_imbalance_is_that_of_the_first_quarter_so_that_nobody_arms_for_what_the_start_left_out(
    scenario: str,
) -> None:
    futures = 60
    bargain = load_scenario(scenario).bargains[0]
    compiled = compile_study(scenario, [bargain], years=1)
    design = Design(scenario=scenario, bargains=(bargain,), futures=futures, seed=5)
    _, params, _ = compiled.futures(bargain, design.seed, 0, futures)
    seen = np.zeros((futures, len(ACTORS)))
    for future in range(futures):
        first = next(iter(quarters_of(compiled, design, bargain, future))).world.view(np.recarray)[0]
        p = params.view(np.recarray)[future]
        seen[future] = [plain(imbalance)(first, p, a) - p.burden_normal_imbalance[a] for a in range(len(ACTORS))]
    error = seen.std(axis=0, ddof=1) / np.sqrt(futures)
    assert (np.abs(seen.mean(axis=0)) < 0.01 + 3.0 * error).all()


def test_every_distribution_of_people_sums_to_one_and_the_public_is_its_cohorts() -> None:
    w, p = still()
    assert w.cohort_weight.sum() == pytest.approx(1.0)
    assert w.ideology.sum(axis=1) == pytest.approx(np.ones(len(COHORTS)))
    assert w.public_ideology == pytest.approx(w.cohort_weight @ w.ideology, abs=1e-3)
    for level in (w.public_ideology, w.party_voice, w.government_ideology, p.administration_draw):
        assert level.sum() == pytest.approx(1.0)


def test_older_cohorts_are_more_pacifist_as_polls_by_age_say() -> None:
    w, _ = still()
    at_seventy, in_thirties = COHORTS.index("b1950"), COHORTS.index("b1980")
    assert w.ideology[at_seventy, 0] > w.ideology[in_thirties, 0]
