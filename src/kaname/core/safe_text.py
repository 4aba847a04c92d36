"""Text from a stranger's file: the bytes are checked before anything looks at what they say.

Idea: a plain file of limited size, in UTF-8, with line feeds (CR LF is accepted and a byte order mark dropped), without
control characters and without characters that hide or change the direction of reading, so that every name looks like
what it is. A pipe, a device or a folder is refused without waiting for it.

Reads: the file, at most one byte beyond the limit. Writes: nothing. Errors: InputError with file and line.
Source: Unicode Technical Report 36 (security considerations), "Trojan Source" (Boucher and Anderson 2023).
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kaname.core.errors import InputError, shown

LARGEST_BYTES = 1 << 20

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Controls but tab and line feed (carriage return only before it), what hides or turns the text, surrogates, private use
# and noncharacters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\ue000-\uf8ff\U000e0000-\U0010ffff]"
)


def short_name(path: Path | str) -> str:
    """Return the name as the user wrote it; an absolute path below the working folder becomes relative to it."""
    given = Path(path)
    if not given.is_absolute():
        return given.as_posix()
    try:
        return given.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return given.as_posix()


def file_bytes(path: Path, largest: int = LARGEST_BYTES) -> bytes:
    """Return the bytes of a plain file, cut one byte beyond the limit."""
    name = short_name(path)
    try:
        # Not blocking: a named pipe is opened without a wait, seen for what it is, and refused.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise InputError("there is no such file", file=name, hint=_other_files(path)) from None
    except (OSError, ValueError) as trouble:
        raise InputError(f"the file cannot be opened ({_reason(trouble)})", file=name) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise InputError("this is not a plain file", file=name, hint="Name a file, not a folder or a device.")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return stream.read(largest + 1)
    except OSError as trouble:
        raise InputError(f"the file cannot be read ({_reason(trouble)})", file=name) from None
    finally:
        os.close(handle)


def _reason(trouble: Exception) -> str:
    return shown(getattr(trouble, "strerror", None) or str(trouble)).lower()


def _other_files(path: Path) -> str | None:
    try:
        beside = sorted(other.name for other in path.parent.glob("*.y*ml"))[:5]
    except (OSError, ValueError):
        return None
    return f"In that folder: {', '.join(shown(name) for name in beside)}." if beside else None


def checked_text(raw: bytes, file: str, largest: int = LARGEST_BYTES) -> str:
    """Return the text in these bytes; InputError when it is too large, not UTF-8 or holds what cannot be seen."""
    if len(raw) > largest:
        raise InputError(f"the file is larger than {largest:,} bytes", file=file, allowed=f"at most {largest:,} bytes")
    try:
        text = raw.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as trouble:
        line = raw[: trouble.start].count(b"\n") + 1
        raise InputError("the file is not UTF-8 text", file=file, line=line, hint="Save the file as UTF-8.") from None
    text = text.replace("\r\n", "\n")
    if (found := FORBIDDEN.search(text) or re.search("\r", text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found.group()):04X}"
        raise InputError(f"the file holds the invisible character {code}", file=file, line=line, hint="Remove it.")
    return text
