"""The reference page of the stories: each in its author's words, with what it asks, and what is known of a miss.

Reads: data/stories/*.yaml. Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from typing import Any

from kaname.scenarios.stories import Story, load_stories, shipped_stories

ABOUT = """\
What officers, lawyers and students of deterrence and of alliances expect of a model like this one, in their own form:
given, when, then. `kaname stories check NAME` runs a file of them on paired chance and prints the misses first; a test
runs them all. Each asks for a direction that a mechanism must bring about, never for a winner. A story that the model
does not tell is marked *missed* with what was seen instead; it is not deleted.
[How to write your own](files.md#stories-a-file-of-your-own-for-kaname-stories-check-file).
"""
TITLES = {"campaign": "Campaigns", "crisis": "Crises", "years": "Years"}


def lines() -> list[str]:
    """Return the page without its title."""
    made = [ABOUT]
    for name in shipped_stories():
        items = load_stories(name).stories
        missed = sum(bool(item.unless) for item in items)
        made += [
            f"## {TITLES.get(name, name)}",
            "",
            f"{len(items)} stories, {missed} missed: `kaname stories check {name}`",
            "",
        ]
        made += [line for item in items for line in _story(item)]
        made.append("")
    return made[:-1]


def _story(story: Story) -> list[str]:
    asked = ", ".join(f"{measure} {_words(wanted)}" for measure, wanted in story.then.items())
    parts = [f"- {story.text} `{asked}`"]
    if story.because:
        parts.append(f"  Because: {story.because}")
    if story.unless:
        parts.append(f"  **Missed.** {story.unless}")
    return parts


def _words(wanted: Any) -> str:
    return f"{wanted[0]:g}..{wanted[1]:g}" if isinstance(wanted, tuple) else str(wanted).replace("_", " ")
