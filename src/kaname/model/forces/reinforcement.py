"""Reinforcement in stated phases: what the protector has promised of days and sizes is prepared, or is words.

Formula: prepared moves to (arrival_commitment x promise_keeping[type]) by one speed upwards, by another downwards; it
begins as usual = commitment at the start x prepared_kept. What is prepared beyond the usual
    takes reinforcement_days x it off the days from release until the first phase, in the campaign and in every
    government's expectation of a fight;
    is delivered on every issue (commitments.ledger), and is seen, a sunk cost, with the forces that are present
    (perception.signals).
Stocks in place, lift on call and plans rehearsed are the difference between a date and a hope: the ally can plan what
it has to hold, and until when (the exchange of Pollmann 2019). A promise under a leadership that does not keep it
prepares less than it says, and what was prepared is lost as stocks are drawn down.

Clock: quarter. Units: shares, days. Source: pollmann2019, fearon_1997 (sunk costs), csis_first_battle_2023 (arrival
decides); form ours. Systems S10, S42.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import approach, clip
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.levers import LEVER

ARRIVAL_COMMITMENT = LEVER["arrival_commitment"]


@kernel
def reinforcement(w, p, turn: Turn) -> None:
    """Write how far reinforcement is prepared, and how far beyond the usual."""
    usual = p.lever_start[ARRIVAL_COMMITMENT] * p.prepared_kept
    if turn.quarter == 0:
        w.prepared = usual
    goal = w.lever[ARRIVAL_COMMITMENT] * p.promise_keeping[w.administration]
    speed = p.reinforcement_gain if goal > w.prepared else p.reinforcement_loss
    w.prepared = clip(approach(w.prepared, goal, speed), 0.0, 1.0)
    w.prepared_beyond = w.prepared - usual


FIELDS = (
    Field("prepared", (), "share", 0, 1, "public",
          "How far the protector's reinforcement in stated phases is prepared (stocks, lift, rehearsed plans)."),
    Field("prepared_beyond", (), "signed share", -1, 1, "public",
          "How far reinforcement is prepared beyond what was usual at the start."),
)  # fmt: skip
PARAMS = (
    Param("reinforcement_gain", (), "1/quarter", 0, 1, "Speed at which reinforcement is prepared."),
    Param("reinforcement_loss", (), "1/quarter", 0, 1, "Speed at which what was prepared is lost."),
    Param("reinforcement_days", (), "days", 0, 60,
          "Days that full preparation saves, against none, until the first reinforcement."),
    Param("prepared_kept", (), "share", 0, 1,
          "Share of the commitment at the start that is in the days of transit as they are known."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Reinforcement promised in stated phases is prepared as far as the promise is kept, and saves days.",
    source=("pollmann2019", "fearon_1997", "csis_first_battle_2023"),
    systems=("S10", "S42"),
    run=reinforcement,
)
