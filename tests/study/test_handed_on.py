"""A run's folder verified, mended, merged, forked, asked and exported; each fault is found, and named."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import netCDF4
import numpy as np
import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kaname.analysis.export.to_stata import stata_names
from kaname.analysis.export.writing import exported
from kaname.analysis.folder import open_run
from kaname.analysis.query import queried
from kaname.api.ensembles import merge, repaired, verified
from kaname.core.errors import InputError
from kaname.core.hashing import file_digest
from kaname.store.manifest import read_manifest
from kaname.study.slurm import job_script
from kaname.study.terms import Task, Terms, task_of
from tests.manifests import put_manifest
from tests.study.kept import whole_run


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole run."""
    return whole_run(tmp_path_factory.mktemp("kept") / "run")


@pytest.fixture
def folder(straight: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(straight, tmp_path / "run"))


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "manifest.json").read_text()))


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a run but its manifest, with its bytes."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name not in ("manifest.json", "report.html"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_whole_run_is_right_and_futures_run_again_agree_to_the_bit(straight: Path) -> None:
    found = verified(straight, 0.2)
    assert found.checked.faults == []
    assert found.ok
    assert (found.agreement, found.apart, found.refused) == ("to the bit", (), "")
    assert found.futures == 2 * 2 + 6 * 2
    assert found.checked.rows > 10 * 2 * 2
    assert found.checked.key == read_manifest(straight).key


def flip(file: Path, place: float = 0.5) -> None:
    content = bytearray(file.read_bytes())
    content[int(len(content) * place)] ^= 4
    file.write_bytes(content)


@pytest.mark.parametrize("place", [0.0, 0.01, 0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize(
    "name",
    ["manifest.json", "described.json", "summary.json", "outcomes/as_is-4-7.parquet", "sampled/8-9.parquet"],
)
def test_a_flipped_bit_is_never_silent(folder: Path, name: str, place: float) -> None:
    flip(folder / name, place)
    assert not verified(folder, 0).ok
    with pytest.raises(InputError):
        read_whole(folder)


def read_whole(folder: Path) -> None:
    """Every column of every bargain, read as a report reads it."""
    run = open_run(folder)
    for bargain in run.bargains:
        run.columns(bargain, list(run.manifest["columns"]))


def resealed(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    said = manifest(folder)
    edit(said)
    put_manifest(folder, said)


def listed_anew(folder: Path, name: str) -> None:
    """List the digest that a file has now, as somebody would who wants to hide an edit."""

    def edit(said: dict[str, Any]) -> None:
        for part in said["chunks"]:
            for kind, entry in (("file", "sha256"), ("sampled", "sampled_sha256"), ("yearly", "yearly_sha256")):
                if part.get(kind) == name:
                    part[entry] = file_digest(folder / name)

    resealed(folder, edit)


def test_a_part_of_another_run_under_this_name_is_found_even_with_its_digest_listed(
    folder: Path, tmp_path: Path
) -> None:  # fmt: skip
    other = whole_run(tmp_path / "other", seed=4, robustness=0)
    name = "outcomes/as_is-4-7.parquet"
    shutil.copy(other / name, folder / name)
    listed_anew(folder, name)
    faults = [str(fault) for fault in verified(folder, 0).checked.faults]
    assert any(name in line and "says key" in line for line in faults)


def edited(folder: Path, column: str, change: Callable[[np.ndarray], np.ndarray]) -> str:
    """Change a column of a part and list its new digest."""
    name = "outcomes/unequal_by_design-0-3.parquet"
    table = pq.read_table(folder / name)
    place = table.column_names.index(column)
    values = change(table.column(column).to_numpy().copy())
    pq.write_table(table.set_column(place, pa.field(column, table.schema.field(column).type), pa.array(values)),
                   folder / name)  # fmt: skip
    listed_anew(folder, name)
    return name


@pytest.mark.parametrize(
    ("column", "change", "said"),
    [
        ("future", lambda v: v[::-1].copy(), "its futures are not in order"),
        ("failed_quarter", lambda v: np.full_like(v, 1), "failed_field and failed_quarter do not agree"),
        ("spending.jp", lambda v: v * np.nan, "is no number in a future that did not fail"),
        ("event_1", lambda v: v * 0 - 1, "event_1 and quarter_1 do not agree"),
    ],
)
def test_rows_that_break_the_page_of_the_format_are_found(
    folder: Path, column: str, change: Callable[[np.ndarray], np.ndarray], said: str
) -> None:
    edited(folder, column, change)
    assert any(said in str(fault) for fault in verified(folder, 0).checked.faults)


def test_a_number_changed_with_digest_and_seal_is_found_by_the_summary(folder: Path) -> None:
    edited(folder, "spending.jp", lambda v: v * 1.001)
    faults = [str(fault) for fault in verified(folder, 0).checked.faults]
    assert any("unequal_by_design spending.jp mean" in line for line in faults)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda m: m["chunks"].pop(1), "are lacking"),
        (lambda m: m["chunks"].append(dict(m["chunks"][0])), "twice"),
        (lambda m: m["inputs"].update(seed=4), "and the inputs give"),
        (lambda m: m.update(complete=False), "not finished"),
        (lambda m: m["chunks"][0].update(bargain="other"), "which the inputs do not ask for"),
        (lambda m: m.update(checks=[]), "lists no check"),
        (lambda m: m["chunks"][0].update(file="../x"), "no path inside the folder"),
        (lambda m: m["chunks"][0].update(made_by=7), "made by no entry of makers"),
        (lambda m: m["columns"].update({"spending.jp": "yen"}), "is in bn USD 2023, and the manifest says yen"),
    ],
)
def test_a_manifest_edited_with_its_seal_is_found(folder: Path, edit: Callable[[Any], object], said: str) -> None:
    resealed(folder, edit)
    assert any(said in str(fault) for fault in verified(folder, 0).checked.faults)


