"""An edit to a model source, a figure, a law, the scenario or a bargain changes its own hash in the manifest."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kaname

PACKAGE = Path(kaname.__file__).parent
ASK = """
import json
from kaname.compile.compiled import compile_study
print(json.dumps(compile_study("us-japan", ["as_is", "unequal_by_design"], years=1).digests["sha256"]))
"""
EDITED = {
    "model.model": ("model/economy/growth.py", "growth", "growth"),
    "model.core": ("core/maths.py", "def ", "def "),
    "model.data/law": ("data/law/words.yaml", ":", ":"),
    "evidence": ("data/evidence/economy.growth.yaml", "grade: D", "grade:  D"),
    "scenario": ("data/scenarios/us-japan.yaml", "years: 15", "years: 14"),
    "bargains.as_is": ("data/bargains/as_is.yaml", "name: As it is", "name: As it was"),
}
"""Hash: file, words that stand in it, words to put there; where they are the same, a line is added at the end."""


def hashes(root: Path) -> dict[str, str]:
    """Every hash of the manifest by its dotted name, of the package that lies under `root`."""
    environment = {**os.environ, "PYTHONPATH": str(root), "KANAME_JIT": "0"}
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return flat(json.loads(done.stdout))


def flat(tree: dict, path: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in tree.items():
        found |= flat(value, f"{path}{name}.") if isinstance(value, dict) else {f"{path}{name}": value}
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, to be edited."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "kaname", ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture(scope="module")
def before(copy: Path) -> dict[str, str]:
    return hashes(copy)


@pytest.mark.parametrize("name", EDITED)
def test_an_edit_changes_its_own_hash_and_no_other(name: str, copy: Path, before: dict[str, str]) -> None:
    place, old, new = EDITED[name]
    file = copy / "kaname" / place
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new, 1) if old != new else content + "\n# one line more\n", encoding="utf-8")
    try:
        after = hashes(copy)
    finally:
        file.write_text(content, encoding="utf-8")
    assert {other for other in before if after[other] != before[other]} == {name}
