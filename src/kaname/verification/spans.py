"""Check that the listed parts are those that the inputs ask for: no future missing, none twice, in the run and its
checks.

Reads: a manifest's data. Writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from kaname.verification.findings import Checked

MANIFEST = "manifest.json"
ATTRIBUTION = "attribution"


def check_spans(manifest: Mapping[str, Any], checked: Checked) -> None:
    """Add a fault for each bargain, of the run or of a check, whose parts are not futures 0 up to the last."""
    inputs = manifest["inputs"]
    bargains, futures = inputs["bargains"], inputs["futures"]
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for name in ("chunks", "checks"):
        for part in manifest.get(name, []):
            _check_names(part, checked)
            spans[part.get("arm", ""), part["bargain"]].append((part["first"], part["last"]))
    arms = {arm for arm, _ in spans if arm}
    wanted = {("", bargain): futures for bargain in bargains}
    for arm in arms - {ATTRIBUTION}:
        wanted |= {(arm, bargain): min(inputs["robustness"], futures) for bargain in bargains}
    wanted |= {place: min(inputs["attribution"], futures) for place in spans if place[0] == ATTRIBUTION}
    if inputs["robustness"] and not arms - {ATTRIBUTION}:
        checked.wrong(MANIFEST, "lists no check, and the inputs ask for some")
    for place in sorted(wanted.keys() | spans.keys()):
        _check_line(place, sorted(spans.get(place, [])), wanted.get(place), checked)


def _check_names(part: Mapping[str, Any], checked: Checked) -> None:
    """The name of a file says bargain and futures."""
    span = f"{part['first']}-{part['last']}.parquet"
    arm = f"checks/{part['arm']}/" if "arm" in part else ""
    named = {
        "file": f"{arm or 'outcomes/'}{part['bargain']}-{span}", "yearly": f"{arm}yearly/{part['bargain']}-{span}",
        "sampled": f"sampled/{span}",
    }  # fmt: skip
    for kind, name in named.items():
        if kind in part and part[kind] != name:
            checked.wrong(MANIFEST, f"{part[kind]} should be named {name}")


def _check_line(place: tuple[str, str], spans: list[tuple[int, int]], wanted: int | None, checked: Checked) -> None:
    arm, bargain = place
    who = f"{bargain} in {arm}" if arm else bargain
    if wanted is None:
        checked.wrong(MANIFEST, f"lists parts of {who}, which the inputs do not ask for")
        return
    reached = 0
    for first, last in spans:
        if first != reached:
            checked.wrong(MANIFEST, f"{who}: futures {min(first, reached)} to {max(first, reached) - 1} are "
                                  f"{'lacking' if first > reached else 'listed twice'}")  # fmt: skip
        reached = max(reached, last + 1)
    if reached != wanted:
        checked.wrong(MANIFEST, f"{who}: {reached} futures are listed, and {wanted} were asked for")
