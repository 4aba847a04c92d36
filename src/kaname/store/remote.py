"""A run kept in an object store: a working copy on this machine, and what of it lies there.

Idea: the store's manifest is the truth, as a folder's is. Parts are put before the manifest that lists them, and the
manifest replaces only the version that was seen last. The first manifest of a run lists no part: with it the place is
taken before anything else is put, so that runs cannot mix. The working copy can be lost at any time; the same command
continues from the store. Reads, writes: the store; the working copy in the folder of kept files. Errors: InputError.
Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import rmtree

from kaname.core.errors import InputError
from kaname.core.hashing import bytes_digest
from kaname.core.user_folder import user_folder
from kaname.store.durable import write_bytes
from kaname.store.manifest import DESCRIBED, NAME, SUMMARY, Manifest, read_manifest, sound
from kaname.store.objects import Changed, ObjectStore, address_of
from kaname.store.owner import NAME as LOCK

COPIES = "runs-of-object-stores"


def remote_run(place: Path) -> RemoteRun | None:
    """Return the run at a place in an object store; None for a folder."""
    address = address_of(place)
    return RemoteRun(address) if address else None


class RemoteRun:
    """A run at an address. folder: its working copy."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.folder = user_folder() / COPIES / bytes_digest(address.encode("utf-8"))[:16] / address.rpartition("/")[2]
        self._store = ObjectStore(address)
        self._seen = ""
        self._there: dict[str, str] = {}

    def fetch(self, anew: bool = False) -> bool:
        """Bring what the store's manifest lists into the working copy, and return whether there is one.

        Files that are there as listed are kept, unless all is to be brought anew. A file that the store lacks or has
        damaged is left as it is there, and whoever reads it or goes on with the run finds it so.
        """
        found = self._store.get(NAME)
        if found is None:
            return False
        content, self._seen = found
        write_bytes(self.folder / NAME, content)
        described = self._store.get(DESCRIBED)
        if described is not None:
            write_bytes(self.folder / DESCRIBED, described[0])
        sizes = self._store.sizes()
        self._there = {}
        for name, digest in _listed(read_manifest(self.folder)).items():
            if name not in sizes:
                (self.folder / name).unlink(missing_ok=True)
            elif self._brought(name, digest, sizes[name], anew):
                self._there[name] = digest
        return True

    def _brought(self, name: str, digest: str, size: int, anew: bool) -> bool:
        """Bring a file unless it is here as listed, and return whether what lies in the store is as listed."""
        path = self.folder / name
        if not anew and sound(path, digest) and path.stat().st_size == size:
            return True
        answer = self._store.get(name)
        if answer is None:
            return False
        write_bytes(path, answer[0])
        return bytes_digest(answer[0]) == digest

    def go_on(self, fresh: Manifest) -> None:
        """Bring what lies in the store, and from now on send what `fresh` lists whenever that is written.

        A working copy of another run, where the store holds none, is what was left of one that has been removed there.
        """
        if not self.fetch() and (self.folder / NAME).exists() and read_manifest(self.folder).key != fresh.key:
            for item in self.folder.iterdir():
                if item.is_dir():
                    rmtree(item)
                elif item.name != LOCK:
                    item.unlink()
        fresh.written = self.send

    def send(self, manifest: Manifest) -> None:
        """Put what a manifest newly lists, then the manifest; InputError where another process has written the run."""
        if not self._seen:
            self._take(manifest)
        for name, digest in _listed(manifest).items():
            if self._there.get(name) != digest:
                self._store.put(name, (self.folder / name).read_bytes())
                self._there[name] = digest
        self._seen = self._replaced(NAME, manifest.path.read_bytes(), self._seen)

    def _take(self, manifest: Manifest) -> None:
        """Put what describes the run and a manifest that lists nothing, where neither lies there yet."""
        described = (self.folder / DESCRIBED).read_bytes()
        self._replaced(DESCRIBED, described, "")
        nothing = replace(manifest, chunks={}, summary="", complete=False, levelled=None)
        self._seen = self._replaced(NAME, nothing.text(bytes_digest(described)).encode("utf-8"), "")

    def _replaced(self, name: str, content: bytes, seen: str) -> str:
        try:
            return self._store.replace(name, content, seen)
        except Changed:
            raise InputError(
                "another process has written this run since it was looked at", file=self.address, path="--out",
                hint="Let that one finish, or name another place; what was made here is kept, and the same command "
                "goes on.",
            ) from None  # fmt: skip


def _listed(manifest: Manifest) -> dict[str, str]:
    """Files that a manifest lists, with their digests."""
    files = {chunk.files[kind]: chunk.digests[kind] for chunk in manifest.chunks.values() for kind in chunk.files}
    return {**files, **({SUMMARY: manifest.summary} if manifest.summary else {})}
