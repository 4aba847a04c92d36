"""Hints of errors, each tried before it is offered.

Idea: a checker may offer a value ("Write 0.9.") or a name ("Nearest: clarity.") that looks right where it stands and is
refused by a later rule: outside a range, a name that is there already, a list where one value is wanted. So the
document is checked again with the offer put in its place; what still finds fault there is not offered.

Reads: a document and the errors of its check. Writes: nothing. Errors: those of the check, with the offers that hold.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from kaname.core.errors import SHOWN_ERRORS, InputError, InputErrors
from kaname.core.safe_yaml import Document, Key

Checked = TypeVar("Checked")
Check = Callable[[Document], Checked]


def check_and_try(document: Document, check: Check[Checked]) -> Checked:
    """Return what the check returns; what it raises offers only what it would accept."""
    try:
        return check(document)
    except (InputError, InputErrors) as trouble:
        errors = trouble.errors if isinstance(trouble, InputErrors) else [trouble]
        for error in errors[:SHOWN_ERRORS]:
            _try(document, error, check)
        raise


def _try(document: Document, error: InputError, check: Check[Any]) -> None:
    """Take back what the error offers where it would be refused."""
    key = error.key
    if key is None:
        return
    if error.instead is not None and not _accepted(document, key, error.instead, check):
        error.instead = None
    if error.nearest is not None:
        is_name = document.at(key) != error.found and key[-1:] == (error.found,)
        put = _renamed if is_name else _accepted
        error.nearest = error.nearest if put(document, key, error.nearest, check) else None


def _renamed(document: Document, key: Key, offer: str, check: Check[Any]) -> bool:
    """Return whether an entry may have another name: it is not written there already, and the name itself is not
    refused.
    """
    changed = copy.deepcopy(document.value)
    above = _inside(changed, key[:-1])
    if offer in document.written_beside(key):
        return False
    above[offer] = above.pop(key[-1])
    at = (*key[:-1], offer)
    return not any(
        error.key == at and error.found == offer for error in errors_of(check, replace(document, value=changed))
    )


def _accepted(document: Document, key: Key, offer: object, check: Check[Any]) -> bool:
    """Return whether the check finds nothing more to say at a path once the offer stands there."""
    if not key:
        return False
    changed = copy.deepcopy(document.value)
    _inside(changed, key[:-1])[key[-1]] = offer
    return _sound_at(replace(document, value=changed), key, check)


def _inside(value: Any, key: Key) -> Any:
    for part in key:
        value = value[part]
    return value


def _sound_at(changed: Document, key: Key, check: Check[Any]) -> bool:
    return not any(error.key is not None and error.key[: len(key)] == key for error in errors_of(check, changed))


def errors_of(check: Check[Any], document: Document) -> list[InputError]:
    """Return what a check finds wrong with a document, in order."""
    try:
        check(document)
    except InputErrors as trouble:
        return list(trouble.errors)
    except InputError as trouble:
        return [trouble]
    return []
