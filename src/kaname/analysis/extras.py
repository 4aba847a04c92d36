"""A library that only some commands need, imported when it is needed; a sentence says so where it is not installed.

Errors: InputError with what to install.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kaname.core.errors import InputError


def extra(module: str, name: str) -> Any:
    """Return a module of an extra of this package; InputError that names the extra where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(
            f"this needs {module}, which is not installed", hint=f'pip install "kaname[{name}]".'
        ) from None
