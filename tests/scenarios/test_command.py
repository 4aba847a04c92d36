"""`kaname scenario`: what a person sees, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.cli.main import run
from kaname.cli.scenario import bargain_lines, scenario_lines
from kaname.evidence.load import Evidence
from kaname.scenarios.load import load_bargain, load_scenario

Shown = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    """Run the command line in this process; exit code, stdout, stderr."""

    def call(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            run(list(words))
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return call


@pytest.mark.parametrize("kind", ["scenario", "override", "bargain"])
def test_schema_prints_a_json_schema(shown: Shown, kind: str) -> None:
    code, out, err = shown("scenario", "schema", kind)
    assert (code, err) == (0, "")
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")
    assert json.loads(out)["title"] == f"Kaname {kind}"


def test_a_file_that_is_not_right_is_exit_code_2_with_its_line_and_nothing_written(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wrong.yaml").write_text("id: wrong\ntitel: x\n", encoding="utf-8")
    code, out, err = shown("scenario", "check", "wrong.yaml")
    assert (code, out) == (2, "")
    assert "wrong.yaml:2 titel: titel is not part of a scenario. Nearest: title." in err
    assert "Traceback" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["wrong.yaml"]


@pytest.mark.parametrize("name", ["none.yaml", "strait", ".", "a\0b.yaml", "\x1b[31m.yaml"])
def test_a_file_that_cannot_be_read_is_exit_code_2(shown: Shown, name: str) -> None:
    code, out, err = shown("scenario", "check", name)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "\x1b" not in err


def test_a_sound_file_is_told_in_a_few_short_lines(folder: Path, evidence: Evidence) -> None:
    lines = scenario_lines(load_scenario(folder / "strait.yaml", evidence))
    assert lines == [
        "strait: a sound scenario.",
        "  15 years from 2026 quarter 1",
        "  4 actors, 2 contingencies, 1 bargain",
        "  5 figures (by grade: A 2, B 1, D 2)",
    ]
    lines = bargain_lines(load_bargain(folder / "firm_promise.yaml", evidence))
    assert lines == [
        "firm_promise: a sound bargain.",
        "  1 lever, 1 further coding",
        "  4 figures (by grade: D 4)",
    ]


def test_every_shipped_scenario_is_sound(shown: Shown) -> None:
    from kaname.scenarios.load import shipped_scenarios

    for name in shipped_scenarios():
        code, out, err = shown("scenario", "check", name)
        assert (code, err) == (0, "")
        assert f"{name}: a sound scenario." in out
        assert max(map(len, out.splitlines())) <= 80
