"""Section with the map and, for each place, opportunities used, distances, days to arrive, airfields as counts.

Coast only: no border, no owner and no name of a disputed islet. Positions are middles of wide areas; airfields are
counts a region, never sites. Reads: View, report.places, figures of the manifest. Writes: nothing.
Source: Natural Earth (data/map/NOTICE); figures as listed in the register.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaname.report.charts.map import Circle, draw_map, frame_of
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, tag
from kaname.report.numbers import percent, tidy
from kaname.report.places import Places, Spot, load_places
from kaname.report.robustness import SMALL
from kaname.report.sections.fold import fold, table
from kaname.report.view import View
from kaname.words.axes import PARTIES

FIGURES = ("transit_first", "transit_second", "civil_airfields")


def where(view: View) -> Safe | None:
    """Return the section; nothing where the run counts no opportunities by place."""
    names = list(view.summary.get("names", {}).get("contingency", {}))
    if not names or any(f"opportunities.{name}" not in view.columns for name in names):
        return None
    places = load_places()
    used = _used(view, names)
    known = [name for name in names if name in places.contingencies]
    if not known:
        return fold(
            "where",
            view.say("page-title-where"),
            True,
            tag("p", view.say("page-no-places")),
            _table(view, names, places, used),
        )
    drawn = _figure(view, known, places, used)
    return fold(
        "where",
        view.say("page-title-where"),
        True,
        tag("p", view.say("page-where")),
        drawn,
        _table(view, names, places, used),
    )


def _used(view: View, names: list[str]) -> dict[str, tuple[int, int]]:
    """Challenges and opportunities under the reference, by place."""
    alive = view.run.alive[view.run.reference]
    columns = [f"{kind}.{name}" for name in names for kind in ("challenges", "opportunities")]
    rows = view.run.columns(view.run.reference, columns)
    total = {name: int(np.sum(values[alive])) for name, values in rows.items()}
    return {name: (total[f"challenges.{name}"], total[f"opportunities.{name}"]) for name in names}


def _figure(view: View, names: list[str], places: Places, used: Mapping[str, tuple[int, int]]) -> Safe:
    origin = places.regions[-1] if places.regions else None
    circles = [_circle(view, name, places.contingencies[name], origin, used[name]) for name in names]
    absent = [
        view.name("contingency", n) for n in view.summary.get("names", {}).get("contingency", {}) if n not in names
    ]
    sentence = view.say(
        "page-map-caption", reference=view.reference, origin=origin.name if origin else "", source=places.source
    ) + (view.say("page-off-map", places=view.say("list-comma").join(absent)) if absent else "")
    alt = " ".join(circle.tip for circle in circles)
    drawn = draw_map(frame_of(places.window), places.rings, places.regions, origin, circles, alt)
    rows: list[list[Cell]] = [
        [view.name("contingency", n), places.contingencies[n].lon, places.contingencies[n].lat, *used[n],
         places.contingencies[n].distance(origin) if origin else None]
        for n in names
    ]  # fmt: skip
    data = Table(["where", "lon", "lat", "challenges", "opportunities", "km"], rows)
    return figure("map", view.say("page-map-heading"), tag("div", drawn, class_="scroll", tabindex=0), sentence, data,
                  say=view.say)  # fmt: skip


def _circle(view: View, name: str, spot: Spot, origin: Spot | None, used: tuple[int, int]) -> Circle:
    challenges, opportunities = used
    label, share = view.name("contingency", name), challenges / opportunities if opportunities else 0.0
    few = opportunities < SMALL
    told = _told(view, used)
    note = f"{spot.distance(origin):,} km" if origin else ""
    return Circle(spot, share, label, note, few, f"{label}{view.say('colon')}{told}{view.say('page-stop')}")


def _told(view: View, used: tuple[int, int]) -> str:
    challenges, opportunities = used
    text = view.say("page-used", challenges=challenges, opportunities=opportunities)
    if opportunities < SMALL:
        return text
    return text + view.say("page-in-brackets", words=percent(challenges / opportunities, view.say.language))


def _table(view: View, names: list[str], places: Places, used: Mapping[str, tuple[int, int]]) -> Safe:
    """Distances, days and airfields by region, as counts."""
    figures = {key: _by_place(view, key) for key in FIGURES}
    near = {name: _near(view, places, name) for name in names}
    rows = [
        [view.name("contingency", name), _told(view, used[name]), near[name], _main(view, name),
         *[_value(view, figures[key], name) for key in FIGURES]]
        for name in names
    ]  # fmt: skip
    head = [
        view.say("page-column-where"), view.say("page-column-under", reference=view.reference),
        *[view.say(f"page-column-{name}") for name in ("km", "airfields", *FIGURES)],
    ]  # fmt: skip
    heading = tag("h4", view.say("page-distances"))
    return tag("div", heading, tag("p", view.say("page-airfields")), table(head, rows, "places"))


def _near(view: View, places: Places, name: str) -> str:
    spot = places.contingencies.get(name)
    return (
        "; ".join(f"{region.name} {spot.distance(region):,}" for region in places.regions)
        if spot
        else view.say("page-no-place")
    )


def _figures_of(view: View) -> Mapping[str, Any]:
    figures = view.run.manifest.get("figures", {})
    return figures if isinstance(figures, Mapping) else {}


def _by_place(view: View, key: str) -> Mapping[str, Any]:
    """Return the values of a figure by contingency, wherever its id ends so."""
    for name, one in _figures_of(view).items():
        if name.split(".")[-1] == key and isinstance(one, Mapping) and isinstance(one.get("values"), Mapping):
            return one["values"]
    return {}


def _value(view: View, values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return tidy(float(value)) if isinstance(value, (int, float)) else view.say("page-not-said")


def _main(view: View, name: str) -> str:
    """Main airfields within reach by party: stock times the share within reach, whole ones."""
    stock, reach = _by_place(view, "stock"), _by_place(view, "base_share").get(name)
    roles = view.run.manifest.get("scenario", {}).get("contingencies", {}).get(name, {})
    if not isinstance(reach, Mapping) or not stock:
        return view.say("page-not-said")
    told = []
    for party in PARTIES:
        of = stock.get(str(roles.get(party)))
        if isinstance(of, Mapping) and isinstance(of.get("base"), (int, float)) and party in reach:
            told.append(f"{view.say(f'role-{party}')} {int(of['base'] * reach[party])}")
    return view.say("list-comma").join(told) or view.say("page-not-said")
