"""The built wheel, installed in a fresh environment and run from another folder, is the whole programme."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the locked backend."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=repo_root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of scripts of a new environment that holds the wheel; its dependencies are lent by this environment.

    The lending path file names a folder, whose own path files are not read: the checkout stays out of sight.
    """
    folder = tmp_path_factory.mktemp("fresh") / "env"
    run(sys.executable, "-m", "venv", str(folder))
    python = folder / "bin" / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(wheel))
    (site,) = folder.glob("lib/python3*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return folder / "bin"


def run(*words: str, cwd: Path | None = None) -> str:
    """Run a command without this environment's variables; what it prints, or a failure with all that it said."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_holds_code_data_types_and_licence_and_no_tests(wheel: Path, repo_root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = repo_root / "src" / "kaname"
    here = {
        f"kaname/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here - names == set()
    assert {name for name in names if name.endswith("/licenses/LICENSE")}
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"kaname"}


def test_the_installed_programme_answers_from_another_folder(fresh: Path, tmp_path: Path) -> None:
    assert "compare" in run(str(fresh / "kaname"), "--help", cwd=tmp_path)
    where = run(str(fresh / "python"), "-c", "import kaname; print(kaname.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(fresh.parent)


def test_the_installed_programme_knows_its_systems(fresh: Path, tmp_path: Path) -> None:
    rows = json.loads(run(str(fresh / "kaname"), "systems", "--json", cwd=tmp_path))
    assert [row["id"] for row in rows[:2]] == ["S01", "S02"]
    assert set(rows[0]) == {"id", "name", "family", "mechanisms", "tests"}


def test_the_installed_programme_compares_bargains_from_another_folder(fresh: Path, tmp_path: Path) -> None:
    said = run(str(fresh / "kaname"), "compare", "us-japan", "--futures", "4", "--years", "1", cwd=tmp_path)
    report = tmp_path / said.splitlines()[-1]
    assert report.name == "report.html"
    assert "</html>" in report.read_text(encoding="utf-8")
    manifest = json.loads((report.parent / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["complete"]
    assert len(manifest["inputs"]["bargains"]) == 9
