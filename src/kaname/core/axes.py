"""An axis: a named, ordered list of members on which numbers are laid out.

Members come from data (actors, contingencies, force classes ...); the position of a member is its index in every array
of the world. Names are kept as they are written.

Source: this project's own convention (axis names are fixed: actor, observer, contingency, issue, force, ...).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kaname.core.errors import InputError, unknown_name


@dataclass(frozen=True)
class Axis:
    """A name and its members in order; members are unique.

    >>> Axis("actor", ("protector", "ally")).index("ally")
    1
    """

    name: str
    members: tuple[str, ...]

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for member in self.members:
            if member in seen:
                raise InputError(f"axis {self.name} names {member} twice", path=f"axes.{self.name}", found=member)
            seen.add(member)

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[str]:
        return iter(self.members)

    def __contains__(self, member: object) -> bool:
        return member in self.members

    def index(self, member: str) -> int:
        """Return the position of a member; InputError with the nearest name when there is no such member."""
        try:
            return self.members.index(member)
        except ValueError:
            raise unknown_name(f"a member of the axis {self.name}", member, self.members) from None
