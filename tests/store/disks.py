"""Disks that fail: one that stops and forgets what was not synced, one whose nth operation goes wrong.

`StoppingDisk` keeps files in memory as a system keeps them: content and names are two things, each brought to the disk
by its own sync. When it stops, every name that was not synced is there or not, each for itself and in any order, and a
file that was not synced is whole, empty, cut off, or zeros.
"""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass, field
from pathlib import Path

from kaname.store.durable import Disk


class Stopped(BaseException):
    """The machine has stopped; nothing that is asked of its disk happens any more."""


@dataclass
class StoppingDisk(Disk):
    """Files in memory that stop before operation `at` (from 0; never where it is negative)."""

    at: int = -1
    done: int = 0
    contents: dict[int, bytes] = field(default_factory=dict)
    synced: set[int] = field(default_factory=set)
    names: dict[Path, int | None] = field(default_factory=dict)
    kept: dict[Path, int | None] = field(default_factory=dict)
    waiting: list[tuple[Path, dict[Path, int | None]]] = field(default_factory=list)

    def _next(self) -> None:
        if self.done == self.at:
            raise Stopped
        self.done += 1

    def _name(self, changes: dict[Path, int | None]) -> None:
        self.names |= changes
        self.waiting.append((next(iter(changes)).parent, changes))

    def make_folder(self, folder: Path) -> None:
        self._next()
        for place in (*reversed(folder.parents), folder):
            if place not in self.names:
                self._name({place: -1})

    def write(self, path: Path, content: bytes) -> None:
        self._next()
        number = len(self.contents)
        self.contents[number] = content
        self._name({path: number})

    def sync(self, path: Path) -> None:
        self._next()
        if self.names[path] != -1:
            self.synced.add(self.names[path])  # type: ignore[arg-type]
            return
        for folder, changes in self.waiting:
            if folder == path:
                self.kept |= changes
        self.waiting = [(folder, changes) for folder, changes in self.waiting if folder != path]

    def size(self, path: Path) -> int:
        self._next()
        return len(self.contents[self.names[path]])  # type: ignore[index]

    def rename(self, old: Path, new: Path) -> None:
        self._next()
        self._name({new: self.names[old], old: None})

    def remove(self, path: Path) -> None:
        self._next()
        if self.names.get(path) is not None:
            self._name({path: None})

    def left(self, root: Path, chance: random.Random) -> dict[Path, bytes]:
        """What lies under `root` after the machine has started again."""
        names = dict(self.kept)
        for _, changes in self.waiting:
            if chance.random() < 0.5:
                names |= changes
        files = {path: number for path, number in names.items() if number is not None and number >= 0}
        return {path: self._content(number, chance) for path, number in files.items()
                if all(names.get(folder) == -1 for folder in path.parents if root in folder.parents)}  # fmt: skip

    def _content(self, number: int, chance: random.Random) -> bytes:
        whole = self.contents[number]
        if number in self.synced:
            return whole
        cut = whole[: chance.randrange(len(whole) + 1)]
        return chance.choice([whole, b"", cut, cut + bytes(len(whole) - len(cut)), bytes(len(whole))])


@dataclass
class FailingDisk(Disk):
    """A real disk on which operation `at` (from 0) goes wrong: no room, an error, a short write, a failed sync."""

    at: int
    kind: str
    done: int = 0
    failed: bool = False

    def _fails(self, *kinds: str) -> bool:
        self.done += self.kind in kinds
        self.failed = self.failed or (self.kind in kinds and self.done == self.at + 1)
        return self.kind in kinds and self.done == self.at + 1

    def make_folder(self, folder: Path) -> None:
        self._raise(self._fails("ENOSPC", "EIO"), folder)
        super().make_folder(folder)

    def write(self, path: Path, content: bytes) -> None:
        self._raise(self._fails("ENOSPC", "EIO"), path)
        super().write(path, content[: len(content) // 2] if self._fails("short") else content)

    def sync(self, path: Path) -> None:
        self._raise(self._fails("EIO", "sync"), path)
        super().sync(path)

    def rename(self, old: Path, new: Path) -> None:
        self._raise(self._fails("ENOSPC", "EIO"), new)
        super().rename(old, new)

    def _raise(self, fails: bool, path: Path) -> None:
        if fails:
            number = errno.ENOSPC if self.kind == "ENOSPC" else errno.EIO
            raise OSError(number, errno.errorcode[number], str(path))
