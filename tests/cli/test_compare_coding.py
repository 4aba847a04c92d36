"""`kaname compare --coding`: another reading is another run, told in the manifest and in its command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaname.cli.main import run


def test_a_coding_that_is_not_there_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        run(["compare", "us-japan", "--coding", "secnd", "--futures", "2", "--years", "1"])
    assert left.value.code == 2
    assert "secnd is not a coding of" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_manifest_says_whose_reading_was_run_and_how_to_repeat_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kaname.api.run.Run.report", lambda run, language="en": run.folder / "summary.json")
    with pytest.raises(SystemExit) as left:
        run(["compare", "us-japan", "--bargains", "as_is,do_more", "--coding", "second", "--futures", "2",
             "--years", "1", "--out", "other"])  # fmt: skip
    assert not left.value.code, capsys.readouterr().err
    manifest = json.loads(Path("other/manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"]["coding"] == "second"
    assert "--coding second" in manifest["command"]
    described = json.loads(Path("other/described.json").read_text(encoding="utf-8"))
    levers = described["bargains"]["do_more"]["levers"]
    assert levers["scope_wide"]["asked"]
    assert "host_support" not in levers
    assert levers["dispersal_civil"]["cost"]["ally"] == pytest.approx(1.2 * 1.1339746 * 0.42, rel=1e-6)
