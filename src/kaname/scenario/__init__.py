"""Scenarios, overrides and bargains: form, check with line numbers, load.

The room is called as well: `kaname.scenario("us-japan")` opens a scenario, as kaname.api.scenario says. Room and door
share a name, and once the room is imported Python finds it first.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    def __call__(self, name: Any, start: str | int = "") -> Any:
        return import_module("kaname.api.scenario").scenario(name, start)


sys.modules[__name__].__class__ = _Room
