"""Repeat it: command, versions, machine, digests, seed, failed futures.

Reads: manifest, summary. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report import sentences
from kaname.report.markup import Safe, tag
from kaname.report.sections.fold import fold
from kaname.report.view import View
from kaname.study.commands import check_command, folder_of


def repeat(view: View) -> Safe:
    """Return the section."""
    manifest = view.run.manifest
    failed = {view.bargain(b): int(bargain["failed"]) for b, bargain in view.summary["bargains"].items()}
    inputs = {key: value for key, value in manifest.get("inputs", {}).items() if key != "sha256"}
    return fold(
        "repeat",
        view.say("page-title-repeat"),
        True,
        tag("pre", tag("code", str(manifest.get("command", "")))),
        tag("p", sentences.failed_futures(view.say, failed, int(view.summary["futures"]))),
        tag("p", view.say("page-repeat")),
        tag("pre", tag("code", check_command(folder_of(manifest)))),
        tag("p", view.say("page-check")),
        tag(
            "div",
            _list(view.say("page-inputs"), inputs),
            [_made_by(view, place) for place in range(len(view.run.record.makers))],
            class_="cards",
        ),
        tag(
            "details",
            tag("summary", view.say("page-digests")),
            _list(view.say("page-run"), {"key": manifest.get("key", "")}),
            _list(view.say("page-inputs"), manifest.get("inputs", {}).get("sha256", {})),
            _list(view.say("page-chunks"), {c["file"]: c["sha256"] for c in manifest["chunks"]}),
        ),
    )


def _made_by(view: View, place: int) -> tuple[Safe, Safe]:
    """Return versions and machine of a maker; of several, with the share of the parts that it made."""
    record = view.run.record
    maker, made = record.makers[place], sum(chunk.made_by == place for chunk in record.chunks.values())
    several = len(record.makers) > 1
    parts = view.say("page-parts", made=made, all=len(record.chunks)) if several else ""
    return _list(view.say("page-versions") + parts, maker.versions), _list(
        view.say("page-machine") + parts, maker.machine
    )


def _list(heading: str, data: Mapping[str, Any]) -> Safe:
    items = [(tag("dt", key), tag("dd", value)) for key, value in _flat(data)]
    return tag("div", tag("h4", heading), tag("dl", items, class_="facts"))


def _flat(data: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, Mapping):
            rows += _flat(value, f"{before}{key}.")
        else:
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            rows.append((f"{before}{key}", text or "none"))
    return rows
