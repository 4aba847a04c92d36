"""What a state has announced moves the share that it settles at, in part and by its date."""

from __future__ import annotations

import pytest

from kaname.core.kernel import plain
from kaname.model.economy.announced import settled_share
from tests.model.economy.worlds import ACTORS, still

TAIWAN, CHINA, JAPAN = (ACTORS.index(actor) for actor in ("tw", "cn", "jp"))
share = plain(settled_share)


def test_an_announced_share_is_reached_in_part_at_its_date_and_stays() -> None:
    _, p = still()
    p.burden_announced_kept = 0.5
    assert share(p, 0, TAIWAN) == p.burden_normal[TAIWAN]
    due = int(p.burden_announced_quarters[TAIWAN])
    risen = p.burden_normal[TAIWAN] * (1 + 0.5 * (p.burden_announced_rise[TAIWAN] - 1))
    assert share(p, due, TAIWAN) == pytest.approx(risen)
    assert share(p, 2 * due, TAIWAN) == pytest.approx(risen)
    assert share(p, due // 2, TAIWAN) == pytest.approx((risen + p.burden_normal[TAIWAN]) / 2)


def test_an_announcement_that_is_not_kept_changes_nothing_and_the_allys_plan_is_its_lever() -> None:
    _, p = still()
    assert share(p, 20, JAPAN) == p.burden_normal[JAPAN]
    p.burden_announced_kept = 0.0
    assert share(p, 20, CHINA) == p.burden_normal[CHINA]
