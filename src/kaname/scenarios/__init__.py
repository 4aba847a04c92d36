"""Scenarios, overrides and bargains: form, check with line numbers, load."""
