"""The laboratory asked without a socket and without a model: answers are made up, pages are the real ones."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from kaname.lab.app import build
from kaname.lab.setting import scenario_of
from kaname.study.growing import Cancelled
from kaname.study.session import Answer
from kaname.words.outcomes import FATE, columns

HOST = "127.0.0.1:8463"


def answer_of(levers: Mapping[str, float], futures: int, scenario: str = "us-japan") -> Answer:
    """An answer that never was: each lever moves the outcomes by its own amount, one of them by much."""
    names = columns({**scenario_of(scenario).members, "deterrence_class": ("a", "b", "c", "d")})
    chance = np.random.default_rng(1)
    reference = chance.normal(10.0, 2.0, (2000, len(names)))[:futures]
    noise = chance.normal(0.0, 0.2, (2000, len(names)))[:futures]
    rows = reference + noise * bool(levers)
    if levers:
        rows[:, names.index("coerced.jp")] -= 1.0
        rows[:, names.index("trust_ally")] += 0.01
        rows[:, names.index("belief_ally")] -= 3.0
        for name, share in zip(FATE, (1.0, 0.75, 0.5, 0.25), strict=True):
            rows[:, names.index(name)] = share * len(levers)
    return Answer(dict(levers), names, rows, reference, np.ones(futures, dtype=bool))


class MadeUp:
    """Sessions that answer at once with made up numbers; asked: the levers of each question."""

    def __init__(self) -> None:
        self.asked: list[dict[str, float]] = []

    def ready(self, scenario: str) -> bool:
        return True

    def begin(self, scenario: str) -> None:
        return None

    def session(self, scenario: str) -> MadeUp:
        self.scenario = scenario
        return self

    def refine(
        self, levers: Mapping[str, float], sizes: Sequence[int], cancel: threading.Event | None = None
    ) -> Iterator[Answer]:  # fmt: skip
        self.asked.append(dict(levers))
        for size in sizes:
            if cancel is not None and cancel.is_set():
                raise Cancelled
            yield answer_of(levers, size, self.scenario)

    def run(self, levers: Mapping[str, float], futures: int, cancel: threading.Event | None = None) -> Answer:
        return answer_of(levers, futures, self.scenario)

    def close(self) -> None:
        return None


def laboratory(runs: Path) -> Any:
    """The application with made up sessions."""
    app = build((HOST, HOST.replace("127.0.0.1", "localhost")), runs)
    object.__setattr__(app.state.lab, "resident", MadeUp())
    return app


class Asker:
    """A browser without a window: keeps cookies, sends what a browser would."""

    host = HOST

    def __init__(self, app: Any) -> None:
        self.app, self.cookies = app, httpx.Cookies()

    def ask(self, path: str, method: str = "GET", **options: Any) -> httpx.Response:
        """Return the answer to one request; path as a browser would send it."""

        async def one() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url=f"http://{self.host}", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **options)
                self.cookies.update(client.cookies)
                return answer

        return asyncio.run(one())

    def post(self, path: str, form: Mapping[str, str], origin: str = f"http://{HOST}") -> httpx.Response:
        """Return the answer to a form sent from a page of an origin."""
        return self.ask(path, "POST", data=dict(form), headers={"origin": origin})
