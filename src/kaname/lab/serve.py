"""Serve: the laboratory on the loopback of this machine: a port of its own, the address printed, the browser opened.

Idea: the port is taken before anything is loaded, so that two laboratories, or another program, are told apart at once
and with a sentence. Only the loopback is listened on, and one address of the network where a room is opened there.
Reads: nothing itself. Writes: nothing itself. Errors: InputError for a port that is taken or not allowed.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kaname.core.errors import InputError
from kaname.lab.room import Room

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOOPBACK = "127.0.0.1"
PORT = 8463
HIGHEST_PORT = 65535
RUNS = Path("runs")
WAITING = 5.0
"""Seconds that open connections are given when the laboratory is stopped."""


def taken(port: int, address: str = LOOPBACK) -> socket.socket:
    """Return a socket that holds the port at an address of this machine, the loopback where none is named.

    port: 0 takes any free one. Raises InputError where it cannot.
    """
    if not 0 <= port <= HIGHEST_PORT:
        raise InputError(f"{port} is outside 0..{HIGHEST_PORT}", path="--port", hint="Give a free port, or 0 for any.")
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((address, port))
        held.listen()
    except OSError as trouble:
        held.close()
        if trouble.errno == errno.EADDRNOTAVAIL:
            raise InputError(f"{address} is not an address of this machine", path="--host",
                             hint="Look up its address on the network, or leave the option out.") from None  # fmt: skip
        raise InputError(
            _why(port, trouble), path="--port", hint="Give another with --port, or --port 0 for any."
        ) from None
    return held


def serve(
    held: socket.socket, runs: Path = RUNS, ready: Callable[[str, Room | None], None] = lambda address, room: None,
    shared: socket.socket | None = None,
) -> None:  # fmt: skip
    """Answer on a socket until the process is interrupted.

    ready: called with the address, and the room where there is one, once it answers; shared: the socket of a room.
    """
    import uvicorn

    from kaname.lab.app import build, build_room, with_room

    port = held.getsockname()[1]
    hosts = (f"{LOOPBACK}:{port}", f"localhost:{port}")
    room = Room(f"http://{_named(shared)}") if shared is not None else None
    inner = build(hosts, runs, room)
    app: ASGIApp = inner
    if shared is not None and room is not None:
        app = with_room(inner, build_room(inner.state.lab, room, _named(shared)), shared.getsockname())
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
        ready(f"http://{LOOPBACK}:{port}/", room)

    server.startup = startup  # type: ignore[method-assign]
    server.run(sockets=[held] if shared is None else [held, shared])


def _named(held: socket.socket) -> str:
    """Return a socket's address and port, as a browser names them."""
    address, port = held.getsockname()
    return f"{address}:{port}"


def _why(port: int, trouble: OSError) -> str:
    if trouble.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program, or by a laboratory that is open already"
    if trouble.errno == errno.EACCES:
        return f"port {port} may not be used by this account"
    return f"port {port} cannot be used ({trouble.strerror})"
