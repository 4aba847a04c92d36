"""The games of `kaname calc`: a bargain before war, a threat that deters or not, a small game with imperfect choice.

Idea: the three published games that the crisis must agree with, on numbers of the class's own. Where a course is asked
for, it is exact at every point; nothing is drawn.
Reads: checked parameters (calculators). Writes: nothing. Units: the pie is 1; payoffs in any unit; lambda per unit.
Errors: InputError where the numbers do not make the game. Source: Fearon 1995; Zagare and Kilgour 2000; McKelvey and
Palfrey 1995 (see model.crisis.theory).
"""

from __future__ import annotations

from typing import Any

from kaname.core.errors import InputError

POINTS = 21
MOST_PRECISE_FIT = 30.0
"""Highest precision times spread of payoffs that is tried: beyond it a slip is rarer than one in a trillion."""
TRIED = 61


def bargaining(q: dict[str, float]) -> dict[str, Any]:
    """Return the range of bargains both prefer to war; the best demand with B's cost known, and unknown."""
    from kaname.model.crisis.theory import bargaining_range, best_offer

    chance, cost, highest = q["chance"], q["cost-a"], q["highest-cost-b"]
    low, high = bargaining_range(chance, cost, q["cost-b"])
    low, high = max(0.0, low), min(1.0, high)
    offer = best_offer(chance, cost, highest)
    return {
        "lowest_share_a_accepts": low, "highest_share_b_leaves_a": high, "width_of_the_range": high - low,
        "demand_if_cost_of_b_is_known": high, "demand_if_it_is_not": offer.demand,
        "chance_of_war_if_it_is_not": offer.war, "value_to_a_if_it_is_not": offer.value,
        "value_to_a_of_war": chance - cost,
        "demands": [_demand(k / (POINTS - 1), chance, cost, highest) for k in range(POINTS)],
    }  # fmt: skip


def _demand(demand: float, chance: float, cost: float, highest: float) -> list[float]:
    """Return a demand of A, the chance that B's cost is too low to accept it, and what it is worth to A."""
    war = min(1.0, max(0.0, (demand - chance) / highest))
    return [demand, war, demand * (1 - war) + (chance - cost) * war]


def deterrence(q: dict[str, float]) -> dict[str, Any]:
    """From which chance of defence a hard and a soft challenger hold back, and what attacking is worth to each."""
    from kaname.model.crisis.theory import deterrence_thresholds

    unopposed, quo, backing, conflict = q["unopposed"], q["status-quo"], q["backing-down"], q["conflict"]
    if not backing <= conflict < unopposed or not backing < quo < unopposed:
        raise InputError(
            "these payoffs make no game of deterrence", path="status-quo",
            hint="backing-down <= conflict < unopposed, and backing-down < status-quo < unopposed, are needed.",
        )  # fmt: skip
    hard, soft = deterrence_thresholds(unopposed, quo, backing, conflict)
    attacks = {"hard": q["defends"] < hard, "soft": q["defends"] < soft}
    share = q["hard"] * attacks["hard"] + (1 - q["hard"]) * attacks["soft"]
    course = [
        [d, d * conflict + (1 - d) * unopposed, d * backing + (1 - d) * unopposed, quo]
        for d in (k / (POINTS - 1) for k in range(POINTS))
    ]
    return {
        "hard_challenger_held_back_from": hard if hard <= 1 else None,
        "soft_challenger_held_back_from": soft,
        "hard_challenger": "attacks" if attacks["hard"] else "holds back",
        "soft_challenger": "attacks" if attacks["soft"] else "holds back",
        "chance_of_an_attack": share, "values_of_attacking": course,
    }  # fmt: skip


def qre(q: dict[str, float]) -> dict[str, Any]:
    """Return the logit equilibrium of a game of two by two, its course from uniform play, and lambda fitted to play."""
    from kaname.games.solve import solve, solve_path

    game = _two_by_two(q)
    (at,) = solve(game, q["lambda"]).points
    path = solve_path(game, 0.0, q["lambda"], POINTS).points if q["lambda"] > 0 else [at]
    up, left = at.probabilities[0][0], at.probabilities[1][0]
    return {
        "chance_of_row_1": up, "chance_of_column_1": left,
        "value_to_row": at.values[0], "value_to_column": at.values[1],
        "row_1_if_choice_were_perfect": _mixed(q["b11"] - q["b12"], q["b22"] - q["b21"]),
        "column_1_if_choice_were_perfect": _mixed(q["a11"] - q["a21"], q["a22"] - q["a12"]),
        **_fitted(q),
        "course": [[one.precision, one.probabilities[0][0], one.probabilities[1][0]] for one in path],
    }  # fmt: skip


def _two_by_two(q: dict[str, float]) -> Any:
    from kaname.games.form import Choice, Ending, game_of

    def answer(row: int) -> Choice:
        ends = [(f"column {c}", Ending([q[f"a{row}{c}"], q[f"b{row}{c}"]])) for c in (1, 2)]
        return Choice("column", ends, information_set="row not seen")

    return game_of("two by two", ["row", "column"], Choice("row", [(f"row {r}", answer(r)) for r in (1, 2)]))


