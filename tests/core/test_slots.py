"""The registry of slots is append-only: past entries keep their number."""

from __future__ import annotations

from kaname.core.random import SLOT_STRIDE
from kaname.core.slots import NAMES, SLOT

# The registry as it stood in version 0.1.0. Add later entries to the end; never edit those that stand here.
PAST = """
parameter administration leader_image election_ally growth_common growth_country threat_incident opinion_shock
base_incident blame consent compliance burden_shock presence_shock programme_tests programme_success arsenal_shock
sanctions_choice thaw deal friction_shock framework wedge revision signal_statement signal_presence signal_exercise
signal_tariff signal_reassurance signal_reversal picture_capability picture_resolve delay_recognition delay_cabinet
delay_parliament delay_joint opportunity resolve_type law_type crisis_move misread campaign_plan missile_layer_upper
missile_layer_lower missile_hits salvo_air salvo_sea salvo_submarine landing battle_choice proliferation
adversary_reaction adversary_lag competition surprise information cyber_attribution seat_choice approval
leader_reelection crisis_late
""".split()


def test_past_entries_never_move():
    assert list(NAMES[: len(PAST)]) == PAST


def test_no_name_stands_twice_and_every_number_fits_the_counter():
    assert len(set(NAMES)) == len(NAMES)
    assert len(NAMES) < 2**32 // SLOT_STRIDE
    assert all(SLOT[name] == number for number, name in enumerate(NAMES))
