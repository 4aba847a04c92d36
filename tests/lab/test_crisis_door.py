"""The One-crisis door: every branch of a tree leads to its node; a game goes on by links and ends among a thousand."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from kaname.core.errors import InputError
from kaname.lab.cases import PLAYED, Asked, Cases, Known, thought_through
from kaname.lab.crisis_tree import percent
from kaname.words.axes import ENDINGS
from kaname.words.catalogue import catalogue
from kaname.words.moves import PLY_MOVES
from tests.lab.asking import Asker
from tests.lab.test_law_door import plain

ASKED = Asked("us-japan", "taiwan", "as_is")
MOST_QUESTIONS = 40


@pytest.fixture(scope="module")
def known() -> Known:
    return thought_through(ASKED)


@pytest.fixture
def thinker(asker: Asker, known: Known) -> Asker:
    """The laboratory with one crisis thought through."""
    asker.app.state.lab.cases._known[ASKED] = known
    return asker


def links(text: str, path: str) -> list[str]:
    """The links of a page that lead to a path."""
    return [unescape(one) for one in re.findall(r'href="([^"]+)"', text) if urlsplit(unescape(one)).path == path]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_node_of_every_picture_has_a_page(thinker: Asker, known: Known, language: str) -> None:
    nodes = known.pictures["nodes"]
    for view in known.pictures["views"]:
        for node in range(0, len(nodes), 7):
            answer = thinker.ask(f"/crisis?place=taiwan&view={view}&node={node}&lang={language}")
            assert answer.status_code == 200
            if "ending" in nodes[node]:
                assert catalogue(language)(f"ending-{nodes[node]['ending']}") in plain(answer.text)


def test_the_moves_of_a_node_lead_to_its_children_with_the_chances_of_all_pictures(
    thinker: Asker, known: Known
) -> None:
    text = thinker.ask("/crisis?place=taiwan&view=target&lang=en").text
    children = [entry["node"] for entry in known.pictures["nodes"][1:] if entry["parent"] == 0]
    led = [parse_qs(urlsplit(one).query).get("node", [""])[0] for one in links(text, "/crisis")]
    assert {str(child) for child in children} <= set(led)
    for child in children:
        for shown in known.pictures["views"].values():
            assert percent(catalogue("en"), shown["chance"][child]) in unescape(text)


def test_a_walk_shows_its_way_and_where_it_ends(thinker: Asker, known: Known) -> None:
    nodes = known.pictures["nodes"]
    leaf = next(entry for entry in nodes if "ending" in entry and entry["node"] > 10)
    text = plain(thinker.ask(f"/crisis?place=taiwan&node={leaf['node']}&lang=en").text)
    assert "It ends here" in text
    assert catalogue("en")(f"ending-{leaf['ending']}") in text


def test_moves_and_endings_have_names_in_both_languages() -> None:
    moves = {move for moves in PLY_MOVES.values() for move in moves}
    wanted = [*(f"move-{move}" for move in moves), *(f"ending-{ending}" for ending in ENDINGS), "ending-fighting"]
    assert [one for language in ("en", "ja") for one in wanted if not catalogue(language).has(one)] == []


@pytest.mark.parametrize("seat", ["challenger", "target", "guarantor", "host"])
def test_a_game_is_played_to_its_end_by_links_and_stands_among_a_thousand(thinker: Asker, seat: str) -> None:
    address = f"/crisis/play?place=taiwan&seat={seat}&lang=en"
    for _ in range(MOST_QUESTIONS):
        text = thinker.ask(address).text
        if "The crisis is over" in text:
            break
        table = text.partition('class="acts ways"')[2].partition("</table>")[0]
        address = links(table, "/crisis/play")[-1]
    assert "The crisis is over" in text
    assert "your game" in text
    assert f"{PLAYED:,} times without people" in plain(text)
    assert text.count('class="yours"') == 1


@pytest.mark.parametrize("seat", ["target", "guarantor"])
def test_a_game_that_names_no_world_begins_in_one_in_which_the_seat_is_asked(
    thinker: Asker, known: Known, seat: str
) -> None:
    first = known.reached(seat, 1)
    assert known.game(seat, first, ()).question is not None
    assert all(known.game(seat, number, ()).question is None for number in range(1, first))
    text = thinker.ask(f"/crisis/play?place=taiwan&seat={seat}&lang=en").text
    assert "The crisis is over" not in text
    assert f"game={first}" in text
    assert f"after={first}" in text


def test_plays_without_people_are_counted_once_each(known: Known) -> None:
    assert sum(known.endings.values()) == PLAYED
    assert set(known.endings) <= set(ENDINGS)


def test_a_game_in_japanese_names_the_sides_in_japanese(thinker: Asker) -> None:
    text = plain(thinker.ask("/crisis/play?place=taiwan&seat=challenger&moves=2&lang=ja").text)
    assert "中国" in text
    assert "China" not in text


def test_a_move_that_is_not_on_offer_is_refused_with_the_words_of_the_buttons(thinker: Asker) -> None:
    page = plain(thinker.ask("/crisis/play?place=taiwan&seat=target&lang=en").text)
    refused = plain(thinker.ask(f"/crisis/play?place=taiwan&seat=target&game={_game(page)}&moves=9&lang=en").text)
    assert "0 (yield)" in refused
    assert "acquiesce" not in refused
    assert "譲る" in plain(thinker.ask("/crisis/play?place=taiwan&seat=target&moves=9&lang=ja").text)


def test_the_chances_beside_the_moves_can_be_hidden_and_stay_so(thinker: Asker) -> None:
    address = "/crisis/play?place=taiwan&seat=challenger&game=2&lang=en"
    shown, hidden = thinker.ask(address).text, thinker.ask(f"{address}&advice=hidden").text
    assert "by chance" in plain(shown)
    assert "by chance" not in plain(hidden)
    moves = re.findall(r'class="button" href="([^"]*moves=[0-9][^"]*)"', hidden)
    assert moves
    assert all("advice=hidden" in address for address in moves)
    assert "Show the model" in plain(hidden)


def test_a_printed_game_says_its_address_its_day_and_the_bargain_in_force(thinker: Asker) -> None:
    text = thinker.ask("/crisis/play?place=taiwan&seat=challenger&game=2&lang=en").text
    assert "In force: As it is" in plain(text)
    assert dt.datetime.now().astimezone().date().isoformat() in plain(text)
    (printed,) = re.findall(r'<p class="print-only small">([^<]*)</p>', text)
    assert "/crisis/play?place=taiwan" in printed


def _game(page: str) -> str:
    (number,) = re.findall(r"World ([0-9]+)", page)
    return number


def test_while_a_crisis_is_thought_through_the_page_says_so_and_looks_again(asker: Asker) -> None:
    lab = asker.app.state.lab
    lab.cases._begun.add(ASKED)
    text = asker.ask("/crisis?place=taiwan&lang=en").text
    assert "data-again" in text
    assert "being thought through" in text


def test_what_goes_wrong_while_thinking_is_told_once() -> None:
    cases = Cases()
    cases._troubles[ASKED] = InputError("it is not there", path="place")
    with pytest.raises(InputError, match="not there"):
        cases.known(ASKED)
    cases._begun.add(ASKED)
    assert cases.known(ASKED) is None


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("?place=taiwann", "taiwan"), ("?place=taiwan&view=nobody", "a side of this crisis"),
        ("?place=taiwan&node=9999", "node"), ("?place=taiwan&node=-1", "node"), ("?place=taiwan&node=x", "node"),
        ("?bargain=none", "bargain"), ("?scenario=moon", "scenario"), ("?x=1", "asked for here"),
        ("/play?place=taiwan&seat=nobody", "seat"), ("/play?place=taiwan&moves=9", "not on offer here"),
        ("/play?place=taiwan&advice=some", "advice"),
        ("/play?place=taiwan&moves=a", "moves"), ("/play?place=taiwan&moves=0.0.0.0", "over"),
        ("/play?place=taiwan&game=99999999", "game"),
        ("/play?place=taiwan&moves=" + ".".join("1" * 61), "at most"),
    ],
)  # fmt: skip
def test_an_address_that_is_no_crisis_is_refused_with_a_sentence(thinker: Asker, address: str, wanted: str) -> None:
    answer = thinker.ask(f"/crisis{address}&lang=en")
    assert answer.status_code == 400
    assert wanted in plain(answer.text)