def test_what_is_damaged_is_made_again_with_the_same_bytes_from_the_folder_alone(
    straight: Path, folder: Path
) -> None:  # fmt: skip
    command = manifest(folder)["command"]
    flip(folder / "outcomes/as_is-4-7.parquet")
    (folder / "checks/adopted/as_is-0-1.parquet").unlink()
    done = repaired(folder, 1)
    assert set(done.made) == {"outcomes/as_is-4-7.parquet", "checks/adopted/as_is-0-1.parquet"}
    assert everything(folder) == everything(straight)
    assert manifest(folder)["command"] == command
    assert repaired(folder, 1).made == ()


def test_shares_of_tasks_merge_into_the_bytes_of_the_whole(straight: Path, tmp_path: Path) -> None:
    shares = [whole_run(tmp_path / f"share-{n}", Terms(task=Task(n, 2))) for n in (1, 2)]
    listed = [set(read_manifest(share).chunks) for share in shares]
    assert not listed[0] & listed[1]
    taken, made, place = merge(shares, tmp_path / "whole", 1)
    assert taken == len(listed[0] | listed[1])
    assert made == 2
    assert everything(place) == everything(straight)
    assert verified(place, 0.1).ok


def test_runs_of_other_inputs_are_not_merged_and_the_difference_is_named(straight: Path, tmp_path: Path) -> None:
    other = whole_run(tmp_path / "other", Terms(task=Task(1, 5)), seed=4)
    with pytest.raises(InputError, match="seed was 3, is 4"):
        merge([straight, other], tmp_path / "whole", 1)
    assert not (tmp_path / "whole").exists()
    with pytest.raises(InputError, match="the folder is not empty"):
        merge([straight], straight, 1)


def test_a_changed_input_is_refused_and_a_label_starts_another_run_beside(straight: Path, folder: Path) -> None:
    with pytest.raises(InputError, match=r"seed was 3, is 4.*--fork LABEL"):
        whole_run(folder, Terms(task=Task(1, 5)), seed=4)
    made = whole_run(folder, Terms(task=Task(1, 5), label="other_seed"), seed=4)
    assert made == folder.with_name("run.other_seed")
    found = read_manifest(made).fork
    assert found is not None
    assert (found["label"], found["of"], found["differing"]) == (
        "other_seed", read_manifest(straight).key, ["seed was 3, is 4"],
    )  # fmt: skip
    with pytest.raises(InputError, match="a run of the same inputs"):
        whole_run(folder, Terms(label="again"))
    with pytest.raises(InputError, match="a label is a word"):
        whole_run(folder, Terms(label="a/b"), seed=5)


def test_a_share_is_typed_as_number_of_count() -> None:
    assert task_of("") is None
    assert task_of("3/16") == Task(3, 16)
    for words in ("0/4", "5/4", "x", "1/0", "1/9999999"):
        with pytest.raises(InputError, match="no share of tasks"):
            task_of(words)


def test_a_job_array_is_printed_and_names_the_merge() -> None:
    from kaname.study.design import Design

    text = job_script(Design("us-japan", ("as_is",), futures=100), ["as_is"], Path("my run"), Task(8, 8), 2)
    assert "#SBATCH --array=1-8" in text
    assert '--task "$SLURM_ARRAY_TASK_ID/8"' in text
    assert "kaname merge 'my run/share-'* --out 'my run/whole'" in text


