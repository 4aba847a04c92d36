"""Any future again: bit for bit the one in the ensemble, in digest, outcomes, event codes and yearly values."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from kaname.cli.main import run as command
from kaname.study.replay import quarters_of
from kaname.study.runner import Run
from tests.study.runs import BARGAINS, YEARS, compiled, design, go

FUTURES = (0, 5, 11)


@pytest.fixture(scope="module")
def ensemble(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return go(tmp_path_factory.mktemp("ensemble") / "run", 12, 5, workers=2)


def stored(ensemble: Run, bargain: str, future: int, kind: str = "file") -> list[dict]:
    """The stored rows of a future."""
    tables = [pq.read_table(file).to_pylist() for file in ensemble.manifest.paths(bargain, kind)]
    return [row for table in tables for row in table if row["future"] == future]


@pytest.mark.parametrize("bargain", BARGAINS)
@pytest.mark.parametrize("future", FUTURES)
def test_a_replayed_future_is_the_ensembles_bit_for_bit(ensemble: Run, bargain: str, future: int) -> None:
    quarters = list(quarters_of(compiled(), design(12, 5), bargain, future))
    (row,) = stored(ensemble, bargain, future)
    assert quarters[-1].digest == row["digest"]
    measured = dict(zip(compiled().columns, quarters[-1].outcomes.tolist(), strict=True))
    assert measured == {name: row[name] for name in compiled().columns}
    last = quarters[-1].world[0]
    assert last["chain_code"].tolist() == [row[f"event_{n}"] for n in range(1, 9)]


@pytest.mark.parametrize("bargain", BARGAINS)
def test_the_years_of_a_replayed_future_are_those_that_were_stored(ensemble: Run, bargain: str) -> None:
    quarters = list(quarters_of(compiled(), design(12, 5), bargain, 5))
    years = stored(ensemble, bargain, 5, "yearly")
    assert [row["year"] for row in years] == [2026, 2027]
    for n, row in enumerate(years):
        ends = dict(zip(compiled().columns, quarters[4 * n + 3].outcomes.tolist(), strict=True))
        assert {name: row[name] for name in compiled().yearly_columns} == {
            n: ends[n] for n in compiled().yearly_columns
        }


def test_the_two_bargains_of_a_future_are_told_apart(ensemble: Run) -> None:
    digests = {stored(ensemble, bargain, 5)[0]["digest"] for bargain in BARGAINS}
    assert len(digests) == 2


@pytest.mark.parametrize("bargain", BARGAINS)
def test_the_command_tells_the_stored_future(
    ensemble: Run, bargain: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "told.parquet"
    which = ["--bargain", bargain, "--future", "11", "--seed", "3", "--years", str(YEARS)]
    with pytest.raises(SystemExit) as end:
        command(["-q", "trace", "us-japan", *which, "--json", "--out", str(table)])
    assert end.value.code == 0
    told = json.loads(capsys.readouterr().out)
    (row,) = stored(ensemble, bargain, 11)
    assert told["digest"] == row["digest"]
    assert told["quarters"][-1]["outcomes"] == {name: row[name] for name in compiled().columns}
    written = pq.read_table(table)
    assert written.num_rows == 4 * YEARS
    last = list(quarters_of(compiled(), design(12, 5), bargain, 11))[-1].world[0]
    assert written.column("support_force").to_pylist()[-1] == last["support_force"]
    assert np.array_equal(written.column("gdp.us").to_numpy()[-1], last["gdp"][0])
