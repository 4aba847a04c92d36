"""What mechanisms touch is kept beside the kernels, and derived again where what was kept is not what was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.compile import touched as room
from kaname.compile.touched import touched
from kaname.core import kernel_cache
from kaname.model.engine.catalogue import mechanisms


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kernel_cache, "cache_folder", lambda: tmp_path)
    return tmp_path


def test_what_is_kept_is_what_is_derived(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = touched()
    [kept] = folder.iterdir()
    assert first == {one.name: {kind: list(getattr(one, kind)) for kind in room.KINDS} for one in mechanisms()}
    monkeypatch.setattr(room, "_derived", lambda: pytest.fail("it was kept"))
    assert touched() == first
    assert [kept] == list(folder.iterdir())


def test_another_source_of_the_model_is_another_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touched()
    monkeypatch.setattr(room, "model_digest", lambda: {"model": "edited"})
    touched()
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("damage", ["{", "[]", "{}", '{"a": {}}', None])
def test_what_was_damaged_is_derived_again(folder: Path, damage: str | None) -> None:
    first = touched()
    [kept] = folder.iterdir()
    whole = kept.read_text()
    kept.write_text(whole.replace('"reads": [', '"reads": {', 1) if damage is None else damage)
    assert touched() == first
    assert kept.read_text() == whole
