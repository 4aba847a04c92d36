"""Is this a bargain? What a sound one gives, and an example of each refusal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.core.errors import KanameError
from kaname.evidence.load import Evidence
from kaname.scenarios.load import load_bargain, load_file
from kaname.scenarios.records import Bargain, Scenario, Start

FILES = Path(__file__).parent / "files"
FIRM = "firm_promise.yaml"
FILE_LAG = re.compile(r"      lag_quarters: .*\n")


def test_a_sound_bargain_gives_what_it_says(folder: Path, evidence: Evidence) -> None:
    found = load_bargain(folder / FIRM, evidence)
    clarity = found.levers["clarity"]
    assert (clarity.to.value, clarity.lag.value, clarity.lag.unit) == (0.9, 1.0, "years")
    assert clarity.consent == ("protector_executive",)
    assert clarity.cost["protector"].distribution is not None
    assert clarity.source == ("made_up",)
    assert found.own_start == Start(2004, 2)
    second = found.codings["second"].levers["clarity"]
    assert (second.to.value, second.asks, second.passage) == (0.8, "more", "it will come")
    assert (second.lag, second.cost, second.consent) == (clarity.lag, clarity.cost, clarity.consent)
    assert set(found.figures()) == {
        "firm_promise.levers.clarity.to",
        "firm_promise.levers.clarity.adopt.lag_quarters",
        "firm_promise.levers.clarity.adopt.cost.protector",
        "firm_promise.codings.second.levers.clarity.to",
    }


def test_things_as_they_are_move_no_lever(tmp_path: Path, evidence: Evidence) -> None:
    text = "id: as_is\nname: As is\njudgement: what is already law or budgeted\nsummary: Nothing is added to what is.\n"
    (tmp_path / "as_is.yaml").write_text(text + "adds: []\nlevers: {}\n", encoding="utf-8")
    found = load_bargain("as_is", evidence, tmp_path)
    assert (found.levers, found.adds, found.source) == ({}, (), ())


def test_consent_that_is_left_out_is_the_levers_own(
    change: Callable[[str, str, str], Path], evidence: Evidence
) -> None:
    file = change(FIRM, "      consent: [protector_executive]\n", "")
    assert load_bargain(file, evidence).levers["clarity"].consent is None


REFUSED = [
    ("name: Firm promise", "nam: Firm promise", "name is missing from a bargain. Is nam meant to be name?"),
    ("source: made_up\nsummary", "summary", "exactly one of source, judgement must be in a bargain"),
    ("source: made_up\nsummary", "source: nobody\nsummary", "nobody is not the key of a source"),
    ("summary: The protector says plainly that it will come, and pays for it.", "summary: Firm.", "too short"),
    ("adds:\n  - A plain public promise for the island.", "adds: words", "words is not a list"),
    ("levers:\n  clarity:", "levers:\n  clearity:", "firm_promise.yaml:9 levers.clearity: clearity is not a lever. N"),
    ("to: {value: 0.9", "to: {value: 9", "9 is outside 0..1 (unit: share). Write 0.09."),
    ("to: {value: 0.9, unit: share", "to: {value: 0.9, unit: days", "clarity is in share, not in days"),
    ("to: {value: 0.9", "to: {values: {pr: 0.9}, by: actor", "clarity cannot be by actor. Allowed: no axis"),
    ("consent: [protector_executive]", "consent: [protector_exec]", "Nearest: protector_executive"),
    ("unit: years", "unit: share", "share cannot become quarters"),
    ("{value: 1, unit: years", "{values: {pr: 1}, by: actor, unit: years", "one value is needed here, not values by"),
    ("unit: bn USD 2023 per year", "unit: bn USD 2023", "cannot become bn USD 2023 per year"),
    ("        protector:", "        us:", "'us' is not a side that pays: protector or ally"),
    ("    adopt:", "    adapt:", "adapt is not part of a lever of a bargain. Nearest: adopt."),
    ("    source: made_up\ncod", "cod", "exactly one of source, judgement must be in a lever of a bargain"),
    ("    source: made_up\ncod", "    source: no_one\ncod", "levers.clarity.source: no_one is not the key of a source"),
    ("quarter: 2}", "quarter: 0}", "0 is outside 1..4"),
    ("    levers:\n      clarity:", "    levers:\n      clarty:", "levers.clarty: clarty is not a lever"),
    (
        "    source: made_up\ncod",
        "    source: made_up\n    asks: mor\ncod",
        "mor is not what is asked of a lever. Nearest: more",
    ),
    (
        "    source: made_up\ncod",
        "    source: made_up\n    then: 0.3\ncod",
        "levers.clarity.then: 0.3 is a bare number",
    ),
    (
        "    source: made_up\ncod",
        "    source: made_up\n    passage: come\ncod",
        "levers.clarity.passage: 'come' is too short",
    ),
    (
        "      consent: [protector_executive]\n      lag_quarters",
        "      lag_quarter",
        "lag_quarter is not part of an adoption. Nearest: lag_quarters",
    ),
    ("  second:", "  first:", "'first' is not the name of a further coding, such as second"),
    ("  second:", "  between:", "'between' is not the name of a further coding, such as second"),
    (
        "        to: {value: 0.8",
        "        to: {value: 1.8",
        "codings.second.levers.clarity.to.value: 1.8 is outside 0..1",
    ),
    (
        "        to: {value: 0.8",
        "        at: {value: 0.8",
        "codings.second.levers.clarity.at: at is not part of a reading",
    ),
    ("own_start: {year: 2004, quarter: 2}", "own_start: {year: 4, quarter: 2}", "4 is outside 1945..2100"),
    (
        "own_start: {year: 2004, quarter: 2}",
        "takes_effect: {year: 2027, quarter: 2}",
        "takes_effect is not part of a bargain",
    ),
]


@pytest.mark.parametrize(("part", "instead", "said"), REFUSED, ids=[case[2][:40] for case in REFUSED])
def test_what_is_wrong_is_told_with_line_and_help(
    change: Callable[[str, str, str], Path],
    evidence: Evidence,
    part: str,
    instead: str,
    said: str,
) -> None:
    file = change(FIRM, part, instead)
    with pytest.raises(KanameError) as caught:
        load_bargain(file, evidence)
    assert said in str(caught.value)
    assert f"{FIRM}:" in str(caught.value)


def test_a_file_is_known_for_what_it_is(folder: Path, evidence: Evidence) -> None:
    assert isinstance(load_file(folder / FIRM, evidence), Bargain)
    assert isinstance(load_file(folder / "strait.yaml", evidence), Scenario)
    assert load_file(folder / "strait_poor.yaml", evidence).id == "strait_poor"


def test_a_lag_that_no_list_knows_is_asked_for(change: Callable[[str, str, str], Path], evidence: Evidence) -> None:
    lag = FILE_LAG.search((FILES / FIRM).read_text(encoding="utf-8"))
    assert lag is not None
    file = change(FIRM, lag.group(), "")
    with pytest.raises(KanameError, match=r"levers.clarity: how long clarity takes .* is not known. Write adopt: {lag"):
        load_bargain(file, evidence)


def test_what_a_bargain_does_not_say_comes_from_the_lists(
    change: Callable[[str, str, str], Path], evidence: Evidence
) -> None:
    from dataclasses import replace

    figure = load_bargain(change(FIRM, "quarter: 2", "quarter: 3"), evidence).levers["clarity"].to
    listed = {
        "lever_lag.clarity": replace(figure, id="lever_lag.clarity", unit="quarters", value=3.0),
        "lever_price.clarity.ally": replace(figure, id="lever_price.clarity.ally", unit="bn USD 2023 per year"),
        "lever_past.clarity": replace(figure, id="lever_past.clarity", value={"2004": 0.25, "2013": 0.5}, by=("year",)),
    }
    known = replace(evidence, figures={**evidence.figures, **listed})
    text = (FILES / FIRM).read_text(encoding="utf-8")
    adopt = text[text.index("    adopt:") : text.index("    source: made_up\ncod")]
    clarity = load_bargain(change(FIRM, adopt, ""), known).levers["clarity"]
    assert (clarity.lag.value, clarity.consent, clarity.cost, clarity.then) == (3.0, None, {}, 0.25)
    assert set(clarity.price) == {"ally"}


def test_a_cost_of_its_own_replaces_the_prices_of_the_lever(folder: Path, evidence: Evidence) -> None:
    from dataclasses import replace

    price = replace(load_bargain(folder / FIRM, evidence).levers["clarity"].to, id="lever_price.clarity.ally")
    known = replace(evidence, figures={**evidence.figures, price.id: price})
    clarity = load_bargain(folder / FIRM, known).levers["clarity"]
    assert (set(clarity.cost), clarity.price) == ({"protector"}, {})
