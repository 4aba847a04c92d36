"""What the model gets wrong stands before what it gets right."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kaname.report.published_build import rows, text
from kaname.report.sections.misses import misses


def test_the_shipped_list_is_the_table_of_the_page(repo_root: Path) -> None:
    page = (repo_root / "docs" / "explanation" / "campaign-validation.md").read_text(encoding="utf-8")
    assert (files("kaname") / "data" / "published.json").read_text(encoding="utf-8") == text(page)
    found = rows(page)
    assert f"{sum(one['mark'] == 'miss' for one in found)} of " in page
    assert len(found) > 20


def test_misses_come_first() -> None:
    drawn = misses()
    assert drawn.index(" missed</summary>") < drawn.index(" hit, and the rest</summary>")
    assert "are missed" in drawn
