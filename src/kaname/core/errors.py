"""What is said when something is wrong: where, what was found, what is allowed, what to do.

An error is public text. One line has the form

    scenarios/strait.yaml:41 forces.jp.interceptor_upper.readiness: 85 is outside 0..1 (unit: share). Write 0.85.

Text that came from a file is shown through `shown`: cut to a readable length and without control characters, so that
a hostile name cannot move the cursor, forge a second line or fill the screen.

Source: the form is this project's own (STYLE.md, "Errors are public"); exit codes follow the usage of Unix tools.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

EXIT_DONE = 0
EXIT_FOUND_WANTING = 1
EXIT_BAD_INPUT = 2
EXIT_OUR_FAULT = 3
EXIT_INTERRUPTED = 130

SHOWN_CHARACTERS = 80
LONGEST_PLACE = 4096
SHOWN_NAMES = 12
SHOWN_OF_MANY = 5
SHOWN_ERRORS = 40
CLOSE_ENOUGH = 0.6
FAINTLY_LIKE = 0.5
MOST_DIGITS = 12


class KanameError(Exception):
    """Anything this program says on purpose."""


class InputError(KanameError):
    """A file, a name or a number that cannot be used; raised at load or compile, before anything is written."""

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        path: str | None = None,
        found: object = None,
        allowed: Sequence[str] | str | None = None,
        nearest: str | None = None,
        hint: str | None = None,
        instead: object = None,
        key: tuple[str | int, ...] | None = None,
    ) -> None:
        """Keep what is said; `instead` is a value to write at `key`, told as "Write ..." where there is no hint."""
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.path = path
        self.found = found
        self.allowed = allowed
        self.nearest = nearest
        self.hint = hint
        self.instead = instead
        self.key = key

    def __str__(self) -> str:
        where = _where(self.file, self.line, self.path)
        said = [_sentence(self.message)]
        if self.nearest:
            said.append(f"Nearest: {shown(self.nearest)}.")
        if self.allowed:
            said.append(f"Allowed: {_listed(self.allowed)}.")
        if self.hint:
            said.append(_sentence(self.hint))
        elif self.instead is not None:
            said.append(f"Write {written(self.instead)}.")
        text = " ".join(said)
        return f"{where}: {text}" if where else text


class InputErrors(KanameError):
    """Several things wrong at once, in the order of file and line."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = sorted(errors, key=lambda error: (error.file or "", error.line or 0, error.path or ""))
        super().__init__(self.errors)

    def __str__(self) -> str:
        lines = [str(error) for error in self.errors[:SHOWN_ERRORS]]
        left = len(self.errors) - len(lines)
        if left:
            lines.append(f"... and {left} more.")
        return "\n".join(lines)


class Findings:
    """A list of errors that grows while a file is checked, raised once at the end."""

    def __init__(self) -> None:
        self.errors: list[InputError] = []

    def add(self, error: InputError) -> None:
        self.errors.append(error)

    def raise_if_any(self) -> None:
        """Raise the one error there is, or all of them together."""
        if len(self.errors) == 1:
            raise self.errors[0]
        if self.errors:
            raise InputErrors(self.errors)


def nearest_name(name: object, allowed: Iterable[str]) -> str | None:
    """The allowed name that looks most like `name`, or None when nothing is close.

    >>> nearest_name("grwoth", ["growth", "debt"])
    'growth'
    """
    wanted = _plain(str(name)[:SHOWN_CHARACTERS])
    by_plain = {_plain(candidate): candidate for candidate in allowed}
    close = difflib.get_close_matches(wanted, list(by_plain), n=1, cutoff=CLOSE_ENOUGH)
    return by_plain[close[0]] if close else None


def unknown_name(
    kind: str,
    name: object,
    allowed: Iterable[str],
    *,
    file: str | None = None,
    line: int | None = None,
    path: str | None = None,
) -> InputError:
    """The error for a name outside a closed list: `kind` says in words what the name should have been."""
    names = list(allowed)
    near = nearest_name(name, names)
    if len(names) > SHOWN_NAMES:
        names = _closest_first(name, names)
    return InputError(
        f"{shown(name)} is not {kind}",
        file=file,
        line=line,
        path=path,
        found=name,
        allowed=names or "nothing here",
        nearest=near,
    )


def _closest_first(name: object, names: list[str]) -> list[str]:
    close = difflib.get_close_matches(str(name)[:SHOWN_CHARACTERS], names, n=SHOWN_OF_MANY, cutoff=FAINTLY_LIKE)
    return close + [other for other in names if other not in close]


def shown(value: object, most: int = SHOWN_CHARACTERS) -> str:
    """A value from a file as one line of printable text, cut to `most` characters.

    >>> shown(chr(27) + "[31mred")
    '?[31mred'
    """
    text = value if isinstance(value, str) else _value_text(value)
    cut = text[: most + 1]
    clean = "".join(character if _printable(character) else "?" for character in cut)
    return clean if len(text) <= most else clean[:most] + "..."


def written(value: object) -> str:
    """Return a value as it is typed in a file, on one line.

    >>> written([0.25, "as_is"])
    '[0.25, as_is]'
    """
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) and abs(value) < 10**MOST_DIGITS else f"{value:.{MOST_DIGITS}g}"
    return shown(str(value))


def _value_text(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    return repr(value)


def _printable(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _where(file: str | None, line: int | None, path: str | None) -> str:
    place = shown(file, LONGEST_PLACE) if file else ""
    if line is not None:
        place = f"{place}:{line}" if place else f"line {line}"
    return " ".join(part for part in (place, shown(path) if path else "") if part)


def _listed(allowed: Sequence[str] | str) -> str:
    if isinstance(allowed, str):
        return allowed
    count = len(allowed) if len(allowed) <= SHOWN_NAMES else SHOWN_OF_MANY
    names = [shown(name) for name in allowed[:count]]
    left = len(allowed) - len(names)
    return ", ".join(names) + (f" and {left} more" if left else "")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."
