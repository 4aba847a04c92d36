"""What futures of an earlier start say year by year, and the observations they are held against."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from kaname.cli.main import run
from kaname.compile.compiled import compile_study
from kaname.core.errors import InputError
from kaname.evidence.load import DATA, load_evidence
from kaname.study.backtest import Series, last_observed, series_of
from kaname.study.design import Design
from kaname.study.replay import quarters_of
from tests.scenarios.test_starts import NAMES

START = "us-japan-2019"
DESIGN = Design(START, ("as_is",), 2, seed=4)


@pytest.fixture(scope="module")
def found() -> list[Series]:
    return series_of(compile_study(START, ["as_is"]), DESIGN)


def test_shares_tests_and_whatever_was_observed_before_and_after_are_held_against_the_start(
    found: list[Series],
) -> None:
    names = [series.name for series in found]
    assert names[:8] == [*(f"defence_share.{actor}" for actor in ("us", "jp", "cn", "kr", "tw", "ru", "au")), "tests"]
    assert set(names[8:]) >= {"presence_days", "presence_ships", "warheads.cn", "warheads.kp"}
    assert found[0].years == tuple(range(2019, 2025))
    assert found[7].years[-1] == last_observed(load_evidence()) == 2025
    assert all(series.futures.shape == (2, len(series.years)) for series in found)
    assert {series.name for series in found if series.hindsight} == {
        "presence_days", "presence_ships", "warheads.cn", "warheads.kp",
        "territorial_days", "territorial_ships", "scrambles",
    }  # fmt: skip


def test_a_share_is_the_mean_and_tests_are_the_sum_of_the_years_quarters(found: list[Series]) -> None:
    compiled = compile_study(START, ["as_is"], years=1)
    worlds = [quarter.world[0] for quarter in quarters_of(compiled, DESIGN, "as_is", 1)]
    assert found[0].futures[1, 0] == pytest.approx(np.mean([world["defence_share"][0] for world in worlds]))
    assert found[7].futures[1, 0] == sum(world["tests"] for world in worlds)


def test_a_poll_is_heard_through_its_house(found: list[Series]) -> None:
    first = series_of(compile_study("us-japan-2013", ["as_is"]), Design("us-japan-2013", ("as_is",), 2, seed=4))
    poll = next(series for series in first if series.name == "treaty_useful")
    assert poll.years == (2015, 2018, 2022, 2025)
    assert np.all(np.abs(poll.futures[:, 0] - 0.812) < 0.15)


def test_the_inputs_of_a_run_name_its_start() -> None:
    inputs = compile_study(START, ["as_is"]).inputs(DESIGN.as_data())
    assert (inputs["scenario"], inputs["start"]) == (START, 2019)
    assert "start" not in compile_study("us-japan", ["as_is"]).inputs(DESIGN.as_data())


def test_a_start_without_later_observations_has_no_backtest() -> None:
    with pytest.raises(InputError, match="nothing was observed for 3 years from the start of us-japan on"):
        series_of(compile_study("us-japan", ["as_is"]), Design("us-japan", ("as_is",), 2))


def test_what_was_observed_is_what_the_reference_material_says(shared: Path) -> None:
    figures = load_evidence().figures
    text = (shared / "validation/data/sipri_milex_selected_1949_2024.csv").read_text(encoding="utf-8")
    rows = {(row["country"], row["year"]): row["share_gdp_pct"] for row in csv.DictReader(text.splitlines())}
    for actor, years in figures["observed.defence_share"].value.items():  # type: ignore[union-attr]
        assert {year: value * 100 for year, value in years.items()} == pytest.approx(
            {year: float(rows[NAMES[actor], year]) for year in years}
        )
    text = (shared / "validation/data/nk_missile_tests_by_year.csv").read_text(encoding="utf-8")
    counts = {row["year"]: int(row["total"]) for row in csv.DictReader(text.splitlines())}
    assert figures["observed.tests"].value == {str(year): counts.get(str(year), 0) for year in range(1984, 2026)}


def test_the_shipped_result_has_its_misses_first_and_says_what_is_untested() -> None:
    result = json.loads((DATA / "backtests.json").read_text(encoding="utf-8"))
    verdicts = [one["verdict"] for one in result["backtests"]]
    assert verdicts == sorted(verdicts, reverse=True)
    assert {one["start"] for one in result["backtests"]} == {2008, 2013, 2019}
    assert len(result["untested"]) >= 3
    assert {row["start"] for row in result["origins"]} == set(range(2008, 2022))
    assert len(result["overall"]["quantities"]) >= 3


def test_the_shipped_result_holds_base_rates_of_every_start_beside_every_list() -> None:
    result = json.loads((DATA / "backtests.json").read_text(encoding="utf-8"))
    assert {one["start"] for one in result["rates"]} == {2008, 2013, 2019, 2026}
    assert {said["list"] for one in result["rates"] for said in one["lists"]} == {"icb", "mid", "war"}
    assert {one["list"] for one in result["lists"]} == {"icb", "mid", "war"}


def test_the_command_writes_what_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(
            [
                "-q",
                "backtest",
                "us-japan",
                "--start",
                "2019",
                "--futures",
                "2",
                "--json",
                "--out",
                str(tmp_path / "b.json"),
            ]
        )
    assert not end.value.code
    out = capsys.readouterr().out
    assert json.loads(out) == json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["us-japan", "--futures", "1"], "--futures: 1 is outside 2..100000"),
        (["us-japan", "--start", "1996"], "Allowed: 2008, 2013, 2019, 2026"),
        (["us-japan", "--start", "2026"], "nothing was observed for 3 years"),
        (["us-korea"], "no start of us-korea has 3 observed years after it"),
    ],
)
def test_wrong_words_are_answered(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["-q", "backtest", *words])
    captured = capsys.readouterr()
    assert end.value.code == 2
    assert captured.out == ""
    assert said in captured.err
