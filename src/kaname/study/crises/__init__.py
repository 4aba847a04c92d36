"""Injected crises: identical worlds, one opportunity in each, and what became of it."""
