"""Network: the address of this machine on its local network, and what may be listened on.

Idea: a room is bound to one address that is named or found, never to all: so that it is known who can reach it, and
which name a browser must have asked for. An address of the public internet is refused unless it is named.
Reads: the routes of this machine; nothing is sent. Writes: nothing. Errors: InputError.
"""

from __future__ import annotations

import ipaddress
import socket

from kaname.core.errors import InputError

ELSEWHERE = ("203.0.113.1", 9)
"""An address for examples (RFC 5737): asking which way it would go tells our own address on that way."""
NAME = "--host"


def room_address(named: str = "") -> str:
    """Return the IPv4 address at which a room is opened: that which is named, else this machine's own."""
    if named:
        return _checked(named)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(ELSEWHERE)
            found = str(way.getsockname()[0])
        except OSError:
            raise InputError(
                "this machine has no address on a network", path="--share",
                hint=f"Connect it, or name an address of it with {NAME}.",
            ) from None  # fmt: skip
    if not ipaddress.ip_address(found).is_private:
        raise InputError(
            f"{found}, the address of this machine, can be reached from the internet", path="--share",
            hint=f"Name the address of a local network with {NAME}, or {NAME} {found} if that is what you want.",
        )  # fmt: skip
    return found


def _checked(named: str) -> str:
    try:
        address = ipaddress.IPv4Address(named)
    except ValueError:
        raise InputError(
            "it is no IPv4 address", path=NAME, found=named[:60], hint="Write one such as 192.0.2.20."
        ) from None
    if address.is_unspecified or address.is_multicast or address.is_loopback:
        raise InputError(f"{address} is not one address of this machine on a network", path=NAME,
                         hint="Write one such as 192.0.2.20, or leave the option out.")  # fmt: skip
    return str(address)
