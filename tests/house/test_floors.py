"""The floors of the house: imports go down only (contracts in pyproject.toml, checked by import-linter)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_every_import_goes_down_and_the_clocks_do_not_meet(repo_root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"], cwd=repo_root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


def test_importing_the_package_imports_neither_numpy_nor_numba() -> None:
    script = "import sys, kaname; print(*sorted({'numpy', 'numba', 'pyarrow', 'pydantic'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
