"""A manifest: written whole and read back, every damage to it told with the entry and a way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaname.core.errors import InputError, KanameError
from kaname.store.form import key_of
from kaname.store.manifest import Chunk, Maker, Manifest, read_manifest
from kaname.store.reading import Reader
from kaname.store.spans import Span
from kaname.store.tables import write_table
from tests.manifests import put_manifest

MAKER = Maker({"numpy": "2"}, {"cpu": "generic"})
INPUTS = {"scenario": "s", "bargains": ["a", "b"], "futures": 4, "seed": 1, "years": 2, "sha256": {"model": "m"}}


def written(folder: Path) -> Manifest:
    """A small run of two bargains in parts of two futures."""
    made = Manifest(folder, dict(INPUTS), {"x": "days"}, "kaname compare s --bargains a,b", 2, [MAKER], {"model": {}})
    for bargain in INPUTS["bargains"]:
        for first in (0, 2):
            span = Span(bargain, first, first + 1)
            files = {"file": span.file, **({"sampled": span.sampled} if bargain == "a" else {})}
            rows = {"future": np.arange(first, first + 2), "x": np.arange(2.0) + first}
            digests = {kind: write_table(folder / name, rows if kind == "file" else {"u.x": rows["x"] * 10}, {})
                       for kind, name in files.items()}  # fmt: skip
            made.add(Chunk(span, files, digests))
    made.complete = True
    made.write()
    return made


def edited(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """The manifest with an edit, as a person might make it."""
    said = json.loads((folder / "manifest.json").read_text())
    edit(said)
    put_manifest(folder, said)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    made = written(tmp_path)
    found = read_manifest(tmp_path)
    assert found.as_data() == made.as_data()
    assert found.described == made.described
    assert (found.inputs, found.makers, found.chunk) == (INPUTS, [MAKER], 2)
    assert found.damaged() == []
    found.require_whole()


def test_it_is_short_and_has_one_part_in_a_line(tmp_path: Path) -> None:
    written(tmp_path)
    lines = (tmp_path / "manifest.json").read_text().splitlines()
    assert sum(line.startswith('{"bargain": "a"') for line in lines) == 2
    assert json.loads("\n".join(lines))["chunks"][0]["file"] == "outcomes/a-0-1.parquet"


EDITS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda m: m.pop("inputs"), "inputs is missing from the manifest"),
    (lambda m: m.pop("makers"), "makers is missing"),
    (lambda m: m.pop("chunks"), "chunks is missing"),
    (lambda m: m.pop("command"), "command is missing"),
    (lambda m: m.update(format=3), "no manifest of a form that is known here"),
    (lambda m: m.update(inputs=[]), "inputs: a list stands where the inputs belongs"),
    (lambda m: m["inputs"].pop("bargains"), "inputs: bargains is missing"),
    (lambda m: m["inputs"].update(futures="4"), "inputs.futures: "),
    (lambda m: m["chunks"][0].pop("sha256"), "chunks[0]: sha256 is missing from a part"),
    (lambda m: m["chunks"][1].update(sha256="abc"), "chunks[1].sha256"),
    (lambda m: m["chunks"].insert(1, "as_is"), "chunks[1]: as_is stands where a part is needed"),
    (lambda m: m["chunks"][2].update(file="../elsewhere.parquet"), "lies outside the run's folder"),
    (lambda m: m["chunks"][2].update(file="/etc/passwd"), "lies outside the run's folder"),
    (lambda m: m["chunks"][0].pop("sampled_sha256"), "chunks[0]: of sampled and sampled_sha256 only one is there"),
    (lambda m: m["chunks"][0].update(first=9), "9 is after last, 1"),
    (lambda m: m["chunks"][0].update(made_by=1), "1 is no entry of makers"),
    (lambda m: m.update(checks={}), "checks: a mapping is not a list"),
    (lambda m: m.update(makers=[]), "chunks[0].made_by: 0 is no entry of makers"),
    (lambda m: m.update(key="0"), "key: '0' does not have the right form"),
]


@pytest.mark.parametrize(("edit", "said"), EDITS, ids=[said for _, said in EDITS])
def test_a_damaged_entry_is_named_with_a_way_out(edit: Callable[..., object], said: str, tmp_path: Path) -> None:
    written(tmp_path)
    edited(tmp_path, edit)
    with pytest.raises(KanameError) as found:
        read_manifest(tmp_path)
    assert said in str(found.value)
    assert str(tmp_path / "manifest.json") in str(found.value)
    assert "run its command again into a new folder" in str(found.value)


SMALL = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2), max_leaves=3,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_put_anywhere_is_read_or_told_and_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    written(tmp_path)

    def edit(said: dict[str, Any]) -> None:
        place: Any = said
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = data.draw(st.sampled_from(keys))
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
                break
            place = inner
        if data.draw(st.booleans()):
            del place[key]
        else:
            place[key] = data.draw(SMALL)

    edited(tmp_path, edit)
    told = ""
    try:
        found = read_manifest(tmp_path)
        found.require_whole()
        for bargain in found.bargains:
            Reader(found).columns(bargain, ["future", "x"])
    except KanameError as trouble:
        told = str(trouble)
    assert not told or str(tmp_path) in told


def test_a_key_that_does_not_fit_the_inputs_is_refused(tmp_path: Path) -> None:
    written(tmp_path)
    edited(tmp_path, lambda m: m["inputs"].update(futures=8))
    with pytest.raises(InputError, match="key and inputs disagree"):
        read_manifest(tmp_path).require_whole()


def test_a_part_that_the_inputs_ask_for_and_that_is_not_listed_is_missed(tmp_path: Path) -> None:
    written(tmp_path)
    edited(tmp_path, lambda m: m["chunks"].pop())
    found = read_manifest(tmp_path)
    with pytest.raises(InputError, match="no part of b is listed for the futures from 2 on. The same command makes it"):
        found.require_whole()
    assert found.unlisted([Span(b, n, n + 1) for b in "ab" for n in (0, 2)]) == ["outcomes/b-2-3.parquet is not listed"]
    assert found.unlisted([Span("a", 0, 1)])[-1] == "outcomes/b-0-1.parquet is listed and not asked for"
    edited(tmp_path, lambda m: (m.update(chunks=[]), m["inputs"].update(futures=8), m.update(key=key_of(m["inputs"]))))
    with pytest.raises(InputError, match="no part of a is listed for the futures from 0 on"):
        read_manifest(tmp_path).require_whole()


@pytest.mark.parametrize("damage", ["truncated", "gone", "another"])
@pytest.mark.parametrize("kind", ["file", "sampled"])
def test_a_file_that_is_not_as_listed_is_not_read(tmp_path: Path, damage: str, kind: str) -> None:
    made = written(tmp_path)
    file = made.paths("a", kind)[1]
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:100] if damage == "truncated" else file.read_bytes() + b"x")
    names = ["x"] if kind == "file" else ["u.x"]
    said = f"{file.relative_to(tmp_path).as_posix()} is not as the manifest lists it. The same command makes it again"
    with pytest.raises(InputError, match=said):
        Reader(read_manifest(tmp_path)).columns("a", names)
    assert made.damaged() == [file.relative_to(tmp_path).as_posix()]


def test_what_futures_sampled_is_read_under_every_bargain(tmp_path: Path) -> None:
    read = Reader(written(tmp_path))
    for bargain in ("a", "b"):
        found = read.columns(bargain, ["x", "u.x", "future"])
        assert list(found) == ["x", "u.x", "future"]
        assert found["u.x"].tolist() == [0.0, 10.0, 20.0, 30.0]
        assert found["x"].tolist() == [0.0, 1.0, 2.0, 3.0]


def test_a_description_that_was_changed_is_not_used(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "described.json").write_text('{"model": {"mechanisms": []}}')
    with pytest.raises(InputError, match="described.json is not as the manifest lists it"):
        read_manifest(tmp_path)
