"""Output of `kaname crisis solve`: one equilibrium as a table, a branch as a table, CSV rows, JSON, a chart.

Reads: a game and its solutions. Writes: nothing. Units: probabilities; precision per unit of payoff; values in payoffs.
Eighty columns are enough for every line.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from kaname.games.form import Game
from kaname.games.solve import Solution, Solved

COLUMNS_OF_BRANCH = 5
NARROW, WIDE, ACTION = 14, 28, 24


def data_of(game: Game, at: Solved, branch: Solved | None) -> dict[str, Any]:
    """Return the answer as JSON data; `path` is there when a branch was asked for."""
    data = {"title": game.title, **_one(game, at.points[0]), "method": at.method, "notes": at.notes}
    if branch is not None:
        data["path"] = [_one(game, point) for point in branch.points]
        data["notes"] = list(dict.fromkeys([*at.notes, *branch.notes]))
    return data


def _one(game: Game, solution: Solution) -> dict[str, Any]:
    sets = game.information_sets
    return {
        "lambda": solution.precision,
        "probabilities": {
            player: [
                dict(zip(sets[one].actions, solution.probabilities[one], strict=True)) for one in game.sets_of(place)
            ]
            for place, player in enumerate(game.players)
        },
        "values": dict(zip(game.players, solution.values, strict=True)),
    }


def table_of(game: Game, at: Solved) -> str:
    """Return the table of one equilibrium: player, information set, action, probability; then what the game is worth to
    each.
    """
    (found,) = at.points
    lines = [*_head(game), f"lambda {found.precision:g}, {at.method}", ""]
    lines.append(f"{'player':<{NARROW}} {'information set':<{WIDE}} {'action':<{ACTION}} {'chance':>9}")
    for player, held, action, place, number in _rows(game):
        lines.append(f"{player} {held} {action} {found.probabilities[place][number]:>9.4f}")
    lines += ["", f"{'player':<{NARROW}} {'value of the game':>18}"]
    lines += [f"{_fit(one, NARROW)} {value:>18.4f}" for one, value in zip(game.players, found.values, strict=True)]
    return "\n".join(lines)


def branch_table(game: Game, branch: Solved) -> str:
    """Return the branch at a few of its points, in its order; the CSV file holds them all."""
    count = len(branch.points)
    shown = sorted({round(n * (count - 1) / (COLUMNS_OF_BRANCH - 1)) for n in range(COLUMNS_OF_BRANCH)})
    points = [branch.points[n] for n in shown]
    lines = [*_head(game), f"{branch.method}: {len(points)} of {count} points", ""]
    lines.append(f"{'lambda':<32}" + "".join(f"{one.precision:>9.4g}" for one in points))
    for player, held, action, place, number in _rows(game, player=9, held=10, action=11):
        chances = "".join(f"{point.probabilities[place][number]:>9.4f}" for point in points)
        lines.append(f"{player} {held} {action}{chances}")
    for place, player in enumerate(game.players):
        lines.append(f"{'value to ' + _words(player):<32.32}" + "".join(f"{one.values[place]:>9.3g}" for one in points))
    return "\n".join(lines)


def _head(game: Game) -> list[str]:
    sets = sum(len(game.sets_of(place)) for place in range(len(game.players)))
    title = _words(game.title) or "a game without a title"
    return [title[:80], f"{len(game.players)} players, {len(game.nodes)} nodes, {sets} information sets of players"]


def _rows(
    game: Game, player: int = NARROW, held: int = WIDE, action: int = ACTION
) -> list[tuple[str, str, str, int, int]]:
    """Cells of every action in the order of players and their information sets; what repeats is left empty."""
    rows = []
    for place, name in enumerate(game.players):
        for order, one in enumerate(game.sets_of(place)):
            label = f"{order + 1} {game.information_sets[one].label}"
            for number, said in enumerate(game.information_sets[one].actions):
                first = number == 0
                rows.append((_fit(name if first and order == 0 else "", player), _fit(label if first else "", held),
                             _fit(said, action), one, number))  # fmt: skip
    return rows


def _words(text: str) -> str:
    return " ".join(text.split())


def _fit(text: str, width: int) -> str:
    text = _words(text)
    return f"{text if len(text) <= width else text[: width - 1] + '~':<{width}}"


def csv_of(game: Game, points: list[Solution]) -> str:
    """Return a row a point of the branch: lambda, every action's probability, every player's value."""
    names, places = ["lambda"], []
    for player, name in enumerate(game.players):
        for order, one in enumerate(game.sets_of(player)):
            names += [f"{name}/{order + 1}/{action}" for action in game.information_sets[one].actions]
            places.append(one)
    rows = [
        [point.precision, *(p for place in places for p in point.probabilities[place]), *point.values]
        for point in points
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*names, *(f"value/{player}" for player in game.players)])
    writer.writerows(rows)
    return out.getvalue()


def chart_of(game: Game, points: list[Solution]) -> str:
    """Return the branch as an SVG picture, one panel an information set."""
    from kaname.report.charts.branch import Panel, branch_chart

    panels = []
    for player, name in enumerate(game.players):
        for order, one in enumerate(game.sets_of(player)):
            held = game.information_sets[one]
            title = _words(f"{name} {order + 1} {held.label}")
            panels.append(Panel(title, [_words(action) for action in held.actions],
                                [point.probabilities[one] for point in points]))  # fmt: skip
    return branch_chart(_words(game.title), [point.precision for point in points], panels)
