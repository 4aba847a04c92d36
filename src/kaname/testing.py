"""Contract of a mechanism, as a test that anyone may call on a mechanism of their own.

from kaname.testing import check_mechanism

def test_it_keeps_its_contract() -> None:
    check_mechanism(MECHANISM)
"""

from __future__ import annotations

from kaname.model.world.contract import check_mechanism

__all__ = ["check_mechanism"]
