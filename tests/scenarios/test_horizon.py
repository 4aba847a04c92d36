"""What a run is called after, and what is said where it goes beyond its scenario, its law or its bargains' lags."""

from __future__ import annotations

import pytest

from kaname.report.terminal import lines
from kaname.scenarios.horizon import beyond, titled
from kaname.scenarios.load import load_scenario

NONE = """id: nothing
name: Nothing new
judgement: Made for a test of silence.
summary: A bargain that asks for nothing.
adds: [One thing is new.]
levers: {}
"""
LATE = """id: late
name: Much later
judgement: Made for a test of silence.
summary: A bargain whose one lever comes long after the run.
adds: [One thing is new.]
levers:
  clarity:
    to: {value: 0.9, unit: share, date: 2026, judgement: Made up for a test., grade: D, doubt: Made up for a test.}
    judgement: Made up for a test.
    adopt:
      lag_quarters: {value: 200, unit: quarters, date: 2026, judgement: Made up for a test., grade: D,
                     doubt: Made up for a test.}
"""
CHESS = "id: chess\nbase: us-korea\ntitle: A trial\nchanges:\n  contingencies.west_sea.game: chess\n"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("The alliance, 2026-2041", "The alliance, 2026-2029"),
        ("The alliance 2026\u20132041", "The alliance, 2026-2029"),
        ("The alliance", "The alliance, 2026-2029"),
        ("Act 113-2004 and after", "Act 113-2004 and after, 2026-2029"),
    ],
)
def test_a_title_tells_the_years_of_the_run(title, told) -> None:
    assert titled(title, 2026, 3) == told


def test_a_run_beyond_the_scenario_or_the_law_says_so_and_another_does_not() -> None:
    scenario = load_scenario("us-japan")
    notes = beyond(scenario, scenario.years + 35, "2026-11-21")
    assert "The last 35 of these 50" in notes["Years beyond the scenario"]
    assert "2026-11-21" in notes["Law"]
    assert beyond(scenario, scenario.years, None) == {}


@pytest.mark.parametrize("text", [NONE, LATE])
def test_a_bargain_that_changes_nothing_says_so_at_its_check(kaname, tmp_path, text) -> None:
    name = text.split("\n")[0].removeprefix("id: ")
    (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = kaname("bargain", "check", f"{name}.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "It changes nothing in us-japan" in done.stdout
    assert ("in force only after the 15 years" in done.stdout) == (text == LATE)


def test_a_bargain_that_does_something_says_no_such_thing(kaname) -> None:
    assert "changes nothing" not in kaname("bargain", "check", "step_up").stdout


def test_a_scenario_that_cannot_run_is_not_called_sound(kaname, tmp_path) -> None:
    (tmp_path / "chess.yaml").write_text(CHESS, encoding="utf-8")
    done = kaname("scenario", "check", "chess.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "chess.yaml:5 contingencies.west_sea.game: chess is not a game of moves" in done.stderr
    assert "sound" not in done.stdout


@pytest.mark.parametrize(("differing", "said"), [(0, "Equal in every future: in 1 year"), (3, "No clear difference")])
def test_a_comparison_of_which_nothing_can_be_said_says_that(differing, said) -> None:
    pair = {"bargain": "none", "pairs": 6, "dropped": 0, "outcomes": {"gdp.us": {"differing": differing}}}
    summary = {"names": {"bargain": {"as_is": "As it is", "none": "None"}, "actor": {}}, "reference": "as_is",
               "futures": 6, "pairs": {"none": pair}, "quarters": 4, "outcomes": {}}  # fmt: skip
    assert said in "\n".join(lines({**summary, "pairs": {"none": pair}}, ()))
