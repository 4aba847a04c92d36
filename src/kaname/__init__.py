"""Kaname turns an argument about an alliance into something that can be run.

Importing this package is light: a name of the public interface is imported from its room when it is first used,
so that reading a file or asking the law never waits for a compiler.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

PUBLIC: dict[str, str] = {}
"""Name of the public interface -> module that defines it under the same name."""

__all__ = ["__version__", *PUBLIC]


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'kaname' has no attribute {name!r}")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
