"""A replication package holds what a run was made from, is refused when damaged, and repeats where it should."""

from __future__ import annotations

import json
import random
import shutil
import zipfile
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kaname.api.bundles import bundle, reproduce
from kaname.core.errors import InputError
from kaname.core.hashing import file_digest
from kaname.study.bundle_archive import SUMS, unpacked, write_archive
from kaname.study.bundle_lock import pinned
from kaname.study.repeat import Level
from tests.manifests import put_manifest
from tests.study.kept import whole_run

PART = "outcomes/unequal_by_design-0-3.parquet"


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole run, with a report that stands for the one that was drawn."""
    made = whole_run(tmp_path_factory.mktemp("bundled") / "run", robustness=0)
    (made / "report.html").write_text("<!doctype html>")
    return made


@pytest.fixture(scope="module")
def package(straight: Path) -> Path:
    """The package of the whole run, without its rows."""
    return bundle(straight)


@pytest.fixture
def folder(straight: Path, tmp_path: Path) -> Path:
    """A copy of the run that a test may change."""
    return Path(shutil.copytree(straight, tmp_path / "run"))


def names_of(package: Path) -> set[str]:
    with zipfile.ZipFile(package) as archive:
        return {name.partition("/")[2] for name in archive.namelist()}


def test_a_package_repeats_to_the_bit_from_its_inputs_alone(package: Path, tmp_path: Path) -> None:
    found = reproduce(package, tmp_path / "again", 1)
    assert (found.level, found.inputs, found.versions, found.machine) == (Level.BITS, [], [], [])
    assert (found.unread, found.missing, found.summary) == ([], [], [])
    assert found.parts == 2 * 3 * 2
    assert (tmp_path / "again/manifest.json").exists()


def test_a_package_has_what_a_replication_needs_and_one_run_gives_one_package(
    straight: Path, package: Path, tmp_path: Path
) -> None:
    needed = {"README.md", "manifest.json", "described.json", "summary.json", "report.html", "requirements.txt", SUMS}
    assert names_of(package) == needed
    assert PART in names_of(bundle(straight, tmp_path / "rows.zip", rows=True))
    again = bundle(straight, tmp_path / package.name)
    assert again.read_bytes() == package.read_bytes()
    with zipfile.ZipFile(package) as archive:
        readme = archive.read(f"{package.stem}/README.md").decode()
        pins = archive.read(f"{package.stem}/requirements.txt").decode()
    assert f"kaname reproduce {package.name}" in readme
    assert json.loads((straight / "manifest.json").read_text())["command"] in readme
    assert {"numpy", "numba", "pyarrow", "scipy"} <= {line.partition("==")[0] for line in pins.splitlines()}


def test_the_files_of_ones_own_are_in_the_package_and_are_what_is_repeated(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    text = shipped_text("do_more").replace("id: do_more", "id: mine")
    mine.write_text(text)
    run = whole_run(tmp_path / "run", bargains=("as_is", str(mine)), robustness=0)
    package = bundle(run)
    mine.write_text(text.replace("value: 0.023", "value: 0.02"))
    assert "inputs/bargains/mine.yaml" in names_of(package)
    assert reproduce(package, None, 1).level is Level.BITS


def shipped_text(bargain: str) -> str:
    return (files("kaname") / "data" / "bargains" / f"{bargain}.yaml").read_text(encoding="utf-8")


def changed(folder: Path, factor: float) -> None:
    """Multiply a column of a part of the run, and list the part's new digest."""
    table = pq.read_table(folder / PART)
    place = table.column_names.index("spending.jp")
    values = pa.array(table.column("spending.jp").to_numpy() * factor)
    pq.write_table(table.set_column(place, table.schema.field("spending.jp"), values), folder / PART)
    said = json.loads((folder / "manifest.json").read_text())
    for part in said["chunks"]:
        if part["file"] == PART:
            part["sha256"] = file_digest(folder / PART)
    put_manifest(folder, said)


