"""`kaname warm` and the word before anything compiles."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kaname.cli.main import run
from kaname.core.kernel_cache import cache_folder, for_children
from kaname.study import precompile, ready


def test_warm_says_where_the_compiled_model_is(capsys) -> None:
    with pytest.raises(SystemExit) as end:
        run(["-q", "warm"])
    assert not end.value.code
    out = capsys.readouterr().out
    assert out.startswith("The model is compiled (")
    assert str(cache_folder()) in out
    assert not precompile.cold("us-japan")


def test_a_cold_cache_is_announced_before_it_is_filled(monkeypatch, caplog, tmp_path) -> None:
    """The word comes first; nothing is compiled here."""
    started: list[str] = []
    for step in ("prepare_mechanisms", "compile_quarter"):
        monkeypatch.setattr(precompile, step, lambda scenario, step=step: started.append(f"{step} {scenario}"))

    @contextmanager
    def children(jobs: list[tuple[str, str]], environment: dict[str, str]) -> Iterator[Any]:
        assert "compiling" in caplog.text
        assert environment == for_children()
        started.extend(" ".join(words) for words in jobs)
        yield lambda: started.append("waited")

    monkeypatch.setattr(precompile, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(precompile, "children_beside", children)
    with caplog.at_level(logging.INFO, logger="kaname"):
        ready.make_ready("us-japan")
        ready.make_ready("us-japan-2013")
    assert started == [
        "kaname.study.precompile us-japan", "prepare_mechanisms us-japan", "waited", "compile_quarter us-japan"
    ], "once for one size of world: another start has the same"  # fmt: skip


def test_a_world_of_another_size_is_another_model_to_compile(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(precompile, "cache_folder", lambda: tmp_path)
    (tmp_path / precompile._mark("us-japan")).touch()
    assert not precompile.cold("us-japan-2019")
    assert precompile.cold("us-korea")


def test_a_warm_cache_is_not_announced(monkeypatch, caplog, tmp_path) -> None:
    monkeypatch.setattr(precompile, "cache_folder", lambda: tmp_path)
    (tmp_path / precompile._mark("us-japan")).touch()
    with caplog.at_level(logging.INFO, logger="kaname"):
        ready.make_ready("us-japan")
    assert caplog.text == ""
