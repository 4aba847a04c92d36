"""A future told from Python is the one of the run, may be narrowed, and set beside another bargain."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import kaname as ka
from kaname.core.errors import InputError
from kaname.store.form import key_of
from tests.manifests import put_manifest


@pytest.fixture(scope="module")
def told(run: ka.Run) -> ka.Trace:
    return ka.trace(run, future=5, bargain="mine")


def test_a_future_of_a_run_is_that_of_its_rows_to_the_bit(run: ka.Run, told: ka.Trace) -> None:
    rows = run._open.columns("mine", ["digest"])
    assert told.digest == rows["digest"][5]
    assert len(told.states) == 8
    assert told.states.units["gdp.us"]
    assert set(told.terms["event"]) <= set(range(len(told.events)))


def test_words_narrow_what_is_told(told: ka.Trace) -> None:
    only = told.only("senkaku")
    assert set(only.events["place"]) == {"senkaku"}
    early = told.only("senkaku", "2026", "opportunity", "option")
    assert set(early.events["kind"]) <= {"opportunity", "option"}
    assert set(early.events["year"]) <= {2026}
    assert len(told.only("2026Q1..2026Q2").events) + len(told.only("2026Q3..2027").events) == len(told.events)
    assert "Digest of the final world" in str(only)
    assert "<ul>" in only._repr_html_()


@pytest.mark.parametrize(
    ("word", "said"),
    [("senkku", "Nearest: senkaku"), ("chalenge", "Nearest: challenge"), ("2028..2026", "ends before")],
)
def test_a_word_that_is_nothing_is_answered(told: ka.Trace, word: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        told.only(word)


def test_two_bargains_are_told_apart_in_the_same_future(told: ka.Trace) -> None:
    apart = told.against("as_is")
    assert apart.left.bargain == "mine"
    assert apart.right.digest != told.digest
    assert {row["bargain"] for row in apart.rows} <= {"mine", "as_is"}
    assert not {"option", "estimate"} & {row["kind"] for row in apart.rows}
    assert told.against(told.name).rows == []
    assert "Nothing happens in one that does not happen in the other." in str(told.against(told.name))


def test_a_run_from_other_inputs_is_refused(run: ka.Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(run.folder, tmp_path / "run"))
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["inputs"]["sha256"]["evidence"] = "0" * 64
    manifest["key"] = key_of(manifest["inputs"])
    put_manifest(folder, manifest)
    with pytest.raises(InputError, match="made from other inputs: evidence was 000000000000"):
        ka.trace(ka.load(folder), future=5, bargain="mine")


def test_wrong_words_are_answered(run: ka.Run) -> None:
    with pytest.raises(InputError, match="Nearest: mine"):
        ka.trace(run, bargain="mien")
    with pytest.raises(InputError, match="brings its own settings"):
        ka.trace(run, bargain="mine", seed=3)
    with pytest.raises(InputError, match=r"outside 0\.\."):
        ka.trace(run, future=-1)
    with pytest.raises(InputError, match="is not an option of a design"):
        ka.trace("us-japan", attribution=3)