@pytest.mark.parametrize("rows", [False, True])
def test_a_run_whose_bits_differ_in_the_last_digits_agrees_to_a_billionth(folder: Path, rows: bool) -> None:
    changed(folder, 1 + 4e-15)
    found = reproduce(bundle(folder, rows=rows), None, 1)
    assert found.level is Level.NEAR
    assert found.unread == ([] if rows else [PART])
    assert [one.column for one in found.departures] == (["spending.jp"] if rows else [])


def test_a_run_whose_numbers_differ_does_not_agree(folder: Path) -> None:
    summary = json.loads((folder / "summary.json").read_text())
    summary["bargains"]["as_is"]["failed"] = 1
    (folder / "summary.json").write_text(json.dumps(summary))
    said = json.loads((folder / "manifest.json").read_text())
    said["summary"]["sha256"] = file_digest(folder / "summary.json")
    put_manifest(folder, said)
    found = reproduce(bundle(folder), None, 1)
    assert found.level is Level.APART
    assert found.summary == ["bargains.as_is.failed is 1 in the run and 0 in its repetition"]


def test_a_damaged_or_unfinished_run_is_not_bundled(folder: Path) -> None:
    (folder / PART).write_bytes(b"")
    with pytest.raises(InputError, match=r"another SHA-256.*kaname repair"):
        bundle(folder)
    assert list(folder.parent.glob("*.zip*")) == []
    said = json.loads((folder / "manifest.json").read_text())
    put_manifest(folder, said | {"complete": False})
    with pytest.raises(InputError, match="not finished"):
        bundle(folder)


def test_a_bit_flipped_anywhere_in_a_package_is_refused_or_changes_none_of_its_files(
    package: Path, tmp_path: Path
) -> None:
    chance, whole = random.Random(1), package.read_bytes()
    right = contents(unpacked(package, tmp_path / "right"))
    refused = 0
    for number in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        (tmp_path / "damaged.zip").write_bytes(damaged)
        try:
            assert contents(unpacked(tmp_path / "damaged.zip", tmp_path / str(number))) == right
        except InputError:
            refused += 1
    assert refused > 50


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("names", [["../x"], ["/x"], ["a/../../x"], ["a/x", "b/x"], []])
def test_a_zip_file_whose_files_lie_elsewhere_is_refused_and_nothing_is_written(
    tmp_path: Path, names: list[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    with pytest.raises(InputError, match="does not hold one folder alone"):
        unpacked(tmp_path / "x.zip", tmp_path / "aside")
    assert [path.name for path in tmp_path.rglob("*")] == ["x.zip"]


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ("x  a\n", "no line of digest and file"),
        (f"{'0' * 64}  ../a\n", "no line of digest and file"),
        (f"{'0' * 64}  b\n", "b is listed and not there"),
        (f"{'0' * 64}  a\n", "a is not as SHA256SUMS lists it"),
    ],
)
def test_a_package_whose_list_is_wrong_is_refused(tmp_path: Path, sums: str, said: str) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p/a").write_text("x")
    (tmp_path / "p" / SUMS).write_text(sums)
    with pytest.raises(InputError, match=said):
        unpacked(tmp_path / "p", tmp_path / "aside")


def test_a_package_that_is_none_is_refused(tmp_path: Path) -> None:
    for content, said in ((b"", "no zip file"), (b"PK\x03\x04" + b"x" * 90, "no zip file")):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(InputError, match=said):
            reproduce(tmp_path / "x.zip")
    with pytest.raises(InputError, match="no such replication package"):
        reproduce(tmp_path / "y.zip")
    write_archive(tmp_path / "z.zip", "z", {"a": b"x"})
    with pytest.raises(InputError, match="no readable manifest"):
        reproduce(tmp_path / "z.zip")


def test_a_place_that_is_taken_is_refused(straight: Path, package: Path) -> None:
    with pytest.raises(InputError, match="this file or folder exists already"):
        bundle(straight)
    with pytest.raises(InputError, match="the folder is not empty"):
        reproduce(package, straight)


def test_the_versions_that_made_the_run_are_pinned_before_those_that_are_here() -> None:
    found = pinned({"numpy": "9.9", "python": "3.11"})
    assert found["numpy"] == "9.9"
    assert "python" not in found
    assert "pytest" not in found
