"""Claims are read with line numbers; the package's own are whole, used and say where they stand in a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kaname.core.errors import InputError, InputErrors
from kaname.evidence.load import DATA
from kaname.scenarios.claims import Claim, chosen, load_claims, shipped_claims
from kaname.scenarios.injects import Inject
from kaname.scenarios.smallest import smallest_effects
from kaname.words.outcomes import BY_NAME

GOOD = """author: somebody2024
scenario: us-japan
claims:
  - id: R01
    claim: Readiness deters the challenge.
    passage: "Section 2: a first answer within days."
    crisis: {place: senkaku, date: 2028Q2}
    arms:
      ready: {levers: {first_responder_readiness: 1}}
      shaken: {injects: [{at: 8, set: {thaw: 0.5}}, {at: eve, conduct: {taiwan: abstained}}]}
    lines:
      - {outcome: seizures.senkaku, arm: ready, expect: lower}
      - {outcome: [wars.taiwan, wars.senkaku], less: wars.cyber, terms: {ready: 1, shaken: -1}, expect: open}
      - {outcome: crisis.acts, arm: shaken, other: ready, expect: higher, matters: 0.02, why: "A reason of three."}
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_claims_is_read_with_arms_lines_and_sizes(tmp_path: Path) -> None:
    (found,) = load_claims(_file(tmp_path, GOOD))
    assert (found.id, found.author, found.crisis) == ("R01", "somebody2024", ("senkaku", "2028Q2"))
    assert found.arms["shaken"].injects[1] == Inject("eve", conduct={"taiwan": "abstained"})
    first, second, third = found.lines
    assert first.terms == (("ready", 1.0), ("as_is", -1.0))
    assert first.matters == smallest_effects()["seizures"].size
    assert second.columns == (("wars.taiwan", 1.0), ("wars.senkaku", 1.0), ("wars.cyber", -1.0))
    assert (third.in_crisis, third.matters, third.why) == (True, 0.02, "A reason of three.")


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("arm: ready, expect", "arm: redy, expect", 12, "ready"),
        ("other: ready", "other: raedy", 14, "ready"),
        ("ready: 1, shaken: -1", "ready: 1, shaken: -2", 13, "sum to 0"),
        ("expect: lower", "expect: down", 12, "lower"),
        ("crisis: {place: senkaku, date: 2028Q2}", "scope: of this place", 14, "needs `crisis"),
        ("[wars.taiwan, wars.senkaku]", "[wars.taiwan, crisis.war]", 13, "do not mix"),
        ("outcome: seizures.senkaku", "outcome: seizure.senkaku", 12, "stated nowhere"),
        ("at: 8", "at: soon", 10, "2030Q1"),
        ("abstained", "abstain", 10, "abstained"),
        ("    arms:", "    cannot_run: for want of arms\n    arms:", 4, "cannot_run with the reason"),
        ("id: R01", "id: r01", 4, "capital letters"),
        ("passage: ", "passges: ", 6, "passage"),
    ],
)
def test_what_cannot_be_meant_is_answered_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, wanted: str
) -> None:
    assert old in GOOD
    with pytest.raises((InputError, InputErrors)) as trouble:
        load_claims(_file(tmp_path, GOOD.replace(old, new, 1)))
    assert f"mine.yaml:{line}" in str(trouble.value)
    assert wanted in str(trouble.value)


def test_a_claim_that_is_there_twice_or_is_not_there_is_named(tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("claims:\n")[2]
    with pytest.raises((InputError, InputErrors), match="R01 is listed twice"):
        load_claims(_file(tmp_path, twice))
    with pytest.raises(InputError, match="C01"):
        chosen(shipped_claims(), ("C010",))


def test_all_forty_six_claims_are_there_with_a_passage_and_a_rival_theory() -> None:
    claims = shipped_claims()
    assert [one.id for one in claims] == [f"C{number:02d}" for number in range(1, 47)]
    assert all(one.passage and one.rival and one.scope for one in claims)
    assert all(line.matters > 0.0 and line.why for one in claims for line in one.lines)


@pytest.mark.parametrize("one", shipped_claims(), ids=lambda one: one.id)
def test_every_arm_of_a_claim_is_used_and_every_system_of_it_exists(one: Claim) -> None:
    used = {arm for line in one.lines for arm, _ in line.terms}
    assert set(one.arms) - {"as_is"} <= used
    systems = {row["id"] for row in json.loads((DATA / "systems.json").read_text("utf-8"))["systems"]}
    assert one.systems
    assert set(one.systems) <= systems
    assert any(not line.aside for line in one.lines) or one.cannot_run


def test_every_smallest_effect_is_of_an_outcome() -> None:
    assert {name for name in smallest_effects() if not name.startswith("crisis.")} <= set(BY_NAME)
    assert all(len(one.why.split()) >= 3 for one in smallest_effects().values())
