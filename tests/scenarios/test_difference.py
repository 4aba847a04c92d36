"""What is different in a second scenario is told entry by entry, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli.difference_text import difference_lines
from kaname.cli.main import run
from kaname.evidence.load import Evidence
from kaname.scenarios.difference import Change, difference
from kaname.scenarios.load import load_scenario


@pytest.fixture
def told(folder: Path, evidence: Evidence) -> Callable[..., list[Change]]:
    """The differences of two files of the folder."""

    def call(first: str, second: str) -> list[Change]:
        one, two = (load_scenario(folder / name, evidence) for name in (first, second))
        return difference(one, two, evidence)

    return call


def test_a_scenario_does_not_differ_from_itself(told: Callable[..., list[Change]]) -> None:
    assert told("strait.yaml", "strait.yaml") == []
    assert difference_lines("a", "a", []) == ["a and a say the same."]


def test_an_override_differs_in_what_it_changes_and_in_nothing_else(
    told: Callable[..., list[Change]], folder: Path
) -> None:
    (folder / "other.yaml").write_text(
        "id: other\nbase: strait\ntitle: Another title\nchanges:\n  years: 10\n  actors.ri.role: challenger\n",
        encoding="utf-8",
    )
    found = {change.path: (change.first, change.second) for change in told("strait.yaml", "other.yaml")}
    assert found["years"] == (15, 10)
    assert found["title"][1] == "Another title"
    assert found["actors.ri.role"] == ("rival", "challenger")
    assert set(found) == {"years", "title", "actors.ri.role"}


def test_figures_are_told_with_member_unit_and_source(told: Callable[..., list[Change]]) -> None:
    found = {change.path: change for change in told("strait.yaml", "strait_poor.yaml")}
    money = [change for path, change in found.items() if path.startswith("initial.gdp.") and change.unit]
    assert money
    assert {change.unit for change in money} == {"bn USD 2023"}


def test_a_figure_that_only_one_of_them_has_is_told_beside_nothing(
    told: Callable[..., list[Change]], folder: Path
) -> None:
    (folder / "more.yaml").write_text(
        "id: more\nbase: strait\nchanges:\n  levers.tariffs: {value: 0.2, unit: share, date: 2026, grade: D,"
        " judgement: made up for this test, doubt: all of it is}\n",
        encoding="utf-8",
    )
    assert told("strait.yaml", "more.yaml") == [Change("levers.tariffs", None, 0.2, "share")]
    assert told("more.yaml", "strait.yaml") == [Change("levers.tariffs", 0.2, None, "share")]


def test_the_command_prints_lines_of_eighty_columns_and_json(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "poor.yaml").write_text(
        "id: poor\nbase: us-japan\nchanges:\n  levers.clarity: {value: 0.5, unit: share, date: 2013, grade: D,"
        " judgement: fewer words were said by then, doubt: a scale of our own}\n  bargains: [as_is, step_up]\n",
        encoding="utf-8",
    )
    outputs = []
    for words in ([], ["--json"]):
        with pytest.raises(SystemExit) as left:
            run(["scenario", "diff", "us-japan", str(folder / "poor.yaml"), *words])
        assert not left.value.code
        outputs.append(capsys.readouterr().out)
    assert max(map(len, outputs[0].splitlines()[2:])) <= 80
    assert "levers.clarity (share)\n  - 0.7\n  + 0.5\n" in outputs[0]
    changes = {change["path"]: change for change in json.loads(outputs[1])["changes"]}
    assert changes["levers.clarity"] == {"path": "levers.clarity", "first": 0.7, "second": 0.5, "unit": "share"}


@pytest.mark.parametrize("words", [("us-japan",), ("us-japan", "nowhere"), ("gone.yaml", "us-japan")])
def test_a_scenario_that_is_not_there_is_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(["scenario", "diff", *words])
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
