"""The reference page of the claims, from the audit that is shipped: what fails and what cannot be decided first.

Reads: data/claims_audit.json (made by `make claims-audit`). Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.compile.bargain_reference import table
from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

NOTES = (("cannot_run", "Cannot be run: "), ("part", "Left out: "), ("built_in", "Built in: "))
RESULT = DATA / "claims_audit.json"
ABOUT = """\
Each claim of the texts is put as arms of paired futures, adopted at once, and as lines that say what must differ
between them (`src/kaname/data/claims/`, one file an author). Claims about conduct inside a crisis are measured in
injected, identical crises. Two futures in a row share all sampled figures and differ in chance, so that what worlds
differ by can be told from chance. A verdict is a word with a numeric definition, below; d is the effect in the
direction claimed, m the smallest effect that matters, stated for every outcome with its reason
(`src/kaname/data/smallest_effects.yaml`) or in the line itself. A claim is as strong as its weakest line; a line that
is only told does not count.

Futures are added until all lines of a claim are settled: at each look the interval lies beyond m on one side or
within it on both, at an error rate divided among the looks. What is called clear passes a false discovery rate over
all lines.

Where a claim fails is looked for among all sampled figures: one to three conditions found on half of the worlds, with
coverage and density on the other half. Mechanisms are held at their start one at a time. What would move the verdict
is the verdict in the worlds in which a figure lies in its lowest or highest third. What no pair of futures goes
against, or what nearly all worlds agree on, is driven to the ends of its figures, all at once by lot and one at a time;
only what stands there too is printed built in. A verdict speaks of the model,
never of what a country will do; authors are read from short texts, and what is claimed is our reading. The command
below, with `--out FOLDER`, makes it again, with a page for each claim.
"""


def page_lines() -> list[str]:
    """Return the page without its title."""
    if not RESULT.is_file():
        return [ABOUT, "", "No result is shipped; `make claims-audit` makes one."]
    audit = shipped_json(RESULT, "claims")
    order = list(audit["verdicts"])
    claims = sorted(audit["claims"], key=lambda claim: (order.index(claim["verdict"]), claim["id"]))
    counts = [
        (verdict, str(audit["counts"].get(verdict, 0)), meaning) for verdict, meaning in audit["verdicts"].items()
    ]
    made = [
        f"Made by `{audit['command']}`; looks at {', '.join(map(str, audit['looks']))} futures an arm; "
        f"model and figures {audit.get('model', 'of an earlier version')}.",
        "",
    ]
    sections = [line for claim in claims for line in _claim(claim)]
    return [ABOUT, *made, *table(("verdict", "claims", "meaning"), counts), "", "## All claims, worst first", "",
            *table(("claim", "verdict", "what decides", "effect / m", "worlds as claimed", "its lines", "futures"),
                   [_row(claim) for claim in claims]), "", *sections]  # fmt: skip


def _row(claim: Mapping[str, Any]) -> tuple[str, ...]:
    line = _deciding(claim)
    head = f"{claim['id']} {claim['claim']} ({claim['author']})"
    if line is None:
        return head, claim["verdict"], claim["cannot_run"], "", "", "", ""
    share = "" if line["expect"] in ("open", "alike", "differs") else _share(line)
    lines = ", ".join(line["verdict"] for line in claim["lines"] if not line["aside"])
    return head, claim["verdict"], line["sentence"], f"{line['size']:+.2g}", share, lines, str(claim["futures"])


def _deciding(claim: Mapping[str, Any]) -> Mapping[str, Any] | None:
    counted = [line for line in claim["lines"] if not line["aside"]] or claim["lines"]
    return next(iter([line for line in counted if line["verdict"] == claim["verdict"]] or counted), None)


def _share(line: Mapping[str, Any]) -> str:
    share, low, high = line["share"]
    return "cannot be told" if high - low > 0.5 else f"{share:.0%} ({low:.0%} to {high:.0%})"


def _claim(claim: Mapping[str, Any]) -> list[str]:
    """Return a claim's section: its lines, then why in sentences."""
    rows = [
        (line["verdict"] + (" (told)" if line["aside"] else ""), line["sentence"],
         f"{line['mean']:+.3g} {line['unit']} ({line['low']:+.3g} to {line['high']:+.3g})",
         f"{line['matters']:g}" if line["matters"] else "",
         _share(line) if line["expect"] in ("higher", "lower") else "")
        for line in claim["lines"]
    ]  # fmt: skip
    notes = [f"{begins}{claim[name]}" for name, begins in NOTES if claim[name]]
    head = f"{claim['claim']} ({claim['author']}) {claim['passage']}"
    return [f"### {claim['id']}: {claim['verdict']}", "", head, "",
            *table(("verdict", "line", "effect", "m", "worlds"), rows), "",
            *[f"- {text}" for text in (*notes, *_ends(claim["lines"]), *_why(claim["reasons"]))], ""]  # fmt: skip


def _ends(lines: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    """Return the outcome of the lines whose figures were driven to their ends."""
    return [f"{line['sentence']} {line['ends']['sentence']}" for line in lines if line.get("ends")]


def _why(reasons: Mapping[str, Any] | None) -> Sequence[str]:
    if reasons is None:
        return ()
    boxes = [reasons[name]["sentence"] for name in ("fails", "holds") if reasons[name]]
    moves = [move["sentence"] for move in reasons["moves"]] or [reasons["unmoved"]]
    rows = [*reasons["figures"], *reasons["mechanisms"], *reasons["theories"]]
    note = [reasons["note"]] if reasons["note"] else []
    return [*boxes, *(row["sentence"] for row in rows), *note, *moves]
