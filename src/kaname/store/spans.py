"""Layout of futures in files: a span of one bargain, in the run itself or in an arm that is run beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Futures first..last (both included) of one bargain, in the run itself or in an arm that is run beside it."""

    bargain: str
    first: int
    last: int
    arm: str = ""

    @property
    def name(self) -> str:
        return f"{self.bargain}-{self.first}-{self.last}.parquet"

    @property
    def file(self) -> str:
        """Return the path of its rows in the folder of the run."""
        return f"checks/{self.arm}/{self.name}" if self.arm else f"outcomes/{self.name}"

    @property
    def yearly(self) -> str:
        """Return the path of its yearly rows."""
        return f"checks/{self.arm}/yearly/{self.name}" if self.arm else f"yearly/{self.name}"

    @property
    def sampled(self) -> str:
        """Return the path of what its futures sampled, the same under every bargain."""
        return f"sampled/{self.first}-{self.last}.parquet"

    @property
    def count(self) -> int:
        """Return the number of its futures."""
        return self.last - self.first + 1