def test_a_query_answers_with_units_and_knows_the_functions_that_keep_them(straight: Path) -> None:
    run = open_run(straight)
    found = queried(run, 'select bargain, avg("spending.jp") as mean, "spending.jp" - "spending.us" as gap, '
                         '"spending.jp" * 2 as twice from outcomes group by all order by all')  # fmt: skip
    assert found.head == ["bargain", "mean [bn USD 2023]", "gap [bn USD 2023]", "twice"]
    mean = queried(run, 'select bargain, avg("spending.jp") from outcomes group by 1 order by 1').rows
    assert mean[0] == ("as_is", pytest.approx(run.summary["bargains"]["as_is"]["outcomes"]["spending.jp"]["mean"]))
    assert queried(run, "select count(*) from checks where check_id = 'adopted'").rows == [(4,)]
    assert queried(run, "select count(*) from yearly").rows == [(20,)]
    assert queried(run, "select count(*) from sampled").rows == [(10,)]
    assert queried(run, "select count(*) from failures").rows == [(0,)]
    unit = "select unit from columns where column_name = 'spending.jp' and table_name = 'outcomes'"
    assert queried(run, unit).rows == [("bn USD 2023",)]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("copy outcomes to 'kaname-query.csv'", "one statement that only reads"),
        ("select 1; select 2", "one statement that only reads"),
        ("drop view outcomes", "one statement that only reads"),
        ("select * from read_csv('/etc/passwd')", "Permission Error"),
        ("select * from '/etc/passwd'", "does not exist"),
        ("select * from glob('/*')", "Permission Error"),
        ("select casualties.jp from outcomes", "is quoted"),
        ("select nothing from outcomes", "nothing"),
        ("selec", "Parser Error"),
        ("", "one statement that only reads"),
    ],
)
def test_a_query_reaches_nothing_but_the_run_and_says_what_is_wrong(
    straight: Path, tmp_path: Path, monkeypatch, sql: str, said: str
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as found:
        queried(open_run(straight), sql)
    assert said in str(found.value)
    assert list(tmp_path.iterdir()) == []


def test_every_format_of_export_holds_the_same_numbers_with_units(straight: Path, tmp_path: Path) -> None:
    run = open_run(straight)
    wanted = np.concatenate([run.columns(bargain, ["spending.jp"])["spending.jp"] for bargain in run.bargains])
    place = {to: exported(run, to, tmp_path / f"x.{to}") for to in ("csv", "sqlite", "duckdb", "stata", "netcdf")}
    with open(place["csv"] / "outcomes.csv", newline="") as handle:
        assert [float(row["spending.jp"]) for row in csv.DictReader(handle)] == wanted.tolist()
    with closing(sqlite3.connect(place["sqlite"])) as base:
        assert [row[0] for row in base.execute('select "spending.jp" from outcomes')] == wanted.tolist()
        assert base.execute("select unit from columns where column_name = 'spending.jp'").fetchone() == ("bn USD 2023",)
        assert base.execute("select count(*) from yearly").fetchone() == (20,)
    with closing(duckdb.connect(str(place["duckdb"]), read_only=True)) as base:
        assert [row[0] for row in base.execute('select "spending.jp" from outcomes').fetchall()] == wanted.tolist()
        said = base.execute("select comment from duckdb_columns() where column_name = 'spending.jp'").fetchone()[0]
        assert said.endswith("[bn USD 2023]")
    with pandas.read_stata(place["stata"] / "outcomes.dta", iterator=True) as reader:
        assert reader.variable_labels()["spending_jp"].startswith("[bn USD 2023] ")
        assert reader.read()["spending_jp"].tolist() == wanted.tolist()
    with netCDF4.Dataset(place["netcdf"]) as file:
        made = file["outcomes/spending.jp"]
        assert (made.units, made.dimensions) == ("bn USD 2023", ("bargain", "future"))
        assert made[:].reshape(-1).tolist() == wanted.tolist()
        assert file["yearly/spending.jp"].shape == (2, 10, 1)
        assert list(file["bargain"][:]) == list(run.bargains)
    with pytest.raises(InputError, match="this file or folder exists already"):
        exported(run, "csv", tmp_path / "x.csv")
    with pytest.raises(InputError, match=r"not a format of export.*Nearest: sqlite"):
        exported(run, "sqlit")


def test_names_for_stata_are_short_and_all_different() -> None:
    long = "deterrence.korea_missile.deterred_by_guarantee"
    found = stata_names([f"{long}.a", f"{long}.b", "casualties.jp", "casualties_jp"])
    assert len(set(found.values())) == 4
    assert all(len(name) <= 32 and name.isidentifier() for name in found.values())
