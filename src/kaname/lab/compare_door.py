"""Compare: a page of cards and sliders, and the stream of pictures that a setting leads to.

Idea: the page itself needs no compiler and stands at once; its pictures come over server-sent events, the first from
few futures, the last from all. A newer question of the same tab, or a closed tab, ends the older. Every picture brings
the links that take its setting away: address, Python, command, bargain file, data, report.
Reads: scenarios, sessions. Writes: nothing. Errors: InputError for an address that is no setting.
"""

from __future__ import annotations

import csv
import io
import json
import secrets
import threading
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kaname.core.errors import KanameError, unknown_name
from kaname.lab.adoption import funnel
from kaname.lab.dose import Dose, dose, strip
from kaname.lab.front_door import card
from kaname.lab.job import FUTURES
from kaname.lab.levers import level, sliders
from kaname.lab.pages import check_language, language_of
from kaname.lab.picture import Picture, amount, difference_unit, picture, whose_name
from kaname.lab.resident import Resident
from kaname.lab.room_door import who
from kaname.lab.setting import Pair, Setting, asked_levers, read, scenario_of
from kaname.lab.taken import bargain_file, command_text, python_text
from kaname.report.charts.effects import effect_axis
from kaname.scenarios.load import load_bargain, shipped_scenarios
from kaname.study.growing import PIECES, SIZES
from kaname.words.catalogue import Catalogue
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.outcomes import SMALLEST_EFFECT

if TYPE_CHECKING:
    from kaname.study.session import Answer

LONGEST_TAB = 40
EVENT_STREAM = "text/event-stream"


async def compare(request: Request) -> Response:
    """Return the page of a setting; with show=1 its first picture stands in it (for a browser without scripts)."""
    check_language(request)
    said, lab = language_of(request), request.app.state.lab
    setting = read(request.query_params.multi_items())
    lab.resident.begin(setting.scenario)
    drawn = ""
    if request.query_params.get("show"):
        work = lab.queue.answers(_alone(), lambda stop: answers(lab.resident, setting, SIZES[:1], stop), who(request))
        async for made in work:
            if made is not None:
                drawn = fragment(lab.pages, said, setting, made, request)
    read_scenario = scenario_of(setting.scenario)
    scenarios = [(one, said.named("scenario", one, scenario_of(one).title), one == setting.scenario)
                 for one in shipped_scenarios()]  # fmt: skip
    return lab.pages.page(
        request, "compare.html", "compare", setting=setting, groups=sliders(said, setting), drawn=drawn,
        cards=[card(said, setting.scenario, name) for name in read_scenario.bargains], scenarios=scenarios,
        pinned=_named(said, setting.pinned), futures=SIZES[0], lang_now=said.language,
    )  # fmt: skip


async def stream(request: Request) -> Response:
    """Return the pictures of a setting as events: wait, picture (growing), done; or trouble with its sentence."""
    check_language(request)
    said, lab = language_of(request), request.app.state.lab
    setting, asker = read(request.query_params.multi_items()), who(request)
    # A tab is known by its browser too, so that nobody ends the work of another.
    tab = f"{asker} {request.query_params.get('tab', '')[:LONGEST_TAB] or _alone()}"
    lever = moved_last(request)

    async def events() -> AsyncIterator[str]:
        if not lab.resident.ready(setting.scenario):
            yield event("wait", {"said": said("waiting-compile")})
        try:
            work = lab.queue.answers(tab, lambda stop: answers(lab.resident, setting, SIZES, stop), asker)
            latest = None
            async for made in work:
                if made is None:
                    continue
                latest = made[0]
                yield event("picture", {"html": fragment(lab.pages, said, setting, made, request)})
            if latest is not None and lever:
                async for text in strips(lab, said, setting, latest, tab, asker, lever):
                    yield event("dose", {"html": text})
            yield event("done", {})
        except KanameError as trouble:
            yield event("trouble", {"said": str(trouble)})

    return StreamingResponse(events(), media_type=EVENT_STREAM, headers={"x-accel-buffering": "no"})


def moved_last(request: Request) -> str:
    """Return the lever that was moved last, as the address says, or nothing; InputError for what is no lever."""
    name = request.query_params.get("last", "")
    if name and name not in LEVERS:
        raise unknown_name("a lever", name, LEVERS, path="last")
    return name


async def strips(
    lab: Any, said: Catalogue, setting: Setting, answer: Answer, tab: str, asker: str, lever: str
) -> AsyncIterator[str]:  # fmt: skip
    """Yield the strip of the lever moved last, made as the refinements are."""
    shown = [row.column for row in picture(said, scenario_of(setting.scenario), answer).rows]

    def work(stop: threading.Event) -> Iterator[Dose]:
        yield dose(lab.resident.session(setting.scenario), setting, lever, shown, SIZES[0], stop)

    async for made in lab.queue.answers(tab, work, asker):
        yield strip_text(lab.pages, said, setting, made)


def strip_text(pages: Any, said: Catalogue, setting: Setting, made: Dose) -> str:
    """Return the part of the page that holds a strip."""
    name, _, whose = made.column.partition(".")
    outcome = (
        f"{said.outcome(name)} ({whose_name(said, scenario_of(setting.scenario), whose)})"
        if whose
        else said.outcome(name)
    )
    words = {"outcome": outcome, "unit": difference_unit(said, name), "futures": made.futures}
    alt = said("dose-alt", lever=said.lever(made.lever), **words, values=said("list-comma").join(
        f"{level(said, LEVERS[made.lever], value)} {amount(said, gap, made.column)}"
        for value, gap in zip(made.values, made.gaps, strict=True)))  # fmt: skip
    drawn = strip(said, made, setting.levels()[made.lever], alt)
    return str(pages.part("dose.html", said, lever=said.lever(made.lever), drawn=drawn, alt=alt, **words))


