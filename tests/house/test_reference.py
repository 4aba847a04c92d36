"""The reference pages are what the declarations say."""

from __future__ import annotations

from kaname.compile.reference import FOLDERS, pages


def test_the_reference_pages_are_up_to_date(repo_root):
    made = pages()
    folder = repo_root / "docs" / "reference"
    stale = [
        name for name, text in made.items() if not (folder / name).is_file() or (folder / name).read_text() != text
    ]
    there = {f"{kind}/{path.name}" for kind in FOLDERS for path in (folder / kind).glob("*.md")}
    assert stale == [], "run make reference"
    assert there <= set(made), "pages of what is gone"
