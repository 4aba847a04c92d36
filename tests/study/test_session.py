"""A resident session answers with the rows that `compare` gives, for any lever, and stops when it is asked to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kaname.compile.compiled import compile_study
from kaname.core.errors import InputError
from kaname.store.spans import Span
from kaname.study import in_memory
from kaname.study.chunk import compute
from kaname.study.design import Design
from kaname.study.in_memory import Cancelled
from kaname.study.session import Session, session
from tests.study.runs import SCENARIO

YEARS, FUTURES, SEED = 3, 20, 5
LEVERS = {"defence_share": 0.03, "clarity": 0.9, "dispersal_civil": 0.5}
MINE = """id: mine
name: Mine
judgement: Our own proposal made for a trial.
summary: The levers of a session as a file.
adds:
  - One thing is new.
levers:
"""
ENTRY = """  {name}:
    to: {{value: {value}, unit: share, date: 2026, judgement: A made up figure., grade: D, doubt: It is made up.}}
    judgement: Our own reading of what is needed.
"""


@pytest.fixture(scope="module")
def asked() -> Iterator[Session]:
    with session(SCENARIO, years=YEARS, seed=SEED) as opened:
        yield opened


def test_an_answer_has_the_rows_of_a_bargain_of_the_same_levers(asked: Session, tmp_path: Path) -> None:
    entries = "".join(ENTRY.format(name=name, value=value) for name, value in LEVERS.items())
    (tmp_path / "mine.yaml").write_text(MINE + entries, encoding="utf-8")
    design = Design(SCENARIO, ("as_is", "mine"), FUTURES, seed=SEED, years=YEARS, robustness=0)
    compiled = compile_study(SCENARIO, ["as_is", str(tmp_path / "mine.yaml")], YEARS, settings=design.settings)
    answer = asked.run(LEVERS, FUTURES)
    for bargain, found in (("mine", answer.rows), ("as_is", answer.reference)):
        rows = compute(compiled, design, Span(bargain, 0, FUTURES - 1))
        assert found.tobytes() == rows.outcomes.tobytes()
    assert answer.pairs["spending.jp"]["differing"] > 0


def test_nothing_moved_is_nothing_changed(asked: Session) -> None:
    answer = asked.run({}, FUTURES)
    assert answer.rows.tobytes() == answer.reference.tobytes()
    assert {pair["differing"] for pair in answer.pairs.values()} == {0}
    assert answer.mean("spending.jp")["mean"] == pytest.approx(answer.column("spending.jp").mean())


def test_one_question_leaves_nothing_behind_for_the_next(asked: Session) -> None:
    first = asked.run({"clarity": 0.9}, FUTURES)
    asked.run({"host_support": 5.0}, FUTURES)
    again = asked.run({"clarity": 0.9}, FUTURES)
    assert first.rows.tobytes() == again.rows.tobytes()
    fewer = asked.run({"clarity": 0.9}, 7)
    assert fewer.rows.tobytes() == first.rows[:7].tobytes()


def test_a_growing_answer_ends_with_the_rows_of_one_asked_for_at_once(asked: Session) -> None:
    grown = list(asked.refine({"clarity": 0.9}, sizes=(4, 7, FUTURES)))
    assert [answer.futures for answer in grown] == [4, 7, FUTURES]
    whole = asked.run({"clarity": 0.9}, FUTURES)
    assert grown[-1].rows.tobytes() == whole.rows.tobytes()
    assert grown[-1].reference.tobytes() == whole.reference.tobytes()


@pytest.mark.parametrize("sizes", [(), (0, 4), (4, 4), (7, 4)])
def test_sizes_of_a_growing_answer_rise(asked: Session, sizes: tuple[int, ...]) -> None:
    with pytest.raises(InputError, match="sizes must rise"):
        next(asked.refine({}, sizes=sizes))


def test_a_lever_is_told_with_its_range_and_where_it_stands(asked: Session) -> None:
    found = asked.levers["defence_share"]
    assert (found.unit, found.low, found.high) == ("share", 0.0, 0.1)
    assert found.low <= found.now <= found.high


@pytest.mark.parametrize(
    ("levers", "futures", "said"),
    [
        ({"defence_shar": 0.03}, 5, "Nearest: defence_share"),
        ({"defence_share": 3.0}, 5, "levers.defence_share: 3 is outside 0..0.1 (unit: share)"),
        ({"defence_share": float("nan")}, 5, "is outside 0..0.1"),
        ({}, 0, "futures: 0 is outside"),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_allowed(
    asked: Session, levers: dict[str, float], futures: int, said: str
) -> None:
    with pytest.raises(InputError) as found:
        asked.run(levers, futures)
    assert said in str(found.value)


def test_an_answer_that_is_not_wanted_any_more_stops_after_the_pieces_in_hand(
    asked: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What each worker has begun is ended; no further piece is begun."""
    cancel, begun, run_futures = threading.Event(), [], in_memory.run_futures

    def counted(*arguments: object) -> None:
        begun.append(arguments[7])
        cancel.set()
        run_futures(*arguments)

    asked.run({}, 160)
    monkeypatch.setattr(in_memory, "run_futures", counted)
    with pytest.raises(Cancelled):
        asked.run({"clarity": 0.9}, 160, cancel)
    assert 1 <= len(begun) <= in_memory.WORKERS
    monkeypatch.setattr(in_memory, "run_futures", run_futures)
    assert np.isfinite(asked.run({"clarity": 0.9}, 16).column("spending.jp")).all()
