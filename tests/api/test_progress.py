"""Progress says what is done and what is left, and nothing where the log is quiet."""

from __future__ import annotations

import logging

import pytest

from kaname.api import progress
from kaname.api.progress import Progress


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    clock = iter(range(0, 1000, 10))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    caplog.set_level(logging.INFO, logger="kaname.progress")
    return caplog


def test_the_time_left_is_measured_from_the_end_of_the_first_part(lines):
    shown = Progress("running")
    for done in (1, 2, 4):
        shown(done, 4)
    said = [record.getMessage() for record in lines.records]
    assert said == ["running: 1 of 4 parts", "running: 2 of 4 parts, about 20 s left", "running: 4 of 4 parts"]


def test_a_quiet_log_is_told_nothing(lines):
    lines.set_level(logging.WARNING, logger="kaname.progress")
    Progress("running")(1, 4)
    assert not lines.records
