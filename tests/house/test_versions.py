"""One version, one licence, one list of dependencies, wherever they are written."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kaname
from kaname.cli.doctor import PACKAGES


@pytest.fixture(scope="module")
def project(repo_root: Path) -> dict[str, Any]:
    return tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_the_same_everywhere(repo_root: Path, project: dict[str, Any]) -> None:
    citation = (repo_root / "CITATION.cff").read_text(encoding="utf-8")
    assert project["project"]["version"] == kaname.__version__
    assert f"\nversion: {kaname.__version__}\n" in citation
    assert kaname.__version__ in (repo_root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_is_locked_and_known_to_the_doctor(repo_root: Path, project: dict[str, Any]) -> None:
    lock = (repo_root / "requirements.lock").read_text(encoding="utf-8")
    needed = {_name(line) for line in project["project"]["dependencies"]}
    locked = {_name(line) for line in re.findall(r"^[a-z0-9].*==", lock, re.M)}
    assert needed - locked == set()
    assert needed - {_name(package) for package in PACKAGES} == set()


def test_the_build_backend_is_the_locked_one(repo_root: Path, project: dict[str, Any]) -> None:
    lock = (repo_root / "requirements.lock").read_text(encoding="utf-8")
    (backend,) = project["build-system"]["requires"]
    assert re.search(rf"^{re.escape(backend)} ", lock, re.M)


def test_the_licence_is_apache_two(repo_root: Path, project: dict[str, Any]) -> None:
    assert project["project"]["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in (repo_root / "LICENSE").read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()
