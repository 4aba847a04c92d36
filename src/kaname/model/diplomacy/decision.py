"""How a government's diplomatic choice is asked and noted: values in a row of scratch, one choice, one event.

The seat's choice is that of model.world.seats: quantal response for a bot, the recorded answer for a person. The event
keeps the value of what was chosen, that of the best other choice, and the probability that the bot's rule gave it.

Clock: quarter. Units: stake (the challenger's is 1). Source: logit choice, McKelvey and Palfrey 1998.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.model.world.log import note
from kaname.model.world.seats import choose, probability
from kaname.model.world.turn import Turn

VALUES_ROW = 1
FIRST_INDEX = 20000
LOG_ROWS = 0


@kernel
def decide(w, p, turn: Turn, actor: int, question: int, kind: int, count: int, index: int) -> int:
    """The choice of `actor` among the `count` values in scratch row VALUES_ROW; noted as an event of `kind`.

    index: 0..1999, one for each choice of a quarter (see the callers' constants).
    """
    values = turn.scratch[VALUES_ROW]
    choice = choose(w, p, turn, actor, question, values, count, FIRST_INDEX + index)
    if turn.used[LOG_ROWS] < turn.log.shape[0]:
        other = best_other(values, count, choice)
        likely = probability(values, count, p.choice_precision, choice)
        note(w, turn, kind, actor, choice, values[choice], other, likely, 0.0, 0.0)
    return choice


@kernel
def best_other(values, count: int, choice: int) -> float:
    """The highest value among those not chosen."""
    first = 1 if choice == 0 else 0
    best = values[first]
    for i in range(count):
        if i != choice:
            best = max(best, values[i])
    return best


@kernel
def certainty(w, p) -> float:
    """How certain the ally holds the guarantee: its mean belief over contingencies that the protector would fight."""
    total = 0.0
    places = w.belief.shape[1]
    for k in range(places):
        total += w.belief[p.ally, k]
    return total / places
