"""Two hundred hostile requests: each is refused with a 4xx and a sentence, and nothing is written."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.lab.asking import HOST, Asker

DOORS = ("/", "/compare", "/compare/stream", "/compare/data.csv", "/compare/mine.yaml", "/compare/crises",
         "/law", "/law/table", "/library", "/library/evidence", "/library/systems", "/library/glossary",
         "/library/report", "/library/two", "/crisis", "/crisis/play", "/claims")  # fmt: skip
PATHS = (
    "/../etc/passwd", "/static/../app.py", "/static/%2e%2e/app.py", "/static/lab.css/", "/static//lab.css",
    "/.git/config", "/compare/..%2f..%2fetc", "/admin", "/%00", "/compare%0d%0aset-cookie:a=b", "/\u202e",
    "/compare/mine.yaml/x", "/static/", "/static/con", "/%ff%fe", "/compare//evil.example/", "/compare;x=1", "/COMPARE",
    "/favicon.ico", "/~root",
)  # fmt: skip
HOSTS = ("evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8463", "[::1]:8463", "0.0.0.0:8463", "")
ORIGINS = ("http://evil.example", "null", "https://127.0.0.1:8463", "http://127.0.0.1:8464", "data:,x", "")
METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "X")
STATES = (
    "claritty=1", "clarity=nan", "clarity=-1", "clarity=1e400", "clarity=0x1", "clarity=1%00", "clarity=%ff",
    "clarity=", "clarity=0.1&clarity=0.2", "bargain=../as_is", "bargain=%2fetc%2fpasswd", "bargain=mine.yaml",
    "scenario=/etc/passwd", "scenario=us-japan.yaml", "scenario=", "pin.scenario=us-japan", "pin.x=1",
    "pin.clarity=9", "lang=fr", "lang=../ja", "__proto__=1", "constructor=1", "bargain=<script>", "clarity={{7*7}}",
    "clarity=${7*7}", "clarity=1;drop",
    "clarity=" + "9" * 300, "x" * 200 + "=1",
)  # fmt: skip
STATEFUL = DOORS[1:]
HEADERS: tuple[dict[str, str], ...] = (
    *({"host": host} for host in HOSTS),
    *({"origin": origin} for origin in ORIGINS),
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"},
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    {"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"},
    {"x-filler": "a" * 20_000},
)
REQUESTS = [
    *(("GET", path, {}) for path in PATHS),
    *(("GET", f"{door}?{state}", {}) for door, state in itertools.product(STATEFUL, STATES)),
    *(("GET", door, headers) for door, headers in itertools.product(DOORS, HEADERS)),
    *((method, door, {}) for door, method in itertools.product(DOORS[:2], METHODS)),
    *(("GET", f"{door}?lang={'a' * 7000}", {}) for door in DOORS),
    *(("POST", door, {"origin": f"http://{HOST}"}) for door in DOORS),
    *(("POST", door, {}) for door in DOORS),
]


def test_there_are_two_hundred_of_them() -> None:
    assert len(REQUESTS) >= 200


@pytest.mark.parametrize("part", range(4))
def test_a_hostile_request_is_refused_with_a_sentence_and_nothing_is_written(
    part: int, asker: Asker, tmp_path: Path
) -> None:
    answers = []
    for method, path, headers in REQUESTS[part::4]:
        answer = asker.ask(path, method, headers=headers)
        sentence = answer.text.partition('class="said">')[2].partition("</p>")[0]
        answers.append((method, path[:80], headers, answer.status_code, sentence))
        assert "content-security-policy" in answer.headers
    # A request with HEAD's kind of answer has no sentence to show; none of these is one.
    wrong = [one for one in answers if not 400 <= one[3] < 500 or not one[4].strip()]
    assert wrong == []
    assert list(tmp_path.rglob("*")) == []


def test_a_body_longer_than_a_form_is_refused(asker: Asker) -> None:
    answer = asker.ask("/compare", "POST", content=b"a" * 100_000, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 413
    assert "longer than" in answer.text


@pytest.mark.parametrize("path", ["/library/delete", "/library/stop", "/compare/report", "/claims/run"])
def test_a_form_without_a_body_is_answered(asker: Asker, path: str) -> None:
    assert asker.ask(path, "POST", headers={"origin": f"http://{HOST}"}).status_code == 403


def test_what_was_typed_comes_back_as_text_only(asker: Asker) -> None:
    answer = asker.ask("/compare?bargain=%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.status_code == 400
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_every_page_forbids_what_is_not_ours(asker: Asker) -> None:
    for door in ("/", "/compare", "/nowhere", "/static/lab.css"):
        answer = asker.ask(door)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_no_page_holds_script_or_style_of_its_own(asker: Asker) -> None:
    for door in ("/", "/compare?bargain=step_up&show=1"):
        text = asker.ask(door).text
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick" not in text
        assert text.count("<script") == 1
        assert "http://" not in text.replace("http://www.w3.org", "")


def test_the_cookie_is_for_this_laboratory_alone(asker: Asker) -> None:
    cookie = asker.ask("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
