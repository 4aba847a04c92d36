"""The documentation site builds without a warning, and holds every page, name and formula."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kaname
from kaname.model.engine.catalogue import mechanisms
from kaname.words.params import BACKED_BY_NAME


@pytest.fixture(scope="module")
def site(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as plain text, which holds all pages, resolves all links and draws no frame around each."""
    folder = tmp_path_factory.mktemp("site")
    words = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "sphinx",
        "-b",
        "text",
        "-q",
        "-W",
        "--keep-going",
        "docs",
        str(folder),
    ]
    done = subprocess.run(words, cwd=repo_root, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"})
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_the_site_builds_without_a_warning_and_every_link_between_its_pages_resolves(site: Path) -> None:
    # The builder fails on a link to a page or heading that is not there; see the fixture.
    assert "Read an argument" in (site / "index.txt").read_text(encoding="utf-8")


def test_every_page_of_the_folder_is_on_the_site(site: Path, repo_root: Path) -> None:
    docs = repo_root / "docs"
    sources = {path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md") if "_build" not in path.parts}
    made = {path.relative_to(site).with_suffix("") for path in site.rglob("*.txt")}
    assert sources - made == set()
    assert len(sources) > 100


def test_every_public_name_is_on_the_page_of_the_python_interface(site: Path) -> None:
    page = (site / "reference" / "python.txt").read_text(encoding="utf-8")
    assert [
        name for name in kaname.PUBLIC if f"kaname.{name}(" not in page and f"class kaname.{name}" not in page
    ] == []


def test_the_page_of_every_mechanism_has_rule_figures_users_and_the_tests_that_hold_it(site: Path) -> None:
    for mechanism in mechanisms():
        page = (site / "reference" / "mechanisms" / f"{mechanism.name}.txt").read_text(encoding="utf-8")
        room, stem = mechanism.name.split(".")
        assert " ".join(mechanism.sentence.split()) in " ".join(page.split())
        assert ("Figures\n=" in page) is bool(set(mechanism.params) & set(BACKED_BY_NAME))
        assert "its numbers are read by:" in page
        held = page.partition("Tests that hold it")[2]
        assert f"tests/model/{room}/test_{stem}.py" in " ".join(held.split())
        assert held.count("* ") >= 2
