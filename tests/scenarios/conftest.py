"""A small scenario, an override and a bargain in a folder of their own, with the words and the evidence they use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.evidence.load import Evidence, read_evidence

FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    return read_evidence([FILES / "evidence.yaml"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the files, to be changed."""
    for file in FILES.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.fixture
def change(folder: Path) -> Callable[[str, str, str], Path]:
    """Replace a part of one of the files, which must be there."""

    def replace(name: str, part: str, instead: str) -> Path:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert part in text
        file.write_text(text.replace(part, instead, 1), encoding="utf-8")
        return file

    return replace
