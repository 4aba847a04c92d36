"""The plan of a class does what it says: each address that a class opens shows what stands beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.lab.asking import Asker, laboratory
from tests.lab.test_law_door import plain

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "tutorials" / "a-class-in-ninety-minutes.md"
STEPS = re.findall(r'^- `(/[^`]*)`: "([^"]+)"$', GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_guide_has_steps_for_every_door() -> None:
    doors = {address.partition("?")[0].split("/")[1] for address, _ in STEPS}
    assert doors == {"", "compare", "claims", "law", "crisis", "library"}


@pytest.mark.parametrize(("address", "words"), STEPS)
def test_an_address_of_the_guide_shows_what_stands_beside_it(tmp_path: Path, address: str, words: str) -> None:
    answer = Asker(laboratory(tmp_path / "runs")).ask(address)
    assert answer.status_code == 200
    assert words in plain(answer.text)
