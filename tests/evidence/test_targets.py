"""What a fit may know: nothing that is held out, and only figures whose own doubt can be a prior."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.core.errors import KanameError
from kaname.evidence.load import load_evidence
from kaname.evidence.targets import HELD_OUT, TARGETS, load_targets


def test_the_shipped_fit_ends_before_what_is_held_out() -> None:
    targets = load_targets(load_evidence())
    assert (targets.until, targets.held_out_from, targets.years) == (2018, 2019, 6)
    assert set(targets.levels) == {"opportunity_rate", "aggression_cost"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("until: 2018", "until: 2019", "years from 2019 on are held out"),
        ("start: 2013", "start: 2020", "the start lies after the last year known"),
        ("opportunity_rate:", "oportunity_rate:", "Nearest: opportunity_rate"),
        ("aggression_cost:", "treaty_bond:", "it has no values on one axis with a spread"),
        ("senkaku: 0.21", "senkakus: 0.21", "Nearest: senkaku"),
    ],
)
def test_a_fit_of_what_may_not_be_fitted_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "targets.yaml"
    file.write_text(TARGETS.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KanameError, match=said):
        load_targets(load_evidence(), file, HELD_OUT)
