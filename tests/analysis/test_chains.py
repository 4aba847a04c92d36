"""Failure chains from event codes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kaname.analysis import chains as module
from kaname.analysis.chains import Names, chains, names_of, story
from kaname.analysis.folder import RunFolder, open_run
from tests.manifests import put_manifest
from tests.report.synthetic import code_of, write_run


def with_events(monkeypatch: pytest.MonkeyPatch, rows: list[list[int]]) -> None:
    codes = np.array([row + [0] * (8 - len(row)) for row in rows])
    monkeypatch.setattr(module, "event_rows", lambda run, bargain: (codes, np.arange(codes.size).reshape(codes.shape)))


def test_a_code_becomes_kind_place_and_detail(made_up: RunFolder) -> None:
    event = names_of(made_up.model).event(code_of("ending", 1, 5), 12)
    assert (event.kind, event.place, event.detail, event.quarter) == ("ending", "strait", "limited_war", 12)


def test_a_code_without_names_is_told_as_numbers() -> None:
    event = Names([], {}, {}).event((7 * 16 + 2) * 16 + 3, 0)
    assert (event.kind, event.place, event.detail) == ("7", "2", "3")


def test_two_crises_at_once_are_kept_apart_and_only_bad_ends_are_failures(
    made_up: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = [
        code_of("challenge", 0, 3), code_of("challenge", 1, 1), code_of("response", 0, 0), code_of("ending", 1, 1),
        code_of("ending", 0, 3),
    ]  # fmt: skip
    with_events(monkeypatch, [row, row, []])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([True, True, True]))
    found = chains(made_up, "as_is")
    assert (found.armed, found.failures, found.open, found.futures) == (4, 2, 0, 3)
    [one] = found.chains
    assert one.place == "island"
    assert one.steps == (("challenge", "seize"), ("response", "acquiesce"), ("ending", "fait_accompli"))
    assert (one.count, one.example, one.step("guarantor")) == (2, 0, None)


def test_moves_without_an_ending_are_the_status_quo_unless_the_row_is_full(
    made_up: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = [code_of("challenge", 0, 3), code_of("response", 0, 1)]
    full = quiet * 4
    with_events(monkeypatch, [quiet, full])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([True, True]))
    found = chains(made_up, "as_is")
    assert (found.armed, found.failures, found.open) == (4, 0, 1)
    assert (found.full, found.full_by) == (1, 15)


def test_a_bad_end_short_of_arms_is_a_chain_of_its_ending_alone(
    made_up: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_events(monkeypatch, [[code_of("ending", 2, 2), code_of("challenge", 2, 3), code_of("ending", 2, 2)]])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([True]))
    found = chains(made_up, "as_is")
    assert (found.failures, len(found.chains), found.armed) == (2, 2, 1)
    assert [chain.steps for chain in found.in_arms] == [(("challenge", "seize"), ("ending", "concession"))]


def test_a_second_answer_of_a_kind_has_its_own_words(monkeypatch: pytest.MonkeyPatch, made_up: RunFolder) -> None:
    row = [code_of("challenge", 0, 3), code_of("response", 0, 3), code_of("response", 0, 2), code_of("ending", 0, 3)]
    with_events(monkeypatch, [row])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([True]))
    [one] = chains(made_up, "as_is").chains
    assert one.steps[1:3] == (("response", "military_response"), ("response_again", "escalate"))


def test_a_kind_without_a_place_has_none_and_ends_no_crisis(
    made_up: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = [code_of("challenge", 0, 3), code_of("nuclear_option", 0, 4), code_of("ending", 0, 3)]
    with_events(monkeypatch, [row])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([True]))
    assert chains(made_up, "as_is").chains[0].steps == (("challenge", "seize"), ("ending", "fait_accompli"))
    assert story(made_up, "as_is", 0)[1].place == ""


def test_a_failed_future_counts_in_no_chain(made_up: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    row = [code_of("challenge", 0, 3), code_of("ending", 0, 3)]
    with_events(monkeypatch, [row, row])
    monkeypatch.setitem(made_up.alive, "as_is", np.array([False, True]))
    found = chains(made_up, "as_is")
    assert found.failures == 1
    assert found.chains[0].example == 1


def test_the_story_of_a_future_is_its_stored_events(tmp_path: Path) -> None:
    run = open_run(write_run(tmp_path, futures=60, sampled=1))
    example = chains(run, "own").chains[0]
    told = story(run, "own", example.example)
    assert any(event.kind == "ending" and event.detail == example.ending for event in told)
    assert all(0 <= event.quarter < 60 for event in told)


def test_a_run_that_names_nothing_is_still_read(tmp_path: Path) -> None:
    folder = write_run(tmp_path, futures=60, sampled=1)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["model"] = {}
    put_manifest(folder, manifest)
    assert chains(open_run(folder), "own").chains == ()
