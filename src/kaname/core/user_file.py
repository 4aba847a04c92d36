"""The one writer of files that a person named: looked at before any work is done, then written whole or not at all.

Idea: a command asks for a place first (`output_file`, `output_folder`, `new_file`) and writes to it at the end. The
place must have the right ending and a folder to stand in, must not be a file that the command reads, and must not hold
a file that is not our own output. A file is written beside its place under a hidden name and renamed; whatever goes
wrong is reported under the name that the person gave.

How our own output is known again: a page or picture ends with a seal, the digest of what stands above it, so that one
that was edited by hand is no longer ours; any other file begins in the way that its command says.
Reads: the file in the way, if there is one. Writes: that file. Errors: InputError.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kaname.core.errors import InputError, unknown_name
from kaname.core.hashing import bytes_digest
from kaname.core.safe_text import short_name
from kaname.core.whole_files import written_aside

REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, or choose another folder",
    errno.EDQUOT: "the disk quota is used up. Free some space, or choose another folder",
    errno.EFBIG: "a file may not grow that large here. Raise the limit (ulimit -f), or choose another folder",
    errno.EIO: "the disk failed. Look after it, or choose another folder; what is listed in the folder is kept",
    errno.EACCES: "not allowed. Choose a place that you may read and write",
    errno.EPERM: "not allowed. Choose a place that you may read and write",
    errno.EROFS: "this place is read-only. Choose another folder",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.EISDIR: "this is a folder, not a file",
    errno.EEXIST: "another file or folder exists there already",
    errno.ENOTEMPTY: "another file or folder exists there already",
    errno.ENAMETOOLONG: "this name is too long for the file system",
    errno.ELOOP: "this link leads back to itself",
}
"""Messages about a place that cannot be read or written, by error number."""
SEALED = (".svg", ".html")
LONGEST_HEAD = 4096
_SEAL = re.compile(rb"<!-- Made by kaname\. Seal ([0-9a-f]{64}) -->\n\Z")
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EMLINK, errno.ENOSYS)


@dataclass(frozen=True)
class UserFile:
    """A place that was looked at and may be written. path: as the person gave it."""

    path: Path
    option: str | None = None
    new: bool = False

    def write(self, text: str) -> Path:
        """Write the text and return the path; InputError, and nothing half-written, where that cannot be done."""
        sealed = _sealed(text) if self.path.suffix.lower() in SEALED and not self.new else text
        try:
            self._place(sealed.encode("utf-8"))
        except FileExistsError:
            raise _there(self.path, self.option) from None
        except (OSError, ValueError) as trouble:
            raise _unwritable(self.path, self.option, trouble) from None
        return self.path

    def _place(self, content: bytes) -> None:
        place = Path(os.path.realpath(self.path))
        if place.exists() and not place.is_file():  # a pipe or a device takes what it is given; it is never replaced
            place.write_bytes(content)
            return
        with written_aside(place) as aside:
            aside.write_bytes(content)
            if self.new:
                _take_name(aside, place)
            else:
                _keep_mode(place, aside)


def output_file(
    path: Path, ending: str, option: str | None = None, *, mark: str | None = None, reads: Sequence[Path | None] = ()
) -> UserFile:
    """Return the place for an output, or raise InputError where it may not be written.

    ending: with its dot, such as ".csv"; mark: a pattern with which a file of this command begins, for endings that
    carry no seal; reads: the files that the command reads.
    """
    if path.suffix.lower() != ending:
        error = unknown_name(f"the ending of {option or 'this file'}", path.suffix or path.name, (ending,))
        error.hint, error.nearest = f"Write {path.stem or 'name'}{ending}.", None
        raise error
    _check_place(path, option)
    if any(read is not None and _same(read, path) for read in reads):
        raise InputError("this is the file that is read", file=short_name(path), path=option, hint="Name another.")
    if path.is_file() and not _ours(path, ending, mark):
        raise _taken(path, option)
    return UserFile(path, option)


def new_file(path: Path, option: str | None = None) -> UserFile:
    """Return the place for a file that may stand on nothing; InputError where something is there already."""
    _check_place(path, option)
    if os.path.lexists(path):
        raise _there(path, option)
    return UserFile(path, option, new=True)


def check_folder(path: Path, option: str | None = None) -> None:
    """Raise InputError where something that is no folder stands at a place for outputs; nothing is made yet."""
    if os.path.lexists(path) and not path.is_dir():
        raise InputError("this is a file, not a folder", file=short_name(path), path=option, hint="Name a folder.")


def output_folder(path: Path, option: str | None = None) -> Path:
    """Return a folder for outputs, made where it is missing; InputError where it cannot be one."""
    check_folder(path, option)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as trouble:
        raise _unwritable(path, option, trouble) from None
    return path


def reason(trouble: BaseException) -> str:
    """Return the message for an error of the file system."""
    number = getattr(trouble, "errno", None)
    return REASONS.get(number or 0) or getattr(trouble, "strerror", None) or str(trouble)


def is_sealed(content: bytes) -> bool:
    """Return whether a page or picture ends with our seal and is as it was when it was sealed."""
    match = _SEAL.search(content)
    return match is not None and bytes_digest(content[: match.start()]).encode() == match[1]


def _sealed(text: str) -> str:
    body = text if text.endswith("\n") else text + "\n"
    return f"{body}<!-- Made by kaname. Seal {bytes_digest(body.encode('utf-8'))} -->\n"


def _check_place(path: Path, option: str | None) -> None:
    folder = path.parent
    try:
        if not folder.exists():
            raise InputError("there is no such folder", file=short_name(folder), path=option,
                             hint="Make it, or name another.")  # fmt: skip
        if not folder.is_dir():
            raise InputError(REASONS[errno.ENOTDIR], file=short_name(path), path=option)
        if path.is_dir():
            raise InputError(REASONS[errno.EISDIR], file=short_name(path), path=option, hint="Name a file in it.")
        if not os.access(folder, os.W_OK) and not (path.exists() and not path.is_file()):
            raise InputError(REASONS[errno.EACCES], file=short_name(path), path=option)
    except (OSError, ValueError) as trouble:
        raise _unwritable(path, option, trouble) from None


def _same(path: Path, other: Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def _ours(path: Path, ending: str, mark: str | None) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if ending in SEALED:
        return is_sealed(content)
    head = content[:LONGEST_HEAD].decode("utf-8", "replace")
    return not content or (mark is not None and re.match(mark, head) is not None)


def _there(path: Path, option: str | None) -> InputError:
    return InputError("the file is there already and is left as it is", file=short_name(path), path=option,
                      hint="Name another.")  # fmt: skip


def _taken(path: Path, option: str | None) -> InputError:
    return InputError("a file that is no output of this command, or was changed since, is there and is left as it is",
                      file=short_name(path), path=option, hint="Name another, or move it away first.")  # fmt: skip


def _unwritable(path: Path, option: str | None, trouble: BaseException) -> InputError:
    return InputError(f"cannot be written: {reason(trouble)}", file=short_name(path), path=option)


def _keep_mode(place: Path, aside: Path) -> None:
    with suppress(OSError):
        os.chmod(aside, stat.S_IMODE(place.stat().st_mode))


def _take_name(aside: Path, place: Path) -> None:
    """Take a name only if nobody has it; without hard links, as near to that as the file system lets us."""
    try:
        os.link(aside, place)
    except OSError as trouble:
        if trouble.errno not in _NO_LINKS or os.path.lexists(place):
            raise
