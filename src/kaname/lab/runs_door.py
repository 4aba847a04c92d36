"""The shelf of the library: runs on this disk, opened, set beside each other, deleted after a question; reports made.

Idea: what changes something is a form with a token, and comes back to the shelf. A report is a page of its own with
scripts of its own, so it is served in a sandbox that can reach nothing of the laboratory.
Reads: the folder of runs. Writes: reports into it; removes runs. Errors: InputError for what is not on the shelf.
"""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from kaname.core.errors import InputError
from kaname.lab.guard import REPORT_POLICY
from kaname.lab.job import bargains_of
from kaname.lab.making import OPEN
from kaname.lab.pages import form_of, given, language_of
from kaname.lab.setting import read, scenario_of
from kaname.lab.shelf import REPORT, Level, folder_of, levels, remove, shelf
from kaname.lab.taken import MINE
from kaname.report.numbers import measure
from kaname.scenarios.load import load_bargain, shipped_bargains, shipped_scenarios
from kaname.words.outcomes import BY_NAME

SEE_OTHER = 303
PLACES = 2


async def runs(request: Request) -> Response:
    """Return the page of the shelf."""
    asked, lab = given(request, "deleted"), request.app.state.lab
    shelved = await asyncio.to_thread(shelf, lab.runs)
    return lab.pages.page(
        request, "runs.html", "library", shelved=shelved, jobs=lab.making.jobs, open_states=OPEN,
        working=any(job.state in OPEN for job in lab.making.jobs), deleted=asked["deleted"][:80],
        scenario=lambda name: _scenario(request, name), bargain=lambda name: _bargain(request, name),
    )  # fmt: skip


async def report(request: Request) -> Response:
    """Return the report of a run, in a sandbox."""
    asked, lab = given(request, "run"), request.app.state.lab
    path = folder_of(lab.runs, asked["run"]) / REPORT
    if not path.is_file():
        raise InputError("it has no report", path=asked["run"], hint=f"Type: kaname report {path.parent}")
    return FileResponse(path, media_type="text/html", headers={
        "content-security-policy": f"{REPORT_POLICY}; sandbox allow-scripts allow-downloads allow-popups",
        "cache-control": "no-store"})  # fmt: skip


async def two(request: Request) -> Response:
    """Return two runs beside each other: what is held or lost under the bargains that both have."""
    asked, lab = given(request, "run", "other"), request.app.state.lab
    say = language_of(request)
    folders = [folder_of(lab.runs, asked[name]) for name in ("run", "other")]

    def rows() -> list[Level]:
        from kaname.api.run import Run

        return levels(*map(Run, folders))

    made = [_row(request, level) for level in await asyncio.to_thread(rows)]
    groups = {
        name: [row for row in made if row["bargain"] == name] for name in dict.fromkeys(r["bargain"] for r in made)
    }
    return lab.pages.page(
        request, "two_runs.html", "library", first=asked["run"], second=asked["other"], groups=groups,
        title=say("library-two"),
    )  # fmt: skip


async def question(request: Request) -> Response:
    """Return the question before a run is deleted."""
    asked, lab = given(request, "run"), request.app.state.lab
    folder_of(lab.runs, asked["run"])
    return lab.pages.page(request, "delete_run.html", "library", run=asked["run"])


async def delete(request: Request) -> Response:
    """Delete a run; back to the shelf, which says so."""
    fields, lab = await form_of(request, "run"), request.app.state.lab
    await asyncio.to_thread(remove, lab.runs, fields["run"])
    return _back(request, deleted=fields["run"])


async def make(request: Request) -> Response:
    """Begin the full report of a setting; to the shelf, where it can be watched."""
    fields, lab = await form_of(request, "setting"), request.app.state.lab
    setting = read(parse_qsl(fields["setting"], keep_blank_values=True))
    bargains_of(setting)
    lab.making.start(setting, language_of(request).language)
    return _back(request)


async def stop(request: Request) -> Response:
    """Stop a report that is being made; back to the shelf."""
    fields, lab = await form_of(request, "run"), request.app.state.lab
    lab.making.stop(fields["run"])
    return _back(request)


def _row(request: Request, level: Level) -> dict[str, str]:
    say = language_of(request)
    name, _, whose = level.outcome.partition(".")
    how = measure(BY_NAME[name].unit)
    first, second = (
        say("interval", mean=say.number(mean, PLACES), low=say.number(low, PLACES), high=say.number(high, PLACES))
        for mean, low, high in ([value * how.factor for value in side] for side in (level.first, level.second))
    )
    return {"bargain": _bargain(request, level.bargain), "outcome": say.outcome(name), "first": first,
            "whose": _actor(request, whose), "second": second,
            "unit": say.unit(BY_NAME[name].unit),
            "word": say("library-apart") if level.apart else say("library-overlap")}  # fmt: skip


def _actor(request: Request, name: str) -> str:
    names = {
        actor.id: actor.name for scenario in shipped_scenarios() for actor in scenario_of(scenario).actors.values()
    }
    return language_of(request).named("actor", name, names.get(name, name)) if name else ""


def _scenario(request: Request, name: str) -> str:
    known = name in shipped_scenarios()
    return language_of(request).named("scenario", name, scenario_of(name).title if known else name)


def _bargain(request: Request, name: str) -> str:
    if name == MINE:
        return language_of(request)("library-mine")
    known = name in shipped_bargains()
    return language_of(request).named("bargain", name, load_bargain(name).name if known else name)


def _back(request: Request, **beside: str) -> Response:
    pairs = {"lang": language_of(request).language, **beside}
    return RedirectResponse(f"/library?{urlencode(pairs)}", SEE_OTHER)


ROUTES = (
    Route("/library", runs),
    Route("/library/report", report),
    Route("/library/two", two),
    Route("/library/delete", question, methods=["GET"]),
    Route("/library/delete", delete, methods=["POST"]),
    Route("/library/stop", stop, methods=["POST"]),
    Route("/compare/report", make, methods=["POST"]),
)
