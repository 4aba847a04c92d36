"""The shipped bargains: what each asks for is read from its author's own words, twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.scenarios.records import Bargain, LeverChange

AUTHORS = {
    "heginbotham2018": "000_c355e37be995d56a.txt",
    "soeya2001": "001_8b235b29f87bfb3c.txt",
    "pacificforum2013": "002_4e032f9675961198.txt",
    "pollmann2019": "003_5c1f8e053afdbc71.txt",
    "solomon2018": "004_144dd75949ae36c8.txt",
}
FLAGSHIP = load_scenario("us-japan")
CODED = [name for name in FLAGSHIP.bargains if name != "as_is"]
SIGNS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


def plain(text: str) -> str:
    """Letters as they are, quotation marks of one kind, no case, single blanks."""
    return " ".join(text.translate(SIGNS).casefold().split())


def readings(bargain: Bargain) -> list[LeverChange]:
    """Every lever of every coding."""
    further = [change for coding in bargain.codings.values() for change in coding.levers.values()]
    return [*bargain.levers.values(), *further]


@pytest.mark.parametrize("name", CODED)
def test_every_passage_stands_in_a_text_that_the_bargain_cites(name: str, shared: Path) -> None:
    bargain = load_bargain(name)
    texts = [plain((shared / "sources" / AUTHORS[key]).read_text(encoding="utf-8")) for key in bargain.source]
    quoted = [change.passage for change in readings(bargain) if change.passage]
    assert quoted
    assert [passage for passage in quoted if not any(plain(passage) in text for text in texts)] == []


@pytest.mark.parametrize("name", CODED)
def test_every_bargain_is_coded_twice(name: str) -> None:
    bargain = load_bargain(name)
    assert set(bargain.codings) == {"second"}
    assert bargain.codings["second"].levers


def test_nine_bargains_come_with_the_flagship_and_no_bargain_is_without_a_scenario() -> None:
    assert len(FLAGSHIP.bargains) == 9
    listed = {bargain for name in shipped_scenarios() for bargain in load_scenario(name).bargains}
    assert listed == set(shipped_bargains())


@pytest.mark.parametrize("name", CODED)
def test_shares_of_procurement_that_are_asked_for_leave_a_whole(name: str) -> None:
    bargain = load_bargain(name)
    start = {lever: figure.central for lever, figure in FLAGSHIP.levers.items()}
    shares = [lever for lever in start if lever.startswith("allocation_")]
    for asked in (bargain.levers, *(coding.levers for coding in bargain.codings.values())):
        total = sum(asked[lever].to.central if lever in asked else start[lever] for lever in shares)
        assert total == pytest.approx(1.0, abs=1e-9)
