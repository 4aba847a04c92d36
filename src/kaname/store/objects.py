"""An object store (S3, Google Cloud Storage) as three questions: what lies there, give it, put it if nothing changed.

Idea: a manifest may be replaced only by who has seen the present one, so every put of it names the mark (ETag) of the
version it replaces; two processes that write one run cannot both succeed. An answer that is lost on the way back looks
like a refusal when the put is tried again, so a refusal counts only where other bytes lie there than ours. This is why
obstore does the talking and not pyarrow's file systems, which have no conditional put. Large objects go in several
parts. Addresses are s3://BUCKET/PATH and gs://BUCKET/PATH; keys, region and endpoint come from the environment
(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL; GOOGLE_APPLICATION_CREDENTIALS).
Reads, writes: the store. Errors: InputError with the address and the store's message, in one line.
Source: RFC 9110, section 13 (conditional requests).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError

SCHEMES = ("s3", "gs")
# A Path keeps one slash of the two.
_ADDRESS = re.compile(rf"({'|'.join(SCHEMES)}):/{{1,2}}([^/]*)/?(.*)")
_OTHER = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
_BUCKET = re.compile(r"[a-z0-9][a-z0-9._-]{1,220}")
_LOCAL_HOST = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?/?")
RETRIES = 8
RETRY_SECONDS = 60
SECONDS = 120


class Changed(Exception):
    """The object is not the version that the put was to replace."""


def address_of(place: str | Path) -> str:
    """Return the address s3://BUCKET/PATH or gs://BUCKET/PATH of a place in an object store, "" of a folder.

    InputError for an address of another kind, or one that names no bucket or no path.

    >>> address_of(Path("s3://runs/strait/one"))
    's3://runs/strait/one'
    >>> address_of("runs/one")
    ''
    """
    match = _ADDRESS.fullmatch(str(place))
    if match is None:
        if _OTHER.match(str(place)):
            raise InputError(
                "a run cannot be kept there", path="address", found=str(place),
                allowed="a folder, s3://BUCKET/NAME, gs://BUCKET/NAME", hint="Name one of these.",
            )  # fmt: skip
        return ""
    scheme, bucket, path = match[1], match[2], match[3].strip("/")
    if not _BUCKET.fullmatch(bucket) or not path or any(part in ("", ".", "..") for part in path.split("/")):
        raise InputError("this is no place for a run in an object store", path="address", found=str(place),
                         hint=f"Write {scheme}://BUCKET/NAME.")  # fmt: skip
    return f"{scheme}://{bucket}/{path}"


class ObjectStore:
    """Objects under an address."""

    def __init__(self, address: str) -> None:
        """Open the store; nothing is asked of it yet. InputError without its package, or without TLS."""
        self.address = address
        try:
            import obstore
            from obstore.store import from_url
        except ImportError:
            raise InputError("the package for object stores is not installed", file=address,
                             hint='Install it: pip install "kaname[objects]".') from None  # fmt: skip
        self._package = obstore
        endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
        plain = bool(_LOCAL_HOST.fullmatch(endpoint))
        if endpoint.startswith("http:") and not plain:
            raise InputError("keys and rows would travel unencrypted", file=address, path="AWS_ENDPOINT_URL",
                             found=endpoint,
                             hint="Write https; http is for a server on this machine alone.")  # fmt: skip
        with self._told():
            self._store: Any = from_url(
                address, client_options={"allow_http": plain, "timeout": timedelta(seconds=SECONDS)},
                retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=RETRY_SECONDS)},
            )  # fmt: skip

    def sizes(self) -> dict[str, int]:
        """Return every object's name below the address, and its bytes."""
        with self._told():
            return {item["path"]: item["size"] for batch in self._package.list(self._store) for item in batch}

    def get(self, name: str) -> tuple[bytes, str] | None:
        """Return an object and the mark of its version, None where there is none."""
        with self._told():
            try:
                answer = self._package.get(self._store, name)
                return answer.bytes().to_bytes(), str(answer.meta["e_tag"] or "")
            except FileNotFoundError:
                return None

    def put(self, name: str, content: bytes) -> None:
        """Put an object, in place of what has its name."""
        with self._told():
            self._package.put(self._store, name, content)

    def replace(self, name: str, content: bytes, seen: str) -> str:
        """Put an object in place of the version of mark `seen` ("": of none) and return its mark.

        Raises Changed where another version lies there; not where it is ours, since an answer can be lost.
        """
        mode: Any = {"e_tag": seen} if seen else "create"
        with self._told():
            try:
                return str(self._package.put(self._store, name, content, mode=mode)["e_tag"] or "")
            except (self._package.exceptions.PreconditionError, self._package.exceptions.AlreadyExistsError):
                there = self.get(name)
                if there is None or there[0] != content:
                    raise Changed(name) from None
                return there[1]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the store answers into an error of ours that names the address."""
        from obstore.exceptions import BaseError

        try:
            yield
        except (BaseError, OSError, ValueError) as trouble:
            raise InputError(
                f"the object store answered: {_first(trouble)}", file=self.address,
                hint="Look at the address, the keys in the environment and the network.",
            ) from None  # fmt: skip


def _first(trouble: Exception) -> str:
    """Return the part of an error that a person can use: its first line, without the request's own address."""
    text = " ".join(str(trouble).split("\n\n")[0].split())
    return re.sub(r"Error performing (\w+) \S+ in [\d.]+\w*", r"\1", text).rstrip(". ")[:300]
