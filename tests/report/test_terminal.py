"""The verdicts in the terminal: 80 columns, every clear end of the two sides told, and no more than is so."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given

from kaname.analysis.verdicts import verdicts
from kaname.report.terminal import lines
from tests.analysis.summaries import SIDES, summaries

JUDGED = re.compile(r"^    (better|worse) ", re.M)


@given(summaries())
def test_lines_fit_and_tell_each_clear_end_once(summary: dict[str, Any]) -> None:
    text = "\n".join(lines(summary, SIDES))
    assert max(map(len, text.splitlines())) <= 80
    clear = {(one.bargain, one.outcome) for one in verdicts(summary, SIDES) if one.clear}
    assert len(JUDGED.findall(text)) == len(clear)
    if not summary["checks"]:
        assert "No checks were run" in " ".join(text.split())


@given(summaries())
def test_a_run_without_a_veto_says_that_nothing_stands(summary: dict[str, Any]) -> None:
    summary = {**summary, "checks": [check for check in summary["checks"] if check["id"] != "core"]}
    assert "holds in every check" not in " ".join("\n".join(lines(summary, SIDES)).split())
