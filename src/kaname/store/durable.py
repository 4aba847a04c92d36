"""Files of a run written whole and so that they last: content before name, name before it is listed.

Idea: a renamed file may lose its content when the machine stops, and a folder its newest names; what a manifest lists
must be on the disk before the manifest that lists it is. So parts are written aside and renamed, and before a manifest
is written `settled` brings what it newly lists to the disk, files first, then their folders; the manifest itself is
synced before it takes its name. Everything passes through one object, `Disk`, so that a test can be the disk that
fails. Reads: nothing. Writes: the files. Errors: OSError of the disk, about the file itself.
Source: fsync(2), rename(2) of the Linux manual.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path


class Disk:
    """Interface of a disk; each method is one operation of the system."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it."""
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, content: bytes) -> None:
        """Write a new file."""
        with open(path, "wb") as handle:
            handle.write(content)

    def sync(self, path: Path) -> None:
        """Bring a file's content, or a folder's names, to the disk."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def size(self, path: Path) -> int:
        """Return the number of bytes of a file."""
        return path.stat().st_size

    def rename(self, old: Path, new: Path) -> None:
        """Give a file another name, in place of what has that name."""
        os.replace(old, new)

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


DISK = Disk()


def write_bytes(path: Path, content: bytes, lasting: bool = False) -> None:
    """Write a whole file: aside, then renamed. lasting: on the disk, under its name, when this returns."""
    disk = DISK
    disk.make_folder(path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            disk.write(part, content)
            if disk.size(part) != len(content):
                raise OSError(errno.EIO, "fewer bytes were written than were given")
            if lasting:
                disk.sync(part)
            disk.rename(part, path)
            if lasting:
                _sync_folder(disk, path.parent)
        except BaseException:
            disk.remove(part)
            raise
    except OSError as trouble:
        raise type(trouble)(trouble.errno, trouble.strerror, str(path)) from trouble


def settled(paths: Iterable[Path]) -> None:
    """Bring files to the disk, then the folders that name them, and the folders that name those."""
    disk, files = DISK, list(paths)
    for path in files:
        try:
            disk.sync(path)
        except OSError as trouble:
            raise type(trouble)(trouble.errno, trouble.strerror, str(path)) from trouble
    folders = {path.parent for path in files}
    named = folders | {folder.parent for folder in folders}
    for folder in sorted(named, key=lambda place: len(place.parts), reverse=True):
        _sync_folder(disk, folder)


def anchored(folder: Path) -> None:
    """Bring the name of a folder that may be new to the disk, and the names of those above it."""
    for place in (folder, *folder.absolute().parents):
        try:
            _sync_folder(DISK, place)
        except PermissionError:
            # A folder that may not be read is older than this run.
            return


def _sync_folder(disk: Disk, folder: Path) -> None:
    # Windows knows no sync of a folder, and some network file systems refuse it: a name is there with the file.
    if os.name != "posix":
        return
    try:
        disk.sync(folder)
    except OSError as trouble:
        if trouble.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
