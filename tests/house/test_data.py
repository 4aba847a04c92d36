"""Shipped data was made from what is written beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kaname.cli.doctor import older_than
from kaname.cli.systems_build import build
from tests.house.sources import PACKAGE, short


def test_no_shipped_file_is_older_than_its_source() -> None:
    stale = {short(path): older_than(path) for path in sorted((PACKAGE / "data").rglob("*.json"))}
    assert {path: sources for path, sources in stale.items() if sources} == {}
    assert "src/kaname/data/systems.json" in stale


def test_the_lists_of_systems_and_claims_are_what_their_builder_makes() -> None:
    made = build()
    assert {name: (PACKAGE / "data" / name).read_text(encoding="utf-8") for name in made} == made


def test_the_tests_of_each_system_are_those_that_are_marked(repo_root: Path) -> None:
    words = [sys.executable, "tests/house/collect_systems.py", "--check"]
    done = subprocess.run(words, cwd=repo_root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_marked_system_exists() -> None:
    known = {row["id"] for row in json.loads((PACKAGE / "data" / "systems.json").read_text())["systems"]}
    marked = json.loads((PACKAGE / "data" / "systems_tests.json").read_text())["tests"]
    assert {row["system"] for row in marked} - known == set()
