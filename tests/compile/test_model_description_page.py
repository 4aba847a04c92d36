"""The description of the whole model types no count by hand, and has every part that its protocol asks for."""

from __future__ import annotations

import re

from kaname.compile.model_description_page import counts, lines, template
from kaname.model.engine.catalogue import mechanisms

PARTS = (
    "I.i I.ii I.iii II.i II.ii II.iii II.iv II.v II.vi II.vii II.viii II.ix II.x III.i III.ii III.iii III.iv".split()
)


def test_no_number_is_typed_but_the_years_of_the_protocol() -> None:
    assert set(re.findall(r"\d+", template())) == {"2006", "2020", "2013"}


def test_every_count_is_used_and_none_is_empty() -> None:
    named = set(re.findall(r"\{(\w+)\}", template()))
    assert named == set(counts())
    assert "" not in counts().values()
    assert "0" not in counts().values()


def test_every_part_of_the_protocol_has_a_heading_and_every_mechanism_a_line() -> None:
    page = "\n".join(lines())
    assert [part for part in PARTS if f"### {part} " not in page] == []
    assert [m.name for m in mechanisms() if f"| [{m.name}](mechanisms/{m.name}.md) |" not in page] == []
