"""Coordination: how fast and how well allies decide together."""
