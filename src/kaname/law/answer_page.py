"""Answer page: one answer of law as an HTML file: the answer, its graph, its steps, and each source with its sentence.

Idea: what the terminal prints, to be read, printed and sent on; nothing is fetched from anywhere, links lead to the
article in the law search.

Reads: an answer and the facts given. Writes nothing; the caller saves the text.
Source: the look follows the law room's other pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from kaname.law.ask import Answer
from kaname.law.graph import explanation
from kaname.law.literate import Source, sources_of
from kaname.law.page import page, table
from kaname.law.render import Wording, step_text


def answer_page(wording: Wording, answer: Answer, facts: Mapping[str, Any]) -> str:
    """Return the page of one answer."""
    question = wording.with_term(wording.book.questions[answer.question])
    steps = "".join(f"<li>{escape(step_text(wording, step))}</li>" for step in answer.approval_path)
    reasons = [
        [escape(use.id), escape(wording.word(use.state)), escape(use.certainty), escape(wording.of(use.reason))]
        for use in answer.rules
    ]
    rivals = [
        [escape(name), escape(wording.word(rival.answer)), escape(source)]
        for rival in answer.rivals
        for name, source in (wording.reading(rival),)
    ]
    parts = [
        f"<p><strong>{escape(wording.word('answer'))}: {escape(wording.word(answer.answer))}</strong></p>",
        f"<p>{escape(wording.word('who_decides'))}: {escape(wording.body(answer.who_decides))}</p>",
        f"<p>{escape(wording.word('facts'))}: {escape(wording.all_read(facts))}</p>",
        f"<div class=wide>{explanation(wording, answer, facts)}</div>",
        table(wording, ("rules", "state_of_rule", "certainty", "reasons"), reasons),
        f"<h2>{escape(wording.word('approval_path'))}</h2><ol>{steps}</ol>" if steps else "",
        f"<h2>{escape(wording.word('citations'))}</h2><ul>",
        *(_source(wording, one) for one in sources_of(wording.book, answer, facts)),
        "</ul>",
        f"<h2>{escape(wording.word('rivals'))}</h2>" + table(wording, ("rivals", "answer", "source"), rivals)
        if rivals
        else "",
    ]
    return page(wording, question, answer.date, parts)


def _source(wording: Wording, source: Source) -> str:
    """Return a citation as a list item: its name in both languages, linked, its revision, its sentence."""
    name = source.text_ja if wording.language == "ja" else f"{source.text} [{source.text_ja}]"
    shown = f'<a href="{escape(source.link)}">{escape(name)}</a>' if source.link else escape(name)
    revision = f" <span class=small>{escape(source.revision)}</span>" if source.revision else ""
    quote = f'<br><q lang="ja">{escape(source.quote)}</q>' if source.quote else ""
    return f"<li>{shown}{revision}{quote}</li>"
