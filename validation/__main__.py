"""`python -m validation [NAME ...]`: measure, keep the results as JSON, and make the pages of docs from it.

NAME: campaign, gray_zone, crisis, what_moves; all where none is named.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from validation.campaign import page as campaign
from validation.crisis import pages as crisis
from validation.gray_zone import page as gray_zone
from validation.what_moves import page as what_moves

VALIDATIONS: dict[str, Callable[[], int]] = {
    "campaign": lambda: campaign.main(False), "gray_zone": lambda: gray_zone.main([]), "crisis": crisis.main,
    "what_moves": what_moves.main,
}  # fmt: skip


def main() -> int:
    """Run the validations that are named."""
    words = argparse.ArgumentParser(prog="python -m validation", description=__doc__.split("\n")[0])
    words.add_argument("names", nargs="*", metavar="NAME", help=f"some of {', '.join(VALIDATIONS)}")
    words.add_argument("--fit", action="store_true", help="campaign: fit its judged figures anew, each study held out")
    asked = words.parse_args()
    names = asked.names or list(VALIDATIONS)
    unknown = [name for name in names if name not in VALIDATIONS]
    if unknown:
        words.error(f"{unknown[0]} is not a validation; there are {', '.join(VALIDATIONS)}")
    if asked.fit and "campaign" not in names:
        words.error("--fit belongs to the validation campaign")
    return max(campaign.main(asked.fit) if name == "campaign" else VALIDATIONS[name]() for name in names)


if __name__ == "__main__":
    raise SystemExit(main())
