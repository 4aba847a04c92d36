"""The page on published campaigns says what the shipped results say, and judges them by the rules that it tells."""

from __future__ import annotations

from validation.campaign import page
from validation.campaign.figures import TIGHT, TOLERANCE
from validation.places import read_results, with_measured

DATA = read_results(page.RESULTS)


def test_the_page_is_made_from_the_shipped_results() -> None:
    shown = page.PAGE.read_text(encoding="utf-8")
    assert with_measured(shown, page.text(DATA)) == shown, "run python -m validation campaign"
    assert len(DATA["rows"]) > 20


def test_every_mark_follows_from_the_numbers_beside_it() -> None:
    for row in DATA["rows"]:
        if row["ours"] is None:
            assert row["mark"] == "none"
            continue
        ours, published = row["ours"]["mean"], row["published"]
        inside = row["low"] is None or row["low"] <= ours <= row["high"]
        hit = {
            "least": ours >= published,
            "range": inside,
            "tight": inside and abs(ours - published) <= TIGHT * published,
        }.get(row["rule"], inside and abs(ours - published) <= TOLERANCE * published)
        assert row["mark"] == ("hit" if hit else "miss"), row["what"]


def test_misses_stand_before_hits() -> None:
    marks = [row["mark"] for row in DATA["rows"]]
    assert marks == sorted(marks, key=("miss", "hit", "none").index)
