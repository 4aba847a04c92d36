"""The packages that a run rests on, each with its version, as a file of requirements that pip reads.

Idea: the closure of what Kaname needs, as it is installed here; where the manifest of a run names another version of a
package, that is the one that made the numbers, and it stands in the file. A requirement that is not installed is one of
another system or of an extra. Reads: metadata of installed packages. Writes: nothing.
Source: PEP 508; core metadata of Python packages, 2.4.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution

ROOT = "kaname"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def pinned(made_with: Mapping[str, str]) -> dict[str, str]:
    """Return package -> version. made_with: versions that the run's manifest names."""
    found: dict[str, str] = {}
    waiting = [ROOT]
    while waiting:
        name = _plain(waiting.pop())
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = made_with.get(name, package.version)
        waiting += [match[0] for require in package.requires or [] if "extra ==" not in require
                    and (match := _NAME.match(require))]  # fmt: skip
    return dict(sorted(found.items()))


def requirements(made_with: Mapping[str, str]) -> str:
    """Return the text of the file. made_with: versions that the run's manifest names, `python` among them."""
    head = f"# What made the run, for Python {made_with.get('python', '')}. pip install -r requirements.txt\n"
    return head + "".join(f"{name}=={version}\n" for name, version in pinned(made_with).items())


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
