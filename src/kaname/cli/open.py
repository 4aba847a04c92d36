"""`kaname open`: the laboratory in a browser until it is stopped: on this machine, or shared on its network too.

Reads: scenarios, evidence, the law, runs on disk. Writes: what is made in the laboratory, under the folder of runs.
Exit codes: see cli.trouble.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from kaname.core.errors import InputError
from kaname.lab.network import NAME, room_address
from kaname.lab.room import Room
from kaname.lab.serve import PORT, RUNS, serve, taken

LOG = logging.getLogger("kaname.lab")


def open_lab(
    port: Annotated[int, typer.Option(help="Port on the loopback; 0 takes any free one.")] = PORT,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    runs: Annotated[Path, typer.Option(help="Folder of runs for the library and its reports.")] = RUNS,
    share: Annotated[
        bool, typer.Option("--share", help="Open a room on the local network too, to be read by those with its code.")
    ] = False,
    host: Annotated[
        str, typer.Option(help="With --share: the address of this machine on which the room is opened.")
    ] = "",
) -> None:
    """Open the laboratory in a browser: move levers, ask the law, look at runs.

    It answers this machine alone. With --share it opens a room as well, in which people of the local network can read
    after they gave the code that is printed; they can change and delete nothing. What goes over the network is not
    encrypted.
    """
    if host and not share:
        raise InputError(f"{NAME} names where a room is opened", path=NAME, found=host[:60], hint="Add --share.")
    address_shared = room_address(host) if share else ""
    held = taken(port)
    shared = taken(port, address_shared) if share else None

    def ready(address: str, room: Room | None) -> None:
        typer.echo(address)
        if room is not None:
            _invite(room)
        LOG.info("stop it with Ctrl-C")
        if browser:
            import webbrowser

            webbrowser.open(address)

    serve(held, runs, ready, shared)


def _invite(room: Room) -> None:
    """Print where the room is, its code, and both as a QR code."""
    from kaname.lab.room_door import JOIN, qr_printed

    typer.echo(f"room: {room.address}/ code: {room.code_shown}")
    typer.echo(qr_printed(f"{room.address}{JOIN}?code={room.code}"))
