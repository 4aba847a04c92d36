"""A fit leaves number and note in the figure that it touched, and nothing else in the file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kaname.core.errors import InputError
from kaname.core.safe_yaml import read_yaml
from kaname.evidence.fitted import value_of, write_fitted
from kaname.evidence.load import DATA, FOLDER, load_evidence

NAME = "scenario.us-japan.crisis.yaml"


def _result(**given: Any) -> dict[str, Any]:
    level = {"figure": "opportunity_rate", "place": "taiwan", "judged": 0.11, "fitted": 0.2, "identified": True,
             "prior": [0.5, 1.0, 1.9], "posterior": [1.5, 1.8, 2.1], "width": 0.3}  # fmt: skip
    return {"until": 2018, "command": "kaname calibrate x", "levels": [{**level, **given}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(FOLDER / NAME, tmp_path / NAME)
    return tmp_path


def test_an_identified_level_is_written_with_its_interval_and_all_else_stays(folder: Path) -> None:
    before = read_yaml(folder / NAME).value["figures"]
    assert write_fitted(folder, _result()) == [folder / NAME]
    after = read_yaml(folder / NAME).value["figures"]
    figure = after["opportunity_rate"]
    assert figure["values"] == {**before["opportunity_rate"]["values"], "taiwan": 0.2}
    assert "taiwan 1.80 (1.50 to 2.10)" in figure["note"]
    assert "Identified and fitted: taiwan." in figure["note"]
    assert {name: one for name, one in after.items() if name != "opportunity_rate"} == {
        name: one for name, one in before.items() if name != "opportunity_rate"
    }


def test_writing_the_same_twice_changes_nothing_the_second_time(folder: Path) -> None:
    write_fitted(folder, _result())
    text = (folder / NAME).read_text(encoding="utf-8")
    assert write_fitted(folder, _result()) == []
    assert (folder / NAME).read_text(encoding="utf-8") == text


def test_what_was_not_identified_keeps_the_judged_value_and_says_so(folder: Path) -> None:
    write_fitted(folder, _result())
    write_fitted(folder, _result(identified=False))
    figure = read_yaml(folder / NAME).value["figures"]["opportunity_rate"]
    assert figure["values"]["taiwan"] == 0.11
    assert "None is identified" in figure["note"]


def test_a_figure_or_number_that_is_not_there_is_named_and_nothing_written(folder: Path) -> None:
    text = (folder / NAME).read_text(encoding="utf-8")
    with pytest.raises(InputError, match="no evidence file holds the figure nothing"):
        write_fitted(folder, _result(figure="nothing"))
    with pytest.raises(InputError, match="no number of its own line for moon"):
        write_fitted(folder, _result(place="moon"))
    assert (folder / NAME).read_text(encoding="utf-8") == text


def test_the_shipped_figures_hold_what_the_shipped_calibration_says() -> None:
    result = json.loads((DATA / "calibration.json").read_text(encoding="utf-8"))
    figures = load_evidence().figures
    for level in result["levels"]:
        assert figures[level["figure"]].value[level["place"]] == pytest.approx(value_of(level))  # type: ignore[index]
        assert result["command"] in (figures[level["figure"]].note or "")
