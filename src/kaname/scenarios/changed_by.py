"""Search for the change of an override that causes an error in a line of its base.

Idea: the base is sound by itself, so what is wrong in a merged scenario came with some change. Each change is left
out in turn; an error that goes with it is reported at the line of that change, and says where in the base it shows.

Reads: an override, its base and the errors of the two merged. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kaname.core.errors import InputError, InputErrors
from kaname.core.safe_yaml import Document, path_text
from kaname.core.tried_hints import errors_of
from kaname.scenarios.overrides import merged

MOST_TRIED = 50
Identity = tuple[object, str]


def at_their_changes(
    trouble: InputError | InputErrors, override: Document, base: Document, check: Callable[[Document], object]
) -> InputError | InputErrors:
    """Return the errors, those in lines of the base moved to the line of the change that brought them."""
    errors = trouble.errors if isinstance(trouble, InputErrors) else [trouble]
    if all(error.file == override.file for error in errors):
        return trouble
    left = {path: _left_without(path, override, base, check) for path in list(override.value["changes"])[:MOST_TRIED]}
    moved = [error if error.file == override.file else _moved(error, left, override) for error in errors]
    return moved[0] if len(moved) == 1 else InputErrors(moved)


def _left_without(path: str, override: Document, base: Document, check: Callable[[Document], object]) -> set[Identity]:
    """Return the errors that stay when one change is left out."""
    changes = {name: change for name, change in override.value["changes"].items() if name != path}
    without = merged(base, replace(override, value={**override.value, "changes": changes}))
    return {_identity(error) for error in errors_of(check, without)}


def _identity(error: InputError) -> Identity:
    return error.path, error.message


def _moved(error: InputError, left: Mapping[str, set[Identity]], override: Document) -> InputError:
    path = next((path for path, others in left.items() if _identity(error) not in others), None)
    if path is None:
        return error
    key = ("changes", path)
    shows = f"{error.file}:{error.line} {error.path or ''}".rstrip()
    return InputError(
        f"{error.message} (this shows in {shows})", file=override.file, line=override.place(key).line,
        path=path_text(key), found=error.found, allowed=error.allowed, nearest=error.nearest, hint=error.hint,
        instead=error.instead,
    )  # fmt: skip
