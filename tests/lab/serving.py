"""The laboratory on a real port, with made up sessions, for tests that open a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from kaname.lab.app import build
from kaname.lab.cases import Asked, Cases, thought_through
from kaname.lab.serve import LOOPBACK, taken
from tests.lab.asking import MadeUp

PATIENCE = 30.0


@contextmanager
def served(runs: Path, crisis: bool = False, resident: Any = None) -> Iterator[tuple[str, MadeUp]]:
    """Yield the address of a laboratory that answers, and its made up sessions.

    crisis: whether its crisis door has one crisis, really thought through, whatever place is asked for;
    resident: other sessions than the made up ones.
    """
    held = taken(0)
    port = held.getsockname()[1]
    app, made_up = build((f"{LOOPBACK}:{port}",), runs), MadeUp()
    object.__setattr__(app.state.lab, "resident", resident or made_up)
    if crisis:
        known = thought_through(Asked("us-japan", "taiwan", "as_is"))
        object.__setattr__(app.state.lab, "cases", Cases(think=lambda asked: known))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, http="h11", ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{port}", made_up
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
