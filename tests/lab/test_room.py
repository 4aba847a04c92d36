"""A shared room: who has the code comes in and reads; nobody who came in by it changes or deletes anything."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kaname.core.errors import InputError
from kaname.lab.app import build, build_room, with_room
from kaname.lab.guard import Refused
from kaname.lab.network import room_address
from kaname.lab.room import AT_ONCE, AWAY, LETTERS, MOST_VISITORS, TRIES, WINDOW, Room
from kaname.lab.room_door import qr_printed
from tests.lab.asking import HOST, Asker, MadeUp

ROOM = "192.0.2.7:8463"
WRITES = ("/library/delete", "/library/stop", "/compare/report", "/claims/run", "/room/renew", "/compare", "/join")
HIDDEN = ("/library", "/library/report?run=old", "/library/two?run=old&other=old", "/library/delete?run=old", "/room")
OPEN = ("/", "/compare?bargain=step_up&show=1", "/claims", "/law?question=JP.USE_OF_FORCE", "/law/table",
        "/library/evidence", "/library/glossary", "/compare/data.csv",
        "/compare/mine.yaml?bargain=step_up")  # fmt: skip


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Visitor(Asker):
    """A browser on the network, with what it was given at the entrance."""

    host = ROOM


@pytest.fixture
def room() -> Room:
    return Room(f"http://{ROOM}", Clock())


@pytest.fixture
def host(runs: Path, room: Room) -> Any:
    app = build((HOST,), runs, room)
    object.__setattr__(app.state.lab, "resident", MadeUp())
    return app


@pytest.fixture
def visitor(host: Any, room: Room) -> Visitor:
    return Visitor(build_room(host.state.lab, room, ROOM))


def inside(visitor: Visitor, room: Room) -> Visitor:
    assert visitor.ask(f"/join?code={room.code}").status_code == 303
    return visitor


def join_form(visitor: Visitor, code: str, to: str = "/") -> dict[str, str]:
    token = visitor.ask("/join?lang=en").text.partition('name="token" value="')[2].partition('"')[0]
    return {"token": token, "code": code, "to": to}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_without_the_code_every_page_asks_for_it(visitor: Visitor, language: str) -> None:
    for page in (*OPEN, *HIDDEN, "/compare/stream", "/nowhere"):
        answer = visitor.ask(f"{page}{'&' if '?' in page else '?'}lang={language}")
        assert (page, answer.status_code) == (page, 403)
        assert 'id="room-code"' in answer.text
        assert "data-stream" not in answer.text


def test_a_code_that_is_typed_leads_to_the_page_that_was_wanted(visitor: Visitor, room: Room) -> None:
    wanted = "/compare?bargain=step_up&lang=en"
    asked = visitor.ask(wanted)
    assert f'name="to" value="{wanted.replace("&", "&amp;")}"' in asked.text
    answer = visitor.post("/join?lang=en", join_form(visitor, f" {room.code_shown.lower()} ", wanted), f"http://{ROOM}")
    assert (answer.status_code, answer.headers["location"]) == (303, wanted)
    passed = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("kaname_room"))
    assert "httponly" in passed.lower()
    assert room.code not in passed
    assert visitor.ask(wanted).status_code == 200
    assert room.visitors == 1


@pytest.mark.parametrize("page", OPEN)
def test_whoever_is_in_can_read(visitor: Visitor, room: Room, page: str) -> None:
    answer = inside(visitor, room).ask(page)
    assert answer.status_code == 200
    assert "/library/delete" not in answer.text
    assert 'method="post"' not in answer.text
    assert 'href="/library?' not in answer.text


@pytest.mark.parametrize("page", HIDDEN)
def test_the_runs_of_the_host_and_his_view_of_the_room_are_not_there_for_visitors(
    visitor: Visitor, room: Room, page: str
) -> None:
    assert inside(visitor, room).ask(page).status_code == 404


@pytest.mark.parametrize("path", WRITES)
def test_nothing_that_a_visitor_sends_changes_anything(
    visitor: Visitor, host: Any, room: Room, runs: Path, path: str
) -> None:
    (runs / "old").mkdir(parents=True)
    (runs / "old" / "manifest.json").write_text("{", encoding="utf-8")
    code = room.code
    form = {**join_form(inside(visitor, room), ""), "run": "old", "setting": "bargain=step_up", "claim": "C34",
            "futures": "200"}  # fmt: skip
    answer = visitor.post(path, form, f"http://{ROOM}")
    assert 400 <= answer.status_code < 500
    assert (runs / "old" / "manifest.json").read_text(encoding="utf-8") == "{"
    assert [path.name for path in runs.iterdir()] == ["old"]
    assert (host.state.lab.audits.by_id, host.state.lab.making.jobs, room.code) == ({}, [], code)


def test_wrong_codes_are_few_a_minute_and_then_the_right_one_is_refused_too(visitor: Visitor, room: Room) -> None:
    for _ in range(TRIES):
        answer = visitor.ask("/join?code=AAAAAAAA&lang=en")
        assert answer.status_code == 403
        assert "not the code" in answer.text
    answer = visitor.ask(f"/join?code={room.code}&lang=en")
    assert answer.status_code == 429
    assert "Wait a minute" in answer.text
    room._clock.now += WINDOW  # type: ignore[attr-defined]
    assert visitor.ask(f"/join?code={room.code}").status_code == 303


def test_tries_of_one_address_do_not_keep_another_out(room: Room) -> None:
    for _ in range(TRIES):
        with pytest.raises(Refused):
            room.join("wrong", "192.0.2.66")
    with pytest.raises(Refused, match="wait"):
        room.join(room.code, "192.0.2.66")
    assert room.join(room.code, "192.0.2.8")


def test_a_guessed_an_empty_and_an_old_pass_are_nobody(room: Room) -> None:
    granted = room.join(room.code, "")
    assert room.visitor(granted) is not None
    assert [room.visitor(one) for one in ("", "x", granted[:-1], granted + "=", "\ud800")] == [None] * 5
    assert granted not in repr(vars(room))
    room.renew()
    assert room.visitor(granted) is None


def test_another_code_sends_everybody_out(host: Any, visitor: Visitor, room: Room) -> None:
    inside(visitor, room)
    code, asker = room.code, Asker(host)
    token = asker.ask("/room").text.partition('name="token" value="')[2].partition('"')[0]
    assert asker.post("/room/renew", {}).status_code == 403
    assert asker.post("/room/renew", {"token": token}).status_code == 303
    assert room.code != code
    assert visitor.ask("/").status_code == 403
    assert visitor.ask(f"/join?code={code}").status_code == 403


def test_codes_are_long_enough_and_of_letters_that_are_told_apart(room: Room) -> None:
    codes = {Room("http://x").code for _ in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)) <= set(LETTERS)
    assert not set("0O1I") & set(LETTERS)
    assert len(LETTERS) ** len(room.code) > 10**11


def test_a_full_room_lets_nobody_in_until_somebody_is_long_away(room: Room) -> None:
    for number in range(MOST_VISITORS):
        room.join(room.code, str(number))
    with pytest.raises(Refused, match="full"):
        room.join(room.code, "late")
    room._clock.now += AWAY  # type: ignore[attr-defined]
    assert room.join(room.code, "late")
    assert room.visitors == MOST_VISITORS


def test_a_visitor_has_few_requests_open_at_once(room: Room) -> None:
    from contextlib import ExitStack

    with ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(room.seat("somebody"))
        with pytest.raises(Refused, match="wait"), room.seat("somebody"):
            pass
        with room.seat("another"):
            pass
    with room.seat("somebody"):
        pass
    assert not room._at_once


@pytest.mark.parametrize(
    "to", ["//evil.example/", "http://evil.example", "/\\evil.example", "javascript:alert(1)", "/join"]
)
def test_the_entrance_leads_nowhere_else(visitor: Visitor, room: Room, to: str) -> None:
    answer = visitor.post("/join?lang=en", join_form(visitor, room.code, to), f"http://{ROOM}")
    assert answer.status_code == 400
    assert "leads out of the laboratory" in answer.text
    assert visitor.ask("/").status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"host": HOST}, 421), ({"host": "evil.example:8463"}, 421), ({"host": "192.0.2.7"}, 421),
     ({"origin": f"http://{HOST}"}, 403), ({"origin": "null"}, 403), ({"cookie": "kaname_room=x"}, 403),
     ({"cookie": "kaname_room=" + "a" * 9000}, 403), ({"x-forwarded-for": "127.0.0.1"}, 403)],
)  # fmt: skip
def test_a_hostile_request_to_the_room_is_refused(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    answer = visitor.ask("/compare", headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_code_is_not_taken_from_a_page_of_another_or_without_its_token(visitor: Visitor, room: Room) -> None:
    form = join_form(visitor, room.code)
    assert visitor.post("/join", form, "http://evil.example").status_code == 403
    assert visitor.post("/join", {**form, "token": "x"}, f"http://{ROOM}").status_code == 403
    assert room.visitors == 0


def test_the_host_sees_the_code_and_a_qr_code_that_opens_the_page_he_was_on(
    host: Any, visitor: Visitor, room: Room
) -> None:
    asker = Asker(host)
    nav = asker.ask("/compare?bargain=step_up&lang=en").text
    address = unescape(re.findall(r'class="room" href="([^"]+)"', nav)[0])
    text = unescape(asker.ask(address).text)
    assert room.code_shown in text
    assert 'class="qrline"' in text
    link = re.findall(rf"http://{ROOM}(/join\?[^<]+)</code>", text)[0]
    assert parse_qs(urlsplit(link).query)["code"] == [room.code]
    answer = visitor.ask(link)
    assert answer.headers["location"] == "/compare?bargain=step_up&lang=en"


def test_a_laboratory_that_is_not_shared_has_no_room(asker: Asker) -> None:
    assert asker.ask("/room").status_code == 404
    assert asker.ask("/join").status_code == 404
    assert 'href="/room' not in asker.ask("/").text


def test_what_comes_in_at_the_rooms_address_meets_the_room_whatever_it_calls_itself(
    host: Any, visitor: Visitor, room: Room
) -> None:
    both = with_room(host, visitor.app, ("192.0.2.7", 8463))
    outside, here = Visitor(both), Asker(both)
    assert (outside.ask("/").status_code, outside.ask("/", headers={"host": HOST}).status_code) == (403, 421)
    assert (here.ask("/").status_code, here.ask("/", headers={"host": ROOM}).status_code) == (200, 421)


def test_visitors_do_not_end_the_work_of_one_another(host: Any, room: Room) -> None:
    tabs: list[str] = []
    queue = host.state.lab.queue
    answers = queue.answers

    def noted(tab: str, work: Any, asker: str = "") -> Any:
        tabs.append(tab)
        return answers(tab, work, asker)

    queue.answers = noted
    for _ in range(2):
        guest = inside(Visitor(build_room(host.state.lab, room, ROOM)), room)
        assert "event: done" in guest.ask("/compare/stream?tab=same").text
    assert len(set(tabs)) == 2


def test_a_qr_code_is_printed_whole() -> None:
    lines = qr_printed(f"http://{ROOM}/join?code=ABCDEFGH").splitlines()
    assert len(lines) >= 15
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("named", ["0.0.0.0", "127.0.0.1", "224.0.0.1", "::1", "example.org", "192.0.2"])
def test_a_room_is_opened_at_one_named_address_and_never_at_all_of_them(named: str) -> None:
    with pytest.raises(InputError, match="--host"):
        room_address(named)
    assert room_address("192.0.2.20") == "192.0.2.20"
