"""`kaname compare --check DIR`: a run repeated agrees to the bit; what was changed since is found and named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaname.cli.main import run
from kaname.core.hashing import file_digest
from kaname.store.form import key_of
from kaname.study.repeat import Level, departures, relative
from tests.cli.test_compare import SMALL, answer, state
from tests.manifests import put_manifest


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small finished run with checks beside it."""
    folder = tmp_path_factory.mktemp("finished") / "run"
    with pytest.raises(SystemExit) as end:
        run(["-q", "compare", "us-japan", *SMALL, "--robustness", "2", "--out", str(folder)])
    assert not end.value.code
    return folder


@pytest.fixture
def changed(finished: Path, tmp_path: Path) -> Path:
    """A copy of the run, to be changed."""
    return Path(shutil.copytree(finished, tmp_path / "run"))


OWN_BARGAIN = """id: mine
name: Mine
judgement: Our own proposal made for a trial.
summary: A trial of what is run again elsewhere.
adds:
  - One thing is new.
levers:
  clarity:
    to: {value: 0.8, unit: share, date: 2026, judgement: A made up figure for a trial., grade: D, doubt: It is made up.}
    judgement: Our own reading of what is needed.
"""
OWN_SCENARIO = """id: brief
base: us-japan
title: A brief of our own
changes:
  years: 14
"""


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "manifest.json").read_text()))


def put(folder: Path, said: dict[str, Any]) -> None:
    put_manifest(folder, said)


def multiply(folder: Path, chunk: dict[str, Any], column: str, row: int, factor: float) -> None:
    """Change one number of a stored chunk and list its new digest, as if that had been computed."""
    file = folder / chunk["file"]
    table = pq.read_table(file)
    values = table.column(column).to_numpy().copy()
    values[row] *= factor
    pq.write_table(table.set_column(table.column_names.index(column), column, pa.array(values)), file)
    chunk["sha256"] = file_digest(file)


def check(folder: Path, capsys: Any, *words: str) -> tuple[int, str]:
    code, out, err = answer(["-q", "compare", "--check", str(folder), *words], capsys)
    assert "Traceback" not in err
    return code, out


def test_a_run_repeated_here_agrees_to_the_bit_and_is_left_as_it_was(finished: Path, capsys) -> None:
    before = state(finished)
    code, out = check(finished, capsys)
    assert code == 0
    assert out.splitlines()[-1].startswith("The run agrees to the bit: 44 rows")
    assert out.splitlines()[:3] == ["Inputs: the same.", "Versions: the same.", "Machine: the same."]
    assert state(finished) == before


def test_the_last_bit_of_one_number_is_seen_and_is_within_1e_9(changed: Path, capsys) -> None:
    said = manifest(changed)
    multiply(changed, said["chunks"][1], "spending.jp", 0, 1 + 1e-15)
    put(changed, said)
    code, out = check(changed, capsys, "--json")
    assert code == 0
    told = json.loads(out)
    assert told["level"] == "near"
    assert [(one["column"], one["bargain"], one["future"]) for one in told["departures"]] == [
        ("spending.jp", "as_is", 2)
    ]


def test_a_number_that_is_apart_is_named_with_bargain_check_and_future(changed: Path, capsys) -> None:
    said = manifest(changed)
    multiply(changed, said["checks"][0], "spending.us", 1, 1 + 1e-6)
    put(changed, said)
    code, out = check(changed, capsys)
    assert code == 1
    assert "does not agree" in out
    assert f"as_is ({said['checks'][0]['arm']}), spending.us: 1 rows" in out
    assert "worst in future 1: relative difference 1e-06" in out


def test_inputs_and_versions_that_differ_are_told_first(changed: Path, capsys) -> None:
    said = manifest(changed)
    said["inputs"]["sha256"]["model"]["study"] = "0" * 64
    said["key"] = key_of(said["inputs"])
    said["makers"][0]["versions"]["numpy"] = "1.0"
    put(changed, said)
    code, out = check(changed, capsys)
    assert code == 0
    assert out.startswith("Inputs:\n  sha256.model.study was 000000000000")
    assert "numpy was 1.0" in out


def test_a_damaged_file_of_the_run_is_not_called_agreement(changed: Path, capsys) -> None:
    (changed / manifest(changed)["chunks"][0]["file"]).write_bytes(b"half")
    code, out = check(changed, capsys)
    assert code == 1
    assert "Not what the manifest" in out


def test_a_run_whose_manifest_bears_an_earlier_name_of_a_setting_is_repeated_too(changed: Path, capsys) -> None:
    said = manifest(changed)
    said["inputs"]["beside"] = said["inputs"].pop("robustness")
    said["key"] = key_of(said["inputs"])
    put(changed, said)
    code, out = check(changed, capsys)
    assert (code, "agrees to the bit" in out) == (0, True), out


LIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "is not listed": lambda said: said.update(chunks=[]),
    "outcomes/as_is-2-3.parquet is not listed": lambda said: said["chunks"].pop(1),
    "checks/core/as_is-0-1.parquet is not listed": lambda said: said.update(
        checks=[one for one in said["checks"] if one["arm"] != "core"]
    ),
    "is listed and not asked for": lambda said: (
        said["inputs"].update(robustness=0), said.update(key=key_of(said["inputs"]))
    ),
    "key and inputs disagree": lambda said: said["inputs"].update(futures=24),
    "key and inputs disagree: 0123456789ab is listed": lambda said: said.update(key="0123456789ab"),
}  # fmt: skip


@pytest.mark.parametrize("told", LIES)
def test_a_manifest_that_lists_other_than_its_inputs_ask_for_does_not_agree(changed: Path, told: str, capsys) -> None:
    said = manifest(changed)
    LIES[told](said)
    put(changed, said)
    code, out = check(changed, capsys)
    assert code == 1
    assert told in out
    assert "not repeated" in out
    assert "agrees" not in out
    code, out = check(changed, capsys, "--json")
    assert code == 1
    assert any(told in fault for fault in json.loads(out)["faults"])


def test_a_part_without_its_yearly_rows_does_not_agree(changed: Path, capsys) -> None:
    said = manifest(changed)
    del said["chunks"][0]["yearly"], said["chunks"][0]["yearly_sha256"]
    put(changed, said)
    code, out = check(changed, capsys)
    assert code == 1
    assert "outcomes/as_is-0-1.parquet: only one of the two runs has yearly" in out


def test_a_number_of_the_summary_that_was_changed_is_seen(changed: Path, capsys) -> None:
    summary = json.loads((changed / "summary.json").read_text())
    summary["bargains"]["as_is"]["outcomes"]["spending.jp"]["mean"] *= 1.01
    (changed / "summary.json").write_text(json.dumps(summary))
    said = manifest(changed)
    said["summary"]["sha256"] = file_digest(changed / "summary.json")
    put(changed, said)
    code, out = check(changed, capsys)
    assert code == 1
    assert "bargains.as_is.outcomes.spending.jp.mean is" in out


def test_a_run_of_own_files_is_repeated_from_another_folder_and_after_they_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    (tmp_path / "typed").mkdir()
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "typed")
    Path("mine.yaml").write_text(OWN_BARGAIN, encoding="utf-8")
    Path("brief.yaml").write_text(OWN_SCENARIO, encoding="utf-8")
    words = ["--bargains", "as_is,mine.yaml", "--futures", "2", "--years", "1", "--robustness", "0", "--out", "run"]
    code, _, err = answer(["-q", "compare", "brief.yaml", *words], capsys)
    assert code == 0, err
    shutil.move("run", tmp_path / "other" / "run")
    shutil.rmtree(tmp_path / "typed")
    monkeypatch.chdir(tmp_path / "other")
    code, out = check(Path("run"), capsys)
    assert code == 0
    assert out.startswith("Inputs: the same.")
    assert "agrees to the bit" in out


def test_a_run_that_was_not_finished_and_a_manifest_of_another_kind_are_refused(changed: Path, capsys) -> None:
    said = manifest(changed)
    put(changed, {**said, "complete": False})
    assert check(changed, capsys)[0] == 2
    put(changed, {**said, "command": "kaname"})
    assert check(changed, capsys)[0] == 2
    put(changed, {**said, "inputs": []})
    assert check(changed, capsys)[0] == 2


def test_the_repetition_can_be_kept_but_not_inside_the_run(finished: Path, tmp_path: Path, capsys) -> None:
    assert check(finished, capsys, "--out", str(finished))[0] == 2
    assert check(finished, capsys, "--out", str(tmp_path / "again"))[0] == 0
    assert (tmp_path / "again" / "manifest.json").exists()


@given(st.floats(1e-6, 1e9), st.floats(1e-15, 1e-3))
def test_the_relative_difference_is_what_was_put_in(value: float, part: float) -> None:
    found = relative(np.array([value, 1.0]), np.array([value * (1 + part), 1.0]))
    assert found[1] == 0.0
    assert found[0] == pytest.approx(part, rel=0.3)


def test_what_is_lost_in_rounding_beside_the_column_and_what_is_no_number_are_told_apart() -> None:
    left, right = np.array([1e6, 0.0, 0.0, np.nan]), np.array([1e6, 1e-12, 1e-3, 1.0])
    found = relative(left, right)
    assert found[0] == 0.0
    assert 0 < found[1] <= 1e-9
    assert found[2] == 1.0
    assert found[3] == np.inf


def test_codes_must_be_equal_and_the_digest_tells_bits_alone() -> None:
    table = {"future": np.arange(3), "digest": np.array([1, 2, 3]), "event_1": np.array([0, 5, 0])}
    other = {**table, "digest": np.array([1, 2, 4]), "event_1": np.array([0, 6, 0])}
    found = {one.column: one.level for one in departures(table, other, "f", "", "b")}
    assert found == {"digest": Level.NEAR, "event_1": Level.APART}
    assert [one.column for one in departures(table, {"future": np.arange(3)}, "f", "", "b")] == ["digest", "event_1"]
