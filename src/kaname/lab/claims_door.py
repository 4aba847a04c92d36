"""The Claims door: what the authors claim, as cards: passage, conditions, verdict, where it fails; run again.

Idea: a card shows what the file of claims holds and, once it was run, what `kaname.claims` returns; nothing is judged
here. Until a claim is run its card shows the audit that came with this version. The levers of its arms, the years and
the figures of rival theories are sliders under which it is run again; levers lead to the Compare page.
Reads: the shipped claims. Writes: nothing. Errors: InputError for an author, a claim or a number that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kaname.core.errors import InputError, unknown_name
from kaname.core.number_text import number_from
from kaname.evidence.load import load_evidence
from kaname.lab.audits import shipped_verdicts
from kaname.lab.levers import STEPS, form_of_lever, level
from kaname.lab.pages import form_of, given, language_of
from kaname.lab.setting import Pair, Setting, lever_value, scenario_of, written
from kaname.report.words import plain_name
from kaname.scenarios.claim_conditions import BETWEEN, FIGURE, YEARS, levers_of, with_conditions
from kaname.scenarios.claims import FEWEST_YEARS, REFERENCE, Claim, shipped_claims
from kaname.scenarios.load import shipped_scenarios
from kaname.study.claims.words import arm_words, change_words
from kaname.words.catalogue import Catalogue
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.params import BACKED_BY_NAME

FUTURES = (200, 500, 1000, 2000)
SET = "set."
"""Begins the name of a field that holds a lever of an arm."""
SEE_OTHER = 303
LONGEST_YEARS = 30.0
SWITCH = "switch"
BELOW = {"fails", "cannot tell", "too small to matter", "depends"}


@lru_cache(maxsize=1)
def all_claims() -> tuple[Claim, ...]:
    """Return the shipped claims, read once."""
    return shipped_claims()


async def claims(request: Request) -> Response:
    """Return all claims, or those of an author, or of two authors beside each other."""
    asked, lab, say = given(request, "author", "other"), request.app.state.lab, language_of(request)
    authors = list(dict.fromkeys(claim.author for claim in all_claims()))
    for name in ("author", "other"):
        if asked[name] and asked[name] not in authors:
            raise unknown_name("an author of claims", asked[name], authors, path=name)
    shown = [name for name in (asked["author"], asked["other"]) if name] or authors
    columns = [(name, [_card(say, claim) for claim in all_claims() if claim.author == name])
               for name in dict.fromkeys(shown)]  # fmt: skip
    return lab.pages.page(
        request, "claims.html", "claims", columns=columns, authors=authors, chosen=asked["author"],
        other=asked["other"], audits=lab.audits.by_id, working=lab.audits.working, sizes=FUTURES,
        bound=_bound(say), condition_words=condition_words, below=BELOW, shipped=shipped_verdicts(),
    )  # fmt: skip


async def run(request: Request) -> Response:
    """Begin to run a claim; back to its card."""
    known = (SET + name for claim in all_claims() for name, _ in conditions_of(claim))
    fields = await form_of(request, "claim", "futures", "author", "other", *dict.fromkeys(known))
    lab, say = request.app.state.lab, language_of(request)
    by_id = {claim.id: claim for claim in all_claims()}
    if fields["claim"] not in by_id:
        raise unknown_name("a claim", fields["claim"], by_id, path="claim")
    if fields["futures"] not in map(str, FUTURES):
        raise InputError(f"it is none of {', '.join(map(str, FUTURES))}", path="futures", found=fields["futures"][:20])
    claim = by_id[fields["claim"]]
    if not claim.lines:
        raise InputError(claim.cannot_run, path=claim.id)
    lab.audits.start(claim, int(fields["futures"]), _moved(claim, fields))
    pairs = {"lang": say.language, **{name: fields[name] for name in ("author", "other") if fields[name]}}
    return RedirectResponse(f"/claims?{urlencode(pairs)}#{claim.id}", SEE_OTHER)


def _card(say: Catalogue, claim: Claim) -> dict[str, Any]:
    arms = [(arm_words(name), change_words(change), _address(say, claim, name)) for name, change in claim.arms.items()
            if name != REFERENCE]  # fmt: skip
    return {"claim": claim, "arms": arms, "conditions": [_condition(say, *one) for one in conditions_of(claim)]}


@dataclass(frozen=True)
class Condition:
    """A condition of a claim as a slider: a lever of an arm, the years, a figure; shown: its value as it is read."""

    name: str
    arm: str
    title: str
    low: str
    high: str
    step: str
    value: str
    shown: str
    factor: float
    suffix: str
    places: int


def conditions_of(claim: Claim) -> Iterator[tuple[str, float]]:
    """Yield the conditions that a page sets, with their values: levers of arms, years, figures of rival theories."""
    for arm, lever, value in levers_of(claim):
        yield f"{arm}{BETWEEN}{lever}", value
    if not claim.lines or claim.scenario not in shipped_scenarios():
        return
    yield YEARS, float((claim.run or {}).get(YEARS, scenario_of(claim.scenario).years))
    figures, named = load_evidence().figures, {name for theory in claim.theories for name in theory.parameters}
    for name in sorted(named & figures.keys()):
        drawn = figures[name].distribution
        if drawn is not None and not BACKED_BY_NAME[name].dims and drawn.kind != SWITCH:
            yield f"{FIGURE}{BETWEEN}{name}", float(drawn.median)


def condition_words(say: Catalogue, name: str) -> str:
    """Return what a condition is called."""
    if name == YEARS:
        return say("claims-years")
    arm, _, rest = name.partition(BETWEEN)
    return say("claims-figure", name=plain_name(rest)) if arm == FIGURE else say.lever(rest)


def _plain_condition(say: Catalogue, name: str, value: float) -> Condition:
    """Return a slider for years or a figure."""
    if name == YEARS:
        low, high, step, places = float(FEWEST_YEARS), LONGEST_YEARS, 1.0, 0
    else:
        param = BACKED_BY_NAME[name.partition(BETWEEN)[2]]
        low, high, places = param.low, param.high, 2
        step = (high - low) / STEPS
    return Condition(
        SET + name, "", condition_words(say, name), written(low), written(high), written(step), written(value),
        say.number(value, places), 1.0, "", places,
    )  # fmt: skip


def _condition(say: Catalogue, name: str, value: float) -> Condition:
    arm, _, lever = name.partition(BETWEEN)
    if name == YEARS or arm == FIGURE:
        return _plain_condition(say, name, value)
    declared = LEVERS[lever]
    factor, suffix, places = form_of_lever(say, declared)
    return Condition(
        f"{SET}{arm}{BETWEEN}{lever}", arm_words(arm), say.lever(lever), written(declared.low), written(declared.high),
        written((declared.high - declared.low) / STEPS), written(value), level(say, declared, value), factor, suffix,
        places,
    )  # fmt: skip


def _moved(claim: Claim, fields: Mapping[str, str]) -> dict[str, float]:
    """Return the conditions that a form sets elsewhere than the claim does, checked."""
    moved = {}
    for name, value in conditions_of(claim):
        arm, _, lever = name.partition(BETWEEN)
        text = fields.get(SET + name, "")
        if not text or text == written(value):
            continue
        if name == YEARS or arm == FIGURE:
            moved[name] = number_from(text[:20], path=SET + name)
        else:
            moved[name] = lever_value(lever, text, f"{SET}{arm}{BETWEEN}")
    with_conditions(claim, moved)
    return moved


def _address(say: Catalogue, claim: Claim, arm: str) -> str:
    """Return the Compare page with the levers of an arm, where it moves levers within their ranges and its start is
    known.
    """
    levers = {name: float(value) for name, value in getattr(claim.arms[arm], "levers", {}).items()
              if name in LEVERS and LEVERS[name].low <= value <= LEVERS[name].high}  # fmt: skip
    if not levers or claim.scenario not in shipped_scenarios():
        return ""
    ordered = {name: levers[name] for name in LEVERS if name in levers}
    return f"/compare?{Setting(claim.scenario, Pair(moved=ordered)).query(lang=say.language)}"


def _bound(say: Catalogue) -> Any:
    def bound(line: dict[str, Any]) -> str:
        """Return a line's difference with its interval, written as the language does."""
        low, mean, high = (say.number(line[name], 3, sign=True) for name in ("low", "mean", "high"))
        return say("interval", mean=mean, low=low, high=high)

    return bound


ROUTES = (Route("/claims", claims),)
RUN = (Route("/claims/run", run, methods=["POST"]),)
