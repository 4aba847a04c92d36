"""A file of contrasts is read with line numbers, and what it cannot mean is answered at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.scenarios.contrasts import REFERENCE, Change, load_contrasts, shipped_contrasts

GOOD = """scenario: us-japan
arms:
  unarmed: {times: {stock.cn: 0}, frozen: [economy.trade]}
contrasts:
  - {id: first, sentence: It wins nothing at all., outcome: territory.tw, arm: unarmed, expect: {direction: higher}}
  - {id: second, sentence: Something of Japan moves by much., state: jp, arm: unarmed, expect: {least_sd: 0.3}}
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_with_its_arms_and_the_reference_among_them(tmp_path: Path) -> None:
    found = load_contrasts(_file(tmp_path, GOOD))
    assert found.arms == {REFERENCE: Change(), "unarmed": Change(times={"stock.cn": 0}, frozen=("economy.trade",))}
    first, second = found.contrasts
    assert (first.other, first.kind, first.value) == (REFERENCE, "direction", "higher")
    assert (second.outcome, second.state, second.kind, second.value) == ("", "jp", "least_sd", 0.3)


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("arm: unarmed, expect: {d", "arm: unarmd, expect: {d", 5, "unarmed"),
        ("direction: higher", "direction: up", 5, "higher"),
        ("{direction: higher}", "{direction: higher, level: [0, 1]}", 5, "exactly one of"),
        ("outcome: territory.tw, ", "", 5, "exactly one of outcome, state"),
        ("id: second", "id: first", 6, "listed twice"),
        ("stock.cn: 0", "stock cn: 0", 3, "a path"),
        ("times: {stock.cn: 0}", "time: {stock.cn: 0}", 3, "times"),
        ("least_sd: 0.3", "least_sd: -1", 6, "outside"),
        ("{direction: higher}", "{direction: higher}, changes_nothing: They offset it.", 5, "belongs to least_sd"),
    ],
)
def test_what_cannot_be_meant_is_answered_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, wanted: str
) -> None:
    assert old in GOOD
    with pytest.raises((InputError, InputErrors)) as trouble:
        load_contrasts(_file(tmp_path, GOOD.replace(old, new, 1)))
    assert f"mine.yaml:{line}" in str(trouble.value)
    assert wanted in str(trouble.value)


@pytest.mark.parametrize("name", shipped_contrasts())
def test_every_arm_of_a_shipped_file_is_used_and_every_sentence_ends(name: str) -> None:
    found = load_contrasts(name)
    used = {arm for item in found.contrasts for arm in (item.arm, item.other)}
    assert set(found.arms) - {REFERENCE} <= used
    assert all(item.sentence.endswith(".") for item in found.contrasts)


def test_forty_conditions_are_taken_to_the_extreme() -> None:
    assert len(load_contrasts("extremes").contrasts) >= 40
