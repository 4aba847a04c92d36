"""Maker of a part of a run: the versions of the packages that its numbers depend on, and the machine."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from typing import Any

from kaname.store.manifest import Maker

PACKAGES = ("kaname", "numpy", "numba", "llvmlite", "scipy", "pyarrow")


def this_maker() -> Maker:
    """Return the maker that this process is."""
    return Maker(versions(), machine())


def versions() -> dict[str, str]:
    """Return versions of the packages that the numbers depend on."""
    return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def machine() -> dict[str, Any]:
    """System, processor and cores: the fingerprint under which bits are promised to agree."""
    from llvmlite import binding

    return {
        "system": platform.system(), "machine": platform.machine(), "cpu": binding.get_host_cpu_name(),
        "cores": os.cpu_count(),
    }  # fmt: skip
