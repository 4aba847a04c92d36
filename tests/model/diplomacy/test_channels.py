"""Channels: contacts open them, incidents cut them, deception spoils them."""

from __future__ import annotations

import pytest

from kaname.model.diplomacy.channels import MECHANISM
from tests.laws.shown import MORE, Shown

SHOWN = Shown("sum_gap", MORE)


def lines(scene):
    s = scene(22)
    p, w = s.p, s.w
    p.channels_base[:], p.channels_engagement, p.channels_table, p.channels_contact = 0.3, 0.4, 0.2, 0.4
    p.channels_cut, p.channels_deceit, p.channels_loss, p.channels_speed = 0.6, 0.0, 0.4, 0.3
    w.channels[:], w.incident[:], w.tension[:] = 0.3, 0.0, 0.5
    w.deal, w.talks, w.thaw = 0, 0.0, 0.0
    for name in ("engagement", "reassurance", "arms_talks"):
        s.lever(name, 0.0)
    return s


@pytest.mark.system("S54")
@pytest.mark.parametrize("contact", ["engagement", "reassurance", "arms_talks"])
def test_contacts_with_the_rival_carry_information(scene, contact):
    s = lines(scene)
    s.lever(contact, 1.0)
    assert s.run(MECHANISM, 20).channels[s.p.rival] > 0.45


@pytest.mark.system("S54")
def test_a_thaw_opens_a_line_to_the_proliferator(scene):
    s = lines(scene)
    s.w.thaw = 1.0
    assert s.run(MECHANISM, 20).channels[s.p.proliferator] > 0.6


def test_incidents_cut_the_line_to_the_challenger(scene):
    s = lines(scene)
    s.p.challenger[:] = s.p.rival
    s.w.incident[:] = 2.0
    after = s.run(MECHANISM, 20).channels
    assert after[s.p.rival] < 0.2
    assert after[s.p.proliferator] == pytest.approx(0.3)


def test_found_deception_makes_more_contact_worth_less(scene):
    honest, deceived = lines(scene), lines(scene)
    deceived.p.channels_deceit = 1.0
    for s in (honest, deceived):
        s.lever("engagement", 1.0)
    assert deceived.run(MECHANISM, 40).channels.mean() < honest.run(MECHANISM, 40).channels.mean() - 0.05
