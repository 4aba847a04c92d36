"""`kaname calc`: the same kernels as in the campaign, by options or by rows, with messages that help."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kaname.cli.calc import app
from kaname.cli.calc_answers import DRAWS
from kaname.cli.calculators import SPECS, answer, checked
from kaname.core.errors import InputError


def asked(*words: str) -> Any:
    done = CliRunner().invoke(app, [*words, "--json"])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return json.loads(done.stdout)


def test_missile_defence_answers_shots_interceptors_and_what_they_achieve() -> None:
    found = asked("missile-defence", "--warheads", "20", "--k", "0.7", "--goal", "0.8")["answer"]
    assert found["shots_needed"] == pytest.approx(3.7387, abs=1e-4)
    assert (found["shots_needed_whole"], found["interceptors_expected"]) == (4, 80)
    assert found["chance_of_no_leak"] == pytest.approx(0.84988, abs=1e-5)
    assert abs(found["leakers_drawn_mean"] - found["leakers_mean"]) < 4 * found["leakers_drawn_error"]
    assert sum(share for _, share in found["leakers"]) == pytest.approx(1.0)


def test_drawn_and_exact_leakers_agree() -> None:
    found = asked("missile-defence", "--warheads", "30", "--shots", "1", "--track", "0.9", "--look", "1")["answer"]
    exact, drawn = dict(found["leakers_exact"]), dict(found["leakers"])
    assert sum(exact.values()) == pytest.approx(1.0, abs=1e-4)
    for leakers, chance in exact.items():
        assert abs(drawn.get(leakers, 0.0) - chance) <= 4 * (chance * (1 - chance) / DRAWS) ** 0.5 + 1e-4


def test_a_goal_that_tracking_forbids_is_said_to_be_out_of_reach() -> None:
    found = asked("missile-defence", "--track", "0.9")["answer"]
    assert found["shots_needed"] is None
    table = CliRunner().invoke(app, ["missile-defence", "--track", "0.9"]).stdout
    assert "not possible" in table


def test_a_short_stock_is_drawn_and_not_promised() -> None:
    found = asked("missile-defence", "--stock", "10")["answer"]
    assert found["kill_chance"] is None
    assert found["leakers_mean"] > 10


def test_a_salvo_is_exact_and_symmetric() -> None:
    found = asked("salvo")["answer"]
    assert found["loss_a_hits_mean"] == pytest.approx(3.622203318, abs=1e-8)
    assert found["loss_a_mean"] == found["loss_b_mean"] <= 5
    assert asked("salvo", "--a", "0", "--b", "0")["answer"]["loss_a_mean"] == 0


def test_salvoes_drawn_have_the_exact_mean_and_chances_sum_to_one() -> None:
    found = asked("salvo", "--a", "7", "--staying-b", "1.5")["answer"]
    for side in ("a", "b"):
        mean, error = found[f"loss_{side}_drawn_mean"], found[f"loss_{side}_drawn_error"]
        assert abs(mean - found[f"loss_{side}_mean"]) < 4 * error
        assert sum(chance for _, chance in found[f"loss_{side}_chances"]) == pytest.approx(1.0, abs=1e-4)
        assert sum(n * chance for n, chance in found[f"loss_{side}_chances"]) == pytest.approx(
            found[f"loss_{side}_mean"], abs=1e-3
        )


def test_units_that_fall_one_by_one_win_as_often_as_the_recursion_says() -> None:
    found = asked("lanchester", "--a", "12", "--b", "10")["answer"]
    assert abs(found["chance_a_wins"] - found["chance_a_wins_drawn"]) < 4 * found["chance_a_wins_error"]
    assert 0.5 < found["chance_a_wins"] < 1
    even = asked("lanchester", "--a", "9", "--b", "9", "--linear", "1")["answer"]
    assert even["chance_a_wins"] == pytest.approx(0.5)
    duel = asked("lanchester", "--a", "1", "--b", "1", "--kill-a", "0.1", "--kill-b", "0.3")["answer"]
    assert duel["chance_a_wins"] == pytest.approx(0.25)
    assert asked("lanchester", "--a", "10.5")["answer"]["chance_a_wins"] is None


def test_the_first_day_of_an_airfield_attack_is_exact() -> None:
    found = asked("airfield", "--shelters", "0.5")["answer"]
    assert found["closed_on_day_1_drawn"] == pytest.approx(found["closed_on_day_1"], abs=4 * 0.7 / 1000**0.5)
    assert found["aircraft_lost_on_day_1_drawn"] == pytest.approx(
        found["aircraft_lost_on_day_1"], abs=4 * 3.0 / 1000**0.5
    )


@pytest.mark.parametrize("name", SPECS)
def test_every_calculator_draws_a_chart_and_keeps_to_eighty_columns(name: str, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    done = CliRunner().invoke(app, [name, "--chart", str(file)])
    assert file.read_text(encoding="utf-8").startswith("<svg")
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


def test_a_chart_is_of_one_calculation_and_is_an_svg(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("a,b\n5,5\n10,5\n", encoding="utf-8")
    with pytest.raises(InputError, match="draws one calculation, and there are 2"):
        asked("salvo", "--from", str(rows), "--chart", str(tmp_path / "x.svg"))
    with pytest.raises(InputError, match=r"Allowed: \.svg"):
        asked("salvo", "--chart", str(tmp_path / "x.png"))


def test_attrition_ends_as_the_square_law_says() -> None:
    found = asked("lanchester", "--kill-b=0.02")["answer"]
    assert found["winner"] == "B"
    assert found["survivors_b"] == pytest.approx(374.165738677)
    assert asked("lanchester", "--linear", "1")["answer"]["survivors_a"] == pytest.approx(200)
    assert asked("lanchester", "--b", "0")["answer"]["winner"] == "A"


def test_more_bases_and_shelters_save_aircraft_with_diminishing_returns() -> None:
    lost = [asked("airfield", "--bases", n, "--days", "2")["answer"]["aircraft_lost"] for n in ("2", "4", "8", "16")]
    saved = [before - after for before, after in zip(lost, lost[1:], strict=False)]
    assert min(saved) > 0
    assert saved[0] > saved[-1]
    sheltered = asked("airfield", "--bases", "2", "--days", "2", "--shelters", "0.8")["answer"]["aircraft_lost"]
    assert sheltered < lost[0]


def test_a_bargain_has_the_published_range_and_offer() -> None:
    found = asked("bargaining")["answer"]
    assert (found["lowest_share_a_accepts"], found["highest_share_b_leaves_a"]) == pytest.approx((0.4, 0.7))
    said = found["demand_if_it_is_not"], found["chance_of_war_if_it_is_not"], found["value_to_a_if_it_is_not"]
    assert said == pytest.approx((0.65, 0.375, 0.55625))
    assert max(value for _, _, value in found["demands"]) == pytest.approx(said[2])
    assert asked("bargaining", "--chance", "0.95")["answer"]["highest_share_b_leaves_a"] == 1.0


def test_deterrence_has_the_published_thresholds_and_says_who_attacks() -> None:
    found = asked("deterrence", "--hard", "0.3")["answer"]
    assert found["hard_challenger_held_back_from"] == pytest.approx(4 / 7)
    assert found["soft_challenger_held_back_from"] == pytest.approx(0.4)
    assert (found["hard_challenger"], found["soft_challenger"]) == ("attacks", "holds back")
    assert found["chance_of_an_attack"] == 0.3
    at = {row[0]: row[1:] for row in found["values_of_attacking"]}
    assert at[0.4][1] == pytest.approx(at[0.4][2])
    undeterred = asked("deterrence", "--conflict", "0.7", "--defends", "1")["answer"]
    assert undeterred["hard_challenger_held_back_from"] is None
    assert undeterred["hard_challenger"] == "attacks"
    with pytest.raises(InputError, match="status-quo: these payoffs make no game of deterrence"):
        asked("deterrence", "--status-quo", "1.5")


def test_the_ochs_game_has_its_branch_and_its_fit() -> None:
    found = asked("qre", "--plays", "128")["answer"]
    assert found["chance_of_row_1"] == pytest.approx(0.61752195, abs=1e-7)
    assert found["chance_of_column_1"] == pytest.approx(0.37198166, abs=1e-7)
    assert found["row_1_if_choice_were_perfect"] == pytest.approx(0.5)
    assert found["column_1_if_choice_were_perfect"] == pytest.approx(0.19998564)
    assert found["fitted_lambda"] == pytest.approx(1.8456097, abs=1e-4)
    assert found["log_likelihood"] == pytest.approx(-174.7645319, abs=1e-5)
    assert found["course"][0] == pytest.approx([0.0, 0.5, 0.5])
    assert found["course"][-1][0] == 2.0


def test_a_fit_does_not_depend_on_the_unit_of_payoffs() -> None:
    cents = [f"--{key}={100 * SPECS['qre'][key].default}" for key in SPECS["qre"] if key[0] in "ab"]
    small, large = asked("qre", "--plays", "128")["answer"], asked("qre", "--plays", "128", *cents)["answer"]
    assert large["fitted_lambda"] * 100 == pytest.approx(small["fitted_lambda"], rel=1e-6)
    assert asked("qre")["answer"]["fitted_lambda"] is None


PURE = ("--a11", "1", "--a12", "1", "--a21", "0", "--a22", "0", "--b11", "1", "--b12", "0", "--b21", "1", "--b22", "0")
EQUAL = tuple(word for key in SPECS["qre"] if key[0] in "ab" for word in (f"--{key}", "3"))
SEEN = ("--plays", "128", "--seen-row-1")


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ((*SEEN, "1", "--seen-column-1", "1", *PURE), "without end"),
        ((*SEEN, "0.5", "--seen-column-1", "0.5", *EQUAL), "every lambda fits alike"),
        ((*SEEN, "0.1", "--seen-column-1", "0.1", *PURE), "uniform play"),
        ((*SEEN, "0.9", "--seen-column-1", "0.9", *PURE), "at the peak"),
        ((), "no plays"),
    ],
)
def test_a_fit_says_whether_the_likelihood_has_a_peak(words: tuple[str, ...], fit: str) -> None:
    found = asked("qre", *words)["answer"]
    assert fit in found["fit"]
    assert (found["fitted_lambda"] is None) == ("none" in found["fit"] or "no plays" in found["fit"])
    heights = [row[1] for row in found["profile"]]
    assert heights == sorted(heights) or "without end" not in fit


def test_a_fit_without_a_peak_still_bounds_lambda_from_the_side_that_the_play_tells() -> None:
    found = asked("qre", *SEEN, "1", "--seen-column-1", "1", *PURE)["answer"]
    assert found["lambda_at_least_95"] > 4
    assert found["lambda_at_most_95"] is None
    peak = asked("qre", *SEEN, "0.9", "--seen-column-1", "0.9", *PURE)["answer"]
    assert peak["fitted_lambda"] == pytest.approx(math.log(9), abs=1e-6)
    assert peak["lambda_at_least_95"] <= peak["fitted_lambda"] <= peak["lambda_at_most_95"]


def test_rows_of_a_file_are_answered_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("a,b\n5,5\n10,\n", encoding="utf-8")
    found = asked("salvo", "--from", str(file), "--fire-a", "2")
    assert [row["asked"]["a"] for row in found] == [5, 10]
    assert [row["asked"]["b"] for row in found] == [5, 5]
    assert all(row["asked"]["fire-a"] == 2 for row in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("salvo", "--stayng-a", "2"), "Nearest: staying-a"),
        (("salvo", "--a", "-3"), "-3 is outside 0..500"),
        (("salvo", "--a", "2.5"), "whole number"),
        (("missile-defence", "--k", "seven"), "seven is not a number"),
        (("missile-defence", "--k"), "not an option with a value"),
        (("airfield", "nine"), "not an option with a value"),
        (("salvo", "--a", "nan"), "nan is not a whole number"),
        (("salvo", "--a", "2", "--a", "3"), "given twice"),
        (("salvo", "--from", "nowhere.csv"), "no such file"),
    ],
)
def test_bad_input_is_answered_with_what_is_allowed(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        asked(*words)


def test_a_bad_cell_is_named_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("a,b\n5,5\n5,many\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"rows\.csv:3 b: many is not a whole number"):
        asked("salvo", "--from", str(file))


@pytest.mark.parametrize("name", SPECS)
def test_every_calculator_answers_with_its_defaults_and_explains_itself(name: str) -> None:
    assert answer(name, checked(name, {}))
    text = CliRunner().invoke(app, [name, "--help"]).stdout
    assert all(f"--{key}" in text for key in SPECS[name])
