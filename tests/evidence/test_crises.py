"""Crises of public lists: counted by place, refused where an event lies outside its list, sources known."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import KanameError
from kaname.evidence.crises import load_crises
from kaname.evidence.load import load_evidence

FILE = """
lists:
  narrow: {source: icb_v14, measure: challenges, first: 2000, last: 2009, places: [strait, islet],
           what: crises of some kind, doubt: a narrow word for it}
events:
  - {list: narrow, place: strait, first: 2001-05-06, last: 2001-07, code: 1, name: First, violence: none}
  - {list: narrow, place: strait, first: 2009}
"""


def _written(folder: Path, text: str) -> Path:
    file = folder / "crises.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_events_are_counted_by_place_and_a_place_without_one_is_nought(tmp_path: Path) -> None:
    (one,) = load_crises(_written(tmp_path, FILE))
    assert one.counts == {"strait": 2, "islet": 0}
    assert (one.decades, one.measure, one.source) == (1.0, "challenges", "icb_v14")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("first: 2009}", "first: 2010}", "the event lies outside the years of its list"),
        ("place: strait, first: 2009", "place: islets, first: 2009", "Nearest: islet"),
        ("list: narrow, place: strait, first: 2009", "list: narow, place: strait, first: 2009", "Nearest: narrow"),
        ("source: icb_v14", "source: icb_v41", "Nearest: icb_v14"),
        ("last: 2009", "last: 1999", "the last year lies before the first"),
    ],
)
def test_what_does_not_fit_its_list_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(KanameError, match=said):
        load_crises(_written(tmp_path, FILE.replace(old, new, 1)))


def test_shipped_lists_name_read_sources_and_count_what_was_looked_for() -> None:
    lists = {one.name: one for one in load_crises()}
    sources = load_evidence().sources
    assert {sources[one.source].certainty for one in lists.values()} == {"V"}
    assert sum(lists["icb"].counts.values()) == 16
    assert lists["icb"].counts["peninsula"] == 4
    assert lists["mid"].counts["south_china_sea"] == 12
    assert not any(lists["war"].counts.values())


def test_no_shipped_list_goes_beyond_the_years_that_a_fit_may_know() -> None:
    assert max(one.last for one in load_crises()) <= 2018
