"""Records asked for: every record stands in one of them, and what does not exist is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import KanameError
from kaname.evidence.asked import SHIPPED, load_asked


def test_every_record_was_asked_for_and_every_asked_one_says_what_was_not_found() -> None:
    asked = load_asked()
    assert all(entry.figures or entry.lists for entry in asked)
    assert "record.seats" in {name for entry in asked for name in entry.figures}
    assert {name for entry in asked for name in entry.lists} == {"icb", "mid", "war", "yielded"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("record.seats", "record.seat", "no record is called record.seat"),
        ("lists: [icb,", "lists: [ibc,", "Allowed: icb"),
        (
            "have: [record.nuclear_tests]",
            "have: [record.guidelines]",
            "nobody asked for the record record.nuclear_tests",
        ),
    ],
)
def test_what_does_not_exist_or_was_forgotten_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = tmp_path / "asked.yaml"
    file.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(KanameError, match=message):
        load_asked(file)
