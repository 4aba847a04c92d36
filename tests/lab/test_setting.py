"""An address is a setting, and nothing else is."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.core.errors import InputError
from kaname.lab.setting import Pair, Setting, asked, asked_levers, read, starts, written
from kaname.words.levers import BY_NAME

LEVELS = st.dictionaries(st.sampled_from(sorted(BY_NAME)), st.floats(0.0, 1.0), max_size=5)
BARGAINS = st.sampled_from(["as_is", "unequal_by_design", "step_up"])


def placed(shares: dict[str, float]) -> dict[str, float]:
    """Levers at shares of their range, as an address writes them."""
    return {name: float(written(BY_NAME[name].low + part * (BY_NAME[name].high - BY_NAME[name].low)))
            for name, part in shares.items()}  # fmt: skip


def query_of(bargain: str, moved: dict[str, float]) -> list[tuple[str, str]]:
    return [("bargain", bargain), *((name, written(value)) for name, value in moved.items())]


@given(bargain=BARGAINS, shares=LEVELS, other=BARGAINS, pinned=LEVELS)
def test_a_setting_comes_back_from_its_address(
    bargain: str, shares: dict[str, float], other: str, pinned: dict[str, float]
) -> None:
    beside = [(f"pin.{name}", value) for name, value in query_of(other, placed(pinned))]
    setting = read([*query_of(bargain, placed(shares)), *beside])
    assert read(parse_qsl(setting.query(lang="ja"))) == setting
    assert setting.pinned is not None


def test_a_lever_put_back_where_it_stood_is_not_moved() -> None:
    start = written(starts("us-japan")["clarity"])
    assert read([("clarity", start)]).mine.moved == {}
    assert asked_levers("us-japan", Pair()) == {}


def test_a_bargain_asks_for_what_is_not_done_already() -> None:
    levers = asked("us-japan", "unequal_by_design")
    assert levers
    assert asked_levers("us-japan", Pair("unequal_by_design")) == pytest.approx(levers)
    moved = Setting(mine=Pair("unequal_by_design", {"clarity": 0.9}))
    assert moved.levels()["clarity"] == 0.9


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("claritty", "1")], "Nearest: clarity"),
        ([("clarity", "2")], "outside 0..1"),
        ([("clarity", "nan")], "outside 0..1"),
        ([("clarity", "1e999")], "outside 0..1"),
        ([("clarity", "１")], "outside 0..1"),
        ([("clarity", "0_1")], "outside 0..1"),
        ([("clarity", "0.1"), ("clarity", "0.2")], "twice"),
        ([("scenario", "../../etc/passwd")], "is not a scenario"),
        ([("bargain", "stepup")], "Nearest: step_up"),
        ([("pin.scenario", "us-japan")], "is not a part of a setting"),
        ([("pin.lang", "ja")], "is not a part of a setting"),
    ],
)
def test_what_is_no_setting_is_refused_with_what_is_allowed(pairs: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(pairs)
