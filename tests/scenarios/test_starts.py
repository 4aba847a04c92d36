"""Other starts of a scenario: found by year, refused where there is no data, written with the figures of their time."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kaname.compile.lawtables import law_tables
from kaname.core.errors import InputError
from kaname.evidence.load import Evidence
from kaname.scenarios.load import load_scenario
from kaname.scenarios.starts import started, starts_of
from kaname.words.axes import LEGAL_MOVES, STAGES

NAMES = {"us": "United States of America", "jp": "Japan", "cn": "China", "kr": "Korea, South", "tw": "Taiwan",
         "ru": "Russia", "au": "Australia"}  # fmt: skip
CARRIED = {"ideology", "blame", "sea_lane_effort", "profession", "picture_capability", "picture_resolve", "readiness",
           "territory", "last_force_in_being"}  # fmt: skip


def test_the_flagship_begins_in_four_years() -> None:
    assert starts_of("us-japan") == {
        2008: "us-japan-2008",
        2013: "us-japan-2013",
        2019: "us-japan-2019",
        2026: "us-japan",
    }
    assert started("us-japan", "2019") == "us-japan-2019"


@pytest.mark.parametrize("year", ["1996", "2012", "soon", "", "2013.0", "²⁰¹³"])
def test_a_year_without_figures_is_refused_with_the_starts_there_are(year: str) -> None:
    with pytest.raises(InputError, match=r"is not a start of us-japan\. Allowed: 2008, 2013, 2019, 2026, own"):
        started("us-japan", year)


def test_a_bargain_runs_from_its_own_time_where_a_start_is_near() -> None:
    assert started("us-japan", "own", ["as_is", "unequal_by_design"]) == "us-japan-2019"
    assert started("us-japan", "own", ["as_is", "do_more"]) == "us-japan-2019"
    with pytest.raises(InputError, match="no start lies within 2 years of the bargain's own, 1996"):
        started("us-japan", "own", ["as_is", "cold_war"])
    with pytest.raises(InputError, match="have not one year of their own: do_more 2018, cold_war 1996"):
        started("us-japan", "own", ["as_is", "do_more", "cold_war"])
    with pytest.raises(InputError, match="have not one year of their own: none"):
        started("us-japan", "own", ["as_is"])


def test_a_users_override_beside_the_scenario_is_a_start(folder: Path, evidence: Evidence) -> None:
    early = "id: strait-2001\nbase: strait\nchanges:\n  start: {year: 2001, quarter: 3}\n"
    (folder / "strait-2001.yaml").write_text(early)
    (folder / "broken.yaml").write_text("base: [")
    (folder / "other-1999.yaml").write_text(early.replace("strait", "other").replace("2001", "1999"))
    found = starts_of(folder / "strait.yaml")
    assert found[2001] == str(folder / "strait-2001.yaml")
    assert len(found) == 2
    read = load_scenario(found[2001], evidence)
    assert (read.start.year, read.start.quarter, read.start_of) == (2001, 3, "strait")
    assert load_scenario(folder / "strait_poor.yaml", evidence).start_of is None


def test_the_start_of_2008_says_that_forces_and_views_are_five_years_younger() -> None:
    scenario = load_scenario("us-japan-2008")
    known = {name for name, figure in {**scenario.initial, **scenario.parameters}.items() if figure.year <= 2008}
    assert {"defence_share", "spending", "gdp", "tempo", "burden_normal", "tests_base"} <= known
    assert "stock" not in known
    assert "five years later" in scenario.document.value["about"]


@pytest.mark.parametrize("year", [2013, 2019])
def test_no_figure_of_a_start_is_later_than_the_start_save_what_is_said_to_be_carried(year: int) -> None:
    scenario = load_scenario(f"us-japan-{year}")
    later = {name for name, figure in scenario.initial.items() if figure.year > year}
    assert later == CARRIED
    moved = {**scenario.parameters, **scenario.levers}
    assert {name for name, figure in moved.items() if figure.year > year} <= {"host_support"}


@pytest.mark.parametrize("year", [2008, 2013, 2019])
def test_shares_of_a_start_are_the_published_ones_of_the_year_before(year: int, shared: Path) -> None:
    text = (shared / "validation/data/sipri_milex_selected_1949_2024.csv").read_text(encoding="utf-8")
    rows = {(row["country"], int(row["year"])): row for row in csv.DictReader(text.splitlines())}
    values = load_scenario(f"us-japan-{year}").initial["defence_share"].value
    assert isinstance(values, dict)
    for actor, country in NAMES.items():
        assert values[actor] == pytest.approx(float(rows[country, year - 1]["share_gdp_pct"]) / 100)


def test_the_law_of_a_start_is_that_of_its_days() -> None:
    tables = law_tables(load_scenario("us-japan-2013"), 16)
    protection = tables.permit[:, 0, STAGES.index("gray_zone"), 0, LEGAL_MOVES.index("asset_protection")]
    assert list(protection[:13]) == [0] * 13, "before the legislation of 2015 took effect on 29 March 2016"
    assert list(protection[14:]) == [1] * 2
    assert tables.delay[0, 0, 2, 1, 1] > tables.delay[15, 0, 2, 1, 1], "no Cabinet by telephone yet"
