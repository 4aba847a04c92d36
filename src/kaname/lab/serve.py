"""Serve: the laboratory on the loopback of this machine: a port of its own, the address printed, the browser opened.

Idea: the port is taken before anything is loaded, so that two laboratories, or another program, are told apart at once
and with a sentence. Only the loopback is listened on.
Reads: nothing itself. Writes: nothing itself. Errors: InputError for a port that is taken or not allowed.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path

from kaname.core.errors import InputError

LOOPBACK = "127.0.0.1"
PORT = 8463
HIGHEST_PORT = 65535
RUNS = Path("runs")
WAITING = 5.0
"""Seconds that open connections are given when the laboratory is stopped."""


def taken(port: int) -> socket.socket:
    """Return a socket that holds the port on the loopback; port 0 takes any free one. InputError where it cannot."""
    if not 0 <= port <= HIGHEST_PORT:
        raise InputError(f"{port} is outside 0..{HIGHEST_PORT}", path="--port", hint="Give a free port, or 0 for any.")
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((LOOPBACK, port))
        held.listen()
    except OSError as trouble:
        held.close()
        raise InputError(
            _why(port, trouble), path="--port", hint="Give another with --port, or --port 0 for any."
        ) from None
    return held


def serve(held: socket.socket, runs: Path = RUNS, ready: Callable[[str], None] = lambda address: None) -> None:
    """Answer on a socket until the process is interrupted. ready: called with the address once it answers."""
    import uvicorn

    from kaname.lab.app import build

    port = held.getsockname()[1]
    app = build((f"{LOOPBACK}:{port}", f"localhost:{port}"), runs)
    config = uvicorn.Config(
        app, log_config=None, log_level="warning", access_log=False, server_header=False, date_header=False,
        timeout_keep_alive=30, timeout_graceful_shutdown=int(WAITING), limit_concurrency=200,
        h11_max_incomplete_event_size=16384,
        http="h11", ws="none", lifespan="on",
    )  # fmt: skip
    server = uvicorn.Server(config)
    started = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await started(sockets)
        ready(f"http://{LOOPBACK}:{port}/")

    server.startup = startup  # type: ignore[method-assign]
    server.run(sockets=[held])


def _why(port: int, trouble: OSError) -> str:
    if trouble.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program, or by a laboratory that is open already"
    if trouble.errno == errno.EACCES:
        return f"port {port} may not be used by this account"
    return f"port {port} cannot be used ({trouble.strerror})"