async def data(request: Request) -> Response:
    """Return all outcomes of a setting as CSV: levels, difference with interval, futures."""
    lab = request.app.state.lab
    setting = read(request.query_params.multi_items())
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["outcome", "as_is", "setting", "difference", "low", "high", "futures"])
    work = lab.queue.answers(_alone(), lambda stop: answers(lab.resident, setting, SIZES, stop), who(request))
    last = [made[0] async for made in work if made is not None][-1]
    table.writerows(_data_row(last, name) for name in last.columns)
    return PlainTextResponse(text.getvalue(), headers=_download("kaname.csv"), media_type="text/csv")


async def file(request: Request) -> Response:
    """Return the setting as a bargain file, which `kaname compare` reads."""
    setting = read(request.query_params.multi_items())
    return PlainTextResponse(bargain_file(setting), headers=_download("mine.yaml"), media_type="application/yaml")


def answers(
    resident: Resident, setting: Setting, sizes: tuple[int, ...], stop: threading.Event
) -> Iterator[tuple[Answer, Answer | None] | None]:  # fmt: skip
    """Yield the growing answer of a setting at each of the sizes, with that of the pinned one beside it.

    Between sizes, None is yielded after each piece of work, so that whoever waits longer can be answered first.
    """
    pieces = tuple(size for size in PIECES if size <= sizes[-1])
    session = resident.session(setting.scenario)
    mine = session.refine(asked_levers(setting.scenario, setting.mine), pieces, stop)
    if setting.pinned is None:
        yield from ((answer, None) if answer.futures in sizes else None for answer in mine)
        return
    beside = session.refine(asked_levers(setting.scenario, setting.pinned), pieces, stop)
    yield from (both if both[0].futures in sizes else None for both in zip(mine, beside, strict=True))


def fragment(
    pages: Any, said: Catalogue, setting: Setting, made: tuple[Answer, Answer | None], request: Request
) -> str:  # fmt: skip
    """Return the part of the page that holds a picture."""
    answer, pinned = made
    drawn = picture(said, scenario_of(setting.scenario), answer, pinned)
    axis = effect_axis(SMALLEST_EFFECT, said("scale-worse"), said("scale-better"), said("scale-small"))
    token = pages.tokens.token(pages.tokens.cookie(request))
    return str(pages.part(
        "picture.html", said, drawn=drawn, axis=axis, headline=headline(said, drawn, bool(answer.levers)), token=token,
        more=answer.futures < SIZES[-1], last=SIZES[-1], query=setting.query(lang=said.language), plain=setting.query(),
        pinned=setting.pinned,
        pin=setting.pin().query(lang=said.language), unpin=setting.unpin().query(lang=said.language),
        python=python_text(setting), command=command_text(setting), smallest=SMALLEST_EFFECT,
        places=[(name, said.named("place", name, place.name))
                for name, place in scenario_of(setting.scenario).contingencies.items()],
        report_futures=FUTURES, asked=len(answer.levers),
        funnel=funnel(said, answer, pinned),
    ))  # fmt: skip


def headline(said: Catalogue, drawn: Picture, moved: bool) -> list[str]:
    """Return what a picture shows, in sentences made from its rows."""
    if not moved:
        return [said("headline-nothing-asked")]
    counts = drawn.counts
    if not counts["better"] + counts["worse"]:
        return [said("headline-none", futures=drawn.futures), _small(said, drawn)]
    lines = [said("headline-some", futures=drawn.futures, better=counts["better"], worse=counts["worse"])]
    most = drawn.most
    if most is not None:
        name = f"{most.name} ({most.whose})" if most.whose else most.name
        lines.append(said("headline-most", outcome=name, change=most.change, unit=most.difference_unit, word=most.word))
    return [*lines, _small(said, drawn)]


def event(name: str, content: dict[str, Any]) -> str:
    """Return one server-sent event; its data is a single line of JSON."""
    return f"event: {name}\ndata: {json.dumps(content, ensure_ascii=False)}\n\n"


def _small(said: Catalogue, drawn: Picture) -> str:
    counts = drawn.counts
    return said("headline-small", count=counts["small"] + counts["same"], unclear=counts["unclear"] + counts["few"])


def _named(said: Catalogue, pair: Pair | None) -> str:
    if pair is None:
        return ""
    name = said.named("bargain", pair.bargain, load_bargain(pair.bargain).name)
    return said("pinned-moved", name=name, count=len(pair.moved)) if pair.moved else name


def _data_row(answer: Answer, name: str) -> list[Any]:
    pair, place = answer.pairs[name], answer.columns.index(name)
    now = answer.reference[answer.alive, place].mean()
    return [name, f"{now:.12g}", f"{answer.column(name).mean():.12g}", pair["mean"], pair["low"], pair["high"],
            int(answer.alive.sum())]  # fmt: skip


def _alone() -> str:
    """Return a tab of its own, for an answer that no later question should end."""
    return secrets.token_hex(8)


def _download(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


ROUTES = (
    Route("/compare", compare),
    Route("/compare/stream", stream),
    Route("/compare/data.csv", data),
    Route("/compare/mine.yaml", file),
)
