"""A bargain's card names the claims of its text and how they fared, worst first."""

from __future__ import annotations

import pytest

from kaname.report.sections import claims
from kaname.report.sections.claims import claims_of

AUDIT = {
    "verdicts": {"fails": "", "holds": ""},
    "claims": [
        {"id": "A2", "author": "ann2020", "claim": "It <holds>.", "verdict": "holds"},
        {"id": "A1", "author": "ann2020", "claim": "It fails.", "verdict": "fails"},
        {"id": "B1", "author": "bob2021", "claim": "Another.", "verdict": "holds"},
    ],
}


def test_the_claims_of_a_text_stand_worst_first_and_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "shipped_audit", lambda: AUDIT)
    shown = claims_of(["ann2020"])
    assert shown is not None
    assert "Rests on 2 claims of its text: 1 fails, 1 holds" in shown
    assert shown.index("A1") < shown.index("A2")
    assert "It &lt;holds&gt;." in shown
    assert "B1" not in shown
    assert "Rests on 1 claim of its text: 1 holds" in str(claims_of("bob2021"))


@pytest.mark.parametrize("source", [None, (), "nobody"])
def test_a_bargain_without_claims_says_nothing(source: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "shipped_audit", lambda: AUDIT)
    assert claims_of(source) is None
    monkeypatch.setattr(claims, "shipped_audit", dict)
    assert claims_of("ann2020") is None
