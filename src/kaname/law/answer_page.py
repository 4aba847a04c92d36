"""Answer page: one answer of law as an HTML file: the answer, its graph, its steps, and each source with its sentence.

Idea: what the terminal prints, to be read, printed and sent on; nothing is fetched from anywhere, links lead to the
article in the law search.

Reads: an answer and the facts told. Writes nothing; the caller saves the text.
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
from kaname.law.say import Voice, step_text


def answer_page(voice: Voice, answer: Answer, facts: Mapping[str, Any]) -> str:
    """Return the page of one answer."""
    question = voice.with_term(voice.book.questions[answer.question])
    steps = "".join(f"<li>{escape(step_text(voice, step))}</li>" for step in answer.approval_path)
    reasons = [
        [escape(use.id), escape(voice.word(use.state)), escape(use.certainty), escape(voice.of(use.reason))]
        for use in answer.rules
    ]
    rivals = [
        [escape(name), escape(voice.word(one.answer)), escape(source)]
        for one in answer.rivals
        for name, source in (voice.reading(one),)
    ]
    parts = [
        f"<p><strong>{escape(voice.word('answer'))}: {escape(voice.word(answer.answer))}</strong></p>",
        f"<p>{escape(voice.word('who_decides'))}: {escape(voice.body(answer.who_decides))}</p>",
        f"<p>{escape(voice.word('facts'))}: {escape(voice.all_read(facts))}</p>",
        f"<div class=wide>{explanation(voice, answer, facts)}</div>",
        table(voice, ("rules", "state_of_rule", "certainty", "reasons"), reasons),
        f"<h2>{escape(voice.word('approval_path'))}</h2><ol>{steps}</ol>" if steps else "",
        f"<h2>{escape(voice.word('citations'))}</h2><ul>",
        *(_source(voice, one) for one in sources_of(voice.book, answer, facts)),
        "</ul>",
        f"<h2>{escape(voice.word('rivals'))}</h2>" + table(voice, ("rivals", "answer", "source"), rivals)
        if rivals
        else "",
    ]
    return page(voice, question, answer.date, parts)


def _source(voice: Voice, one: Source) -> str:
    """A citation as a list item: its name in both languages, linked, its revision, its sentence."""
    name = one.text_ja if voice.language == "ja" else f"{one.text} [{one.text_ja}]"
    shown = f'<a href="{escape(one.link)}">{escape(name)}</a>' if one.link else escape(name)
    revision = f" <span class=small>{escape(one.revision)}</span>" if one.revision else ""
    quote = f'<br><q lang="ja">{escape(one.quote)}</q>' if one.quote else ""
    return f"<li>{shown}{revision}{quote}</li>"
