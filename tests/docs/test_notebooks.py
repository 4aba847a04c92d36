"""The notebooks of the documentation run from their first cell to their last, and hold what they assert."""

from __future__ import annotations

from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

from tests.house.sources import ROOT

LONGEST = 300
"""Seconds for one cell; the first that runs the model compiles it."""
NOTEBOOKS = sorted(path for path in (ROOT / "docs" / "notebooks").glob("*.md") if path.stem != "index")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_every_cell_of_a_notebook_is_python(notebook: Path) -> None:
    cells = [cell.source for cell in jupytext.read(notebook).cells if cell.cell_type == "code"]
    assert len(cells) >= 3
    for cell in cells:
        compile(cell, notebook.name, "exec")


def test_every_notebook_is_listed_on_the_page_of_notebooks() -> None:
    page = (ROOT / "docs" / "notebooks" / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in NOTEBOOKS if f"({path.name})" not in page] == []


@pytest.mark.nightly
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_runs_from_its_first_cell_to_its_last(notebook: Path, tmp_path: Path) -> None:
    made = jupytext.read(notebook)
    NotebookClient(made, kernel_name="python3", timeout=LONGEST, resources={"metadata": {"path": tmp_path}}).execute()
    assert [output for cell in made.cells for output in cell.get("outputs", ())]
