"""One chunk: its own buffers, its rows in order, whole files; a word to stop is heard before it begins."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from kaname.compile.variants import with_settings
from kaname.core.hashing import file_digest
from kaname.store.spans import Span
from kaname.study.chunk import compute, run_chunk
from kaname.study.draws import Draws
from kaname.words.events import KINDS
from tests.study.runs import YEARS, compiled, design

SPAN = Span("as_is", 4, 9)


def test_a_chunk_is_its_files_with_the_digests_it_tells(tmp_path: Path) -> None:
    made = run_chunk(compiled(), design(12, 6), SPAN, tmp_path)
    assert tuple(made.files) == ("file", "yearly", "sampled")
    assert {kind: file_digest(tmp_path / file) for kind, file in made.files.items()} == made.digests
    table = pq.read_table(tmp_path / made.files["file"])
    assert table.column("future").to_pylist() == list(range(4, 10))
    assert set(table.column("bargain").to_pylist()) == {"as_is"}
    assert table.column("failed_quarter").to_pylist() == [-1] * 6
    assert pq.read_table(tmp_path / made.files["yearly"]).num_rows == 6 * YEARS
    assert pq.read_table(tmp_path / made.files["sampled"]).column("future").to_pylist() == list(range(4, 10))


def test_what_futures_sampled_is_stored_with_the_first_bargain_alone(tmp_path: Path) -> None:
    made = run_chunk(compiled(), design(12, 6), Span("unequal_by_design", 4, 9), tmp_path)
    assert tuple(made.files) == ("file", "yearly")
    assert not (tmp_path / "sampled").exists()


def test_beyond_the_fans_no_yearly_file_is_written(tmp_path: Path) -> None:
    made = run_chunk(compiled(), design(3000, 2), Span("as_is", 2100, 2101), tmp_path)
    assert "yearly" not in made.files
    assert not (tmp_path / "yearly").exists()


def test_columns_of_rows_have_units(tmp_path: Path) -> None:
    made = run_chunk(compiled(), design(12, 6), SPAN, tmp_path)
    stored = [pq.read_schema(tmp_path / made.files[kind]) for kind in ("file", "sampled")]
    assert {name for schema in stored for name in schema.names if name in compiled().units} == set(compiled().units)
    for schema in stored:
        units = json.loads(schema.metadata[b"kaname"])["units"]
        assert set(units) == set(schema.names) & set(compiled().units)
        assert units == {name: compiled().units[name] for name in units}


def test_draws_shared_by_bargains_and_checks_are_those_of_each_alone() -> None:
    draws = Draws()
    for bargain in ("as_is", "unequal_by_design"):
        for varied in (compiled(), with_settings(compiled(), {"dispositional_share": 0.0})):
            span = Span(bargain, 4, 9)
            shared = compute(varied, design(12, 6), span, draws=draws)
            assert shared.outcomes.tobytes() == compute(varied, design(12, 6), span).outcomes.tobytes()


def test_event_codes_name_kinds_that_are_kept(tmp_path: Path) -> None:
    rows = compute(compiled(), design(40, 40), Span("as_is", 0, 39))
    codes = rows.chain_code[rows.chain_code > 0]
    assert len(codes) > 0
    assert all(KINDS[code // 256].chain for code in codes)
    assert (np.diff(np.where(rows.chain_code > 0, rows.chain_quarter, 99), axis=1) >= 0).all()


def test_a_chunk_that_was_told_to_stop_writes_nothing(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(InterruptedError):
        run_chunk(compiled(), design(12, 6), SPAN, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_large_chunk_stops_in_the_middle() -> None:
    class SetAfter:
        """An event that is set once it has been asked three times."""

        asked = 0

        def is_set(self) -> bool:
            self.asked += 1
            return self.asked > 3

    stop = SetAfter()
    with pytest.raises(InterruptedError):
        compute(compiled(), design(1000, 1000), Span("as_is", 0, 999), stop)  # type: ignore[arg-type]
    assert stop.asked == 4


def test_pieces_of_a_chunk_are_in_the_order_of_the_futures() -> None:
    whole = compute(compiled(), design(230, 230), Span("as_is", 0, 229))
    part = compute(compiled(), design(230, 230), Span("as_is", 90, 119))
    assert (whole.digest[90:120] == part.digest).all()
    assert (whole.outcomes[90:120] == part.outcomes).all()
    assert (whole.yearly[90:120] == part.yearly).all()


def test_chunks_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = compute(compiled(), design(12, 6), SPAN)
    found: dict[int, np.ndarray] = {}

    def again(number: int) -> None:
        found[number] = compute(compiled(), design(12, 6), SPAN).digest

    threads = [threading.Thread(target=again, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all((digest == alone.digest).all() for digest in found.values())
    assert len(found) == 4
