"""A run in a notebook: tables with units, pairs that agree with the summary, failed futures left out and counted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import kaname as ka
from kaname.core.errors import InputError
from kaname.core.hashing import file_digest
from tests.manifests import put_manifest


def test_the_outcomes_have_a_row_a_bargain_and_future_and_a_unit_a_column(run: ka.Run) -> None:
    outcomes = run.outcomes
    assert len(outcomes) == 2 * run.futures
    assert outcomes.columns[:2] == ("bargain", "future")
    assert set(outcomes.columns[2:]) == set(outcomes.units) == set(run.columns["outcome"])
    assert outcomes.units["casualties.jp"] == "thousand people"
    assert outcomes.where(bargain="mine")["future"].tolist() == list(range(8))
    assert list(outcomes.to_pandas().columns) == list(outcomes.columns)


def test_pairs_are_those_of_the_summary_and_may_take_any_two_bargains(run: ka.Run) -> None:
    (told,) = run.pairs("spending.jp")
    said = run.summary["pairs"]["mine-minus-as_is"]["outcomes"]["spending.jp"]
    assert {key: told[key] for key in ("mean", "low", "high", "sd", "needed", "differing")} == said
    assert (told["unit"], told["pairs"], told["dropped"]) == ("bn USD 2023", 8, 0)
    (back,) = run.pairs("spending.jp", bargain="as_is", reference="mine")
    assert back["mean"] == -told["mean"]
    assert set(run.pairs("spending")["outcome"]) == {name for name in run.columns["outcome"] if name[:9] == "spending."}
    assert len(run.pairs()) == len(run.columns)


def test_levels_are_those_of_the_summary(run: ka.Run) -> None:
    told = run.means("spending.jp").where(bargain="mine").to_pylist()[0]
    said = run.summary["bargains"]["mine"]["outcomes"]["spending.jp"]
    assert {key: told[key] for key in said} == said
    assert told["futures"] == 8


def test_years_and_sampled_figures_are_tables_too(run: ka.Run) -> None:
    assert len(run.yearly) == 2 * 8 * 2
    assert set(run.yearly["year"]) == {2026, 2027}
    assert run.sampled.columns[2].startswith("u.")
    assert len(run.sampled) == 16


def test_an_unknown_outcome_bargain_or_folder_is_answered_with_the_nearest(run: ka.Run) -> None:
    with pytest.raises(InputError, match="Nearest: casualties"):
        run.pairs("casualtys")
    with pytest.raises(InputError, match="Nearest: mine"):
        run.pairs("casualties", bargain="mnie")
    with pytest.raises(InputError, match="no readable file of a finished run"):
        ka.load("nowhere")


def test_the_report_is_drawn_where_it_is_wanted(run: ka.Run, at_home: Path) -> None:
    assert run.report("out.html") == Path("out.html")
    page = Path("out.html").read_text(encoding="utf-8")
    assert "kaname trace" in page or "None." in page
    assert run.report().name == "report.html"
    with pytest.raises(InputError, match="no such folder"):
        run.report("nowhere/out.html")


def test_a_run_shows_itself_with_what_it_found(run: ka.Run) -> None:
    assert repr(run).startswith("Run of us-japan-changed: as_is, mine; 8 futures each; seed 3; in ")
    assert "Mine (8 pairs)" in str(run)
    assert "<pre>" in run._repr_html_()
    assert ka.load(run.folder).command == run.command


def test_failed_futures_are_left_out_and_counted(run: ka.Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(run.folder, tmp_path / "run"))
    manifest = json.loads((folder / "manifest.json").read_text())
    chunk = next(one for one in manifest["chunks"] if one["bargain"] == "mine" and one["first"] == 4)
    table = pq.read_table(folder / chunk["file"])
    for name, value in (("failed_quarter", 3), ("failed_field", "gdp")):
        place = table.column_names.index(name)
        values = table.column(name).to_pylist()
        values[1] = value
        table = table.set_column(place, name, pa.array(values, table.schema.field(place).type))
    pq.write_table(table, folder / chunk["file"])
    chunk["sha256"] = file_digest(folder / chunk["file"])
    put_manifest(folder, manifest)
    hurt = ka.load(folder)
    assert hurt.outcomes.where(bargain="mine")["future"].tolist() == [0, 1, 2, 3, 4, 6, 7]
    assert "1 of 8 futures of mine failed and are left out" in hurt.outcomes.notes[0]
    assert hurt.failures.to_pylist() == [{"bargain": "mine", "future": 5, "failed_field": "gdp", "failed_quarter": 3}]
    assert hurt.pairs("spending.jp").to_pylist()[0]["dropped"] == 1
    assert len(hurt.yearly) == 2 * (8 + 7)
    assert "1 failed" in repr(hurt)


def test_the_same_question_finds_its_finished_run_again(run: ka.Run) -> None:
    times = {path: path.stat().st_mtime_ns for path in run.folder.glob("outcomes/*")}
    again = ka.compare(
        ka.scenario("us-japan").override({"parameters.opportunity_rate": 0.5}).bargain("mine", defence_share=0.03),
        ["as_is", "mine"], futures=8, years=2, robustness=2, chunk=4, seed=3, out=run.folder,
    )  # fmt: skip
    assert {path: path.stat().st_mtime_ns for path in run.folder.glob("outcomes/*")} == times
    assert np.array_equal(again.outcomes["spending.jp"], run.outcomes["spending.jp"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"futurs": 5}, "futurs: futurs is not an option of a design. Nearest: futures"),
        ({"futures": 0}, r"futures: 0 is outside 1\.\."),
        ({"seed": 1.5}, "seed: 1.5 is not a whole number"),
        ({"preset": "ful"}, "preset: ful is not a preset"),
        ({"frozen": "politics.opinon", "futures": 2}, "Nearest: politics.opinion"),
        ({"workers": 0}, r"workers: 0 is outside 1\.\.256"),
    ],
)
def test_wrong_options_are_answered_by_name_and_nothing_is_written(
    options: dict[str, object], said: str, at_home: Path
) -> None:
    own = ka.scenario("us-japan").bargain("mine", defence_share=0.03)
    for scenario in ("us-japan", own):
        with pytest.raises(InputError, match=said):
            ka.compare(scenario, ["as_is"], **options)
    assert list(at_home.iterdir()) == []
    with pytest.raises(InputError, match="Nearest: mine"):
        ka.compare(own, ["as_is", "mien"])
    with pytest.raises(InputError, match="this scenario object has its start already"):
        ka.compare(own, ["as_is"], start=2013)
