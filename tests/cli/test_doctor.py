"""`kaname doctor`: what it finds wanting, and that it says what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kaname.cli import doctor
from kaname.cli.main import run
from kaname.core.hashing import file_digest
from tests.house.sources import PACKAGE, python_files


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAME_CACHE", str(tmp_path / "cache"))


def found(what: str) -> doctor.Finding:
    """The first finding of that name."""
    return next(finding for finding in doctor.examine() if finding.what == what)


def test_a_ready_machine_is_called_ready(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["doctor"])
    out = capsys.readouterr().out
    assert end.value.code == (1 if "\n! " in out else 0)
    assert f"  {'numba':<18} " in out


def test_the_findings_can_be_read_by_a_programme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["doctor", "--json"])
    rows = json.loads(capsys.readouterr().out)
    assert {"cache", "cores", "fonts", "data"} <= {row["what"] for row in rows}


def test_a_cache_that_cannot_be_written_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KANAME_CACHE", str(tmp_path / "file"))
    assert not found("cache").fine
    assert "Set KANAME_CACHE" in found("cache").said


def test_a_full_disk_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_free_bytes", lambda folder: 1_000_000)
    assert not found("cache").fine


def test_a_machine_without_fonts_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(doctor, "OWN_FONT_FOLDERS", ())
    assert not found("fonts").fine


def test_a_variable_with_a_wrong_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAME_CASHE", "/x")
    assert not found("KANAME_CASHE").fine


def test_a_package_that_is_missing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    assert not found("no-such-package").fine


def test_data_older_than_its_source_is_found(tmp_path: Path) -> None:
    source, made = tmp_path / "a.yaml", tmp_path / "a.json"
    source.write_text("x: 1\n")
    made.write_text(json.dumps({"files": {"a.yaml": file_digest(source)}}))
    assert doctor.older_than(made, tmp_path) == []
    source.write_text("x: 2\n")
    assert doctor.older_than(made, tmp_path) == ["a.yaml"]


def test_the_variables_it_knows_are_those_the_code_reads() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in python_files(PACKAGE) if path.name != "doctor.py")
    own = {"KANAME_FOLLOWS"}  # what a command tells its own children
    assert set(re.findall(r"KANAME_[A-Z]+", code)) - own == {name for name in doctor.VARIABLES if name != "NO_COLOR"}


def test_every_shipped_data_file_is_on_its_list() -> None:
    folder = PACKAGE / "data"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.json")) == sorted(doctor.SHIPPED)


def test_it_shares_no_code_with_what_it_looks_at() -> None:
    text = (PACKAGE / "cli" / "doctor.py").read_text(encoding="utf-8")
    ours = {line for line in text.splitlines() if "kaname" in line and line.lstrip().startswith(("import ", "from "))}
    assert ours == {"from kaname import __version__", "from kaname.core.errors import EXIT_FOUND_WANTING"}


@pytest.mark.parametrize("name", doctor.SHIPPED)
@pytest.mark.parametrize("damage", [b"{", b"\xff\xfe", b"", None])
def test_a_damaged_or_missing_data_file_is_found(tmp_path: Path, name: str, damage: bytes | None) -> None:
    root = tmp_path / "data"
    made = root / name
    made.parent.mkdir(parents=True)
    if damage is not None:
        made.write_bytes(damage)
    said = doctor._wrong_with(made, root)
    assert said == ("is missing" if damage is None else "cannot be read")


def test_law_data_older_than_its_source_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "law"
    folder.mkdir()
    (folder / "facts.yaml").write_text("x: 1")
    (folder / "law.json").write_text(json.dumps({"digests": {"facts.yaml": "0"}}))
    assert doctor.older_than(folder / "law.json", tmp_path) == ["law/facts.yaml"]


def test_a_font_with_kanji_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(doctor, "OWN_FONT_FOLDERS", ())
    assert "no font has them" in found("kanji and kana").said
    (tmp_path / "NotoSansCJK-Regular.ttc").touch()
    assert "NotoSansCJK-Regular.ttc" in found("kanji and kana").said
