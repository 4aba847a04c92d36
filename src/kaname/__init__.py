"""Kaname turns an argument about an alliance into something that can be run.

    import kaname as ka
    run = ka.compare("us-japan", ["as_is", "unequal_by_design"], futures=500)
    run.pairs("casualties.jp")

Importing this package is light: a name of the public interface is imported from its room when it is first used, so that
reading a file or asking the law never waits for a compiler.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaname.api.campaign import Campaign as Campaign
    from kaname.api.campaign import campaign as campaign
    from kaname.api.claims import claims as claims
    from kaname.api.comparison import compare as compare
    from kaname.api.contrasts import arms as arms
    from kaname.api.contrasts import contrasts as contrasts
    from kaname.api.crisis import Crisis as Crisis
    from kaname.api.crisis import crisis as crisis
    from kaname.api.games import SolvedGame as SolvedGame
    from kaname.api.games import solve as solve
    from kaname.api.law import LegalAnswer as LegalAnswer
    from kaname.api.law import ask as ask
    from kaname.api.levers import audit_levers as audit_levers
    from kaname.api.run import Run as Run
    from kaname.api.run import load as load
    from kaname.api.scenario import Scenario as Scenario
    from kaname.api.scenario import scenario as scenario
    from kaname.api.stories import Stories as Stories
    from kaname.api.stories import stories as stories
    from kaname.api.table import Table as Table
    from kaname.api.trace import Trace as Trace
    from kaname.api.trace import trace as trace
    from kaname.scenarios.contrasts import Change as Change
    from kaname.study.session import session as session

__version__ = "0.1.0"

PUBLIC: dict[str, str] = {
    "compare": "kaname.api.comparison",
    "load": "kaname.api.run",
    "scenario": "kaname.api.scenario",
    "trace": "kaname.api.trace",
    "crisis": "kaname.api.crisis",
    "campaign": "kaname.api.campaign",
    "ask": "kaname.api.law",
    "solve": "kaname.api.games",
    "session": "kaname.study.session",
    "audit_levers": "kaname.api.levers",
    "claims": "kaname.api.claims",
    "contrasts": "kaname.api.contrasts",
    "arms": "kaname.api.contrasts",
    "stories": "kaname.api.stories",
    "Change": "kaname.scenarios.contrasts",
    "Run": "kaname.api.run",
    "Scenario": "kaname.api.scenario",
    "Trace": "kaname.api.trace",
    "Crisis": "kaname.api.crisis",
    "Campaign": "kaname.api.campaign",
    "Stories": "kaname.api.stories",
    "LegalAnswer": "kaname.api.law",
    "SolvedGame": "kaname.api.games",
    "Table": "kaname.api.table",
}
"""Name of the public interface -> module that defines it under the same name."""

__all__ = ["__version__", *PUBLIC]


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'kaname' has no attribute {name!r}")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
