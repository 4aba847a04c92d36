"""Compile: the one room that turns words (figures, rules, scenarios) into numbers (records, axes)."""
