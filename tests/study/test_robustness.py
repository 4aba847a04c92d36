"""What is run beside a comparison: each check is the run that its name says, on the same futures, kept and resumed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

from kaname.compile.compiled import Compiled, compile_study
from kaname.core.errors import InputError
from kaname.store.spans import Span
from kaname.study.checks import checks_of, varied
from kaname.study.chunk import compute
from kaname.study.design import Design
from kaname.study.replay import quarters_of
from kaname.study.runner import Run, run
from kaname.words.axes import ADMINISTRATIONS
from kaname.words.checks import CHECKS, RETRENCHMENT
from tests.study.runs import BARGAINS, SCENARIO, YEARS, compiled, design, go, rows

FUTURES, BESIDE, APART = 8, 6, 2
SETTINGS = {
    "adopted": {"adoption": 1.0},
    "no_reaction": {"reaction": 0.0},
    "current_calculus": {"dispositional_share": 0.0},
    "past_actions": {"dispositional_share": 1.0},
    "core": {},
}


def asked(chunk: int = 4, robustness: int = BESIDE, **more: Any) -> Design:
    return replace(design(FUTURES, chunk), robustness=robustness, attribution=APART, **more)


def do(folder: Path, chunk: int = 4, workers: int = 1, progress: Any = None) -> Run:
    return run(asked(chunk), compiled(), folder, "kaname compare", workers, progress)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return do(tmp_path_factory.mktemp("beside") / "run")


def stored(done: Run, arm: str, bargain: str) -> np.ndarray:
    """Outcomes of an arm, [futures, columns]."""
    tables = [pq.read_table(file, columns=list(compiled().columns)) for file in done.manifest.paths(bargain, arm=arm)]
    return np.concatenate([np.stack([table.column(n).to_numpy() for n in compiled().columns], 1) for table in tables])


def alone(changed: Compiled, bargain: str, count: int = BESIDE) -> np.ndarray:
    """Outcomes of the first futures under a bargain, run by themselves."""
    return compute(changed, asked(), Span(bargain, 0, count - 1)).outcomes


@pytest.mark.parametrize("arm", SETTINGS)
def test_a_check_is_the_run_that_its_name_says(whole: Run, arm: str) -> None:
    preset = "core" if arm == "core" else "full"
    by_itself = compile_study(SCENARIO, BARGAINS, YEARS, preset, (), {"adoption": 0.0, **SETTINGS[arm]})
    for bargain in BARGAINS:
        assert (stored(whole, arm, bargain) == alone(by_itself, bargain)).all()
    assert (stored(whole, arm, BARGAINS[1]) != alone(compiled(), BARGAINS[1])).any()


def test_what_is_run_beside_changes_no_row_of_the_run_itself(whole: Run, tmp_path: Path) -> None:
    go(tmp_path / "run", FUTURES, 4)
    assert rows(tmp_path / "run") == rows(whole.folder)
    assert rows(tmp_path / "run", "yearly") == rows(whole.folder, "yearly")


@pytest.mark.parametrize(("chunk", "workers"), [(3, 2), (50, 1)])
def test_chunks_and_workers_change_nothing_beside(whole: Run, tmp_path: Path, chunk: int, workers: int) -> None:
    other = do(tmp_path / "run", chunk, workers)
    assert other.summary == whole.summary
    for arm in (*SETTINGS, "equal_cost"):
        for bargain in BARGAINS:
            assert (stored(other, arm, bargain) == stored(whole, arm, bargain)).all()


@pytest.mark.parametrize("after", [3, 16])
def test_it_goes_on_after_an_interruption_in_any_check(whole: Run, tmp_path: Path, after: int) -> None:
    def progress(done: int, total: int) -> None:
        if done >= after:
            raise KeyboardInterrupt

    folder = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        do(folder, progress=progress)
    assert not json.loads((folder / "manifest.json").read_text())["complete"]
    again = do(folder)
    assert again.summary == whole.summary
    assert (folder / "manifest.json").read_bytes() == (whole.folder / "manifest.json").read_bytes()


def test_a_damaged_check_is_made_again(whole: Run, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    do(folder)
    chunk = json.loads((folder / "manifest.json").read_text())["checks"][5]
    (folder / chunk["file"]).write_bytes(b"half")
    assert do(folder).summary == whole.summary
    assert (folder / chunk["file"]).read_bytes() == (whole.folder / chunk["file"]).read_bytes()


def test_the_summary_tells_the_checks_in_order_with_pairs_of_the_same_futures(whole: Run) -> None:
    told = whole.summary["checks"]
    assert [check["id"] for check in told] == [*SETTINGS, "equal_cost"]
    assert [check["id"] for check in told if check["required"]] == [
        "no_reaction",
        "current_calculus",
        "past_actions",
        "core",
    ]
    for check in told:
        (pair,) = check["pairs"].values()
        gaps = stored(whole, check["id"], BARGAINS[1]) - stored(whole, check["id"], BARGAINS[0])
        column = compiled().columns.index("spending.jp")
        assert pair["pairs"] == check["futures"] == BESIDE
        assert pair["outcomes"]["spending.jp"]["mean"] == pytest.approx(gaps[:, column].mean(), rel=1e-9)


def test_a_check_that_the_run_itself_is_is_left_out() -> None:
    def ids(**more: Any) -> set[str]:
        return {check.id for check in checks_of(asked(**more))}

    assert {check.id for check in CHECKS} - ids() == {RETRENCHMENT}
    assert "core" not in ids(preset="core")
    assert "adopted" not in ids(adoption="adopted")
    assert "no_reaction" not in ids(reaction=False)
    assert RETRENCHMENT in ids(stress=RETRENCHMENT)
    assert checks_of(asked(robustness=0)) == []


def test_one_lever_in_and_one_out_are_told_for_each_group(whole: Run) -> None:
    told = whole.summary["attribution"][BARGAINS[1]]
    moved = set(compiled().bargains[BARGAINS[1]].levers)
    assert told["futures"] == APART
    assert set().union(*(entry["levers"] for entry in told["levers"])) == moved
    assert len(told["levers"]) < len(moved)
    (allocation,) = [entry for entry in told["levers"] if entry["lever"] == "allocation"]
    assert len(allocation["levers"]) > 1
    for entry in told["levers"]:
        inside = stored(whole, "attribution", f"{BARGAINS[1]}.in.{entry['lever']}")
        without = stored(whole, "attribution", f"{BARGAINS[1]}.out.{entry['lever']}")
        place = compiled().columns.index("decision_days")
        reference, bargain = (alone(compiled(), name, APART)[:, place].mean() for name in BARGAINS)
        assert entry["one_in"]["decision_days"]["mean"] == pytest.approx(inside[:, place].mean() - reference, abs=1e-9)
        assert entry["one_out"]["decision_days"]["mean"] == pytest.approx(bargain - without[:, place].mean(), abs=1e-9)


def test_retrenchment_forces_the_type_after_the_first_election_in_every_future() -> None:
    stressed = asked(stress=RETRENCHMENT)
    study = compile_study(SCENARIO, BARGAINS[:1], years=4)
    (check,) = [check for check in CHECKS if check.id == RETRENCHMENT]
    forced = varied(check, study, stressed)
    votes = np.flatnonzero(study.tables.calendar[:, 2])
    for future in range(5):
        types = [int(now.world[0]["administration"]) for now in quarters_of(forced, stressed, BARGAINS[0], future)]
        drawn = [int(now.world[0]["administration"]) for now in quarters_of(study, stressed, BARGAINS[0], future)]
        assert types[: votes[0] + 1] == drawn[: votes[0] + 1]
        assert {ADMINISTRATIONS[one] for one in types[votes[0] + 1 :]} == {"retrencher"}


def test_a_stress_without_an_election_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no election"):
        run(asked(stress=RETRENCHMENT), compiled(), tmp_path / "run", "kaname compare")
    assert list(tmp_path.iterdir()) == []


def test_a_stress_of_a_frozen_calendar_is_refused(tmp_path: Path) -> None:
    frozen = ("politics.calendar",)
    study = compile_study(SCENARIO, BARGAINS, years=4, frozen=frozen)
    with pytest.raises(InputError, match="frozen"):
        run(asked(stress=RETRENCHMENT, frozen=frozen), study, tmp_path / "run", "kaname compare")
