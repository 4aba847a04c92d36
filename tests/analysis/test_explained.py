"""What explains a summary: costs, the window of weakness, beliefs and what deterred, from rows that are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaname.analysis.beliefs import beliefs, share
from kaname.analysis.costs import present_cost
from kaname.analysis.deterred import deterred
from kaname.analysis.explained import explained, sides_of
from kaname.analysis.folder import RunFolder
from kaname.analysis.window import windows
from kaname.core.present_value import present_value
from kaname.store.manifest import Chunk, Manifest
from kaname.store.spans import Span
from kaname.store.tables import write_table
from kaname.words.events import CODE_STRIDE

FUTURES, YEARS, RATE = 60, 4, 0.03
FIGHT = 3
MODEL = {
    "events": [{"name": "challenge", "place": "contingency"}, {"name": "guarantor", "place": "contingency"}],
    "axes": {"contingency": ["strait"]}, "details": {"guarantor": ["abstain", "speak", "support", "fight"]},
}  # fmt: skip
SIDES = ("ally", "pro")


def events(answers: np.ndarray) -> dict[str, np.ndarray]:
    """Events of rows: a challenge in the strait, and the protector's answer."""
    none = np.zeros(FUTURES, np.int32)
    codes = [np.full(FUTURES, 1, np.int32), np.int32(CODE_STRIDE**2) + answers.astype(np.int32), *[none] * 6]
    return {f"event_{n + 1}": code for n, code in enumerate(codes)} | {f"quarter_{n + 1}": none for n in range(8)}


def a_run(folder: Path, **without: Any) -> RunFolder:
    """Two bargains over 60 futures and four years; future 3 failed under the second."""
    chance = np.random.default_rng(3)
    chunks = []
    for number, bargain in enumerate(("as_is", "firm")):
        failed = np.full(FUTURES, -1)
        failed[3] = 5 if number else -1
        rows = {
            "future": np.arange(FUTURES), "failed_quarter": failed,
            **events(np.where(np.arange(FUTURES) % 3 == 0, FIGHT, FIGHT - 1)),
            "deterrence_viewed": (np.arange(FUTURES) < 20) * 1.0, "deterrence.strait.failed": np.full(FUTURES, 2.0),
            "deterrence_arms.strait.failed": np.full(FUTURES, 1.0),
        }  # fmt: skip
        years = {"future": np.repeat(np.arange(FUTURES), YEARS), "year": np.tile(2026 + np.arange(YEARS), FUTURES)}
        for name, step in (("spending.ally", 10.0 + 2 * number), ("spending.pro", 50.0 - number)):
            years[name] = (step * np.arange(1, YEARS + 1)[None, :] + np.zeros((FUTURES, 1))).reshape(-1)
        dip = np.array([0.0, -0.2, -0.1, 0.3]) * number
        forces = 5.0 + dip[None, :] + chance.normal(0, 0.001, (FUTURES, 1))
        years["ready_forces.ally"] = forces.reshape(-1)
        years["territory.ally"] = np.ones(FUTURES * YEARS)
        years["belief_of_ally.strait"] = np.full(FUTURES * YEARS, 0.4 + 0.1 * number)
        years["belief_of_challenger.strait"] = np.full(FUTURES * YEARS, 0.3)
        for name in without.get("without", ()):
            years.pop(name, None)
            rows.pop(name, None)
        files = {"file": f"{bargain}.parquet", "yearly": f"{bargain}-years.parquet"}
        digests = {kind: write_table(folder / files[kind], table, {}) for kind, table in
                   (("file", rows), ("yearly", years))}  # fmt: skip
        chunks.append(Chunk(Span(bargain, 0, FUTURES - 1), files, digests))
    columns = {name: {} for name in rows}
    summary = {
        "reference": "as_is", "discount_rate": RATE, "outcomes": {}, "pairs": {},
        "bargains": {bargain: {"outcomes": columns} for bargain in ("as_is", "firm")},
    }  # fmt: skip
    contingency = {"challenger": "foe", "target": "ally", "guarantor": "pro", "host": None}
    scenario = {"roles": {"pro": "protector", "ally": "ally", "foe": "rival"}, "contingencies": {"strait": contingency}}
    inputs = {"bargains": ["as_is", "firm"], "futures": FUTURES}
    record = Manifest(folder, inputs, dict.fromkeys(rows, ""), "", FUTURES, [], {"scenario": scenario, "model": MODEL})
    for chunk in chunks:
        record.add(chunk)
    return RunFolder(folder, summary, record)


def test_the_present_cost_is_that_of_the_yearly_differences(tmp_path: Path) -> None:
    found = present_cost(a_run(tmp_path))["firm"]
    totals = 2.0 * np.arange(1, YEARS + 1)[None, :]
    assert found["ally"]["mean"] == pytest.approx(present_value(totals, RATE)[0])
    assert found["pro"]["mean"] == pytest.approx(-present_value(totals / 2, RATE)[0])


def test_the_weakest_year_is_that_of_the_deepest_clear_dip(tmp_path: Path) -> None:
    found = windows(a_run(tmp_path), SIDES, ("ally",))["firm"]
    assert found["years"] == [2026, 2027, 2028, 2029]
    assert found["weakest"]["year"] == 2027
    assert found["weakest"]["column"] == "ready_forces.ally"
    assert found["weakest"]["part"] == pytest.approx(-0.04, abs=1e-3)
    assert [round(one["mean"], 2) for one in found["series"]["ready_forces.ally"]] == [0.0, -0.2, -0.1, 0.3]
    assert {one["mean"] for one in found["series"]["territory.ally"]} == {0.0}


def test_beliefs_stand_beside_the_same_event_in_the_model(tmp_path: Path) -> None:
    found = beliefs(a_run(tmp_path))
    firm = found["firm"]["ally"]["strait"]
    assert firm["belief"]["mean"] == pytest.approx(0.5)
    assert firm["model"]["mean"] == pytest.approx(19 / 59)
    assert firm["model"]["count"] == FUTURES - 1
    assert found["as_is"]["ally"]["strait"]["model"]["mean"] == pytest.approx(20 / 60)
    assert found["as_is"]["foe"]["strait"]["belief"]["mean"] == pytest.approx(0.3)


def test_the_interval_of_a_ratio_is_that_of_a_share_where_each_future_counts_once() -> None:
    helped = np.array([1.0] * 30 + [0.0] * 70)
    found = share(helped, np.ones(100))
    assert found["mean"] == pytest.approx(0.3)
    assert found["high"] - found["mean"] == pytest.approx(1.96 * (0.3 * 0.7 / 100) ** 0.5, rel=1e-3)
    assert share(np.zeros(5), np.zeros(5))["mean"] is None


def test_only_judged_futures_are_counted_by_class(tmp_path: Path) -> None:
    found = deterred(a_run(tmp_path))
    assert found["futures"] == 20
    assert found["bargains"]["as_is"]["strait"] == {"any": {"failed": 40}, "arms": {"failed": 20}}
    assert found["bargains"]["firm"]["strait"]["any"] == {"failed": 38}


def test_what_a_run_does_not_hold_is_left_out(tmp_path: Path) -> None:
    gone = ("spending.ally", "spending.pro", "ready_forces.ally", "territory.ally", "belief_of_ally.strait",
            "deterrence_viewed")  # fmt: skip
    found = explained(a_run(tmp_path, without=gone))
    assert not {"present_cost", "window", "beliefs", "deterrence", "verdicts"} & set(found)
    assert json.dumps(found)


def test_the_sides_are_the_ally_and_the_protector(tmp_path: Path) -> None:
    assert sides_of(a_run(tmp_path)) == SIDES
