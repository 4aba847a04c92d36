"""Claims that a bargain rests on and their verdicts: those of the texts that it is taken from.

Idea: a bargain is an author's advice, and the advice follows from what the author claims; the audit that comes with the
package has put those claims to the model, under things as they are. Worst verdict first.
Reads: data/claims_audit.json, where it is shipped. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report.markup import Safe, tag
from kaname.scenarios.shipped_audit import shipped_audit


def claims_of(source: Any) -> Safe | None:
    """Return the claims of a bargain's sources with their verdicts; None where no audit or no claim of them is there.

    source: a key of the bibliography, or several.
    """
    keys = [source] if isinstance(source, str) else list(source or ())
    audit = shipped_audit()
    claims = [claim for claim in audit.get("claims", []) if claim["author"] in keys]
    if not claims:
        return None
    order = list(audit["verdicts"])
    claims.sort(key=lambda claim: (order.index(claim["verdict"]), claim["id"]))
    items = [tag("li", tag("strong", claim["verdict"]), f": {claim['id']} {claim['claim']}") for claim in claims]
    return tag("details", tag("summary", sentence(claims, order)), tag("ul", items))


def sentence(claims: list[Mapping[str, Any]], order: list[str]) -> str:
    """Return how many claims a bargain rests on and how they fared, worst first."""
    counts = {verdict: sum(claim["verdict"] == verdict for claim in claims) for verdict in order}
    fared = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    return f"Rests on {len(claims)} {'claim' if len(claims) == 1 else 'claims'} of its text: {fared}"
