"""Countries, treaties and statutes are data: no name of a country and no code of an actor stands in the code.

Docstrings are left out, since they may cite literature; so are comments.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, python_files, short, words_of_code

ACTOR_CODES = {"us", "usa", "jp", "jpn", "cn", "chn", "kp", "prk", "kr", "rok", "tw", "twn", "ru", "rus", "aus"}
STEMS = (
    "japan america china chinese korea taiwan russia australia philippin vietnam asean india washington tokyo beijing "
    "pyongyang seoul taipei moscow senkaku diaoyu okinawa guam hawaii nato soviet"
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
