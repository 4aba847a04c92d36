"""Fixtures of the crisis room's tests."""

from __future__ import annotations

from tests.model.crisis.ground import with_least_trees, with_trees

__all__ = ["with_least_trees", "with_trees"]
