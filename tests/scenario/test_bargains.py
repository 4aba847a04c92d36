"""Is this a bargain? What a sound one gives, and an example of each refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kaname.core.errors import KanameError
from kaname.evidence.load import Evidence
from kaname.scenario.load import load_bargain, load_file
from kaname.scenario.records import Bargain, Scenario, Start
from kaname.scenario.vocabulary import Vocabulary

FIRM = "firm_promise.yaml"


def test_a_sound_bargain_gives_what_it_says(folder: Path, vocabulary: Vocabulary, evidence: Evidence) -> None:
    found = load_bargain(folder / FIRM, vocabulary, evidence)
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


def test_things_as_they_are_move_no_lever(tmp_path: Path, vocabulary: Vocabulary, evidence: Evidence) -> None:
    text = "id: as_is\nname: As is\njudgement: what is already law or budgeted\nsummary: Nothing is added to what is.\n"
    (tmp_path / "as_is.yaml").write_text(text + "adds: []\nlevers: {}\n", encoding="utf-8")
    found = load_bargain("as_is", vocabulary, evidence, tmp_path)
    assert (found.levers, found.adds, found.source) == ({}, (), ())


def test_consent_that_is_left_out_is_the_levers_own(
    change: Callable[[str, str, str], Path], vocabulary: Vocabulary, evidence: Evidence
) -> None:
    file = change(FIRM, "      consent: [protector_executive]\n", "")
    assert load_bargain(file, vocabulary, evidence).levers["clarity"].consent is None


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
]


@pytest.mark.parametrize(("part", "instead", "said"), REFUSED, ids=[case[2][:40] for case in REFUSED])
def test_what_is_wrong_is_told_with_line_and_help(
    change: Callable[[str, str, str], Path],
    vocabulary: Vocabulary,
    evidence: Evidence,
    part: str,
    instead: str,
    said: str,
) -> None:
    file = change(FIRM, part, instead)
    with pytest.raises(KanameError) as caught:
        load_bargain(file, vocabulary, evidence)
    assert said in str(caught.value)
    assert f"{FIRM}:" in str(caught.value)


def test_a_file_is_known_for_what_it_is(folder: Path, vocabulary: Vocabulary, evidence: Evidence) -> None:
    assert isinstance(load_file(folder / FIRM, vocabulary, evidence), Bargain)
    assert isinstance(load_file(folder / "strait.yaml", vocabulary, evidence), Scenario)
    assert load_file(folder / "strait_poor.yaml", vocabulary, evidence).id == "strait_poor"