def _mixed(first: float, second: float) -> float | None:
    """Return the chance of the first move that makes the other side indifferent; None where no chance inside 0..1 does.

    first, second: what the other side gains by its first move against the first, by its second against the second.
    """
    return second / (first + second) if first * second > 0 else None


FIT = ("fit", "fitted_lambda", "lambda_at_least_95", "lambda_at_most_95", "fitted_chance_of_row_1",
       "fitted_chance_of_column_1", "log_likelihood", "profile")  # fmt: skip


def _fitted(q: dict[str, float]) -> dict[str, Any]:
    """Lambda, chances and log likelihood of the play that was seen, where the likelihood has a peak; its profile.

    profile: [lambda, log likelihood, chance of row 1, chance of column 1] from uniform play to the most precise tried.
    The bounds are those of the likelihood-ratio test at 95 %; None where the profile does not fall so far on a side.
    """
    payoffs = [q[f"{side}{r}{c}"] for side in "ab" for r in (1, 2) for c in (1, 2)]
    spread = max(payoffs) - min(payoffs)
    if q["plays"] == 0:
        return {**dict.fromkeys(FIT), "fit": "no plays were seen", "profile": []}
    if spread == 0:
        return {**dict.fromkeys(FIT), "fit": ALIKE, "profile": []}
    seen = _Seen(q, spread)
    grid = [k * MOST_PRECISE_FIT / (TRIED - 1) for k in range(TRIED)]
    height = [seen.worth(precision) for precision in grid]
    best = max(range(TRIED), key=height.__getitem__)
    within = [
        precision for precision, one in zip(grid, height, strict=True) if height[best] - one <= HALF_CHI_SQUARE_95
    ]
    found: dict[str, Any] = dict.fromkeys(FIT)
    found["profile"] = [seen.row(precision) for precision in grid[:: (TRIED - 1) // (POINTS - 1)]]
    found["lambda_at_least_95"] = min(within) / spread if min(within) > 0 else None
    found["lambda_at_most_95"] = max(within) / spread if max(within) < MOST_PRECISE_FIT else None
    level = SAME_HEIGHT * max(1.0, abs(height[best]))
    if height[best] - min(height) <= level:
        return {**found, "fit": ALIKE}
    if height[best] - height[-1] <= level:
        return {**found, "fit": RISES}
    return {**found, **seen.peak(grid[max(0, best - 1)], grid[min(TRIED - 1, best + 1)])}


ALIKE = "none is estimated: every lambda fits alike"
RISES = "none is estimated: the larger lambda is, the better it fits, without end"
AT_ZERO = "at the edge: no lambda fits better than uniform play, 0"
PEAK = "at the peak of the likelihood"
SAME_HEIGHT = 1e-9
"""Part of a log likelihood by which two count as alike."""
HALF_CHI_SQUARE_95 = 1.920729
"""Half of the 95 % point of chi-square with one degree of freedom."""


class _Seen:
    """Play that was seen in one game, its payoffs divided by their spread."""

    def __init__(self, q: dict[str, float], spread: float) -> None:
        self.spread = spread
        self.row_payoffs, self.column_payoffs = (
            [[q[f"{side}{r}{c}"] / spread for c in (1, 2)] for r in (1, 2)] for side in "ab"
        )
        self.seen = q["seen-row-1"] * q["plays"], q["seen-column-1"] * q["plays"], q["plays"]

    def chances(self, precision: float) -> tuple[float, float]:
        """Return the chances of row 1 and column 1 at a precision per spread of payoffs."""
        from kaname.model.crisis.theory import logit_response

        return logit_response(self.row_payoffs, self.column_payoffs, precision)

    def worth(self, precision: float) -> float:
        """Return the log likelihood of the play that was seen."""
        from kaname.model.crisis.theory import log_likelihood

        return log_likelihood(*self.chances(precision), *self.seen)

    def row(self, precision: float) -> list[float]:
        """Return a row of the profile."""
        return [precision / self.spread, self.worth(precision), *self.chances(precision)]

    def peak(self, lowest: float, highest: float) -> dict[str, Any]:
        """Return the precision in lowest..highest at which the play that was seen is most likely, and what it gives."""
        from kaname.model.crisis.theory import fitted_precision

        precision = fitted_precision(self.row_payoffs, self.column_payoffs, *self.seen, highest=highest, lowest=lowest)
        at_zero = lowest == 0 and self.worth(0.0) >= self.worth(precision)
        precision = 0.0 if at_zero else precision
        up, left = self.chances(precision)
        return {"fit": AT_ZERO if at_zero else PEAK, "fitted_lambda": precision / self.spread,
                "fitted_chance_of_row_1": up, "fitted_chance_of_column_1": left,
                "log_likelihood": self.worth(precision)}  # fmt: skip


GAMES = {"bargaining": bargaining, "deterrence": deterrence, "qre": qre}
