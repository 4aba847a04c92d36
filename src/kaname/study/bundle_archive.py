"""A replication package as one zip file: the same files give the same bytes, and what is read is what was listed.

Idea: names are sorted and dates fixed, so that two people who bundle one run have one file. `SHA256SUMS` (as of
sha256sum) lists every other file; a package is read only when each of its files is listed, lies inside and has its
digest. It may have been unpacked already. Reads: a zip file or a folder. Writes: the zip file; a folder when read.
Errors: InputError, with nothing used, for a package that is damaged or is none.
Source: APPNOTE.TXT of PKWARE, 6.3.10; sha256sum(1).
"""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kaname.core.errors import InputError
from kaname.core.hashing import bytes_digest, file_digest
from kaname.core.whole_files import written_aside

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can hold."""
READABLE = 0o644 << 16
WAY_OUT = "Fetch it again from where it came, or have it made again with kaname bundle."
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def write_archive(path: Path, name: str, files: Mapping[str, bytes | Path]) -> None:
    """Write files (name -> bytes, or the file that holds them), with their digests, under the folder `name`."""
    digests = {one: bytes_digest(file) if isinstance(file, bytes) else file_digest(file) for one, file in files.items()}
    sums = "".join(f"{digests[one]}  {one}\n" for one in sorted(files)).encode("utf-8")
    with written_aside(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, said in sorted({**files, SUMS: sums}.items()):
            entry = zipfile.ZipInfo(f"{name}/{one}", EPOCH)
            entry.external_attr, entry.compress_type = READABLE, zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as target:
                if isinstance(said, bytes):
                    target.write(said)
                else:
                    with open(said, "rb") as source:
                        shutil.copyfileobj(source, target)


def unpacked(bundle: Path, aside: Path) -> Path:
    """Return the folder of a package's files, each as it is listed; a zip file is unpacked into `aside`."""
    if not bundle.exists():
        raise InputError("there is no such replication package", file=str(bundle), hint="Name the zip file.")
    folder = bundle if bundle.is_dir() else _extracted(bundle, aside)
    try:
        text = (folder / SUMS).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        raise InputError(f"it has no readable {SUMS}, so it is no replication package", file=str(bundle),
                         hint=WAY_OUT) from None  # fmt: skip
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None or not _inside(match[2]):
            raise InputError("is no line of digest and file", file=f"{bundle}/{SUMS}", line=number, found=line,
                             hint=WAY_OUT)  # fmt: skip
        if not (folder / match[2]).is_file():
            raise InputError(f"{match[2]} is listed and not there", file=str(bundle), hint=WAY_OUT)
        if file_digest(folder / match[2]) != match[1]:
            raise InputError(f"{match[2]} is not as {SUMS} lists it", file=str(bundle), hint=WAY_OUT)
    return folder


def _extracted(bundle: Path, aside: Path) -> Path:
    """Unpack the one folder that a package holds."""
    try:
        with zipfile.ZipFile(bundle) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            tops = {PurePosixPath(name).parts[0] for name in names if PurePosixPath(name).parts}
            if len(tops) != 1 or not all(_inside(name) for name in names) or len(set(names)) != len(names):
                raise InputError("it does not hold one folder alone, so it is no replication package",
                                 file=str(bundle), hint=WAY_OUT)  # fmt: skip
            for name in names:
                (aside / name).parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as source, open(aside / name, "wb") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as trouble:
        raise InputError(f"it is no zip file that can be read: {trouble}", file=str(bundle), hint=WAY_OUT) from None
    return aside / tops.pop()


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name
