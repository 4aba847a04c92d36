"""Wargame: the same engine with people in the seats."""
