"""The Claims door: every claim a card with its passage; run from the page, and shown as the library returns it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest

from kaname.lab.audits import MOST, Audits, run_claim, shipped_verdicts
from kaname.lab.claims_door import all_claims, conditions_of
from kaname.lab.setting import read
from kaname.lab.work import Crowded
from kaname.scenarios.claims import Claim
from kaname.study.claims.verdict import VERDICTS
from kaname.words.catalogue import LANGUAGES, catalogue
from tests.lab.asking import Asker
from tests.lab.test_crisis_door import links
from tests.lab.test_law_door import plain

RUN, PATIENCE, PAUSE = "C34", 20.0, 0.02
RESULT: dict[str, Any] = {
    "verdict": "holds", "futures": 200, "command": "kaname claims audit us-japan", "meaning": dict(VERDICTS),
    "reasons": None,
    "lines": [{"sentence": "fear: lower under help than as it is", "unit": "index", "low": -0.2, "mean": -0.1,
               "high": -0.05, "share": [0.93, 0.9, 0.96], "verdict": "holds"}],
}  # fmt: skip


def settled(audits: Audits) -> Audits:
    """Audits once none is being run."""
    end = time.monotonic() + PATIENCE
    while audits.working and time.monotonic() < end:
        time.sleep(PAUSE)
    return audits


def with_audits(asker: Asker, audits: Audits) -> Asker:
    object.__setattr__(asker.app.state.lab, "audits", audits)
    return asker


def form(asker: Asker, **fields: str) -> dict[str, str]:
    text = asker.ask("/claims?lang=en").text
    return {"token": text.partition('name="token" value="')[2].partition('"')[0], **fields}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_has_a_card_with_its_passage(asker: Asker, language: str) -> None:
    text = unescape(asker.ask(f"/claims?lang={language}").text)
    assert [claim.id for claim in all_claims() if f'id="{claim.id}"' not in text] == []
    named = catalogue(language).named
    assert [claim.id for claim in all_claims() if named("claim", claim.id, claim.claim) not in text] == []
    assert [claim.id for claim in all_claims() if named("claim", f"{claim.id}.scope", claim.scope) not in text] == []
    assert [claim.id for claim in all_claims() if claim.passage not in text] == []
    assert [claim.id for claim in all_claims() if claim.cannot_run and claim.cannot_run not in text] == []


def test_authors_and_verdicts_have_names_in_both_languages() -> None:
    wanted = [f"author-{claim.author}" for claim in all_claims()]
    wanted += [f"claim-verdict-{name.replace(' ', '-')}" for name in VERDICTS]
    assert [one for language in LANGUAGES for one in wanted if not catalogue(language).has(one)] == []


def test_two_authors_stand_beside_each_other(asker: Asker) -> None:
    text = asker.ask("/claims?author=soeya2001&other=solomon2018&lang=en").text
    assert "authors beside" in text
    shown = {claim.author for claim in all_claims() if f'id="{claim.id}"' in text}
    assert shown == {"soeya2001", "solomon2018"}


def test_the_levers_of_an_arm_lead_to_the_compare_page(asker: Asker) -> None:
    led = links(asker.ask("/claims?lang=en").text, "/compare")
    settings = [read([tuple(pair.split("=")) for pair in one.partition("?")[2].split("&")]) for one in led[1:]]  # type: ignore[misc]
    assert len(settings) > 20
    assert any(setting.mine.moved for setting in settings)


def test_a_claim_is_run_from_its_card_and_shows_what_the_library_returned(asker: Asker) -> None:
    audits = Audits(lambda claim, futures, levers: {**RESULT, "futures": futures})
    with_audits(asker, audits)
    assert "run here" not in plain(asker.ask("/claims?lang=en").text)
    answer = asker.post("/claims/run?lang=en", form(asker, claim=RUN, futures="500"))
    assert answer.headers["location"].endswith(f"#{RUN}")
    settled(audits)
    text = plain(asker.ask("/claims?lang=en").text)
    assert "after 500 futures of each arm" in text
    assert "\u22120.100 (\u22120.200 to \u22120.050)" in text
    assert "(run here)" in text
    assert "Run again" in text


def test_until_a_claim_is_run_its_card_shows_the_verdict_of_the_audit_that_came_along(asker: Asker) -> None:
    text = plain(asker.ask("/claims?lang=en").text)
    shipped = shipped_verdicts()
    assert {claim.id for claim in all_claims()} <= set(shipped)
    assert text.count("(the audit that came with this version)") == sum(bool(one["lines"]) for one in shipped.values())
    assert any(one["reasons"] and one["reasons"]["fails"] for one in shipped.values())
    assert all(one["reasons"]["fails"]["sentence"] in text for one in shipped.values()
               if one["reasons"] and one["reasons"]["fails"])  # fmt: skip


def test_conditions_are_sliders_under_which_a_claim_is_run_again(asker: Asker) -> None:
    given: list[dict[str, float]] = []

    def run(claim: Claim, futures: int, levers: Mapping[str, float]) -> dict[str, Any]:
        given.append(dict(levers))
        return RESULT

    audits = Audits(run)
    with_audits(asker, audits)
    text = asker.ask("/claims?lang=en").text
    assert 'name="set.used.coordination_use"' in text
    moved = {"set.used.coordination_use": "0.5", "set.on_paper.coordination_use": "0", "set.years": "5"}
    asker.post("/claims/run?lang=en", form(asker, claim=RUN, futures="200", **moved))
    settled(audits)
    assert given == [{"used.coordination_use": 0.5, "years": 5.0}]
    told = plain(asker.ask("/claims?lang=en").text).partition("under other conditions:")[2]
    assert (
        told.replace("(", " ").replace(")", " ").split()[:7] == "Use of the coordination mechanism used 0.50;".split()
    )
    assert "Years 5" in " ".join(told.split())


@pytest.mark.parametrize(
    ("value", "wanted"), [("0", "1..60"), ("2.5", "whole"), ("x", "set.years"), ("nan", "set.years")]
)
def test_years_that_cannot_be_are_refused(asker: Asker, value: str, wanted: str) -> None:
    audits = with_audits(asker, Audits(lambda *_: RESULT)).app.state.lab.audits
    answer = asker.post("/claims/run?lang=en", form(asker, claim=RUN, futures="200", **{"set.years": value}))
    assert answer.status_code == 400
    assert wanted in plain(answer.text)
    assert audits.by_id == {}


def test_figures_of_rival_theories_are_sliders_and_leave_as_they_stand_what_is_not_moved(asker: Asker) -> None:
    conditions = dict(conditions_of(next(claim for claim in all_claims() if claim.id == "C18")))
    assert conditions["figure.dispositional_share"] == 0.5
    assert conditions["years"] == 7.0
    assert 'name="set.figure.dispositional_share"' in asker.ask("/claims?lang=ja").text


@pytest.mark.parametrize("value", ["9", "-1", "nan", "x", "1e400", "0x1"])
def test_a_condition_outside_its_range_is_refused(asker: Asker, value: str) -> None:
    audits = with_audits(asker, Audits(lambda *_: RESULT)).app.state.lab.audits
    moved = {"set.used.coordination_use": value}
    answer = asker.post("/claims/run?lang=en", form(asker, claim=RUN, futures="200", **moved))
    assert answer.status_code == 400
    assert "outside 0..1" in plain(answer.text)
    assert audits.by_id == {}


def test_a_claim_is_run_only_from_a_page_of_ours_and_within_its_choices(asker: Asker) -> None:
    audits = with_audits(asker, Audits(lambda *_: RESULT)).app.state.lab.audits
    assert asker.post("/claims/run", {"claim": RUN, "futures": "200"}).status_code == 403
    for fields in ({"claim": "C999", "futures": "200"}, {"claim": RUN, "futures": "201"}, {"claim": RUN}):
        assert asker.post("/claims/run?lang=en", form(asker, **fields)).status_code == 400
    assert audits.by_id == {}


def test_what_goes_wrong_is_told_on_the_card(asker: Asker) -> None:
    def broken(claim: Claim, futures: int, levers: Mapping[str, float]) -> dict[str, Any]:
        raise ValueError("the disk is full")

    audits = Audits(broken)
    with_audits(asker, audits)
    asker.post("/claims/run?lang=en", form(asker, claim=RUN, futures="200"))
    settled(audits)
    assert "the disk is full" in plain(asker.ask("/claims?lang=en").text)


def test_few_claims_wait() -> None:
    import threading

    go = threading.Event()
    audits = Audits(lambda claim, futures, levers: RESULT if go.wait(PATIENCE) else RESULT)
    for claim in [claim for claim in all_claims() if claim.lines][:MOST]:
        audits.start(claim, 200)
    with pytest.raises(Crowded):
        audits.start([claim for claim in all_claims() if claim.lines][MOST], 200)
    go.set()
    assert len(settled(audits).by_id) == MOST


def test_the_library_runs_one_claim_for_a_card() -> None:
    claim = next(claim for claim in all_claims() if claim.id == RUN)
    result = run_claim(claim, 20, {"used.coordination_use": 0.5})
    assert result["id"] == RUN
    assert result["arms"]["used"] == "coordination_use 0.5"
    assert "--set used.coordination_use=0.5" in result["command"]
    assert result["verdict"] in VERDICTS
    assert result["lines"]
    assert "kaname claims audit us-japan --claims C34" in result["command"]
