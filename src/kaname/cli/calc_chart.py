"""The charts of `kaname calc`: one SVG a calculation.

salvo: chance of each loss, by side. lanchester: both forces by day. missile-defence: chance of each number of leakers.
airfield: share of bases closed and of aircraft left by day. bargaining: chance of war and value by demand. deterrence:
value of attacking by chance of defence. qre: chances over lambda. Reads: an answer. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COLOURS = ["#b2182b", "#2166ac", "#666666"]


def chart_of(name: str, asked: Mapping[str, float], answer: Mapping[str, Any]) -> str:
    """Return the chart of one calculation, as SVG text."""
    import altair as alt
    import vl_convert

    mark, x, y, rows = DRAWN[name](asked, answer)
    base = alt.Chart(alt.Data(values=rows))
    lines = list(dict.fromkeys(row["what"] for row in rows))
    scale = alt.Scale(domain=lines, range=COLOURS[: len(lines)])
    colour = alt.Color("what:N", title=None, scale=scale)
    if mark == "bar":
        drawn = base.mark_bar().encode(
            x=alt.X("x:O", title=x, axis=alt.Axis(labelOverlap=True, format="~g")), xOffset="what:N",
            y=alt.Y("y:Q", title=y), color=colour,
        )  # fmt: skip
    else:
        drawn = base.mark_line().encode(x=alt.X("x:Q", title=x), y=alt.Y("y:Q", title=y), color=colour)
    return str(vl_convert.vegalite_to_svg(drawn.properties(width=480, height=260, title=name).to_dict()))


Drawn = tuple[str, str, str, list[dict[str, Any]]]


def _salvo(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    rows = [
        {"x": loss, "y": chance, "what": f"side {side.upper()}"}
        for side in ("a", "b") for loss, chance in answer[f"loss_{side}_chances"]
    ]  # fmt: skip
    return "bar", "units lost", "chance", rows


def _lanchester(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    rows = [
        {"x": row[0], "y": row[place], "what": side}
        for place, side in ((1, "side A"), (2, "side B")) for row in answer["course"]
    ]  # fmt: skip
    return "line", "day", "force left", rows


def _missile_defence(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    rows = [
        {"x": leakers, "y": chance, "what": what}
        for key, what in (("leakers", "drawn"), ("leakers_exact", "exact")) for leakers, chance in answer[key]
    ]  # fmt: skip
    return "bar", "missiles that get through", "chance", rows


def _airfield(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    aircraft = max(1.0, asked["aircraft"])
    rows = [{"x": row[0], "y": row[1], "what": "bases closed"} for row in answer["course"]]
    rows += [{"x": row[0], "y": row[2] / aircraft, "what": "aircraft left"} for row in answer["course"]]
    return "line", "day", "share", rows


def _columns(rows: list[list[float]], names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return one line per column after the first, which runs along the picture."""
    return [{"x": row[0], "y": row[place], "what": name} for place, name in enumerate(names, 1) for row in rows]


def _bargaining(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    rows = _columns(answer["demands"], ("chance of war", "value to A"))
    return "line", "demand of A, cost of B unknown", "chance, share of the pie", rows


def _deterrence(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    rows = _columns(answer["values_of_attacking"], ("attack, hard", "attack, soft", "status quo"))
    return "line", "chance that the defender defends", "payoff of the challenger", rows


def _qre(asked: Mapping[str, float], answer: Mapping[str, Any]) -> Drawn:
    return "line", "lambda", "chance", _columns(answer["course"], ("row 1", "column 1"))


DRAWN = {
    "salvo": _salvo, "lanchester": _lanchester, "missile-defence": _missile_defence, "airfield": _airfield,
    "bargaining": _bargaining, "deterrence": _deterrence, "qre": _qre,
}  # fmt: skip
