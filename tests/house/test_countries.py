"""Countries, treaties and statutes are data: no name of a country, a place in dispute, a party or an actor's code
stands in the code, and no id that only one scenario has.

Docstrings are left out, since they may cite literature; so are comments.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaname.scenarios.load import load_scenario, shipped_scenarios
from kaname.words.axes import FIXED_AXES
from tests.house.sources import PACKAGE, python_files, short, words_of_code

ACTOR_CODES = {"us", "usa", "jp", "jpn", "cn", "chn", "prc", "kp", "prk", "dprk", "kr", "rok", "tw", "twn", "ru", "rus",
               "aus", "jsdf", "sdf", "pla", "usfj", "usfk", "ldp", "cdp", "kmt", "dpp", "ccp", "gop"}  # fmt: skip
STEMS = (
    "japan nippon america china chinese sino korea hanguk taiwan formosa russia australia philippin filipin vietnam "
    "asean india british britain french france german europe washington tokyo beijing pyongyang seoul taipei moscow "
    "canberra manila hanoi senkaku diaoyu takeshima dokdo kuril spratly paracel scarborough yeonpyeong ryukyu nansei "
    "okinawa yonaguni kyushu honshu hokkaido kadena guam hawaii nato soviet komeito kuomintang republican democrat "
    "politburo kantei pentagon yasukuni"
).split()
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""Words of prose, snake_case and CamelCase alike; digits and signs part them."""


CURRENCY = re.compile(r"\bUS dollars?\b")
"""A currency is a unit, not a country."""


def names_a_country(word: str) -> bool:
    """Whether a word is the code of an actor (us, US, not Us) or begins as the name of a country or place does."""
    is_code = word in (word.lower(), word.upper()) and word.lower() in ACTOR_CODES
    return is_code or any(word.lower().startswith(stem) for stem in STEMS)


def named_countries(path: Path) -> list[str]:
    """Every word in the code of a file that names a country, a capital, a disputed place or an actor."""
    return [
        f"{short(path)}:{line} {word!r} in {text[:60]!r}"
        for line, text in words_of_code(path)
        for word in WORD.findall(CURRENCY.sub("", text))
        if names_a_country(word)
    ]


def test_no_country_is_named_in_the_code() -> None:
    assert [found for path in python_files(PACKAGE) for found in named_countries(path)] == []


def test_the_search_finds_names_codes_and_literals_but_not_docstrings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.house.test_countries.short", lambda path: path.name)
    code = '"""Of Japan."""\njp_share = 1\ndef f(x):\n    """China."""\n    return x["US"], f"{x} Tokyo", x.usage\n'
    (tmp_path / "m.py").write_text(code)
    assert [found.split()[1] for found in named_countries(tmp_path / "m.py")] == ["'jp'", "'US'", "'Tokyo'"]


def test_no_id_that_only_a_scenario_has_stands_in_the_code() -> None:
    """An engine that asks for a contingency, a cohort or a scenario by its id knows one alliance and no other."""
    fixed = {member for members in FIXED_AXES.values() for member in members}
    own: set[str] = set(shipped_scenarios())
    for name in shipped_scenarios():
        scenario = load_scenario(name)
        own |= {*scenario.contingencies, *scenario.axes["cohort"].members, *scenario.bargains} - {"as_is"}
    found = [
        f"{short(path)}:{line} {text!r}"
        for path in python_files(PACKAGE)
        for line, text in words_of_code(path)
        if text in own - fixed
    ]
    assert found == []
