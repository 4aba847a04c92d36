"""Page: options, history and gaps as one HTML file that opens from disk, prints, and reads on a phone.

Idea: the table first, the picture under it, each act with its reason and citations; nothing is fetched from anywhere.

Reads: options, periods or gaps. Writes nothing; the caller saves the text.
Source: the look follows the house's report page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from kaname.law.families import Family
from kaname.law.history import Period
from kaname.law.options import ORDER, Option
from kaname.law.render import Wording, step_text

STYLE = """
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --faint: #ddd; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --faint: #444; } }
body { font: 16px/1.5 FONTS; color: var(--ink); background: var(--paper); }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--faint); }
p, th, td { overflow-wrap: anywhere; } ul, ol { margin: 0; padding-left: 1.1rem; } table { table-layout: fixed; }
th:nth-child(4):last-child { width: 42%; }
.wide { overflow-x: auto; } svg { max-width: 100%; height: auto; } .small { font-size: .85rem; }
@media (max-width: 600px) {
  thead { display: none; } td { display: block; border: 0; padding: .1rem 0; }
  tr { display: block; border-bottom: 1px solid var(--faint); padding: .5rem 0; }
  td::before { content: attr(data-head) " "; font-size: .85rem; opacity: .75; } svg { min-width: 640px; }
}
@media print { body { margin: 0; max-width: none; } }
"""


def options_page(wording: Wording, date: str, facts: Mapping[str, Any], made: Sequence[Option], picture: str) -> str:
    """Return a page of who may do what: the table by state and status, then the decision timeline."""
    title = f"{wording.word('options')}, {date}"
    parts = [f"<p>{escape(wording.word('facts'))}: {escape(wording.all_read(facts))}</p>"]
    for state in dict.fromkeys(one.state for one in made):
        parts.append(f"<h2>{escape(wording.of(wording.book.data['states'][state]))}</h2>")
        parts.append(_options_table(wording, [one for one in made if one.state == state]))
    parts += [
        f"<h2>{escape(wording.word('timeline'))}</h2>",
        f"<p class=small>{escape(wording.word('timeline_note'))}</p>",
    ]
    parts.append(f"<div class=wide>{picture}</div>")
    return page(wording, title, date, parts)


def _options_table(wording: Wording, made: Sequence[Option]) -> str:
    rows = [_option_row(wording, one) for status in ORDER for one in made if one.status == status]
    return table(wording, ("act", "answer", "after_which", "reasons"), rows)


def _option_row(wording: Wording, option: Option) -> list[str]:
    ways = [wording.all_read(way) for way in option.where or option.after]
    opened = "".join(f"<li>{escape(way)}</li>" for way in ways)
    steps = "".join(f"<li>{escape(text)}</li>" for text in (step_text(wording, step) for step in option.steps))
    cites = f"<p class=small>{escape('; '.join(option.citations))}</p>"
    return [
        f"{escape(wording.of(option.act))}<br><span class=small>{escape(wording.body(option.agency))}</span>",
        escape(wording.word(option.status)),
        f"<ul>{opened}</ul>" if opened else "&ndash;",
        f"<details><summary>{escape(wording.of(option.reason))}</summary><ol>{steps}</ol>{cites}</details>",
    ]


def history_page(
    wording: Wording, question: str, facts: Mapping[str, Any], periods: Sequence[Period], picture: str
) -> str:
    """Return a page of how the answer changed: the picture, then the periods with the event that began each."""
    rows = [
        [
            escape(period.start),
            escape(period.end),
            escape(wording.word(period.answer)),
            escape(wording.of(period.event)),
            escape(", ".join(period.rules)),
        ]
        for period in periods
    ]
    parts = [
        f"<p>{escape(wording.word('facts'))}: {escape(wording.all_read(facts))}</p>",
        f"<div class=wide>{picture}</div>",
        table(wording, ("from", "until", "answer", "event", "rules"), rows),
    ]
    asked = f"{question}, {wording.of(wording.book.questions[question])}"
    return page(wording, f"{wording.word('history')}: {asked}", periods[-1].end, parts)


def gaps_page(wording: Wording, date: str, families: Sequence[Family]) -> str:
    """Acts below every threshold, the certain ones first, each with the responses left open."""
    parts = [f"<p>{escape(wording.word('gaps_note'))}</p>"]
    for title, chosen in (
        ("gaps_certain", [family for family in families if not family.in_doubt]),
        ("gaps_doubt", [one for one in families if one.in_doubt]),
    ):
        acts = sum(one.count for one in chosen)
        rows = [[escape(_choices_read(wording, one)), escape(responses_text(wording, one))] for one in chosen]
        parts += [f"<h2>{escape(wording.word(title))} ({acts})</h2>", table(wording, ("act", "responses"), rows)]
    return page(wording, f"{wording.word('gaps')}, {date}", date, parts)


def _choices_read(wording: Wording, family: Family) -> str:
    return "; ".join(wording.read(fact, *values) for fact, values in family.choices)


def responses_text(wording: Wording, family: Family) -> str:
    """Return the responses that acts leave open, those in doubt marked."""
    names = wording.book.data["responses"]
    sure = [wording.of(names[name]) for name in family.open_responses]
    doubt = [f"{wording.of(names[name])} ({wording.word('undetermined')})" for name in family.doubtful_responses]
    return ", ".join(sure + doubt) or wording.word("none")


def table(wording: Wording, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are already safe HTML."""
    head = "".join(f"<th>{escape(wording.word(one))}</th>" for one in heads)
    names = [f'<td data-head="{escape(wording.word(one))}">' for one in heads]
    cells = ("".join(f"{name}{cell}</td>" for name, cell in zip(names, row, strict=True)) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<div class=wide><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def page(wording: Wording, title: str, date: str, parts: Sequence[str]) -> str:
    """Return the whole page: its title, its parts in safe HTML, and how far the law was followed."""
    body = "".join([*parts, *(f"<p>{escape(line)}</p>" for line in wording.horizon(date))])
    return (
        f'<!doctype html><html lang="{wording.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{STYLE.replace('FONTS', wording.word('fonts'))}</style></head><body><h1>{escape(title)}</h1>{body}"
        f"<p class=small>{escape(wording.word('disclaimer'))}</p></body></html>\n"
    )
